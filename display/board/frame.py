"""Outlines that are seen in every theme, also where parts have the wall's own colour."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from waitline.look import Colour, Look
from waitline.look.contrast import contrast

_TELLS: Final = 3.0
_LINE_MM: Final = 1.5


def frame_colour(look: Look) -> QColor:
    """Of the frame for whoever cannot hear."""
    call = look.colour(Colour.CALL)
    return call if contrast(call, look.colour(Colour.PAGE)) >= _TELLS else look.colour(Colour.ON_CALL)


def edge_on_wall(look: Look, ground: Colour) -> QPen:
    """None around a part that has a ground of its own; a line around one that has the wall's."""
    if look.colour(ground) != look.colour(Colour.PAGE):
        return QPen(Qt.PenStyle.NoPen)
    return QPen(look.colour(Colour.LINE), look.mm(_LINE_MM))
