"""A day of six hundred visitors, and ten thousand touches and keys by chance, through the kiosk's real window.

In a process of its own each, without a screen, on SQLite, on a turned clock; every slip of the day is printed by
the emulated printer. Memory is all that is resident (RSS), from after the first visitor to after the last.
"""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

from drivers.printing.emulator.device import Emulator
from drivers.printing.profile import load_profile

from .measure import Measure, p50, p95
from .stages import load, work_folder

MEGABYTES = 20
TIMES_AS_SLOW = 1.1
"""Between two halves of a hundred the same work differs by so much from itself."""
SOME = 100
PROFILE = "big5-80mm"
ROOT = Path(__file__).parents[1]


def child(what: str, port: str, seed: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.visitors_child", what, port, str(seed)],
        stdout=subprocess.PIPE,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        check=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def day(folder: Path, seed: int) -> list[Measure]:
    with Emulator(load_profile(PROFILE), folder / "port", turned=True) as printer:
        found = child("day", str(printer.port), seed)
    took, resident = found["took"], found["resident"]
    first, last = p50(took[:SOME]), p50(took[-SOME:])
    where = f"{len(took)} visitors, SQLite"
    return [
        Measure(
            what="a day's growth of memory",
            where=where,
            value=resident[-1] - resident[0],
            unit="MB",
            bar=MEGABYTES,
            detail=f"RSS {resident[0]:.0f} → {resident[-1]:.0f} MB, after the first {SOME} {resident[SOME]:.0f}",
        ),
        Measure(
            what=f"touch → number, last {SOME} ÷ first {SOME}, medians",
            where=where,
            value=last / first,
            unit="",
            bar=TIMES_AS_SLOW,
            detail=f"{first:.0f} → {last:.0f} ms, p95 of all {p95(took):.0f}; {load()}",
        ),
        Measure(
            what="tickets missing or twice",
            where=where,
            value=abs(found["tickets"] - len(took)),
            unit="",
            bar=0,
        ),
    ]


def monkey(seed: int) -> Measure:
    found = child("monkey", "-", seed)
    for one in found["wrong"]:
        print(one, file=sys.stderr)
    return Measure(
        what="touches and keys by chance: exceptions, warnings, stuck pages, tickets amiss",
        where=f"{found['actions']} actions, SQLite",
        value=len(found["wrong"]),
        unit="",
        bar=0,
        detail=f"seed {seed}; {found['tickets']} takes, {found['visitors']} visitors between",
    )


def run() -> list[Measure]:
    seed = secrets.randbelow(10**6)
    with work_folder() as folder:
        return [*day(folder, seed), monkey(seed)]
