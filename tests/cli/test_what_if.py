"""`waitline rehearse --what-if`: a day as it was and as it would have been, side by side."""

import json
import shutil
from pathlib import Path

import pytest

from waitline.cli.exits import Exit
from waitline.cli.rehearse.office_of_day import sample_rules, sample_services
from waitline.cli.rehearse.plan import Plan
from waitline.cli.rehearse.recorded import Rest, Shift, read_day
from waitline.cli.rehearse.what_if import EXAMPLES, WhatIfImpossible, WhatIfUnclear, changed
from waitline.model.counter import CounterKind
from waitline.model.journal import Kind
from waitline.store.engine import Store
from waitline.views import day_view

from .command import run

DAYS = Path(__file__).parent.parent / "days"
HOUR = 3600


@pytest.fixture(scope="module")
def normal() -> Plan:
    """A whole recorded day as it was."""
    return Plan(day=read_day(DAYS / "normal_00", sample_services()), rules=sample_rules() | {"reserve": "on"})


def counter_of(plan: Plan, number: str):
    (found,) = (counter for counter in plan.day.counters if counter.id == number)
    return found


@pytest.fixture(scope="module")
def morning(tmp_path_factory) -> Path:
    """The first ninety visitors of a busy day."""
    day = tmp_path_factory.mktemp("days") / "morning"
    shutil.copytree(DAYS / "busy_00", day)
    lines = (day / "visitors.csv").read_text(encoding="utf-8").splitlines()
    (day / "visitors.csv").write_text("\n".join(lines[:91]), encoding="utf-8")
    return day


@pytest.fixture(scope="module")
def both_days(morning):
    """The morning with one more counter: the folder, and what the command said."""
    folder = morning.parent
    said = run(
        *("rehearse", morning, "--what-if", "counter 14 open 08:30-09:10 like 3"),
        *("--what-if", "規則 reserve = off"),
        *("--database", f"sqlite:///{folder / 'days.db'}", "--json", folder / "both.json"),
    )
    assert said.code == Exit.WELL, said.err
    return folder, said


@pytest.mark.parametrize(("zh", "en"), EXAMPLES)
def test_every_example_is_understood_in_both_languages_alike(normal, zh, en):
    assert changed(normal, [zh]) == changed(normal, [en]) != normal


def test_one_more_counter_is_as_the_one_it_is_like_but_for_its_hours(normal):
    new = counter_of(changed(normal, ["counter 14 open 10:00-12:00 like 3"]), "14")
    like = counter_of(normal, "3")
    assert (new.kind, new.services, new.speed) == (like.kind, like.services, like.speed)
    assert new.shifts == (Shift(from_s=2 * HOUR, until_s=4 * HOUR),)
    assert all(rest.from_s >= 2 * HOUR and rest.from_s + rest.length_s <= 4 * HOUR for rest in new.rests)


def test_a_counter_of_nobody_knows_all_services_and_stays_until_nobody_waits(normal):
    new = counter_of(changed(normal, ["counter 14 open 15:00-17:00"]), "14")
    assert set(new.services) == set(sample_services())
    assert new.shifts == (Shift(from_s=7 * HOUR, until_s=None),)


def test_a_back_line_counter_with_hours_of_its_own_is_an_ordinary_one(normal):
    plan = changed(normal, ["counter 12 open 10:00-12:00"])
    assert counter_of(plan, "12").kind is CounterKind.GENERAL
    assert "no longer back line" in plan.changes[0].en


def test_hours_are_taken_out_and_what_is_left_stays(normal):
    plan = changed(normal, ["counter 5 closed 10:00-11:00, 13:00-14:00", "counter 5 closed 16:00-17:00"])
    assert counter_of(plan, "5").shifts == (
        Shift(from_s=0, until_s=2 * HOUR),
        Shift(from_s=3 * HOUR, until_s=5 * HOUR),
        Shift(from_s=6 * HOUR, until_s=8 * HOUR),
    )
    assert counter_of(changed(normal, ["counter 5 closed"]), "5").shifts == ()


