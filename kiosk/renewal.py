"""A kiosk whose own settings have changed begins anew by itself, while nobody is at it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from waitline.desktop import OffThread
from waitline.settings.at_start import KioskAtStart, kiosk_at_start

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.office import OfficeSetup

logger = logging.getLogger(__name__)

LOOK_MS: Final = 1_000
AT_REST_S: Final = 5
"""So long nobody has touched the glass, and no page of a visitor's or of the staff's stands there."""


class Renewal(QObject):
    """Emits `due` at most once. What the database says counts only where the office file here says the same:
    a program started from another file would come up as it was.
    """

    due = Signal()

    def __init__(
        self,
        kiosk_id: str,
        running: OfficeSetup,
        *,
        read_file: Callable[[], OfficeSetup],
        is_at_rest: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kiosk_id = kiosk_id
        self._running = kiosk_at_start(running, kiosk_id)
        self._read_file = read_file
        self._is_at_rest = is_at_rest
        self._asked: KioskAtStart | None = self._running
        self._rested = 0
        self._off = OffThread("kiosk renewal")
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def office_told(self, setup: OfficeSetup) -> None:
        """The office as it stands in the database now."""
        wanted = kiosk_at_start(setup, self._kiosk_id)
        if wanted == self._asked:
            return
        self._asked = wanted
        self._timer.stop()
        if wanted is not None and wanted != self._running:
            self._off.run(self._read_file, done=self._file_read, failed=self._not_read, owner=self)

    def touched(self) -> None:
        """Somebody is there."""
        self._rested = 0

    def close(self) -> None:
        self._timer.stop()
        self._off.close()

    def _file_read(self, setup: OfficeSetup) -> None:
        if kiosk_at_start(setup, self._kiosk_id) == self._asked:
            self._rested = 0
            self._timer.start()
        else:
            logger.warning("new_settings_wait", extra={"kiosk": self._kiosk_id, "why": "another office file here"})

    def _not_read(self, error: Exception) -> None:
        logger.warning("new_settings_wait", extra={"kiosk": self._kiosk_id, "why": type(error).__name__})

    def _look(self) -> None:
        self._rested = self._rested + 1 if self._is_at_rest() else 0
        if self._rested >= AT_REST_S:
            self._timer.stop()
            logger.info("new_settings", extra={"kiosk": self._kiosk_id})
            self.due.emit()
