"""What the display does about what it learns: plain decisions on an injected clock, no window."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from .announcer import Announcement, Announcer, Heard
from .hall_seen import HallSeen
from .showing import Scene, Showing, ShownSoFar

if TYPE_CHECKING:
    from waitline.views.board import BoardCall, BoardView


class Flow(HallSeen):
    """One display. `clock` counts seconds and never goes back; `languages` are the house's, first one first.

    `shown`: how far this display had come before it was started again.
    """

    def __init__(
        self, *, clock: Callable[[], float], languages: tuple[str, ...], shown: ShownSoFar | None = None
    ) -> None:
        super().__init__(clock)
        self._showing = Showing(clock, before=shown)
        self._languages = languages
        self._announcer: Announcer | None = Announcer(languages)

    @property
    def speaking(self) -> Announcement | None:
        """What the voice is at."""
        return None if self._announcer is None else self._announcer.current

    @property
    def has_more(self) -> bool:
        """Whether a call waits for its turn."""
        return self._announcer is not None and self._announcer.waiting > 0

    @property
    def heard(self) -> Heard | None:
        """How far the announcing has come; None where nothing is announced."""
        return None if self._announcer is None else self._announcer.heard

    def announce_after(self, before: Heard | None) -> None:
        """Announce from now on, where the announcer `before` has stopped; None: nothing that was called so far."""
        self._announcer = Announcer(self._languages, before)
        if self._view is not None:
            self._announcer.hear(self._view)
        self._mark()

    def stand_by(self) -> None:
        """Announce nothing: another display does, or it is to be quiet."""
        self._announcer = None
        self._mark()

    def see(self, view: BoardView) -> None:
        """A newer board was read; `speaking` is None afterwards if its call sends nobody there any more."""
        was_away = self.was_away(view)
        super().see(view)
        self._showing.see(view)
        if self._announcer is not None:
            self._announcer.hear(view)
            if was_away:
                self._announcer.leave_out_old(view)
        self._mark()

    def scene(self) -> Scene:
        """What to paint now."""
        return self._showing.scene()

    @property
    def shown(self) -> ShownSoFar | None:
        """How far the showing has come; None before the first board."""
        return self._showing.so_far

    def is_news(self, call: BoardCall) -> bool:
        """Whether this call is shown for the first time since before this display was started."""
        return self._showing.is_news(call)

    def announce(
        self, absent: Collection[str] = (), *, said: Collection[tuple[int, int]] = ()
    ) -> Announcement | None:
        """The call to be spoken now, if it is somebody's turn. `absent`: languages without a voice; `said`: calls
        that another display has spoken, see `Announcer.leave_out`."""
        announcement = None
        if self._announcer is not None and self._in_touch:
            self._announcer.leave_out(said)
            announcement = self._announcer.next(absent)
        self._mark()
        return announcement

    def announced(self) -> None:
        """The loudspeaker is free."""
        if self._announcer is not None:
            self._announcer.done()
        self._mark()

    def _mark(self) -> None:
        self._showing.speaking(None if self._announcer is None else self._announcer.stands_for)
