"""Rehearsing recorded days, through the command."""

import json
import shutil
from pathlib import Path

import pytest

from waitline.cli.exits import Exit
from waitline.model.journal import Entry, Kind
from waitline.store.engine import Store
from waitline.verbs.reception import Reception

from .command import run
from .small_hall import small_hall

DAYS = Path(__file__).parent.parent / "days"


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory):
    """Two days played once: the folder with the database and what the command said."""
    folder = tmp_path_factory.mktemp("rehearsal")
    said = run(
        "rehearse",
        DAYS / "light_00",
        DAYS / "normal_00",
        "--database",
        f"sqlite:///{folder / 'days.db'}",
        "--json",
        folder / "scores.json",
    )
    assert said.code == Exit.WELL, said.err
    return folder


def scores_in(file: Path) -> dict:
    return json.loads(file.read_text(encoding="utf-8"))


def test_every_visitor_of_a_day_is_called_and_nobody_is_overtaken(rehearsal):
    for day in scores_in(rehearsal / "scores.json")["days"]:
        visitors = (DAYS / day["day"] / "visitors.csv").read_text(encoding="utf-8").splitlines()
        assert day["tickets"] == len(visitors) - 1
        assert day["never_called"] == 0
        assert day["ovO"] == 0


def test_the_journal_that_a_rehearsal_leaves_is_sound(rehearsal):
    assert all(day["audit"] for day in scores_in(rehearsal / "scores.json")["days"])


def test_the_audit_passes_on_the_database_that_is_left(rehearsal):
    said = run("audit", "--database", f"sqlite:///{rehearsal / 'days.db'}")
    assert said.code == Exit.WELL
    assert said.out.count("none of them changed") == 2


def test_love_visitors_are_called_at_once_on_ordinary_days(rehearsal):
    weighted = scores_in(rehearsal / "scores.json")["weighted"]
    assert weighted["P60"] >= 90
    assert weighted["P95"] <= 2


def test_the_back_line_comes_when_the_hall_fills_up_and_goes_when_it_is_quiet(rehearsal):
    for day in scores_in(rehearsal / "scores.json")["days"]:
        assert 1 <= day["su"] <= 12
        assert 5 <= day["bl"] <= 3 * 9 * 60
    store = Store(f"sqlite:///{rehearsal / 'days.db'}", "normal_00")
    with store.reading() as look:
        entries = look.entries_after(0, 100_000)
        assert look.back_line().open == ()
    store.close()
    kinds = [str(entry.kind) for entry in entries]
    came = kinds.count("BackLineSummoned")
    assert came == kinds.count("SummonsAccepted") == kinds.count("BackLineArrived") == kinds.count("SummonsEnded")


def test_a_day_may_be_played_without_a_back_line(tmp_path):
    said = run("rehearse", DAYS / "light_00", "--no-back-line", "--json", tmp_path / "alone.json")
    assert said.code == Exit.WELL, said.err
    (day,) = scores_in(tmp_path / "alone.json")["days"]
    assert day["bl"] is None
    assert day["su"] is None


def test_the_database_alone_gives_the_same_scores_again(rehearsal, tmp_path):
    copy = tmp_path / "copy.db"
    shutil.copy(rehearsal / "days.db", copy)
    said = run("rehearse", "--scores-only", "--database", f"sqlite:///{copy}", "--json", tmp_path / "again.json")
    assert said.code == Exit.WELL, said.err
    assert scores_in(tmp_path / "again.json") == scores_in(rehearsal / "scores.json")


def test_the_same_day_gives_the_same_journal_every_time(rehearsal, tmp_path):
    said = run("rehearse", DAYS / "light_00", "--json", tmp_path / "again.json")
    assert said.code == Exit.WELL, said.err
    (again,) = scores_in(tmp_path / "again.json")["days"]
    assert again == scores_in(rehearsal / "scores.json")["days"][0]


def test_postgres_keeps_the_very_same_journal_as_sqlite(postgres, tmp_path):
    day = tmp_path / "morning"
    shutil.copytree(DAYS / "normal_00", day)
    visitors = (day / "visitors.csv").read_text(encoding="utf-8").splitlines()
    (day / "visitors.csv").write_text("\n".join(visitors[:61]), encoding="utf-8")
    for name, database in (("there", postgres), ("here", f"sqlite:///{tmp_path / 'day.db'}")):
        said = run("rehearse", day, "--database", database, "--json", tmp_path / name)
        assert said.code == Exit.WELL, said.err
    (there,), (here,) = (scores_in(tmp_path / name)["days"] for name in ("there", "here"))
    assert there == here
    assert there["tickets"] == 60


