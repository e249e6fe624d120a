"""A rehearsed day on SQLite and on Postgres: one journal, entry by entry, the same tickets and scores."""

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from waitline.cli.exits import Exit
from waitline.model.journal import Kind
from waitline.store.engine import Store
from waitline.views import day_view

from .command import run

DAYS = Path(__file__).parent.parent / "days"


@pytest.fixture
def rush(tmp_path) -> Path:
    """The visitors of a busy day's first hour within twenty minutes: the back line is called, some are absent."""
    day, original = tmp_path / "rush", DAYS / "busy_00"
    day.mkdir()
    for name in ("counters.csv", "meta.json"):
        (day / name).write_bytes((original / name).read_bytes())
    with (original / "visitors.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    early = [row | {"t": str(int(row["t"]) // 3)} for row in rows if int(row["t"]) < 3600]
    missing = [row for row in early if row["cls"] == "O"][:2]
    for row, back in zip(missing, ("240", ""), strict=True):
        row.update(show="0", back=back)
    with (day / "visitors.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, fieldnames=list(rows[0]))
        table.writeheader()
        table.writerows(early)
    return day


def test_a_day_is_the_same_on_both_databases_entry_by_entry(rush, postgres, tmp_path):
    played, scores = {}, {}
    for name, database in (("sqlite", f"sqlite:///{tmp_path / 'day.db'}"), ("postgres", postgres)):
        file = tmp_path / f"{name}.json"
        said = run("rehearse", rush, "--love-unknown", "--database", database, "--json", file)
        assert said.code == Exit.WELL, said.err
        scores[name] = json.loads(file.read_text(encoding="utf-8"))
        store = Store(database, "rush")
        played[name] = day_view.read(store)
        store.close()
    here, there = played["sqlite"], played["postgres"]
    for one, other in zip(here.entries, there.entries, strict=True):
        assert one == other
    assert here.tickets == there.tickets
    assert here.errands == there.errands
    assert here.told == there.told
    assert scores["sqlite"] == scores["postgres"]
    kinds = Counter(entry.kind for entry in here.entries)
    for kind in (Kind.TICKET_TAKEN, Kind.NO_SHOW_MARKED, Kind.TICKET_RETURNED, Kind.BACK_LINE_ARRIVED):
        assert kinds[kind], kind


def test_a_day_is_the_same_in_every_process(rush, tmp_path):
    lines = (rush / "visitors.csv").read_text(encoding="utf-8").splitlines()
    (rush / "visitors.csv").write_text("\n".join(lines[:6]), encoding="utf-8")
    heads = set()
    for seed in ("1", "2"):  # sets of texts have another order with each
        file = tmp_path / f"{seed}.json"
        command = (sys.executable, "-m", "waitline.cli", "rehearse", str(rush), "--json", str(file))
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)
        (day,) = json.loads(file.read_text(encoding="utf-8"))["days"]
        heads.add(day["head"])
    assert len(heads) == 1
