"""A thread that follows the hall for the counters of this program, and tells what has changed at which of them."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Final, Protocol

from counter.workplace import Workplace
from waitline.model.counter import CounterId
from waitline.model.errors import WaitlineError
from waitline.store.feed import Feed
from waitline.views.counter_view import CounterView
from waitline.views.counters_now import CounterNow

logger = logging.getLogger(__name__)

LOOK_EVERY_S: Final = 1.0
"""How long at most until the hall is looked at again though nothing woke us."""
_WAIT_S: Final = 0.25
_RETRY_S: Final = (0.1, 2.0)


class Listener(Protocol):
    """Told on the reader's own thread; must return at once."""

    def reopened(self) -> None:
        """The hall is read anew from here on."""

    def looked(self, views: Sequence[CounterView]) -> None:
        """A look succeeded: the views of those counters that have changed."""


class HallReader:
    """`place` is called on the thread, until it has worked once."""

    def __init__(self, place: Callable[[], Workplace], counters: Sequence[CounterId], listener: Listener) -> None:
        self._place = place
        self._counters = tuple(counters)
        self._listener = listener
        self._known: dict[CounterId, CounterNow] = {}
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="keypads-reader", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Nothing is told any more."""
        self._closing.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _follow(self) -> None:
        retry = _RETRY_S[0]
        while not self._closing.is_set():
            try:
                place = self._place()
                feed = place.feed()
                try:
                    self._known.clear()
                    self._listener.reopened()
                    while not self._closing.is_set():
                        self._look(place)
                        retry = _RETRY_S[0]
                        self._wait(feed)
                finally:
                    feed.close()
            except WaitlineError as error:
                logger.warning("look_failed", extra={"error": type(error).__name__})
            except Exception:
                logger.exception("look_failed")
            self._closing.wait(retry)
            retry = min(_RETRY_S[1], retry * 2)

    def _look(self, place: Workplace) -> None:
        """The first counter's view always: it tells when the hall is to be looked at for time's sake alone."""
        now = place.counters_now()
        changed = [one for one in self._counters[1:] if now.get(one) != self._known.get(one)]
        self._listener.looked([place.look(counter) for counter in (*self._counters[:1], *changed)])
        self._known = now

    def _wait(self, feed: Feed) -> None:
        left = LOOK_EVERY_S
        while left > 0 and not self._closing.is_set() and not feed.wait(_WAIT_S):
            left -= _WAIT_S
