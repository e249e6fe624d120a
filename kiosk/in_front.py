"""Keeps the kiosk's window over the whole screen, whatever keys or gestures the system itself listens to."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

logger = logging.getLogger(__name__)

LOOKS_EVERY_MS: Final = 500


class InFront(QObject):
    """A window that was minimised, moved, covered by another or left on another desktop comes back.

    Looked at from time to time, for window managers tell of these in different ways, or not at all. What the
    system does with its own keys a program cannot keep from happening: see the handbook.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._looking = QTimer(self, interval=LOOKS_EVERY_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        self._is_there = True

    def look(self) -> None:
        """Back to the front, unless it is there."""
        window = self._window
        handle, whole = window.windowHandle(), window.screen().geometry()
        there = window.isFullScreen() and not window.isMinimized() and window.geometry() == whole
        if there and window.isActiveWindow() and handle is not None and handle.isExposed():
            self._is_there = True
            return
        if self._is_there:
            self._is_there = False
            logger.info("window_brought_back", extra={"active": window.isActiveWindow(), "whole": there})
        window.showFullScreen()
        window.setGeometry(whole)
        window.raise_()
        window.activateWindow()
