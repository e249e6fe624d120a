"""What may wait until a window is painted: loading a database's library beside it makes the first paint late."""

from collections.abc import Callable
from inspect import ismethod
from typing import Final
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

AT_LATEST_MS: Final = 1_000
"""A window that nobody can see is never painted, and its program must work all the same."""


class FirstPaint(QObject):
    """Calls `then` once, when the window with all that is in it has been painted for the first time.

    A method is not kept alive: the window's own would be a cycle, collected in the middle of an event if the
    window ends before it is painted, which crashes Qt.
    """

    def __init__(self, window: QWidget, then: Callable[[], object], *, at_latest_ms: int = AT_LATEST_MS) -> None:
        super().__init__(window)
        self._then = WeakMethod(then) if ismethod(then) else lambda: then
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
        then = self._then()
        if then is not None:
            then()
        self.deleteLater()
