"""Whether the time on the wall can be trusted: the hall's clock against the database's and this computer's."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from waitline.model.clock import CLOCK_APART_S, SECOND
from waitline.model.display_devices import ClockCause

from .device_told import DeviceTold

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.views.board import BoardView

logger = logging.getLogger(__name__)


class ClockWatch(QObject):
    """Looks at every board that is read. `own`: this computer's clock, in seconds since 1970.

    `tell`: see `DeviceTold`; None: nobody but the log.
    """

    def __init__(
        self,
        tell: Callable[[tuple[str, ...]], object] | None = None,
        *,
        own: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._own = own
        self._told = None if tell is None else DeviceTold("clock", tell, self)
        self._cause: ClockCause | None = None

    @property
    def hall_is_ahead(self) -> bool:
        """The hall's time is held at an entry from a clock that was ahead: it is not the time of day."""
        return self._cause is ClockCause.HALL_CLOCK_AHEAD

    def see(self, view: BoardView) -> None:
        """A board was read just now."""
        cause, own_ahead_s = self._cause_of(view)
        if cause is not self._cause:
            self._cause = cause
            fields = {"own_ahead_s": round(own_ahead_s), "held_s": round(view.held_s)}
            if cause is None:
                logger.info("clock_right", extra=fields)
            else:
                logger.warning("clock_off", extra={"cause": cause.value, **fields})
        if self._told is not None:
            self._told.causes(() if cause is None else (cause.value,))

    def close(self) -> None:
        """Tell nobody any more."""
        if self._told is not None:
            self._told.close()

    def _cause_of(self, view: BoardView) -> tuple[ClockCause | None, float]:
        own_ahead_s = self._own() - view.at / SECOND
        if view.is_turned:
            return None, own_ahead_s
        if view.held_s > CLOCK_APART_S:
            return ClockCause.HALL_CLOCK_AHEAD, own_ahead_s
        return (ClockCause.OWN_CLOCK_OFF if abs(own_ahead_s) > CLOCK_APART_S else None), own_ahead_s
