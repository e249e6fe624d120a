"""Twenty recorded days through the real verbs, no back line, reserve on: the scores of ``waitline rehearse``."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from .measure import Measure

DAYS = Path(__file__).parents[1] / "tests" / "days"
SECONDS = re.compile(r"^(\w+).*?([\d.]+) (?:s|秒)$", re.MULTILINE)


def run() -> list[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        scores = Path(folder) / "scores.json"
        command = [sys.executable, "-m", "waitline.cli", "--language", "en", "rehearse", "--json", str(scores)]
        days = sorted(str(day) for day in DAYS.iterdir() if (day / "visitors.csv").exists())
        done = subprocess.run([*command, *days], capture_output=True, text=True, check=True)
        found = json.loads(scores.read_text(encoding="utf-8"))
    took = {name: float(seconds) for name, seconds in SECONDS.findall(done.stdout + done.stderr)}
    normal = [seconds for name, seconds in took.items() if name.startswith("normal")]
    weighted = found["weighted"]
    detail = ", ".join(f"{name} {weighted[name]:.1f}" for name in ("Omean", "O95", "O15", "A10", "hot"))
    return [
        Measure(
            what="love visitors called within 60 s (P60), weighted",
            where="SQLite",
            value=weighted["P60"],
            unit="%",
            bar=80,
            more_is_better=True,
            detail=f"{len(days)} days; {detail}",
        ),
        Measure(what="overtaken in the same service (ovO)", where="SQLite", value=weighted["ovO"], unit="", bar=0),
        Measure(
            what="a normal day, longest of them",
            where="SQLite",
            value=max(normal),
            unit="s",
            bar=30,
            detail="each verb durably committed",
        ),
    ]
