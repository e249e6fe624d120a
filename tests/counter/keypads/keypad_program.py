"""`waitline-keypads` in a process of its own, between a simulated line and a real database."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Self

from drivers.bus.opening import keypads_of, panels_of
from drivers.bus.simulator.bus import BusSimulator
from tests.builders import LiveHall
from tests.counter.keypads.keypad_hall import LINE
from waitline.settings.office_file import parse_office

ROOT = Path(__file__).parents[3]
PATIENCE_S = 30.0


class KeypadProgram:
    """The block is the program's life. The office file it reads is the hall's own, with its database."""

    def __init__(self, hall: LiveHall, folder: Path, port: Path, baud: int) -> None:
        self.hall, self.folder = hall, folder
        setup = parse_office(hall.document, "office.toml")
        self.line = BusSimulator(
            port,
            baud,
            panels=tuple(panels_of(setup, LINE).values()),
            keypads=tuple(keypads_of(setup, LINE).values()),
        )
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.line.__enter__()
        self.start()
        return self

    def __exit__(self, *told: Any) -> None:
        try:
            if self._process is not None:
                self.kill()
        finally:
            self.line.__exit__(*told)

    def start(self) -> None:
        office = self.folder / "office.toml"
        text = self.hall.document.replace('id = "office"', f'id = "{self.hall.store.office}"', 1)
        url = re.sub("://([^/@:]*):[^/@]*@", r"://\1@", self.hall.store.url)  # the tests' server asks for none
        office.write_text(f'{text}\n[database]\nurl = "{url}"\n', encoding="utf-8")
        with (self.folder / "keypads.err").open("a") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "counter.keypads", "--office", str(office)],
                stderr=errors,
                env={**os.environ, "XDG_STATE_HOME": str(self.folder / "state")},
                cwd=ROOT,
            )

    def end(self) -> int:
        """As a service is ended; its exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        code = self._process.wait(PATIENCE_S)
        self._process = None
        return code

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait(PATIENCE_S)
        self._process = None

    def press(self, counter: str, *keys: str) -> None:
        for key in keys:
            self.line.press(f"keypad-{counter}", *(key if key.isdecimal() else [key]))

    def sees(self, counter: str, text: str) -> None:
        """The panel of this counter comes to show `text`."""
        try:
            self.line.until_shown(f"panel-{counter}", text, within_s=PATIENCE_S)
        except TimeoutError as error:
            error.add_note((self.folder / "keypads.err").read_text())
            raise

    def until_it_listens(self, counter: str, then: str = "") -> None:
        """A number that means nothing is refused: the way to the hall is open. `then`: what is shown else."""
        for _ in range(round(PATIENCE_S)):
            self.press(counter, "clear", "99", "enter")
            try:
                self.line.until_any(f"panel-{counter}", {"E02", "E15", "E20"}, within_s=1)
            except TimeoutError:
                continue
            self.press(counter, "clear")
            self.sees(counter, then)
            return
        raise AssertionError((self.folder / "keypads.err").read_text())

    def until_logged(self, words: str, times: int = 1) -> None:
        """The program's log comes to hold these words so often."""
        until, moment = time.monotonic() + PATIENCE_S, threading.Event()
        while (self.folder / "keypads.err").read_text().count(words) < times:
            assert time.monotonic() < until, (self.folder / "keypads.err").read_text()
            moment.wait(0.05)
