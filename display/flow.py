"""What the display does about what it learns: plain decisions on an injected clock, no window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .announcer import Announcement, Announcer
from .hall_seen import HallSeen
from .showing import Scene, Showing

if TYPE_CHECKING:
    from waitline.views.board import BoardView


class Flow(HallSeen):
    """One display. `clock` counts seconds and never goes back; `languages` are the house's, first one first."""

    def __init__(self, *, clock: Callable[[], float], languages: tuple[str, ...]) -> None:
        super().__init__(clock)
        self._showing = Showing(clock)
        self._announcer = Announcer(languages)

    @property
    def speaking(self) -> Announcement | None:
        """What the voice is at."""
        return self._announcer.current

    def see(self, view: BoardView) -> None:
        """A newer board was read; `speaking` is None afterwards if its call was withdrawn."""
        super().see(view)
        self._showing.see(view)
        self._announcer.hear(view)
        self._mark()

    def scene(self) -> Scene:
        """What to paint now."""
        return self._showing.scene()

    def announce(self) -> Announcement | None:
        """The call to be spoken now, if it is somebody's turn."""
        announcement = self._announcer.next() if self._in_touch else None
        self._mark()
        return announcement

    def announced(self) -> None:
        """The loudspeaker is free."""
        self._announcer.done()
        self._mark()

    def _mark(self) -> None:
        current = self._announcer.current
        self._showing.speaking(current.call.ticket if current else None)
