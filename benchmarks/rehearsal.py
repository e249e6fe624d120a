"""Twenty recorded days through the real verbs, reserve on, without and with a back line: ``waitline rehearse``."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from .measure import Measure

DAYS = Path(__file__).parents[1] / "tests" / "days"
SECONDS = re.compile(r"^(\w+).*?([\d.]+) (?:s|秒)$", re.MULTILINE)
BARS: Final = {
    "Omean": (6.8, "min"),
    "O15": (13.8, "%"),
    "hot": (8.5, "%"),
    "bl": (525, "min"),
    "su": (7, "a day"),
}
FLOORS: Final = {"P60": 94, "A10": 96}
ESTIMATES: Final = {
    "est": ("mean error ÷ naive, all", "", 0.67, False),
    "estw": ("mean error ÷ naive, who waited", "", 0.66, False),
    "in": ("called inside the announced range, all", "%", 83, True),
    "inw": ("called inside the announced range, who waited", "%", 75, True),
    "width": ("width of the range, who waited", "min", 9.6, False),
}


def run() -> list[Measure]:
    alone, normal = _rehearsed("--no-back-line")
    together, _ = _rehearsed("--back-line")
    weighted = alone["weighted"]
    detail = ", ".join(f"{name} {weighted[name]:.1f}" for name in ("Omean", "O95", "O15", "A10", "hot"))
    return [
        Measure(
            what="love visitors called within 60 s (P60), weighted",
            where="SQLite",
            value=weighted["P60"],
            unit="%",
            bar=80,
            more_is_better=True,
            detail=f"{len(alone['days'])} days, no back line; {detail}",
        ),
        Measure(what="overtaken in the same service (ovO)", where="SQLite", value=weighted["ovO"], unit="", bar=0),
        Measure(
            what="a normal day, longest of them",
            where="SQLite",
            value=normal,
            unit="s",
            bar=30,
            detail="each verb durably committed",
        ),
        *_with_back_line(together),
        *_of_estimates(),
    ]


def _of_estimates() -> list[Measure]:
    """Learnt on the even days of each kind and judged on the odd ones, and the other way round: both must hold."""
    even, odd = ([day for day in _days() if int(day[-1]) % 2 == n] for n in (0, 1))
    halves = [_rehearsed(*_learning(past), days=days)[0]["weighted"] for past, days in ((even, odd), (odd, even))]
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


def _learning(days: list[str]) -> list[str]:
    return [word for day in days for word in ("--learn", day)]


def _days() -> list[str]:
    return sorted(str(day) for day in DAYS.iterdir() if (day / "visitors.csv").exists())


def _with_back_line(found: dict[str, Any]) -> list[Measure]:
    weighted = found["weighted"]
    rows = [
        Measure(what=f"{name}, back line", where="SQLite", value=weighted[name], unit="%", bar=bar,
                more_is_better=True, detail="weighted")
        for name, bar in FLOORS.items()
    ]  # fmt: skip
    rows += [
        Measure(what=f"{name}, back line", where="SQLite", value=weighted[name], unit=unit, bar=bar,
                detail="weighted")
        for name, (bar, unit) in BARS.items()
    ]  # fmt: skip
    return [*rows, Measure(what="ovO, back line", where="SQLite", value=weighted["ovO"], unit="", bar=0)]


def _rehearsed(*options: str, days: list[str] | None = None) -> tuple[dict[str, Any], float]:
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
    return found, max(seconds for name, seconds in took.items() if name.startswith("normal"))
