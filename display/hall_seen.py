"""What a display knows of the hall: the last board it read, how old that is, and what time alone will change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from waitline.model.clock import SECOND, Instant, local

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from waitline.views.board import BoardView

SETTLE_PAUSE_S: Final = 2.0
ASLEEP_S: Final = 30.0
"""No living display goes without a board so long and does not know it: its computer slept."""


class HallSeen:
    """`clock` counts seconds and never goes back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._view: BoardView | None = None
        self._read_at = 0.0
        self._in_touch = True
        self._settled_at = float("-inf")
        self._settled_day: str | None = None

    @property
    def view(self) -> BoardView | None:
        """The board as last read."""
        return self._view

    @property
    def in_touch(self) -> bool:
        return self._in_touch

    def seconds(self) -> float:
        """What the clock counts."""
        return self._clock()

    def see(self, view: BoardView) -> None:
        """A newer board was read."""
        self._view, self._read_at = view, self._clock()
        self._in_touch = True

    def was_away(self, view: BoardView) -> bool:
        """Whether this board, not seen yet, is the first after a time without: out of touch, or asleep.

        A rehearsal's clock, which is turned by hand, tells nothing of sleep.
        """
        if self._view is None:
            return False
        slept = not view.is_turned and (view.at - self._view.at) / SECOND > ASLEEP_S
        return slept or not self._in_touch

    def lose_touch(self) -> None:
        """Nothing is known to be true any more."""
        self._in_touch = False

    def office_now(self) -> Instant | None:
        """The office's clock: the database's time as last read, and what has passed since."""
        if self._view is None:
            return None
        return Instant(self._view.at + round((self._clock() - self._read_at) * SECOND))

    def clock_at(self, ago_s: float) -> datetime | None:
        """What the hall's clock showed so many seconds ago; None before the first view."""
        now = self.office_now()
        if now is None or self._view is None:
            return None
        return local(Instant(now - round(ago_s * SECOND)), self._view.setup.zone)

    def minute(self) -> int | None:
        """Of the office's day, after midnight; None before the first view."""
        now = self.clock_at(0)
        return None if now is None else now.hour * 60 + now.minute

    def settle_in(self) -> float | None:
        """Seconds until time alone changes something in the hall, as a new day does; None while nothing is due or
        known."""
        now = self.office_now()
        if now is None or self._view is None or not self._in_touch:
            return None
        at = now if self._view.day != self._settled_day else self._view.settle_at
        pause = self._settled_at + SETTLE_PAUSE_S - self._clock()
        return None if at is None else max(0.0, pause, (at - now) / SECOND)

    def settling(self) -> None:
        """Somebody settles now; the next attempt waits a little, should this one change nothing."""
        self._settled_at = self._clock()
        self._settled_day = None if self._view is None else self._view.day
