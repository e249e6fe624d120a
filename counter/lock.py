"""A screen is locked after a while without a touch, or at once, until whoever sits there gives the PIN. No Qt.

They stay signed in, calls go on coming, and the hall is kept as ever: only the screen and its keys rest.
"""

import math
from collections.abc import Callable

from waitline.model.clock import MINUTE, SECOND

_SECONDS_A_MINUTE = MINUTE // SECOND

Untouched = Callable[[], float | None]
"""Seconds since somebody last touched the computer; None: that is being found out, ask again."""


def tells_nothing() -> float:
    """Of a computer that does not say: the screen's own touches count alone."""
    return math.inf


class Lock:
    """`clock`: seconds that only run forward; `computer`: whoever types in another program is here as well."""

    def __init__(self, clock: Callable[[], float], computer: Untouched = tells_nothing) -> None:
        self._clock = clock
        self._computer = computer
        self._touched_at = clock()
        self._here_at = self._touched_at
        self._closed = False
        self.has_key = False
        """Whether there is a PIN to open it with: else it never closes."""

    @property
    def is_closed(self) -> bool:
        return self._closed

    @property
    def untouched_s(self) -> float:
        """Seconds since somebody last did something at this screen itself."""
        return self._clock() - self._touched_at

    def begin(self, *, has_key: bool) -> None:
        """Somebody sits down."""
        self.has_key, self._closed = has_key, False
        self.touched()

    def touched(self) -> None:
        """They are here."""
        self._touched_at = self._here_at = self._clock()

    def close(self) -> bool:
        """At once; whether it could be."""
        self._closed = self.has_key
        return self._closed

    def open(self) -> None:
        """The PIN was right."""
        self._closed = False
        self.touched()

    def close_if_idle(self, patience_min: float) -> bool:
        """Whether it has closed just now: nobody has touched anything for so many minutes (0: for ever).

        The computer is asked only when this screen itself has been left for as long.
        """
        patience_s = patience_min * _SECONDS_A_MINUTE
        if self._closed or not self.has_key or patience_s <= 0 or self._away_s < patience_s:
            return False
        elsewhere = self._computer()
        if elsewhere is None:
            return False
        self._here_at = max(self._here_at, self._clock() - elsewhere)
        return self._away_s >= patience_s and self.close()

    @property
    def _away_s(self) -> float:
        """Seconds since somebody was last known to be here."""
        return self._clock() - self._here_at
