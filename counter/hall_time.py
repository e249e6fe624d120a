"""The office's clock as a screen keeps it between two views, and when the hall should look at itself."""

from collections.abc import Callable
from typing import Final, Protocol

from waitline.model.clock import BEGINNING, SECOND, Instant

SETTLE_PAUSE_S: Final = 3.0


class Timed(Protocol):
    """A view of the hall: when it was true, on which day, and when time alone will change something."""

    @property
    def at(self) -> Instant: ...
    @property
    def day(self) -> str: ...
    @property
    def settle_at(self) -> Instant | None: ...


class HallTime:
    """What the last view said, and the time that has run since. `clock`: seconds that only run forward."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._view: Timed | None = None
        self._read_at = 0.0
        self._settle_again_at = 0.0
        self._settled_day: str | None = None

    def came(self, view: Timed) -> None:
        """The hall as just read; the same view told once more is no younger for it."""
        if view is not self._view:
            self._view, self._read_at = view, self._clock()

    def forget(self) -> None:
        """Nothing of the hall is known any more."""
        self._view = None

    @property
    def now(self) -> Instant:
        """The office's time; the beginning of time before a view has come."""
        if self._view is None:
            return BEGINNING
        return Instant(self._view.at + round((self._clock() - self._read_at) * SECOND))

    def settle_due(self) -> bool:
        """Whether the hall should look again by itself now: the time a view named has come, or a new day.

        Who is told so does it: the next time is some seconds later.
        """
        view = self._view
        if view is None or self._clock() < self._settle_again_at:
            return False
        at = view.at if view.day != self._settled_day else view.settle_at
        if at is None or self.now < at:
            return False
        self._settle_again_at, self._settled_day = self._clock() + SETTLE_PAUSE_S, view.day
        return True
