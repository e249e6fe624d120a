"""Presses that come while the hall is asked: they wait for its answer, in their order, and none is done twice."""

from collections import deque
from typing import Final, Generic, TypeVar

K = TypeVar("K")
MOST: Final = 32
"""More do not wait: who presses so much is no longer heard, and the first ones are still done in their order."""


class Kept(Generic[K]):
    """What waits at one counter, for one thread.

    The same press at once again is no second wish: two quick presses of 「next」 must not call two visitors.
    """

    def __init__(self) -> None:
        self._kept: deque[K] = deque()
        self._begun: K | None = None

    @property
    def waiting(self) -> tuple[K, ...]:
        """In the order in which they will be done."""
        return tuple(self._kept)

    def begun(self, press: K) -> None:
        """This one the hall is asked for now."""
        self._begun = press

    def keep(self, press: K, *, may_repeat: bool = False) -> bool:
        """Whether it waits from now on. `may_repeat`: twice the same are two, as the digits of a number."""
        last = self._kept[-1] if self._kept else self._begun
        if len(self._kept) >= MOST or (press == last and not may_repeat):
            return False
        self._kept.append(press)
        return True

    def next(self) -> K | None:
        """The one whose turn it is."""
        return self._kept.popleft() if self._kept else None

    def clear(self) -> None:
        """None of them is wanted any more."""
        self._kept.clear()
