"""``python -m benchmarks [--json FILE] [NAME ...]``: all measures, or the named ones, as one table."""

import argparse
import dataclasses
import importlib
import json
import os
import sys
import time
from pathlib import Path

from .measure import Measure, table

NAMES = (
    "hot_verbs",
    "history",
    "foresight",
    "races",
    "summons",
    "screens",
    "board",
    "voice",
    "busy_day",
    "console",
    "console_away",
    "bus",
    "offline",
    "visitors",
    "paper",
    "faults",
    "starting",
    "rehearsal",
    "other_days",
)


def main() -> int:
    words = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    words.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all of them when none is given"
    )
    words.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    given = words.parse_args()
    unknown = set(given.names) - set(NAMES)
    if unknown:
        words.error(f"unknown measure: {', '.join(sorted(unknown))}")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an office's programs are not compiled at every start
    found: list[Measure] = []
    for name in given.names or NAMES:
        began = time.monotonic()
        print(f"{name} ...", file=sys.stderr, end=" ", flush=True)
        found += importlib.import_module(f"benchmarks.{name}").run()
        print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)
    print(table(found))
    if given.json is not None:
        lines = [dataclasses.asdict(m) | {"good": m.good} for m in found]
        given.json.write_text(json.dumps(lines, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0 if all(m.good for m in found) else 1


if __name__ == "__main__":
    sys.exit(main())
