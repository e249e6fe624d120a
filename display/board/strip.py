"""What the board's parts beside the big place have in common: a round ground, and grey when they may be old."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Look

from .frame import edge_on_wall

_RADIUS_MM = 14.0


class Strip(QWidget):
    """A part of the board under its name for screen readers."""

    def __init__(self, look: Look, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self._stale = False
        self.setObjectName(name)

    def show_stale(self, *, stale: bool) -> None:
        """Grey what may be over by now."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def _on_ground(self, colour: Colour) -> QPainter:
        """A painter on this part's ground; `end` it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = edge_on_wall(self._look, colour)
        painter.setPen(edge)
        painter.setBrush(self._look.colour(colour))
        radius, half = self._look.mm(_RADIUS_MM), edge.widthF() / 2 if edge.style() != Qt.PenStyle.NoPen else 0.0
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        return painter