def test_without_the_reserve_the_hall_agrees_with_a_second_much_smaller_one(tmp_path):
    said = run(
        *("rehearse", DAYS / "light_00", DAYS / "normal_00", "--reserve", "off", "--no-back-line"),
        *("--json", tmp_path / "off.json"),
    )
    assert said.code == Exit.WELL, said.err
    for day in scores_in(tmp_path / "off.json")["days"]:
        hall = small_hall(DAYS / day["day"])
        hall.run()
        love, ordinary, booked = (hall.waits(cls) for cls in "POA")
        assert day["P60"] == pytest.approx(100 * sum(wait <= 60 for wait in love) / len(love), abs=0.1)
        assert day["Omean"] == pytest.approx(sum(ordinary) / len(ordinary) / 60, abs=0.05)
        assert day["Omax"] == pytest.approx(max(ordinary) / 60, abs=0.1)
        assert day["A10"] == pytest.approx(100 * sum(wait <= 600 for wait in booked) / len(booked), abs=0.1)


def test_the_reserve_serves_love_visitors_better(rehearsal, tmp_path):
    said = run("rehearse", DAYS / "normal_00", "--reserve", "off", "--json", tmp_path / "off.json")
    assert said.code == Exit.WELL, said.err
    (kept,) = (day for day in scores_in(rehearsal / "scores.json")["days"] if day["day"] == "normal_00")
    (off,) = scores_in(tmp_path / "off.json")["days"]
    assert kept["P60"] > off["P60"]
    assert kept["Omean"] > off["Omean"]
    assert kept["reserve"] is True
    assert off["reserve"] is False


def test_a_day_already_in_the_database_is_not_played_over_it(rehearsal, tmp_path):
    copy = tmp_path / "copy.db"
    shutil.copy(rehearsal / "days.db", copy)
    said = run("rehearse", DAYS / "light_00", "--database", f"sqlite:///{copy}")
    assert said.code == Exit.REFUSED
    assert "light_00" in said.err


def test_the_table_names_the_scores_and_leaves_what_comes_later_empty(rehearsal):
    said = run("rehearse", "--scores-only", "--database", f"sqlite:///{rehearsal / 'days.db'}")
    head, light = [line.split() for line in said.out.splitlines() if line.startswith(("day", "light_00"))]
    row = dict(zip(head, light, strict=True))
    assert {name: row.pop(name) for name in ("estw", "in", "inw", "width")}["width"] == "–"
    assert list(row)[1:] == [
        "P60",
        "P95",
        "Pmax",
        "Omean",
        "O95",
        "Omax",
        "O15",
        "A10",
        "hot",
        "bl",
        "su",
        "ovO",
        "est",
    ]
    assert 0 < float(row["est"]) < 1.2
    assert float(row["bl"]) > 0 < float(row["su"])
    assert row["ovO"] == "0.000"


def test_a_folder_that_is_no_day_is_told_with_file_and_line(tmp_path):
    broken = tmp_path / "day"
    shutil.copytree(DAYS / "light_00", broken)
    visitors = broken / "visitors.csv"
    lines = visitors.read_text().splitlines()
    lines[4] = ",".join([*lines[4].split(",")[:3], "X", *lines[4].split(",")[4:]])
    visitors.write_text("\n".join(lines))
    said = run("rehearse", broken)
    assert said.code == Exit.BAD_FILE
    assert "visitors.csv, line 5" in said.err
    assert run("rehearse", tmp_path / "nowhere").code == Exit.BAD_FILE
    assert run("rehearse").code == Exit.REFUSED


@pytest.fixture
def short_day(tmp_path) -> Path:
    """The first visitors of a real day, to be changed."""
    day = tmp_path / "short"
    shutil.copytree(DAYS / "light_00", day)
    lines = (day / "visitors.csv").read_text(encoding="utf-8").splitlines()
    (day / "visitors.csv").write_text("\n".join(lines[:6]), encoding="utf-8")
    return day


