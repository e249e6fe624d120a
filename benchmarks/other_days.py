"""Do other days of the same kinds score as the twenty recorded ones do?

Two hundred days made from the recorded ones (`made_days` says what is kept and what is drawn anew) go through
``waitline rehearse`` with the back line, one half after learning from ten of the recorded days, the other half
after the other ten; so do the recorded days themselves, each after the ten that it is not of. The days are split
among two processes; they take about ten minutes of an idle machine with two cores.

Each score is the weighted one of the days' own page. How far chance moves it is told from day to day: every day is
left out once, within its kind (the jackknife), which gives a standard error for the recorded days and one for the
others. Two sets *differ* when their scores are further apart than twice both errors together. Each row says too
whether the other days keep the bar that the twenty have; their errors are the smaller, so that they tell more of
what an office may expect.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import hypot, inf, sqrt
from pathlib import Path
from typing import Final

from waitline.cli.rehearse.facts import DayFacts, facts_of
from waitline.cli.rehearse.scores import Scores, scores_of, weighted
from waitline.store.engine import Store
from waitline.views import day_view

from .made_days import MadeDays, recorded
from .measure import Measure
from .rehearsal import AFTER_HOLIDAY, BARS, DAYS, ESTIMATES

ROUNDS: Final = 10
"""So many made days for each recorded one."""
WITHOUT: Final = "P60w"
ERRORS_APART: Final = 2

Bar = tuple[float, str, str, bool]
EVERY_BAR: Final[Mapping[str, Bar]] = {
    "P60": (94, "%", "love visitors called within 60 s", True),
    WITHOUT: (95.7, "%", "the same without days after a holiday", True),
    "A10": (96, "%", "booked visitors called within 10 min", True),
    **{name: (bar, unit, what, False) for name, (bar, unit, what) in BARS.items()},
    **{name: (bar, unit, what, more) for name, (what, unit, bar, more) in ESTIMATES.items()},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A weighted score of some days and its standard error."""

    value: float
    error: float


def run() -> list[Measure]:
    with tempfile.TemporaryDirectory(dir=_fast_folder()) as kept:
        own, others = _played(Path(kept), ROUNDS)
    ours, theirs = scored(own), scored(others)
    days = f"on {len(others)} other days"
    missing = [name for name in EVERY_BAR if name not in ours or name not in theirs]
    return [
        *(_compared(name, ours[name], theirs[name], days) for name in EVERY_BAR if name not in missing),
        Measure(
            what="scores that not every day has",
            where="SQLite",
            value=len(missing),
            unit="scores",
            bar=0,
            detail=", ".join(missing),
        ),
    ]


def scored(days: Iterable[DayFacts]) -> dict[str, Score]:
    """Each score of `EVERY_BAR`, with the standard error that its days' spread gives it."""
    kinds: dict[str, list[DayFacts]] = {}
    for day in days:
        kinds.setdefault(day.scenario, []).append(day)
    whole = {kind: scores_of(together) for kind, together in kinds.items()}
    found = _all_of(whole)
    spread = dict.fromkeys(found, 0.0)
    for kind, together in kinds.items():
        left_out = [
            _all_of({**whole, kind: scores_of([*together[:place], *together[place + 1 :]])})
            for place in range(len(together))
        ]
        for name in found:
            values = [one[name] for one in left_out]
            mean = sum(values) / len(values)
            spread[name] += (len(values) - 1) / len(values) * sum((value - mean) ** 2 for value in values)
    return {name: Score(value=value, error=sqrt(spread[name])) for name, value in found.items()}


def _all_of(kinds: Mapping[str, Scores]) -> dict[str, float]:
    """Days of all kinds by weight. A score is missing where a visitor was told nothing, or no range."""
    every = weighted(list(kinds.items()))
    before = weighted([(kind, scores) for kind, scores in kinds.items() if kind != AFTER_HOLIDAY])
    both = {**every, WITHOUT: before["P60"]}
    lacking = {name for scores in kinds.values() for name, value in scores.items() if value is None}
    return {name: value for name in EVERY_BAR if (value := both[name]) is not None and name not in lacking}


def _played(kept: Path, rounds: int) -> tuple[list[DayFacts], list[DayFacts]]:
    """The recorded days and the made ones, from the databases in which they were played."""
    days = sorted(day for day in DAYS.iterdir() if (day / "visitors.csv").exists())
    made = MadeDays(recorded(days)).write(kept / "days", range(1, rounds + 1))
    halves = [(days[::2], days[1::2], made[::2]), (days[1::2], days[::2], made[1::2])]
    databases = [f"sqlite:///{kept}/{half}.db" for half in ("first", "second")]
    with ThreadPoolExecutor() as both:
        tasks = [
            both.submit(_rehearse, database, past, [*judged, *drawn])
            for database, (past, judged, drawn) in zip(databases, halves, strict=True)
        ]
        for task in tasks:
            task.result()
    own: list[DayFacts] = []
    others: list[DayFacts] = []
    for database, (_, judged, drawn) in zip(databases, halves, strict=True):
        own += (_facts(database, day) for day in judged)
        others += (_facts(database, day) for day in drawn)
    return own, others


def _rehearse(database: str, past: Sequence[Path], days: Sequence[Path]) -> None:
    learning = [word for day in past for word in ("--learn", str(day))]
    subprocess.run(
        [sys.executable, "-m", "waitline.cli", "rehearse", "--database", database, *learning, *map(str, days)],
        stdout=subprocess.DEVNULL,
        check=True,
    )


def _facts(database: str, day: Path) -> DayFacts:
    store = Store(database, day.name)
    try:
        return facts_of(day_view.read(store))
    finally:
        store.close()


def _fast_folder() -> str | None:
    """Memory where there is some: this measures the rule, not the disk. None: the usual place."""
    memory = "/dev/shm"
    return memory if os.access(memory, os.W_OK) else None


def _compared(name: str, ours: Score, theirs: Score, days: str) -> Measure:
    bar, unit, what, more = EVERY_BAR[name]
    held = theirs.value >= bar if more else theirs.value <= bar
    figures = f"{_figure(theirs, unit)} {days}, {_figure(ours, unit)} on the recorded"
    return Measure(
        what=f"{name}: {what}, other days from the recorded",
        where="SQLite",
        value=apart(ours, theirs),
        unit="errors",
        bar=ERRORS_APART,
        detail=f"{figures}; bar {'≥' if more else '≤'} {bar:g} {'held' if held else 'NOT held'} {days}",
    )


def _figure(score: Score, unit: str) -> str:
    return f"{score.value:.4g} ± {score.error:.2g} {unit}".strip()


def apart(ours: Score, theirs: Score) -> float:
    """How many standard errors of both together lie between them."""
    between, error = abs(theirs.value - ours.value), hypot(ours.error, theirs.error)
    if error == 0.0:
        return 0.0 if between == 0.0 else inf
    return between / error
