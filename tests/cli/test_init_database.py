"""`waitline init --database` and what else is refused: an office that cannot be stays as it was."""

import sys
from pathlib import Path

import pytest

from waitline.cli.exits import Exit
from waitline.settings.office_folder import open_office
from waitline.store.offices import offices_in

from ..settings.offices import SAMPLE, line_in
from .command import run


@pytest.fixture
def office(tmp_path) -> Path:
    """A folder where `waitline init` has been run once."""
    folder = tmp_path / "office"
    said = run("init", "--office", folder)
    assert said.code == Exit.WELL, said.err
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.toml")} | {
        path.name: b"" for path in folder.iterdir() if path.is_file()
    }


def edit(folder: Path, old: str, new: str) -> str:
    file = folder / "office.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text.replace(old, new, 1)


def test_a_database_named_on_the_command_line_is_kept_in_the_office_file(tmp_path):
    said = run("init", "--office", tmp_path, "--database", "sqlite:///other.db")
    assert said.code == Exit.WELL, said.err
    assert (tmp_path / "other.db").exists()
    assert open_office(tmp_path, {}).database_url.endswith("/other.db")
    assert "# ──" in (tmp_path / "office.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "url",
    [
        "garbage",
        "mysql://x",
        "mysql://me:geheim@x/y",
        "sqlite:///",
        "sqlite:///a\nb.db",
        "postgresql://me:geheim@db:port/queue",
        "postgresql://[::1/queue",
        "postgresql://me@db/queue?password=geheim",
        "postgresql://waitline:geheim@127.0.0.1:1/queue",
        "sqlite:////proc/nowhere/queue.db",
        pytest.param("sqlite:///\udcff.db", id="a name that is no text"),
    ],
)
def test_a_database_that_cannot_be_leaves_the_office_as_it_was(office, url):
    before = files_of(office)
    said = run("init", "--office", office, "--database", url)
    assert said.code in (Exit.REFUSED, Exit.DATABASE, Exit.BAD_FILE), said.err
    assert said.err.strip()
    assert "geheim" not in said.err + said.out
    assert files_of(office) == before
    assert run("init", "--office", office).code == Exit.WELL


def test_a_first_office_on_a_database_that_cannot_be_is_not_begun(tmp_path):
    assert run("init", "--office", tmp_path, "--database", "mysql://x").code == Exit.REFUSED
    assert run("init", "--office", tmp_path, "--database", "postgresql://127.0.0.1:1/queue").code == Exit.DATABASE
    assert not (tmp_path / "office.toml").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such file names there")
def test_a_database_whose_name_has_quotes_is_written_so_that_it_can_be_read(office):
    said = run("init", "--office", office, "--database", 'sqlite:///a"b\\c.db')
    assert said.code == Exit.WELL, said.err
    assert open_office(office, {}).database_url.endswith('/a"b\\c.db')
    assert (office / 'a"b\\c.db').exists()


def test_a_broken_office_file_is_told_with_its_line_and_left_alone(office):
    text = edit(office, "begin_by_hand = true", "begin_by_hand = 1 #!")
    said = run("init", "--office", office, "--database", "sqlite:///other.db")
    assert said.code == Exit.BAD_FILE
    assert f"office.toml, line {line_in(text, '#!')}: begin_by_hand" in said.err
    assert (office / "office.toml").read_text(encoding="utf-8") == text
    assert not (office / "other.db").exists()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'[office\nid = "x"\n', "line 1"),
        (SAMPLE.encode("big5", errors="replace"), "not UTF-8"),
    ],
)
def test_an_office_file_that_is_no_toml_or_no_utf8_is_told_in_words(tmp_path, raw, words):
    (tmp_path / "office.toml").write_bytes(raw)
    said = run("init", "--office", tmp_path, "--database", "sqlite:///other.db")
    assert said.code == Exit.BAD_FILE
    assert "office.toml, line" in said.err
    assert words in said.err
    assert (tmp_path / "office.toml").read_bytes() == raw


def test_a_database_at_fault_in_the_file_can_be_put_right_on_the_command_line(office):
    edit(office, '"sqlite:///queue.db"', '"sqlight:///queue.db"')
    assert run("init", "--office", office).code == Exit.BAD_FILE
    said = run("init", "--office", office, "--database", "sqlite:///queue.db")
    assert said.code == Exit.WELL, said.err


@pytest.mark.parametrize(
    "written", ['database = { url = "sqlite:///queue.db" }', 'database.url = "sqlite:///queue.db"']
)
def test_a_database_written_in_another_way_is_not_changed_by_half(office, written):
    file = office / "office.toml"
    text = written + "\n" + SAMPLE[: SAMPLE.index("[database]")]
    file.write_text(text, encoding="utf-8")
    said = run("init", "--office", office, "--database", "sqlite:///other.db")
    assert said.code == Exit.BAD_FILE
    assert "office.toml, line 1: write the database as a section" in said.err
    assert file.read_text(encoding="utf-8") == text


def test_an_office_file_without_a_database_section_gets_one(office):
    file = office / "office.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("[database]")], encoding="utf-8")
    said = run("init", "--office", office, "--database", "sqlite:///elsewhere.db")
    assert said.code == Exit.WELL, said.err
    assert open_office(office, {}).database_url.endswith("/elsewhere.db")


def test_a_password_on_the_command_line_never_reaches_the_office_file(tmp_path, postgres):
    said = run("init", "--office", tmp_path, "--database", with_password(postgres))
    assert said.code == Exit.WELL, said.err
    text = (tmp_path / "office.toml").read_text(encoding="utf-8")
    assert "heim" not in text + said.out + said.err
    assert "ge%40heim" in open_office(tmp_path, {}).database_url
    if sys.platform != "win32":
        assert (tmp_path / "database.password").stat().st_mode & 0o077 == 0


def with_password(url: str) -> str:
    """The server trusts whoever comes over its own socket, whatever the password."""
    head, at, rest = url.partition("@")
    assert at, url
    return head.split("//")[0] + "//postgres:ge%40heim@" + rest


def test_a_changed_id_does_not_begin_an_empty_office_beside_the_old_one(office):
    edit(office, '"sample" ', '"smaple" ')
    said = run("init", "--office", office)
    assert said.code == Exit.REFUSED
    assert "holds sample and no smaple" in said.err
    assert "--another-office" in said.err
    database = open_office(office, {}).database_url
    assert offices_in(database) == ("sample",)
    assert "--another-office" in run("init", "--office", office, language="zh-TW").err


def test_a_second_office_is_added_to_a_database_when_that_is_said(office, tmp_path):
    database = open_office(office, {}).database_url
    (tmp_path / "office.toml").write_text(SAMPLE.replace('"sample" ', '"east" ', 1), encoding="utf-8")
    wish = ("init", "--office", tmp_path, "--database", database)
    assert run(*wish).code == Exit.REFUSED
    said = run(*wish, "--another-office")
    assert said.code == Exit.WELL, said.err
    assert offices_in(database) == ("east", "sample")
    assert run("init", "--office", tmp_path).code == Exit.WELL, "from then on it is one of them"


def test_a_printer_of_an_unknown_kind_is_refused_with_its_line_before_anything_happens(office):
    text = edit(office, 'profile = "big5-80mm"', 'profile = "no-such"')
    said = run("init", "--office", office)
    assert said.code == Exit.BAD_FILE
    assert f"office.toml, line {line_in(text, 'no-such')}: There is no printer profile no-such" in said.err
    assert "big5-80mm" in said.err
    edit(office, 'profile = "no-such"', 'profile = "big5-58mm"')
    assert run("init", "--office", office).code == Exit.WELL
