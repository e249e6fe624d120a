"""The full window: the sign-in page, then the console, and the lock before it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from .console import Console
from .lock_page import LockPage
from .sign_in import SignIn

LEAST_WIDTH: Final = 1180
LEAST_HEIGHT: Final = 640


class FullWindow(QWidget):
    """The large size of the clerk's screen."""

    closed = Signal()

    def __init__(self, sign_in: SignIn, console: Console, lock_page: LockPage) -> None:
        super().__init__()
        self.setObjectName("counter_window")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(sign_in)
        self._pages.addWidget(console)
        self._pages.addWidget(lock_page)

    def turn_to(self, page: QWidget) -> bool:
        """Show a page; True if it was not the one shown."""
        if self._pages.currentWidget() is page:
            return False
        self._pages.setCurrentWidget(page)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
