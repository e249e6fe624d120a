"""The way in for staff, fitted into the kiosk's window: the corner that is held, and the sheet it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from .corner import SIDE_MM, Corner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from waitline.look import Look

    from .backstage import Backstage
    from .sheet import StaffSheet


class StaffDoor(QObject):
    """Lives as long as its window. `leave_wanted` carries whether the program is to start again."""

    leave_wanted = Signal(bool)

    def __init__(self, window: QWidget, look: Look, backstage: Backstage) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._backstage = backstage
        self._sheet: StaffSheet | None = None
        self._corner = Corner(window)
        self._corner.held.connect(self._open)
        look.changed.connect(self._place)
        window.installEventFilter(self)
        self._corner.show()
        self._place()

    @property
    def is_open(self) -> bool:
        """Whether the staff's sheet covers the glass."""
        return self._sheet is not None and self._sheet.isVisible()

    def close(self) -> None:
        """End what the sheet has begun."""
        if self._sheet is not None:
            self._sheet.close_down()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _open(self) -> None:
        if self._sheet is None:
            from .sheet import StaffSheet  # noqa: PLC0415 - most days nobody opens it

            self._sheet = StaffSheet(self._look, self._backstage, self._window)
            self._sheet.leave_wanted.connect(self.leave_wanted)
        self._place()
        self._sheet.ask()

    def _place(self) -> None:
        side = self._look.mm(SIDE_MM)
        self._corner.setGeometry(0, 0, side, side)
        self._corner.raise_()
        if self._sheet is not None:
            self._sheet.setGeometry(self._window.rect())
            self._sheet.raise_()
