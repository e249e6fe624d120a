"""A window over its whole screen, with a window manager or without, also when the screen changes its size."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

logger = logging.getLogger(__name__)

LOOKS_EVERY_MS: Final = 2_000
"""A television that was switched off comes back with another size or in another place, maybe."""


def numbered_screen(number: int) -> QScreen:
    """One of this computer's screens, counted from 1 as the system does; its first one while that is not there."""
    screens = QGuiApplication.screens()
    return screens[number - 1] if 0 < number <= len(screens) else QGuiApplication.primaryScreen()


class WholeScreen(QObject):
    """Shows the window over a screen and keeps it there; full-screen alone is a window manager's promise.

    `number`: see `numbered_screen`; None: whichever screen the window is on. `seen` hears of the screen whenever
    it is another one, or has another size.
    """

    def __init__(
        self, window: QWidget, *, number: int | None = None, seen: Callable[[QScreen], object] | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._number = number
        self._seen = seen
        self._known: tuple[str, QRect, float] | None = None
        self._looking = QTimer(self, interval=LOOKS_EVERY_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        self._fill(self._screen())

    def look(self) -> None:
        """Over the whole screen again, unless it is."""
        screen = self._screen()
        if self._window.isVisible() and self._window.geometry() != screen.geometry():
            self._fill(screen)
        self._tell(screen)

    def _screen(self) -> QScreen:
        return self._window.screen() if self._number is None else numbered_screen(self._number)

    def _fill(self, screen: QScreen) -> None:
        if self._window.isVisible() and self._window.screen().name() != screen.name():
            self._window.showNormal()  # a full-screen window stays on its screen
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()
        self._tell(screen)

    def _tell(self, screen: QScreen) -> None:
        now = screen.name(), screen.geometry(), screen.devicePixelRatio()
        if now == self._known:
            return
        self._known = now
        there, size = len(QGuiApplication.screens()), screen.size()
        log = logger.warning if (self._number or 1) > there else logger.info
        fields = {"size": f"{size.width()}x{size.height()}", "asked": self._number or "any", "there": there}
        log("on_screen", extra={"screen": screen.name(), **fields})
        if self._seen is not None:
            self._seen(screen)
