"""Following the hall: a thread that reads the view again whenever something may have changed."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from waitline.model.errors import DatabaseAway, DatabaseBusy, WaitlineError
from waitline.model.words import Words

logger = logging.getLogger(__name__)
V_co = TypeVar("V_co", covariant=True)

WAIT_S = 0.25  # the longest a close has to wait for a healthy feed
CHECK_MS = 200
SAY_AGAIN_S = 1.0
FIRST_RETRY_S = 0.1
LAST_RETRY_S = 2.0


class Feed(Protocol):
    """Says when it is worth looking. Made, used and closed in the follower's thread."""

    def wait(self, timeout_s: float) -> bool:
        """Wait at most so long; True as soon as something may have changed. Raises when out of touch."""

    def close(self) -> None:
        """Give back what it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch(Generic[V_co]):
    """A feed, and how to read the view; `read` gives frozen values, in the order they became true."""

    feed: Feed
    read: Callable[[], V_co]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfTouch:
    """For how long no look at the hall has succeeded, and what is the matter in words.

    `passing`: it may pass by itself; otherwise somebody has to do what the words say.
    `in_public`: the same words as a screen in the hall may show them, without the database's own.
    """

    for_s: float
    words: Words
    passing: bool
    in_public: Words


class Follower(QObject):
    """Tells the UI thread each new view, when the hall is out of touch, and when it is back.

    `open_watch` is called in that thread, again after every failure. A view equal to the last is not
    told again. With no successful look for `limit_s`, even in a read that hangs, `out_of_touch` is emitted,
    and again every second with its growing age; then `back_in_touch` once, before the next view.
    """

    view_changed = Signal(object)
    out_of_touch = Signal(object)
    back_in_touch = Signal()
    _looked = Signal(object)

    def __init__(
        self,
        name: str,
        open_watch: Callable[[], Watch[Any]],
        *,
        limit_s: float = 5.0,
        look_every_s: float = 1.5,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_watch = open_watch
        self._limit_s = limit_s
        self._look_every_s = look_every_s
        self._closing = threading.Event()
        self._seen_at = time.monotonic()
        self._error: Exception | None = None
        self._out = False
        self._said_at = 0.0
        self._last: object = None
        self._looked.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._check = QTimer(self)
        self._check.setInterval(CHECK_MS)
        self._check.timeout.connect(self._check_age)
        self._thread = threading.Thread(target=self._follow, name=name, daemon=True)

    def start(self) -> None:
        """Begin to follow."""
        self._seen_at = time.monotonic()
        self._check.start()
        self._thread.start()

    def close(self, within_s: float = 3.0) -> bool:
        """Stop; nothing is told any more. False if the thread hangs in a read and is left behind."""
        self._closing.set()
        self._check.stop()
        if self._thread.ident is None:
            return True
        self._thread.join(within_s)
        if self._thread.is_alive():
            logger.error("follower_hangs", extra={"follower": self._thread.name})
        return not self._thread.is_alive()

    def _follow(self) -> None:
        retry_s = FIRST_RETRY_S
        while not self._closing.is_set():
            before = self._seen_at
            try:
                self._follow_one(self._open_watch())
            except Exception as error:  # noqa: BLE001 the thread's edge; reported by _note
                self._note(error)
            if self._seen_at != before:
                retry_s = FIRST_RETRY_S
            self._closing.wait(retry_s)
            retry_s = min(retry_s * 2, LAST_RETRY_S)

    def _follow_one(self, watch: Watch[Any]) -> None:
        """Look, wait, look again, until closing or an error."""
        try:
            while not self._closing.is_set():
                view = watch.read()
                self._seen_at = time.monotonic()
                self._error = None
                if isValid(self):
                    self._looked.emit(view)
                self._wait(watch.feed)
        finally:
            watch.feed.close()

    def _wait(self, feed: Feed) -> None:
        until = time.monotonic() + self._look_every_s
        while not self._closing.is_set() and (left := until - time.monotonic()) > 0:
            if feed.wait(min(left, WAIT_S)):
                return

    def _note(self, error: Exception) -> None:
        if self._error is None:
            fields = {"follower": self._thread.name, "error": str(error)}
            foreseen = isinstance(error, WaitlineError)
            logger.warning("look_failed", extra=fields, exc_info=None if foreseen else error)
        self._error = error

    def _tell(self, view: object) -> None:
        if self._closing.is_set():
            return
        if self._out:
            self._out = False
            logger.info("back_in_touch", extra={"follower": self._thread.name})
            self.back_in_touch.emit()
        if view != self._last:
            self._last = view
            self.view_changed.emit(view)

    def _check_age(self) -> None:
        now = time.monotonic()
        age = now - self._seen_at
        if age <= self._limit_s or (self._out and now - self._said_at < SAY_AGAIN_S):
            return
        if not self._out:
            logger.warning("out_of_touch", extra={"follower": self._thread.name, "for_s": round(age, 1)})
        self._out, self._said_at = True, now
        error = self._error
        known = error if isinstance(error, WaitlineError) else DatabaseAway()
        passing = isinstance(known, (DatabaseAway, DatabaseBusy))
        self.out_of_touch.emit(
            OutOfTouch(for_s=age, words=known.words, passing=passing, in_public=known.in_public)
        )
