"""Making an office, and putting an edited office file into effect."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from waitline.cli.exits import Exit
from waitline.model.counter import CounterId
from waitline.model.errors import WrongPin
from waitline.model.staff import StaffId
from waitline.model.ticket import Origin
from waitline.settings.office_folder import open_office
from waitline.store.engine import Store
from waitline.verbs.calling import Calling
from waitline.verbs.reception import Reception

from .command import run, standard_input


@pytest.fixture
def office(tmp_path) -> Path:
    """A folder where `waitline init` has been run once."""
    folder = tmp_path / "戶所 office"
    said = run("init", "--office", folder)
    assert said.code == Exit.WELL, said.err
    return folder


def standing_in(folder: Path):
    """What holds in the database."""
    store = Store(f"sqlite:///{folder / 'queue.db'}", "sample")
    try:
        with store.reading() as look:
            return look.setup
    finally:
        store.close()


def edit(folder: Path, old: str, new: str) -> None:
    file = folder / "office.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_one_command_makes_an_office_that_gives_numbers(office):
    opened = open_office(office, {})
    store = Store(opened.database_url, opened.office_id)
    try:
        taken = Reception(store).take_ticket(request="first-touch", service="TRANS", origin=Origin.GREETER)
    finally:
        store.close()
    assert taken.ticket.label == "A001"


def test_an_edited_office_file_takes_effect_when_init_runs_again(office):
    edit(office, 'zh = "戶籍謄本"', 'zh = "謄本"')
    said = run("init", "--office", office)
    assert said.code == Exit.WELL
    assert "in effect" in said.out
    assert standing_in(office).services[0].names.zh == "謄本"


def test_what_is_followed_at_once_needs_no_restart_and_none_is_asked_for(office):
    edit(office, 'zh = "戶籍謄本"', 'zh = "謄本"')
    assert "restart" not in run("init", "--office", office).out


@pytest.mark.parametrize(
    ("old", "new", "said", "unsaid"),
    [
        ("love_asks_reason = true", "love_asks_reason = false", "Kiosk kiosk-1:", "Display"),
        ('theme = "day"', 'theme = "night"', "Display lobby-1:", "Kiosk"),
        ('profile = "big5-80mm"', 'profile = "big5-58mm"', "Kiosk kiosk-1:", "Display"),
    ],
    ids=["a kiosk's entry", "a display's entry", "a kiosk's printer"],
)
def test_init_says_which_programs_begin_anew_before_a_setting_counts(office, old, new, said, unsaid):
    edit(office, old, new)
    out = run("init", "--office", office).out
    assert said in out
    assert unsaid not in out


def test_init_again_without_an_edit_changes_nothing(office):
    opened = open_office(office, {})
    store = Store(opened.database_url, opened.office_id)
    with store.reading() as look:
        before = look.seq
    said = run("init", "--office", office)
    with store.reading() as look:
        after = look.seq
    store.close()
    assert "nothing has changed" in said.out
    assert after == before


def test_a_broken_office_file_is_refused_whole_and_the_old_one_goes_on(office):
    edit(office, 'icon = "seal"', 'icon = "stamp"')
    edit(office, "mean_minutes = 12", 'mean_minutes = "twelve"')
    said = run("init", "--office", office)
    assert said.code == Exit.BAD_FILE
    assert said.err.count("office.toml, line") == 2
    assert "Traceback" not in said.err
    assert standing_in(office).services[1].mean_minutes == 12


def test_the_command_speaks_chinese(tmp_path):
    said = run("init", "--office", tmp_path / "office", language="zh-TW")
    assert "已設定完成" in said.out
    edit(tmp_path / "office", 'icon = "seal"', 'icon = "stamp"')
    assert "第" in run("init", "--office", tmp_path / "office", language="zh-TW").err


def test_a_pin_comes_from_standard_input_and_is_asked_for_at_sign_in(office):
    with standard_input("4711\n"):
        said = run("set-pin", "c01", "--office", office, "--pin-stdin")
    assert said.code == Exit.WELL, said.err
    assert "4711" not in said.out + said.err
    opened = open_office(office, {})
    store = Store(opened.database_url, opened.office_id)
    try:
        calling = Calling(store)
        with pytest.raises(WrongPin):
            calling.sign_in(request="s1", counter=CounterId("1"), staff=StaffId("c01"), pin="0000")
        desk = calling.sign_in(request="s2", counter=CounterId("1"), staff=StaffId("c01"), pin="4711")
        assert desk.staff == "c01"
    finally:
        store.close()


def test_a_pin_can_be_taken_away_again(office):
    with standard_input("4711\n"):
        run("set-pin", "c01", "--office", office, "--pin-stdin")
    assert run("set-pin", "c01", "--office", office, "--remove").code == Exit.WELL
    opened = open_office(office, {})
    store = Store(opened.database_url, opened.office_id)
    with store.reading() as look:
        assert "c01" not in look.with_pin()
    store.close()


def test_a_short_pin_and_an_unknown_login_are_refused_in_words(office):
    with standard_input("12\n"):
        said = run("set-pin", "c01", "--office", office, "--pin-stdin")
    assert (said.code, "at least" in said.err) == (Exit.REFUSED, True)
    said = run("set-pin", "nobody", "--office", office, "--remove")
    assert (said.code, "nobody" in said.err) == (Exit.REFUSED, True)


def test_a_database_of_a_newer_program_is_left_alone(office):
    with sqlite3.connect(office / "queue.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    said = run("init", "--office", office)
    assert said.code == Exit.DATABASE
    assert "newer than this program" in said.err


def test_a_file_that_is_no_database_is_told_in_words(tmp_path):
    run("init", "--office", tmp_path)
    for name in ("queue.db-wal", "queue.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "queue.db").write_bytes(b"not a database" * 100)
    said = run("init", "--office", tmp_path)
    assert said.code == Exit.DATABASE
    assert "Traceback" not in said.err
    assert said.err.strip()


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("no folder")
    said = run("init", "--office", tmp_path / "file" / "office")
    assert said.code == Exit.BAD_FILE
    assert str(tmp_path / "file") in said.err
    assert "Traceback" not in said.err


def test_without_an_office_every_command_says_what_to_do(tmp_path):
    for command in (("audit",), ("set-pin", "c01", "--remove")):
        said = run(*command, "--office", tmp_path)
        assert said.code == Exit.BAD_FILE
        assert "waitline init" in said.err


def test_a_pin_is_not_set_in_a_database_of_a_newer_program(office):
    database = open_office(office).database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(database, isolation_level=None)) as of_a_newer_program:
        of_a_newer_program.execute("UPDATE alembic_version SET version_num = '9999'")
    said = run("set-pin", "c01", "--office", office, "--remove")
    assert said.code != Exit.WELL
    assert "newer than this program" in said.err


def test_the_command_runs_as_a_program_and_ends_with_its_code(tmp_path):
    waitline = [sys.executable, "-m", "waitline.cli", "--language", "en"]
    done = subprocess.run([*waitline, "init", "--office", tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (Exit.WELL, "")
    assert "is set up" in done.stdout
    wrong = subprocess.run([*waitline, "init", "--offce", tmp_path], capture_output=True, text=True, check=False)
    assert wrong.returncode == Exit.USAGE
    assert "Traceback" not in wrong.stderr


def test_help_names_every_command_and_every_exit_code():
    said = run("--help")
    assert said.code == Exit.WELL
    for word in ("init", "check", "audit", "set-pin", "rehearse", "--language"):
        assert word in said.out
    for code in (Exit.NOT_WELL, Exit.USAGE, Exit.BAD_FILE, Exit.DATABASE, Exit.REFUSED, Exit.FAULT):
        assert f" {code.value} " in " ".join(said.out.split())
