"""A database that cannot be used: the command says which, and why, and never a password."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import FRIDAY_NINE, office_document, open_hall
from waitline.cli.exits import Exit
from waitline.model.errors import DatabaseFull
from waitline.store.engine import Store

from .command import Said, run

AS_NOBODY_SPECIAL = ["setpriv", "--inh-caps", "-all", "--bounding-set", "-dac_override,-dac_read_search"]
"""root, but bound by the files' rights as everybody is."""

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")


@pytest.fixture
def office(tmp_path) -> Path:
    folder = tmp_path / "office"
    assert run("init", "--office", folder).code == Exit.WELL
    (folder / "state").mkdir(exist_ok=True)
    return folder


def bound_by_rights(*words: str | Path) -> Said:
    """`waitline WORDS...` by somebody who may not do everything."""
    if os.geteuid() != 0:
        return run(*words)
    if shutil.which("setpriv") is None:
        pytest.skip("needs setpriv, or not to be root")
    command = [*AS_NOBODY_SPECIAL, sys.executable, "-m", "waitline.cli", "--language", "en", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Said(code=done.returncode, out=done.stdout, err=done.stderr)


@pytest.fixture
def rights():
    """Change a file's or folder's rights until the test's end."""
    before: list[tuple[Path, int]] = []

    def give(path: Path, mode: int) -> None:
        before.append((path, path.stat().st_mode & 0o777))
        path.chmod(mode)

    yield give
    for path, mode in reversed(before):
        path.chmod(mode)


@on_posix
def test_a_folder_that_is_read_only_is_told_as_that(office, rights):
    rights(office, 0o555)
    for command in ("init", "audit"):
        said = bound_by_rights(command, "--office", office)
        assert said.code == Exit.DATABASE, said
        assert "read-only" in said.err
        assert "queue.db" in said.err
    said = bound_by_rights("check", "--office", office)
    assert "✗ Database: The database file or its folder is read-only" in said.out


@on_posix
def test_a_file_that_is_read_only_can_be_audited_but_not_changed(office, rights):
    rights(office / "queue.db", 0o444)
    said = bound_by_rights("audit", "--office", office)
    assert said.code == Exit.WELL, said.err
    text = (office / "office.toml").read_text(encoding="utf-8")
    (office / "office.toml").write_text(text.replace("love_head_start = 120", "love_head_start = 90"))
    said = bound_by_rights("init", "--office", office)
    assert (said.code, "read-only" in said.err) == (Exit.DATABASE, True)


@on_posix
def test_a_file_that_may_not_be_opened_is_told_as_that(office, rights):
    rights(office / "queue.db", 0o000)
    said = bound_by_rights("audit", "--office", office)
    assert said.code == Exit.DATABASE
    assert "cannot be opened" in said.err
    assert "permission denied" in said.err


@on_posix
def test_a_folder_that_may_not_be_entered_is_told_as_that(office, rights, tmp_path):
    other = tmp_path / "locked"
    other.mkdir()
    shutil.move(office / "queue.db", other / "queue.db")
    text = (office / "office.toml").read_text(encoding="utf-8")
    text = text.replace("sqlite:///queue.db", f"sqlite:///{other}/queue.db")
    (office / "office.toml").write_text(text, encoding="utf-8")
    rights(other, 0o000)
    said = bound_by_rights("audit", "--office", office)
    assert said.code == Exit.DATABASE
    assert "permission denied" in said.err


def test_a_folder_that_is_not_there_is_named(tmp_path):
    said = run("init", "--office", tmp_path, "--database", f"sqlite:///{tmp_path}/gone/queue.db")
    assert said.code == Exit.DATABASE
    assert f"there is no folder {tmp_path / 'gone'}" in said.err
    assert (
        "沒有"
        in run(
            "init", "--office", tmp_path, "--database", f"sqlite:///{tmp_path}/gone/queue.db", language="zh-TW"
        ).err
    )


def test_before_the_first_init_there_is_no_database_and_that_is_said(office):
    for name in ("queue.db", "queue.db-wal", "queue.db-shm"):
        (office / name).unlink(missing_ok=True)
    said = run("check", "--office", office)
    assert said.code == Exit.NOT_WELL
    assert "There is no database yet; run waitline init" in said.out
    assert run("audit", "--office", office).code == Exit.DATABASE


def test_a_server_says_itself_why_it_refuses(tmp_path, postgres):
    nowhere = postgres.replace("/waitline_", "/nowhere_")
    said = run("init", "--office", tmp_path, "--database", nowhere)
    assert said.code == Exit.DATABASE
    assert 'database "nowhere_' in said.err
    assert "does not exist" in said.err


@pytest.mark.parametrize("command", ["init", "audit"])
def test_a_server_that_refuses_the_connection_is_told_without_the_password(tmp_path, command):
    url = "postgresql://waitline:geheim@127.0.0.1:1/queue"
    words = ["init", "--office", tmp_path, "--database"] if command == "init" else ["audit", "--database"]
    said = run(*words, url)
    assert said.code == Exit.DATABASE
    assert "refused" in said.err
    assert "postgresql://waitline@127.0.0.1:1/queue" in said.err
    assert "geheim" not in said.err + said.out


def test_an_address_with_an_unknown_option_is_told_without_the_password():
    said = run("audit", "--database", "postgresql://h/x?password=geheim&colour=red")
    assert said.code == Exit.DATABASE
    assert "colour" in said.err
    assert "geheim" not in said.err


@pytest.fixture
def full_disk(tmp_path, migrated_file):
    """A disk that has an office's database on it and not a byte of room."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no right to mount a small disk here")
    try:
        shutil.copy(migrated_file, place / "queue.db")
        store = Store(f"sqlite:///{place}/queue.db", "office")
        open_hall(store, office_document(), turned_to=FRIDAY_NINE)
        store.close()
        fill(place / "ballast")
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(file: Path) -> None:
    """Until the disk takes no more."""
    ballast = os.open(file, os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while True:
            os.write(ballast, b"x" * 4096)
    os.close(ballast)


def test_a_program_started_on_a_full_disk_says_that_it_is_full(full_disk, make_store):
    store = make_store(f"sqlite:///{full_disk}/queue.db", "office")
    with pytest.raises(DatabaseFull) as full, store.writing("take_ticket", "r1") as hall:
        hall.new_number(hall.setup.series[0])
    assert "磁碟空間已滿" in full.value.words.zh
    said = run("audit", "--database", f"sqlite:///{full_disk}/queue.db")
    assert (said.code, "The disk is full" in said.err) == (Exit.DATABASE, True)