def change(file: Path, line: int, column: int, value: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    cells = lines[line - 1].split(",")
    cells[column] = value
    lines[line - 1] = ",".join(cells)
    file.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(("name", "column_of"), [("visitors.csv", "svc"), ("counters.csv", "skills")])
def test_a_service_that_there_is_not_is_told_with_file_and_line(short_day, name, column_of):
    file = short_day / name
    column = file.read_text(encoding="utf-8").splitlines()[0].split(",").index(column_of)
    change(file, 4, column, "PASSPORT")
    said = run("rehearse", short_day)
    assert said.code == Exit.BAD_FILE
    assert f'{file}, line 4: there is no service "PASSPORT"' in said.err


def test_counters_that_make_no_office_are_told_with_their_file(short_day):
    file = short_day / "counters.csv"
    column = file.read_text(encoding="utf-8").splitlines()[0].split(",").index("id")
    change(file, 3, column, file.read_text(encoding="utf-8").splitlines()[1].split(",")[column])
    said = run("rehearse", short_day)
    assert said.code == Exit.BAD_FILE
    assert f"{file}, line " in said.err
    assert "used twice" in said.err


def test_a_folder_whose_name_can_be_no_office_is_told_by_its_name(short_day):
    odd = short_day.with_name("日 子")
    short_day.rename(odd)
    said = run("rehearse", odd)
    assert said.code == Exit.BAD_FILE
    assert "cannot be called 日 子" in said.err
    assert ".toml" not in said.err


def test_a_day_given_twice_is_refused_before_anything_is_played(short_day, tmp_path):
    said = run("rehearse", short_day, f"{short_day}/")
    assert said.code == Exit.REFUSED
    assert "short is named twice" in said.err
    assert said.out == ""


def test_a_day_that_is_there_already_is_refused_before_another_is_played(short_day, rehearsal, tmp_path):
    copy = tmp_path / "copy.db"
    shutil.copy(rehearsal / "days.db", copy)
    said = run("rehearse", short_day, DAYS / "light_00", "--database", f"sqlite:///{copy}")
    assert (said.code, said.out) == (Exit.REFUSED, "")
    assert run("rehearse", short_day, "--database", f"sqlite:///{copy}").code == Exit.WELL


def journal_of(database: str, office: str) -> list[Entry]:
    store = Store(database, office)
    with store.reading() as look:
        entries = look.entries_after(0, 100_000)
    store.close()
    return entries


def test_love_visitors_may_come_without_saying_what_for(tmp_path):
    day = tmp_path / "silent"
    shutil.copytree(DAYS / "busy_03", day)
    lines = (day / "visitors.csv").read_text(encoding="utf-8").splitlines()
    (day / "visitors.csv").write_text("\n".join(lines[:40]), encoding="utf-8")
    for line in range(3, 25, 3):
        change(day / "visitors.csv", line, 2, "CERT")
        change(day / "visitors.csv", line, 3, "P")
    database = f"sqlite:///{tmp_path / 'day.db'}"
    said = run("rehearse", day, "--love-unknown", "--database", database, "--json", tmp_path / "scores.json")
    assert said.code == Exit.WELL, said.err
    (scores,) = scores_in(tmp_path / "scores.json")["days"]
    assert scores["never_called"] == 0
    entries = journal_of(database, "silent")
    love = {entry.ticket for entry in entries if entry.facts.get("priority") == "love"}
    taken = [entry for entry in entries if entry.kind is Kind.TICKET_TAKEN and entry.ticket in love]
    assert len(taken) >= 8
    assert {entry.facts.get("service") for entry in taken} == {None}
    begun = [entry for entry in entries if entry.kind is Kind.SERVING_BEGUN and entry.ticket in love]
    assert {entry.ticket for entry in begun} == love
    assert None not in {entry.facts["service"] for entry in begun}
    sent_on = [entry for entry in entries if entry.kind is Kind.TICKET_TRANSFERRED]
    assert sent_on
    assert {entry.facts["service"] for entry in sent_on} == {"CERT"}


def test_a_love_visitor_who_was_never_called_was_not_called_within_a_minute(short_day, tmp_path):
    database = f"sqlite:///{tmp_path / 'day.db'}"
    assert run("rehearse", short_day, "--database", database).code == Exit.WELL
    store = Store(database, "short")
    for turn in range(3):
        Reception(store).take_ticket(request=f"late-{turn}", service="TRANS", love=True)
    store.close()
    run("rehearse", "--scores-only", "--database", database, "--json", tmp_path / "scores.json")
    (day,) = scores_in(tmp_path / "scores.json")["days"]
    love = sum(",P," in line for line in (short_day / "visitors.csv").read_text(encoding="utf-8").splitlines())
    assert day["never_called"] == 3
    assert day["P60"] == pytest.approx(100 * love / (love + 3))
