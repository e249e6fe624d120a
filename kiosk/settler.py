"""Lets the hall do what time alone has made due, on a thread of its own, while the kiosk is alive."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from waitline.desktop import OffThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.clock import Instant

logger = logging.getLogger(__name__)

AGAIN_S: Final = 5.0


class Settler(QObject):
    """`settle` gets a request's id. What comes of it is brought by the feed."""

    def __init__(self, settle: Callable[[str], object], new_request: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._settle = settle
        self._new_request = new_request
        self._settled: tuple[Instant, float] | None = None
        self._off = OffThread("kiosk settling")

    def settle(self, due: Instant, now: float) -> None:
        """Once for each due time; again when nothing has come of it, since another program may have died."""
        if self._settled is not None and self._settled[0] == due and now - self._settled[1] < AGAIN_S:
            return
        self._settled = due, now
        work = partial(self._settle, self._new_request())
        self._off.run(work, done=_done, failed=_failed, owner=self)

    def close(self) -> None:
        self._off.close()


def _done(_: object) -> None:
    """The feed brings what has come of it."""


def _failed(error: Exception) -> None:
    logger.info("settling_failed", extra={"why": type(error).__name__})
