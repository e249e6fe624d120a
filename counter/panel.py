"""A sheet of paper on the desk: a rounded surface that other widgets lie on."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from waitline.look import Colour, Look, Space


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


def stand_in_the_middle(page: QWidget, panel: Panel, corner: QWidget, look: Look) -> None:
    """Lay out `page`: the panel, as large as it may be, in the middle; `corner`, a button, above at the right."""
    margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
    above, centre = QHBoxLayout(), QHBoxLayout()
    above.addStretch(1)
    above.addWidget(corner, 0, Qt.AlignmentFlag.AlignTop)
    centre.addStretch(1)
    centre.addWidget(panel, 20)
    centre.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(margin, gap, margin, margin * 2)
    column.addLayout(above)
    column.addStretch(1)
    column.addLayout(centre, 20)
    column.addStretch(1)
