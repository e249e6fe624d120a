"""The lobby's television as its viewers see it: which pixels the newest call has, and when it stands there."""

import time
from collections.abc import Callable
from pathlib import Path

from display.showing import STAY_S
from waitline.cli.demo.crew import Member
from waitline.cli.demo.waiting import wait_for
from waitline.model.words import Words

from .glass import Box, Frame, Ink, frames
from .stages import Stage

LOOK_S = 0.55
PACE_S = 2.7
"""From call to call: quicker ones would wait for room on the board."""
SETTLES_S = 0.25
"""What changes later than this after the new number is another matter: a card leaves, spoken to its end."""
ON_CALL = Ink(0xF6)
"""The hero's ink in the day theme, #FFF6DC: the same while its card flashes."""


def start_television(display: Stage, office: Path) -> Member:
    """The display's program, not ready yet."""
    return display.start("display", "--office", str(office))


def await_television(display: Stage, program: Member) -> None:
    """A new office's clips are made once, by espeak-ng; every later start has them."""
    display.await_page("services")
    wait_for(
        Words(zh="語音已準備", en="the voice has its clips"),
        lambda: "voice_banks_done" in program.log.read_text(encoding="utf-8"),
        within_s=60,
    )


def where_the_newest_call_is(display: Stage) -> Box:
    """A band through the first card's digits, however many cards there are; without edges, which light up."""
    left, top, width, height = display.box("welcome")
    inset = height // 16
    return left + inset, top + inset, width // 2 - 2 * inset, height // 3 - 2 * inset


class Television:
    """Watches one call after another; `hero` is where the newest stands."""

    def __init__(self, display: Stage) -> None:
        self._glass = display.glass
        self._hero = where_the_newest_call_is(display)
        self._painted: list[float] = []

    def after(self, call: Callable[[], float], *, look_s: float = LOOK_S) -> tuple[float, float | None]:
        """When `call` was done, by its own word; when the new number stood there, None: not within `look_s`."""
        self._until_no_card_leaves(look_s)
        done, found = frames(self._glass, self._hero, ON_CALL.shape, call, seconds=look_s)
        if not changed(found):
            return done, None
        painted = found[1].at
        for frame in found[2:]:
            if frame.at - painted > SETTLES_S:
                break
            painted = frame.at
        self._painted.append(painted)
        return done, painted

    def _until_no_card_leaves(self, look_s: float) -> None:
        """A call that has had its time makes room for the others: its leaving must not be taken for a new call."""
        while any(STAY_S - look_s - 0.1 < time.monotonic() - at < STAY_S + 0.5 for at in self._painted):
            time.sleep(0.05)


def changed(found: list[Frame]) -> bool:
    """Whether anything became of what was there before."""
    return len(found) > 1
