"""The console is locked after a while without a touch, or at once, until its clerk gives the PIN. No Qt here.

The clerk stays signed in, calls go on coming, and the hall is kept as ever: only the screen and its keys rest.
"""

from collections.abc import Callable

from waitline.model.clock import MINUTE, SECOND

_SECONDS_A_MINUTE = MINUTE // SECOND


class Lock:
    """`clock`: seconds that only run forward."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._touched_at = clock()
        self._closed = False
        self.has_key = False
        """Whether there is a PIN to open it with: else it never closes."""

    @property
    def is_closed(self) -> bool:
        return self._closed

    @property
    def untouched_s(self) -> float:
        """Seconds since the clerk last did something here."""
        return self._clock() - self._touched_at

    def begin(self, *, has_key: bool) -> None:
        """Somebody sits down."""
        self.has_key, self._closed = has_key, False
        self.touched()

    def touched(self) -> None:
        """The clerk is here."""
        self._touched_at = self._clock()

    def close(self) -> bool:
        """At once; whether it could be."""
        self._closed = self.has_key
        return self._closed

    def open(self) -> None:
        """The PIN was right."""
        self._closed = False
        self.touched()

    def close_if_idle(self, patience_min: float) -> bool:
        """Whether it has closed just now: nobody has touched anything for so many minutes (0: for ever)."""
        idle = patience_min > 0 and self.untouched_s >= patience_min * _SECONDS_A_MINUTE
        return idle and not self._closed and self.close()