def test_a_break_takes_the_place_of_those_known_in_advance(normal):
    before = counter_of(normal, "3").rests
    plan = changed(normal, ["counter 3 break 14:00-14:45"])
    assert Rest(from_s=6 * HOUR, length_s=2700) in counter_of(plan, "3").rests
    short = {rest for rest in before if rest.length_s < 1800}
    assert set(counter_of(plan, "3").rests) == short | {Rest(from_s=6 * HOUR, length_s=2700)}
    assert set(counter_of(changed(normal, ["counter 3 break none"]), "3").rests) == short


def test_a_rest_ends_with_its_shift(normal):
    plan = changed(normal, ["counter 3 break 12:00-13:00", "counter 3 closed 12:30-14:00"])
    assert Rest(from_s=4 * HOUR, length_s=1800) in counter_of(plan, "3").rests


def test_the_back_line_grows_and_shrinks(normal):
    def back_line(plan: Plan) -> list[str]:
        return [counter.id for counter in plan.day.counters if counter.kind is CounterKind.BACK_LINE]

    assert back_line(normal) == ["11", "12", "13"]
    assert back_line(changed(normal, ["back line 1"])) == ["11"]
    assert back_line(changed(normal, ["後線 5"])) == ["11", "12", "13", "14", "15"]
    assert changed(normal, ["back line off"]).back_line is False


def test_visits_of_a_service_are_shorter_and_the_office_knows_it(normal):
    plan = changed(normal, ["service REG mean 6"])
    pairs = zip(normal.day.visitors, plan.day.visitors, strict=True)
    assert {abs(two.service_s - one.service_s / 2) <= 1 for one, two in pairs if one.service == "REG"} == {True}
    assert plan.means == {"REG": 6}
    assert changed(plan, ["service REG mean 3"]).means == {"REG": 3}


@pytest.mark.parametrize(
    ("sentence", "reason_zh", "reason_en"),
    [
        ("counter 99 closed", "沒有 99 號櫃台", "no counter 99"),
        ("counter 14 open like 77", "沒有 77 號櫃台", "no counter 77"),
        ("counter 3 open 10:00-12:00 like 4", "已經有 3 號櫃台", "counter 3 is there"),
        ("counter 3 open", "本來就是這樣", "it is so already"),
        ("counter 3 closed 07:00-09:00", "08:00–17:00 之內", "within 08:00–17:00"),
        ("counter 3 closed ten to noon", "不是時間", "no opening time"),
        ("counter 3 break closed", "08:00–17:00 之內", "within 08:00–17:00"),
        ("counter 11 closed", "由後線人員開放", "opened by the back line"),
        ("counter 3 serves PASSPORT", "沒有「PASSPORT」", 'no service "PASSPORT"'),
        ("counter 3 kind backline", "後線請寫", "say back line 2"),
        ("counter _ open", "格式不符", "does not fit"),
        ("back line 21", "最多 20 位", "20 at most"),
        ("rule love_hed_start = 60", "love_head_start", 'did you mean "love_head_start"'),
        ("rule reserve = maybe", "沒有「maybe」", 'no "maybe"'),
        ("rule love_head_start = inf", "應為數字", "must be a number"),
        ("rule love_head_start = 2026-01-01", "應為數字", "must be a number"),
        ("service REG mean long", "分鐘之間", "between 0.1 and 480"),
        ("service REG mean 1e300", "分鐘之間", "between 0.1 and 480"),
        ("service REGG mean 3", "是否為「REG」", 'did you mean "REG"'),
    ],
)
def test_what_cannot_be_is_told_with_its_sentence(normal, sentence, reason_zh, reason_en):
    with pytest.raises(WhatIfImpossible) as refused:
        changed(normal, [sentence])
    words = refused.value.words
    assert sentence in words.zh
    assert sentence in words.en
    assert reason_zh in words.zh
    assert reason_en in words.en


def test_the_last_counter_of_a_service_cannot_be_closed(normal):
    able = [
        one.id for one in normal.day.counters if "CERT" in one.services and one.kind is not CounterKind.BACK_LINE
    ]
    *others, last = [f"counter {number} closed" for number in able]
    plan = changed(normal, others)
    with pytest.raises(WhatIfImpossible) as refused:
        changed(plan, [last])
    assert "no counter would be left for CERT" in refused.value.words.en


