"""Other days of the same kinds as the recorded ones, made by drawing their parts anew.

What the twenty days show, and so what is kept and what is drawn:

- How many come differs from kind to kind and from day to day, and the share of love visitors does too: each made
  day takes its number of ordinary, love and booked visitors from one recorded day of its kind; all lend theirs
  equally often.
- When they come depends on the class (peaks at 10:00 and 14:00), not on the kind of day, and visitors come
  independently of each other: everybody comes in the ten minutes of another visitor of that class, of any day, at
  a moment of their own. (Within one minute, two drawn from the same few hundred would come together far more often
  than people do.) Whoever came before the opening takes a number within its first three minutes.
- Booked visitors have the slot of another and are as early or late for it as a third.
- What they come for, how long it takes, how they walk, whether they are there and when they come back depends on
  the class, neither on the kind of day nor on the hour: all of it is another visitor's, of any day.
- Who works that day: each counter's speed, way and short breaks are those of a counter of its kind on any day.
  Counters, what they do and lunches are the office's own and stay.
"""

import csv
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from waitline.cli.rehearse.office_of_day import KIOSK_OPEN_S, KNOWN_S

Row = dict[str, str]

ERRAND: Final = ("svc", "dur", "walk", "show", "back")
WINDOW_S: Final = 600
"""Everybody may as well have come at another moment of so many seconds."""
AT_THE_DOOR_S: Final = 210
"""All of the first window's visitors stand at the door at opening time and have their numbers by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A day's files as they are."""

    name: str
    kind: str
    visitors: Sequence[Row]
    counters: Sequence[Row]


def recorded(folders: Sequence[Path]) -> tuple[Recorded, ...]:
    return tuple(
        Recorded(
            name=folder.name,
            kind=json.loads((folder / "meta.json").read_text(encoding="utf-8"))["scen"],
            visitors=_rows(folder / "visitors.csv"),
            counters=_rows(folder / "counters.csv"),
        )
        for folder in folders
    )


class MadeDays:
    """Draws days from recorded ones; the same seed gives the same day."""

    def __init__(self, days: Sequence[Recorded]) -> None:
        self._days = days
        self._visitors: dict[str, list[Row]] = defaultdict(list)
        self._counters: dict[str, list[Row]] = defaultdict(list)
        for day in days:
            for visitor in day.visitors:
                self._visitors[visitor["cls"]].append(visitor)
            for counter in day.counters:
                self._counters[_like(counter)].append(counter)

    def write(self, into: Path, rounds: Sequence[int]) -> list[Path]:
        """One made day for each recorded day and round: folders that `waitline rehearse` plays."""
        return [self._write(into, day, seed) for seed in rounds for day in self._days]

    def _write(self, into: Path, like: Recorded, seed: int) -> Path:
        chance = random.Random(f"{like.name} {seed}")
        visitors = sorted(self._people(like, chance), key=lambda row: int(row["t"]))
        counters = [self._manned(counter, chance) for counter in like.counters]
        folder = into / f"{like.name}-{seed}"
        folder.mkdir(parents=True)
        _write_rows(folder / "visitors.csv", [{"vid": str(place), **row} for place, row in enumerate(visitors, 1)])
        _write_rows(folder / "counters.csv", counters)
        meta = {"seed": seed, "scen": like.kind, "n": len(visitors)}
        (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
        return folder

    def _people(self, like: Recorded, chance: random.Random) -> Iterator[Row]:
        for one in like.visitors:
            able = self._visitors[one["cls"]]
            when, what, other = (chance.choice(able) for _ in range(3))
            comes = int(when["t"]) // WINDOW_S * WINDOW_S + chance.randrange(WINDOW_S)
            if when["slot"]:
                comes = int(when["slot"]) + int(other["t"]) - int(other["slot"])
            if comes < WINDOW_S:
                comes = chance.randrange(AT_THE_DOOR_S)
            yield {
                "t": str(min(comes, KIOSK_OPEN_S - 1)),
                "cls": one["cls"],
                "slot": when["slot"],
                **{name: what[name] for name in ERRAND},
            }

    def _manned(self, counter: Row, chance: random.Random) -> Row:
        speed, way, breaks = (chance.choice(self._counters[_like(counter)]) for _ in range(3))
        known = [rest for rest in counter["breaks"].split(";") if rest and _is_known(rest)]
        short = [rest for rest in breaks["breaks"].split(";") if rest and not _is_known(rest)]
        return {
            **counter,
            "speed": speed["speed"],
            "travel": way["travel"],
            "breaks": ";".join([*known, *short]),
        }


def _like(counter: Mapping[str, str]) -> str:
    """Quick and general counters rest alike and are as fast; the love counter rests otherwise."""
    return "general" if counter["kind"] == "quick" else counter["kind"]


def _is_known(rest: str) -> bool:
    return int(rest.split("+")[1]) >= KNOWN_S


def _rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write_rows(file: Path, rows: Sequence[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, fieldnames=list(rows[0]))
        table.writeheader()
        table.writerows(rows)
