"""Twenty recorded days through the real verbs, by ``waitline rehearse``: every score against its bar.

Days are played with a back line twice, each half learnt on the other: whom a hall calls does not depend on what
it foresees (a row says so), so that one of the two gives the scores of all twenty.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from waitline.cli.rehearse.scores import WEIGHTS
from waitline.model.journal import Entry
from waitline.store.engine import Store

from .databases import new_postgres, postgres_server
from .measure import Measure

DAYS = Path(__file__).parents[1] / "tests" / "days"
SECONDS = re.compile(r"^(\w+).*?([\d.]+) (?:s|秒)$", re.MULTILINE)
AFTER_HOLIDAY: Final = "holiday"
CALLS: Final = ("P60", "P95", "Pmax", "Omean", "O95", "Omax", "O15", "A10", "hot", "bl", "su", "ovO")
BARS: Final = {
    "Omean": (6.8, "min", "ordinary visitors' mean wait"),
    "O15": (13.8, "%", "ordinary visitors who waited over 15 min"),
    "hot": (8.5, "%", "opening time with a crowded hall"),
    "bl": (525, "min", "person-minutes of the back line a day"),
    "su": (7, "a day", "summonses; stretch 5.5"),
    "ovO": (0, "", "overtaken in the same service"),
}
ESTIMATES: Final = {
    "est": ("mean error ÷ naive, all", "", 0.67, False),
    "estw": ("mean error ÷ naive, who waited", "", 0.66, False),
    "in": ("called inside the announced range, all", "%", 83, True),
    "inw": ("called inside the announced range, who waited", "%", 75, True),
    "width": ("width of the range, who waited", "min", 9.6, False),
}


def run() -> list[Measure]:
    with tempfile.TemporaryDirectory() as kept:
        alone, normal = _rehearsed("--no-back-line")
        one, two = _halves()
        databases = [f"sqlite:///{kept}/{name}.db" for name in ("first", "second")]
        judged = [
            _rehearsed("--database", database, *_learning(past), days=days)[0]
            for database, past, days in zip(databases, (one, two), (two, one), strict=True)
        ]
        halves = [found["weighted"] for found in judged]
        both = [_rehearsed("--scores-only", "--database", database, days=[])[0] for database in databases]
        unknown, _ = _rehearsed("--love-unknown")
        return [
            *_without_back_line(alone, normal),
            *_with_back_line(both[0]),
            _love_unknown(unknown),
            _calls_alike(*both),
            *_of_estimates(halves),
            *_entry_by_entry(databases[0], judged[0], one, two),
        ]


def _without_back_line(alone: dict[str, Any], normal: float) -> list[Measure]:
    weighted = alone["weighted"]
    detail = ", ".join(f"{name} {weighted[name]:.1f}" for name in ("Omean", "O95", "O15", "A10", "hot"))
    return [
        _share("love visitors called within 60 s (P60), no back line", weighted["P60"], 80, detail),
        Measure(what="ovO, no back line", where="SQLite", value=weighted["ovO"], unit="", bar=0),
        Measure(
            what="a normal day, longest of them",
            where="SQLite",
            value=normal,
            unit="s",
            bar=30,
            detail="each verb durably committed",
        ),
    ]


def _with_back_line(found: dict[str, Any]) -> list[Measure]:
    weighted, days = found["weighted"], f"{len(found['days'])} days, weighted"
    kinds = [kind for kind in found["scenarios"] if kind != AFTER_HOLIDAY]
    weight = sum(WEIGHTS[kind] for kind in kinds)
    others = sum(WEIGHTS[kind] * found["scenarios"][kind]["P60"] for kind in kinds) / weight
    return [
        _share("P60", weighted["P60"], 94, f"{days}; stretch 95"),
        _share("P60 without days after a holiday", others, 95.7, "stretch 97"),
        _share("A10", weighted["A10"], 96, "booked visitors called within 10 min"),
        *(
            Measure(what=name, where="SQLite", value=weighted[name], unit=unit, bar=bar, detail=detail)
            for name, (bar, unit, detail) in BARS.items()
        ),
    ]


def _love_unknown(found: dict[str, Any]) -> Measure:
    weighted = found["weighted"]
    detail = f"P95 {weighted['P95']:.1f} min, Omean {weighted['Omean']:.1f} min"
    return _share("P60, no love visitor says what for at the kiosk", weighted["P60"], 93, detail)


def _share(what: str, value: float, bar: float, detail: str) -> Measure:
    return Measure(what=what, where="SQLite", value=value, unit="%", bar=bar, more_is_better=True, detail=detail)


def _calls_alike(first: dict[str, Any], second: dict[str, Any]) -> Measure:
    """Each day was played with experience in one database and without in the other."""
    pairs = list(zip(first["days"], second["days"], strict=True))
    differ = [one["day"] for one, other in pairs if any(one[name] != other[name] for name in CALLS)]
    return Measure(
        what="days called otherwise for what was foreseen",
        where="SQLite",
        value=len(differ),
        unit="days",
        bar=0,
        detail=", ".join(differ) or f"of {len(pairs)}",
    )


def _of_estimates(halves: Sequence[dict[str, Any]]) -> list[Measure]:
    """Learnt on ten days and judged on the other ten, and the other way round: both must hold."""
    return [
        Measure(
            what=f"estimates: {what}",
            where="SQLite",
            value=(min if more else max)(half[name] for half in halves),
            unit=unit,
            bar=bar,
            more_is_better=more,
            detail="of two halves, each learnt on the other: " + ", ".join(f"{half[name]:.3g}" for half in halves),
        )
        for name, (what, unit, bar, more) in ESTIMATES.items()
    ]


def _entry_by_entry(
    sqlite: str, scores: dict[str, Any], past: Sequence[str], days: Sequence[str]
) -> list[Measure]:
    """The same again on Postgres, learning and all: every score and every entry of all twenty days."""
    with postgres_server() as server:
        postgres = new_postgres(server)
        found, _ = _rehearsed("--database", postgres, *_learning(past), days=days)
        differ, entries = 0, 0
        for day in sorted([*past, *days]):
            here, there = (list(_journal(url, Path(day).name)) for url in (sqlite, postgres))
            differ += abs(len(here) - len(there))
            differ += sum(one != other for one, other in zip(here, there, strict=False))
            entries += len(there)
    otherwise = [name for name, value in scores["weighted"].items() if found["weighted"][name] != value]
    played = f"{len(past)} days learnt and {len(days)} judged"
    return [
        Measure(
            what="journal entries that differ between the databases",
            where="both",
            value=differ,
            unit="entries",
            bar=0,
            detail=f"of {entries}: {played}",
        ),
        Measure(
            what="scores that differ between the databases",
            where="both",
            value=len(otherwise),
            unit="scores",
            bar=0,
            detail=", ".join(otherwise) or f"of {len(scores['weighted'])}: {played}",
        ),
    ]


def _journal(url: str, office: str) -> Iterator[Entry]:
    store = Store(url, office)
    try:
        with store.reading() as look:
            after = 0
            while page := look.entries_after(after):
                yield from page
                after = page[-1].seq
    finally:
        store.close()


def _halves() -> tuple[list[str], list[str]]:
    """Every second day: ten and ten, of each kind two or three."""
    return _days()[::2], _days()[1::2]


def _learning(days: Sequence[str]) -> list[str]:
    return [word for day in days for word in ("--learn", day)]


def _days() -> list[str]:
    return sorted(str(day) for day in DAYS.iterdir() if (day / "visitors.csv").exists())


def _rehearsed(*options: str, days: Sequence[str] | None = None) -> tuple[dict[str, Any], float]:
    """The scores of these days (None: all), and how many seconds the longest normal day took."""
    with tempfile.TemporaryDirectory() as folder:
        scores = Path(folder) / "scores.json"
        command = [sys.executable, "-m", "waitline.cli", "--language", "en", "rehearse", *options]
        judged = _days() if days is None else days
        done = subprocess.run(
            [*command, "--json", str(scores), *judged], capture_output=True, text=True, check=True
        )
        found: dict[str, Any] = json.loads(scores.read_text(encoding="utf-8"))
    took = {name: float(seconds) for name, seconds in SECONDS.findall(done.stdout + done.stderr)}
    return found, max((seconds for name, seconds in took.items() if name.startswith("normal")), default=0)
