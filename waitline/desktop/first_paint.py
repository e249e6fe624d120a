"""What may wait until a window is painted: loading a database's library beside it makes the first paint late."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

AT_LATEST_MS: Final = 1_000
"""A window that nobody can see is never painted, and its program must work all the same."""


class FirstPaint(QObject):
    """Calls `then` once, when the window with all that is in it has been painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], object], *, at_latest_ms: int = AT_LATEST_MS) -> None:
        super().__init__(window)
        self._then = then
        self._timer = QTimer(self, singleShot=True, interval=at_latest_ms)
        self._timer.timeout.connect(self._begin)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)  # the parts of the window are painted right after it, in the same turn
        return False

    def _begin(self) -> None:
        self._then()
        self.deleteLater()
