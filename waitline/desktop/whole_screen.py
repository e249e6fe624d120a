"""A window over its whole screen, with a window manager or without, also when the screen changes its size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

LOOKS_EVERY_MS: Final = 2_000
"""A television that was switched off comes back with another size or in another place, maybe."""


class WholeScreen(QObject):
    """Shows the window over its screen and keeps it there; full-screen alone is a window manager's promise."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._screen: QScreen | None = None
        self._looking = QTimer(self, interval=LOOKS_EVERY_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        window.setGeometry(window.screen().geometry())
        window.showFullScreen()

    def look(self) -> None:
        """Over the whole screen again, unless it is."""
        whole = self._window.screen().geometry()
        if self._window.isVisible() and self._window.geometry() != whole:
            self._window.setGeometry(whole)
