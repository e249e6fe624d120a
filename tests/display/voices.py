"""The voices of several displays at one computer, before a hall made of values."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from display.flow import Flow
from display.hall_voice import HallVoice
from display.living_lock import LivingLock
from display.one_voice import Seat, Turn
from tests.display.hall_on_paper import TurnedClock
from tests.display.listening import ListeningLoudspeaker
from waitline.model.office import DisplaySetup
from waitline.model.volume import Volume
from waitline.views.board import BoardView

ALL = ("1", "2", "3")
HOUSE = ("zh-TW", "en")
TAKEN_OVER_MS = 5_000


class VoiceOfADisplay:
    """One display's voice before a hall made of values."""

    def __init__(
        self, folder: Path, counters: tuple[str, ...], volume: Volume, voice: tuple[str, ...], *, opened: bool
    ) -> None:
        self.clock = TurnedClock()
        self.loudspeaker = ListeningLoudspeaker()
        self.display = DisplaySetup(id="lobby-1", volume=volume, voice=voice)
        self.flow = Flow(clock=self.clock, languages=voice)
        self.turn = Turn(folder)
        self.voice = HallVoice(
            self.flow,
            self.loudspeaker,
            self.display,
            seat=Seat(folder, counters, voice),
            turn=self.turn,
        )
        self.voice.begin()
        if opened:
            self.voice.open()

    def see(self, board: BoardView, volume: Volume | None = None) -> None:
        """A newer board; `volume`: what the office file says now."""
        displays = (self.display if volume is None else replace(self.display, volume=volume),)
        board = replace(board, setup=replace(board.setup, displays=displays))
        self.flow.see(board)
        self.voice.see()
        self.voice.announce()

    @property
    def said(self) -> list[str]:
        return self.loudspeaker.said


def only(board: BoardView, *counters: str) -> BoardView:
    """As a display of these counters reads it."""
    return replace(board, calls=tuple(call for call in board.calls if call.counter in counters))


class Looker:
    """Another display that waits for a lock, on a clock turned by hand."""

    def __init__(self, lock: Callable[[TurnedClock], LivingLock]) -> None:
        self.clock = TurnedClock()
        self.lock = lock(self.clock)

    def looks_for(self, seconds: float) -> bool:
        """Once a second, whether it has got it."""
        for _ in range(round(seconds)):
            if self.lock.take():
                return True
            self.clock.turn(1)
        return self.lock.take()
