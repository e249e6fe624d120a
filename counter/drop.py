"""The questions of an action, below the bar."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .sheet import Sheet


class Drop(QWidget):
    """A window of its own just under the bar."""

    def __init__(self, bar: QWidget, sheet: Sheet) -> None:
        kind = Qt.WindowType
        super().__init__(bar, kind.Tool | kind.FramelessWindowHint | kind.WindowStaysOnTopHint)
        self.setObjectName("drop")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self.stand_below(bar)

    def stand_below(self, bar: QWidget) -> None:
        """Under the bar, in its middle, wherever that ends now; above one that lies too low for it."""
        size, room = self.sizeHint(), bar.screen().availableGeometry()
        below = bar.mapToGlobal(QPoint(0, bar.height()))
        above = bar.mapToGlobal(QPoint(0, 0)).y() - size.height()
        fits = below.y() + size.height() <= room.bottom() + 1 or above < room.top()
        left = min(below.x() + (bar.width() - size.width()) // 2, room.right() + 1 - size.width())
        self.move(max(room.left(), left), below.y() if fits else above)
