"""Keypad key → call painted on the counter's panel and on the television: 20 panels and 10 keypads, 9600 baud.

Four real programs: the simulated line, `waitline-keypads`, the display on a screen in memory, and this one, which
stands for the clerks and has no part in what is measured. A key counts from its going down; a panel's call until
the last byte of its frame, the television's until the first frame on the X server that shows what then stays.
After that noise and half frames are on the line at every call.
"""

import random
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from waitline.cli.demo.crew import Member
from waitline.settings.office_file import parse_office
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade
from waitline.verbs.floor import Floor
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .bus_line import BAUD, KEYPADS, PANELS, Line, keypads_program, office_text
from .databases import both, sign_in
from .measure import Measure, p50, p95
from .stages import load, stage, work_folder
from .television import PACE_S, Television, await_television, start_television

ROUNDS, NOISY_ROUNDS, SPARE = 80, 40, 40
LOOK_S, NOISY_LOOK_S = 1.0, 2.0
BAR_MS = 500
NOISE_BYTES, NOISES = 12, 3
HALF_FRAMES = ("keypad", "panel", "host")
"""Whose next frame is cut short in a noisy round, one after the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Milliseconds from the key; None: not painted while it was looked for. `label`: what the panel showed."""

    panel: float | None
    screen: float | None
    label: str = ""

    @property
    def later(self) -> float | None:
        return None if self.panel is None or self.screen is None else max(self.panel, self.screen)


class Clerks:
    """Ten of them at their keypads, seen at by nobody but the panels and the television."""

    def __init__(self, line: Line, television: Television) -> None:
        self._line = line
        self._television = television
        self._disturbing: threading.Thread | None = None
        self._next_at = 0.0

    def call(self, *, noise: str | None = None) -> Call:
        """One calls, serves and finishes, at any moment of the line's round. `noise`: whose frame is cut, too."""
        counter = random.randint(1, KEYPADS)
        look_s = LOOK_S if noise is None else NOISY_LOOK_S
        time.sleep(max(0.0, self._next_at - time.monotonic()) + random.uniform(0.0, 0.4))
        self._next_at = time.monotonic() + PACE_S
        pressed, painted = self._television.after(lambda: self._press(counter, noise), look_s=look_s)
        if self._disturbing is not None:
            self._disturbing.join()
        shown = self._line.number_after(counter, pressed, within_s=0.0)
        self._line.press(counter, "enter", "finish")
        self._line.await_none(counter, pressed if shown is None else shown[0])
        return Call(
            panel=None if shown is None else (shown[0] - pressed) * 1e3,
            screen=None if painted is None else (painted - pressed) * 1e3,
            label="" if shown is None else shown[1],
        )

    def _press(self, counter: int, noise: str | None) -> float:
        if noise is None:
            return self._line.press(counter, "next")
        cut = {"host": f"host {random.randint(1, 6)}", "panel": f"panel-{counter} 0"}
        self._line.order(f"cut {cut.get(noise, f'keypad-{counter} {random.randint(1, 6)}')}")
        self._disturb()
        pressed = self._line.press(counter, "next")
        self._disturbing = threading.Thread(target=self._go_on_disturbing)
        self._disturbing.start()
        return pressed

    def _go_on_disturbing(self) -> None:
        for _ in range(NOISES):
            time.sleep(random.uniform(0.0, 0.1))
            self._disturb()

    def _disturb(self) -> None:
        self._line.order(f"noise {random.randbytes(random.randint(1, NOISE_BYTES)).hex()}")


def measured(where: str, url: str, folder: Path) -> list[Measure]:
    folder.mkdir(exist_ok=True)
    store = _office(url, folder)
    line = Line(folder / "line")
    try:
        with stage("display", folder) as display, keypads_program(folder) as keypads:
            program = start_television(display, folder)
            await_television(display, program)
            for n in range(1, KEYPADS + 1):
                line.await_none(n, 0.0)
            clerks = Clerks(line, Television(display))
            quiet = [clerks.call() for _ in range(ROUNDS)]
            noisy = [clerks.call(noise=HALF_FRAMES[n % len(HALF_FRAMES)]) for n in range(NOISY_ROUNDS)]
            crashed = _crashed(line, keypads, program)
    finally:
        line.close()
        store.close()
    place = f"{where}, {PANELS} panels and {KEYPADS} keypads at {BAUD} baud"
    return [
        _time("panel", place, [call.panel for call in quiet]),
        _time("television", place, [call.screen for call in quiet]),
        _time("panel and television, the later", place, [call.later for call in quiet]),
        *_under_noise(place, noisy, crashed),
    ]


def _office(url: str, folder: Path) -> Store:
    """Everybody is signed in, and enough visitors wait that every press calls one."""
    text = office_text(folder / "line", url)
    (folder / "office.toml").write_text(text, encoding="utf-8")
    create_or_upgrade(url)
    store = Store(url, parse_office(text, "office.toml").id)
    Floor(store).set_up_office(text, request=new_request())
    sign_in(store, *(str(n) for n in range(1, KEYPADS + 1)))
    for _ in range(ROUNDS + NOISY_ROUNDS + SPARE):
        Reception(store).take_ticket(request=new_request(), service="TRANS")
    return store


def _crashed(line: Line, keypads: subprocess.Popen[bytes], television: Member) -> int:
    alive = (line.is_alive, keypads.poll() is None, television.process.poll() is None)
    return alive.count(False)


def _time(what: str, place: str, took: list[float | None]) -> Measure:
    found = [LOOK_S * 1e3 if one is None else one for one in took]
    unseen = f", {took.count(None)} of them not looked for any longer" if None in took else ""
    return Measure(
        what=f"keypad key → call painted on the {what}, p95",
        where=place,
        value=p95(found),
        unit="ms",
        bar=BAR_MS,
        detail=f"p50 {p50(found):.0f}, worst {max(found):.0f} ms of {len(found)}{unseen}; {load()}",
    )


def _under_noise(place: str, calls: list[Call], crashed: int) -> list[Measure]:
    later = [call.later for call in calls if call.later is not None]
    numbers = [int(call.label[1:]) for call in calls if call.label]
    own = len(set(numbers)) == len(numbers)
    skipped = numbers[-1] - numbers[0] + 1 - len(calls)
    told = f"p50 {p50(later):.0f}, p95 {p95(later):.0f}, worst {max(later):.0f} ms; {load()}"
    what = "noise and half frames on the line:"
    return [
        Measure(
            what=f"{what} calls not on panel and television within {NOISY_LOOK_S:g} s",
            where=place,
            value=len(calls) - len(later),
            unit="calls",
            bar=0,
            detail=f"of {len(calls)}; {told}",
        ),
        Measure(
            what=f"{what} calls that nobody pressed for, or pressed for and not made",
            where=place,
            value=abs(skipped) + (not own),
            unit="calls",
            bar=0,
        ),
        Measure(
            what=f"{what} programs that ended by themselves", where=place, value=crashed, unit="programs", bar=0
        ),
    ]


def run() -> list[Measure]:
    with work_folder() as folder, both() as urls:
        return [one for where, url in urls.items() for one in measured(where, url, folder / where.lower())]
