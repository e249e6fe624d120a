"""A sheet of paper on the desk: a rounded surface that other widgets lie on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from .look import Look
from .roles import Colour, Space


class Panel(QWidget):
    """Draws its surface and edge by role; lays out nothing itself."""

    def __init__(
        self,
        look: Look,
        *,
        fill: Colour = Colour.SURFACE,
        edge: Colour = Colour.LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._fill, self._edge, self._thick = look, fill, edge, False
        look.changed.connect(self.update)

    def show_surface(self, fill: Colour, edge: Colour, *, thick: bool = False) -> None:
        """Change what it is made of; `thick` calls for attention by shape, not by colour alone."""
        if (fill, edge, thick) != (self._fill, self._edge, self._thick):
            self._fill, self._edge, self._thick = fill, edge, thick
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._look.px(Space.FOCUS) * 2 if self._thick else 1
        painter.setBrush(self._look.colour(self._fill))
        painter.setPen(QPen(self._look.colour(self._edge), line))
        radius = self._look.px(Space.RADIUS)
        half = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()
