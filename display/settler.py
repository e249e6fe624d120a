"""Lets the hall do what time alone has made due, when it is due, on a thread of its own."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from waitline.desktop import OffThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from .hall_seen import HallSeen

logger = logging.getLogger(__name__)

LONGEST_TIMER_S: Final = 3600.0


class Settler(QObject):
    """`settle` is done off this thread when `hall` says that something is due; one program does it for all."""

    def __init__(self, hall: HallSeen, settle: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self._settle = settle
        self._off = OffThread("settling", self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._settle_now)

    def plan(self) -> None:
        """The hall was looked at."""
        due = self._hall.settle_in()
        if due is None:
            self._timer.stop()
        elif not self._timer.isActive() or self._timer.remainingTime() > in_ms(due):
            self._timer.start(in_ms(due))

    def stop(self) -> None:
        """Nothing is known now."""
        self._timer.stop()

    def close(self) -> None:
        self._timer.stop()
        self._off.close()

    def _settle_now(self) -> None:
        due = self._hall.settle_in()
        if due is None or due > 0:
            self.plan()
            return
        self._hall.settling()
        self._off.run(self._settle, done=_settled, failed=_not_settled)


def in_ms(seconds: float) -> int:
    """Milliseconds for a timer, rounded up so that it does not wake before its moment."""
    return int(min(seconds, LONGEST_TIMER_S) * 1000) + 1


def _settled(result: object) -> None:
    logger.info("settled", extra={"result": str(result)})


def _not_settled(error: Exception) -> None:
    logger.warning("not_settled", extra={"why": str(error)})