def test_what_is_not_understood_is_answered_with_what_may_be_said(normal):
    with pytest.raises(WhatIfUnclear) as refused:
        changed(normal, ["coffee for everybody"])
    for zh, en in EXAMPLES:
        assert zh in refused.value.words.zh
        assert en in refused.value.words.en


def test_nothing_is_played_when_a_sentence_cannot_be(morning, tmp_path):
    database = tmp_path / "day.db"
    said = run("rehearse", morning, "--what-if", "counter 99 closed", "--database", f"sqlite:///{database}")
    assert said.code == Exit.REFUSED
    assert '"counter 99 closed" cannot be' in said.err
    assert said.out == ""
    assert not database.exists()
    assert run("rehearse", "--scores-only", "--what-if", "back line 2").code == Exit.REFUSED


def test_the_day_as_it_was_is_the_same_with_and_without_a_what_if(both_days, morning, tmp_path):
    folder, _ = both_days
    assert run("rehearse", morning, "--json", tmp_path / "alone.json").code == Exit.WELL
    alone = json.loads((tmp_path / "alone.json").read_text(encoding="utf-8"))
    both = json.loads((folder / "both.json").read_text(encoding="utf-8"))
    assert both.pop("what_if")
    assert both == alone


def test_every_score_of_both_days_stands_beside_its_change(both_days):
    folder, said = both_days
    both = json.loads((folder / "both.json").read_text(encoding="utf-8"))
    (other,) = both["what_if"]
    assert [change["en"] for change in other["changes"]] == [
        "counter 14 open 08:30–09:10 (added, like 3)",
        "rule reserve = off",
    ]
    (before,), (after,), (change,) = both["days"], other["days"], other["change"]["days"]
    assert after["audit"] is True
    assert (before["reserve"], after["reserve"]) == (True, False)
    assert before["tickets"] == after["tickets"] == 90
    for name in ("P60", "Omean", "O95", "hot", "bl", "est"):
        assert change[name] == pytest.approx(after[name] - before[name], abs=2e-4)
    assert change["Omean"] < 0
    (line,) = (line for line in said.out.splitlines() if line.startswith("Omean"))
    assert line.split()[-4:] == [
        *(f"{day['Omean']:.1f}" for day in (before, after)),
        f"{round(after['Omean'], 1) - round(before['Omean'], 1):+.1f}",
        "better",
    ]


def test_the_database_alone_shows_both_days_again(both_days, tmp_path):
    folder, first = both_days
    copy = tmp_path / "copy.db"
    shutil.copy(folder / "days.db", copy)
    said = run(
        *("rehearse", "--scores-only", "--database", f"sqlite:///{copy}", "--json", tmp_path / "again.json")
    )
    assert said.code == Exit.WELL, said.err
    assert (tmp_path / "again.json").read_text(encoding="utf-8") == (folder / "both.json").read_text(
        encoding="utf-8"
    )
    assert first.out.endswith(said.out)
    chinese = run("rehearse", "--scores-only", "--database", f"sqlite:///{copy}", language="zh-TW")
    assert "假如：14 號櫃台開放 08:30–09:10（新增，比照 3 號）" in chinese.out
    assert "一般號平均等候，分鐘" in chinese.out


def test_a_counter_calls_within_its_shift_alone_and_serves_who_is_there_to_the_end(both_days):
    folder, _ = both_days
    store = Store(f"sqlite:///{folder / 'days.db'}", "morning.what-if")
    view = day_view.read(store)
    store.close()
    own = [(entry.kind, (entry.at - view.entries[0].at) / 1000) for entry in view.entries if entry.counter == "14"]
    calls = [at for kind, at in own if kind is Kind.TICKET_CALLED]
    assert calls
    assert min(calls) >= 1800
    assert max(calls) < 70 * 60
    finished = [at for kind, at in own if kind is Kind.TICKET_FINISHED]
    assert len(finished) == len(calls)
    assert own[-1][0] is Kind.SIGNED_OUT
    assert own[-1][1] == max(70 * 60, finished[-1])
