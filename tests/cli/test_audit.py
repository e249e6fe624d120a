"""`waitline audit`: a changed past is found and named."""

import sqlite3
from pathlib import Path

import pytest

from waitline.cli.exits import Exit
from waitline.model.ticket import Origin
from waitline.store.engine import Store
from waitline.verbs.reception import Reception

from .command import run


@pytest.fixture
def office(tmp_path) -> Path:
    """An office where six numbers were taken."""
    assert run("init", "--office", tmp_path).code == Exit.WELL
    store = Store(f"sqlite:///{tmp_path / 'queue.db'}", "sample")
    for n in range(6):
        Reception(store).take_ticket(request=f"touch-{n}", service="TRANS", origin=Origin.GREETER)
    store.close()
    return tmp_path


def change(office: Path, statement: str) -> None:
    """Somebody with the file and no right to it."""
    database = sqlite3.connect(office / "queue.db")
    with database:
        database.execute("DROP TRIGGER IF EXISTS journal_no_update")
        database.execute("DROP TRIGGER IF EXISTS journal_no_delete")
        database.execute(statement)
    database.close()


def head_told(said: str) -> str:
    return said.split("The head is ")[1].strip()


def test_an_untouched_journal_passes_and_tells_its_head(office):
    said = run("audit", "--office", office)
    assert said.code == Exit.WELL
    assert "none of them changed" in said.out
    assert run("audit", "--office", office, "--head", head_told(said.out)).code == Exit.WELL
    assert "均未更動" in run("audit", "--office", office, language="zh-TW").out


def test_a_changed_entry_is_named(office):
    change(office, "UPDATE journal SET at = at - 60000 WHERE seq = 4")
    said = run("audit", "--office", office)
    assert said.code == Exit.NOT_WELL
    assert "entry 4" in said.out


def test_a_journal_cut_off_and_mended_is_found_by_a_head_kept_elsewhere(office):
    head = head_told(run("audit", "--office", office).out)
    seq = int(head.split(":")[0])
    change(office, f"DELETE FROM journal WHERE seq = {seq}")
    assert run("audit", "--office", office).code == Exit.NOT_WELL
    said = run("audit", "--office", office, "--head", head)
    assert said.code == Exit.NOT_WELL
    assert f"entry {seq}" in said.out


def test_what_is_no_head_is_refused_in_words(office):
    said = run("audit", "--office", office, "--head", "yesterday")
    assert said.code == Exit.REFUSED
    assert "yesterday is no head" in said.err


def test_a_database_that_was_never_made_is_told_and_not_made(tmp_path):
    run("init", "--office", tmp_path)
    file = tmp_path / "office.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("queue.db", "gone.db"), encoding="utf-8")
    said = run("audit", "--office", tmp_path)
    assert said.code == Exit.DATABASE
    assert "run waitline init" in said.err
    assert not (tmp_path / "gone.db").exists()
