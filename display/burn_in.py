"""Moves the whole picture a little now and then, so that no letter is burnt into a screen that runs for years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QPalette

from waitline.look import Colour

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from waitline.look import Look

EVERY_MS: Final = 4 * 60_000
ORBIT: Final = tuple(
    QPoint(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
)
"""One step at a time and never further than one from the middle: too little to be seen."""
STEP_SHARE: Final = 0.002
"""One step, of the picture's longer side: four pixels of 1920, eight of 3840, wider than small type's strokes."""


class BurnIn(QObject):
    """Tells by how much the picture is to stand beside its place; the edge is the picture's own ground."""

    moved = Signal()

    def __init__(self, parent: QObject, *, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        self._at = 0
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self._move)
        self._timer.start()

    def offset(self, width: int, height: int) -> QPoint:
        """In pixels, for a picture of this size."""
        return ORBIT[self._at] * max(1, round(max(width, height) * STEP_SHARE))

    def _move(self) -> None:
        self._at = (self._at + 1) % len(ORBIT)
        self.moved.emit()


def ground_of(window: QWidget, look: Look) -> None:
    """Give a window the picture's own ground, which is seen where the picture has moved away from an edge."""
    palette = window.palette()
    palette.setColor(QPalette.ColorRole.Window, look.colour(Colour.PAGE))
    window.setPalette(palette)
    window.setAutoFillBackground(True)
