"""The wish on its way to the office, and when it is sent once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .scenes import Wish

TRY_AGAIN_AFTER: Final = (0.15, 0.3, 0.6, 1.0, 2.0)


class Pending:
    """At most one wish, sent again with the same request until it is answered. Times are the flow's seconds."""

    def __init__(self, again_after: tuple[float, ...] = TRY_AGAIN_AFTER) -> None:
        self._again_after = again_after
        self.wish: Wish | None = None
        self.since = 0.0
        self._tries = 0
        self._again_at: float | None = None

    def send(self, wish: Wish, now: float) -> Wish:
        self.wish, self.since = wish, now
        self._tries, self._again_at = 0, None
        return wish

    def forget(self) -> None:
        """It was answered, or nobody waits for it any more."""
        self.wish, self._again_at = None, None

    def is_for(self, request: str) -> bool:
        return self.wish is not None and self.wish.request == request

    @property
    def is_on_its_way(self) -> bool:
        """Whether an answer to the last try is still to come."""
        return self.wish is not None and self._again_at is None

    def failed(self, now: float) -> None:
        """Trouble: it is sent again after a while, each time a longer one."""
        self._again_at = now + self._again_after[min(self._tries, len(self._again_after) - 1)]
        self._tries += 1

    def due(self, now: float) -> Wish | None:
        """The wish, when it is time to send it once more."""
        if self._again_at is None or now < self._again_at:
            return None
        self._again_at = None
        return self.wish
