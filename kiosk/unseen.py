"""Numbers that nobody saw: their visitors left while the office could not be reached."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from waitline.model.errors import Refused, WaitlineError

from .pending import Pending
from .scenes import Withdraw

if TYPE_CHECKING:
    from collections.abc import Callable

    from .scenes import Wish

ASK_AGAIN_AFTER: Final = (0.15, 0.6, 2.0, 10.0, 30.0)
"""Nobody stands there and waits for it, and an office may be away for a day."""


class Unseen:
    """Takes that were given up, each asked back from the office until it answers, oldest first.

    Whether the office ever gave the number is not known here: an answer may have been lost on the way.
    """

    def __init__(self, new_request: Callable[[], str]) -> None:
        self._new_request = new_request
        self._takes: deque[str] = deque()
        self._asking = Pending(ASK_AGAIN_AFTER)

    def add(self, take: str) -> None:
        """The visitor of the request `take` has left without a number."""
        self._takes.append(take)

    @property
    def takes(self) -> tuple[str, ...]:
        """All that the office has not answered about, oldest first."""
        asked = self._asking.wish
        return (*((asked.take,) if isinstance(asked, Withdraw) else ()), *self._takes)

    def recall(self, takes: tuple[str, ...]) -> None:
        """What an earlier life of this kiosk did not get answered."""
        self._takes.extendleft(reversed(takes))

    def due(self, now: float) -> Wish | None:
        """What to send now, if anything."""
        if self._asking.wish is None and self._takes:
            return self._asking.send(Withdraw(request=self._new_request(), take=self._takes.popleft()), now)
        return self._asking.due(now)

    def answered(self, request: str) -> None:
        if self._asking.is_for(request):
            self._asking.forget()

    def failed(self, request: str, error: WaitlineError, now: float) -> None:
        """Trouble: it is asked again. A refusal is an answer."""
        if self._asking.is_for(request):
            if isinstance(error, Refused):
                self._asking.forget()
            else:
                self._asking.failed(now)
