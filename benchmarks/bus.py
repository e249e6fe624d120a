"""Keypad key → call painted on the counter's panel: 20 panels and 10 keypads on one line of 9600 baud.

Three real programs: the simulated line, `waitline-keypads`, and this one, which stands for the clerks and has no
part in what is measured. A key counts from its going down, a call from the last byte of the panel's frame.
"""

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waitline.cli.demo.office import ALL_DAY, with_hours
from waitline.settings.office_file import parse_office
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade
from waitline.verbs.floor import Floor
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .databases import SAMPLE, both, sign_in
from .measure import Measure, p50, p95
from .stages import load, work_folder

ROOT = Path(__file__).parents[1]
BAUD = 9600
PANELS, KEYPADS, ROUNDS, WAITING = 20, 10, 80, 120
BAR_MS = 500
PATIENCE_S = 30.0
PANEL, KEYPAD = "ascii-panel", "ff68"


def office_text(port: Path, url: str, panels: str = PANEL) -> str:
    """The sample office with twenty counters, panels at all of them, keypads at the first ten."""
    text = with_hours(SAMPLE.read_text(encoding="utf-8"), ALL_DAY)
    for n in range(14, PANELS + 1):
        text += f'\n[[counters]]\nid = "{n}"\nkind = "general"\nservices = "all"\n'
    for n in range(1, PANELS + 1):
        places = f"panel = {_place(n, panels)}\n"
        if n <= KEYPADS:
            places += f"keypad = {_place(32 + n, KEYPAD)}\n"
        begun = f'id = "{n}"\nkind = '
        assert text.count(begun) == 1
        text = text.replace(begun, f'id = "{n}"\n{places}kind = ')
    text += f'\n[[buses]]\nid = "line"\nport = "{port}"\nbaud = {BAUD}\n'
    text = text.replace('reserve = "auto"', 'reserve = "off"', 1)  # every press calls somebody
    return text.replace('url = "sqlite:///queue.db"', f'url = "{url.replace(":@", "@")}"', 1)


def _place(address: int, kind: str) -> str:
    return f'{{ bus = "line", address = {address}, kind = "{kind}" }}'


class Line:
    """The simulated line as a process; what its panels show, and when."""

    def __init__(self, port: Path) -> None:
        words = [f"--panel=panel-{n}:{n}:{PANEL}" for n in range(1, PANELS + 1)]
        words += [f"--keypad=keypad-{n}:{32 + n}:{KEYPAD}" for n in range(1, KEYPADS + 1)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "drivers.bus.simulator", "--link", str(port), "--baud", str(BAUD), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        self._news = threading.Condition()
        self._shown: dict[str, list[tuple[float, str]]] = {}
        self._did: list[float] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE_S)
        self._reader.join()

    def press(self, counter: int, *keys: str) -> float:
        """When they went down, by the line's own word."""
        assert self._process.stdin is not None
        with self._news:
            before = len(self._did)
            self._process.stdin.write(f"press keypad-{counter} {' '.join(keys)}\n")
            self._process.stdin.flush()
            assert self._news.wait_for(lambda: len(self._did) > before, PATIENCE_S)
            return self._did[-1]

    def shown_after(self, counter: int, moment: float, *, number: bool) -> float:
        """When this panel next showed a number, or that there is none."""

        def found() -> float:
            for at, text in self._shown.get(f"panel-{counter}", []):
                if at > moment and (text != "--" and not text.startswith("E")) is number:
                    return at
            return 0.0

        with self._news:
            assert self._news.wait_for(lambda: found() > 0, PATIENCE_S), (counter, self._shown)
            return found()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            facts: dict[str, Any] = json.loads(line)
            with self._news:
                if "panel" in facts:
                    self._shown.setdefault(facts["panel"], []).append((facts["at"], facts["shows"]))
                elif "did" in facts:
                    self._did.append(facts["at"])
                self._news.notify_all()


@contextmanager
def keypads_program(folder: Path) -> Iterator[None]:
    with (folder / "keypads.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "counter.keypads", "--office", str(folder)],
            stderr=log,
            env=os.environ | {"XDG_STATE_HOME": str(folder / "state")},
            cwd=ROOT,
        )
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def measured(where: str, url: str, folder: Path) -> Measure:
    port = folder / "line"
    folder.mkdir(exist_ok=True)
    text = office_text(port, url)
    (folder / "office.toml").write_text(text, encoding="utf-8")
    create_or_upgrade(url)
    store = Store(url, parse_office(text, "office.toml").id)
    Floor(store).set_up_office(text, request=new_request())
    sign_in(store, *(str(n) for n in range(1, KEYPADS + 1)))
    for _ in range(WAITING):
        Reception(store).take_ticket(request=new_request(), service="TRANS")
    line = Line(port)
    try:
        with keypads_program(folder):
            for n in range(1, KEYPADS + 1):
                line.shown_after(n, 0.0, number=False)
            took = [_one(line) for _ in range(ROUNDS)]
    finally:
        line.close()
        store.close()
    return Measure(
        what="keypad key → call painted on the panel, p95",
        where=f"{where}, {PANELS} panels and {KEYPADS} keypads at {BAUD} baud",
        value=p95(took),
        unit="ms",
        bar=BAR_MS,
        detail=f"p50 {p50(took):.0f}, worst {max(took):.0f} ms of {len(took)}, {WAITING} waiting; {load()}",
    )


def _one(line: Line) -> float:
    """A clerk calls, serves and finishes, at any moment of the line's round; milliseconds of the call."""
    counter = random.randint(1, KEYPADS)
    time.sleep(random.uniform(0.0, 0.4))
    pressed = line.press(counter, "next")
    shown = line.shown_after(counter, pressed, number=True)
    line.press(counter, "enter", "finish")
    line.shown_after(counter, shown, number=False)
    return (shown - pressed) * 1e3


def run() -> list[Measure]:
    with work_folder() as folder, both() as urls:
        return [measured(where, url, folder / where.lower()) for where, url in urls.items()]
