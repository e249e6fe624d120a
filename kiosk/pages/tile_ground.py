"""The picture of a large tile, on its round ground."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from waitline.look import Colour, Face, Icon, Look, paint_icon
from waitline.look.button_face import FaceColours

BADGE: Final = 1.5
"""The round ground of a picture, in sizes of the picture."""
GROUNDS: Final = {
    Face.PLAIN: Colour.ACCENT_SOFT,
    Face.QUIET: Colour.SUNK,
    Face.SOFT: Colour.SURFACE,
    Face.WAY: Colour.SURFACE,
}


def paint_picture(
    painter: QPainter, look: Look, icon: Icon, box: QRectF, face: Face, colours: FaceColours
) -> None:
    """Draw a tile's picture into a box, if there is any."""
    ground = GROUNDS.get(face)
    if box.isEmpty():
        return
    if ground is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ground))
        painter.drawEllipse(box)
    inset = box.width() * (1 - 1 / BADGE) / 2 if ground is not None else box.width() * 0.06
    paint_icon(painter, icon, box.adjusted(inset, inset, -inset, -inset), look.colour(colours.icon))
