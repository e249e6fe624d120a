"""The simulated line of a hall as a process, and the program that owns it: twenty panels and ten keypads."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waitline.cli.demo.office import ALL_DAY, with_hours

from .databases import SAMPLE

ROOT = Path(__file__).parents[1]
BAUD = 9600
PANELS, KEYPADS = 20, 10
PATIENCE_S = 30.0
PANEL, KEYPAD = "ascii-panel", "ff68"
NO_NUMBER = ("--", "")


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

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def press(self, counter: int, *keys: str) -> float:
        """When they went down, by the line's own word."""
        return self.order(f"press keypad-{counter} {' '.join(keys)}")

    def order(self, words: str) -> float:
        """Have the line do it (`drivers.bus.simulator`); when it was done."""
        assert self._process.stdin is not None
        with self._news:
            before = len(self._did)
            self._process.stdin.write(f"{words}\n")
            self._process.stdin.flush()
            assert self._news.wait_for(lambda: len(self._did) > before, PATIENCE_S)
            return self._did[-1]

    def number_after(
        self, counter: int, moment: float, *, within_s: float = PATIENCE_S
    ) -> tuple[float, str] | None:
        """When this panel next showed a number, and which; None: not within that time."""
        return self._after(counter, moment, lambda text: text not in NO_NUMBER and text[0] != "E", within_s)

    def await_none(self, counter: int, moment: float) -> None:
        """Until this panel says that there is no number."""
        assert self._after(counter, moment, lambda text: text in NO_NUMBER, PATIENCE_S), (counter, self._shown)

    def _after(
        self, counter: int, moment: float, wanted: Callable[[str], bool], within_s: float
    ) -> tuple[float, str] | None:
        def found() -> tuple[float, str] | None:
            shown = self._shown.get(f"panel-{counter}", [])
            return next(((at, text) for at, text in shown if at > moment and wanted(text)), None)

        with self._news:
            self._news.wait_for(lambda: found() is not None, within_s)
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
def keypads_program(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / "keypads.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "counter.keypads", "--office", str(folder)],
            stderr=log,
            env=os.environ | {"XDG_STATE_HOME": str(folder / "state")},
            cwd=ROOT,
        )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE_S)
