"""How a button is drawn: its faces, its lip, its ring of focus."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from .look import Look
from .roles import Colour, Space


class Face(StrEnum):
    """What a button is for: one of several, the one to press, love, a way aside, or a way to more of its kind."""

    PLAIN = "plain"
    MAIN = "main"
    LOVE = "love"
    SOFT = "soft"
    QUIET = "quiet"
    WAY = "way"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceColours:
    """The roles a face is drawn with; `second` is for all words but the name."""

    fill: Colour
    hover: Colour
    pressed: Colour
    edge: Colour
    lip: Colour
    icon: Colour
    words: Colour
    second: Colour


FACES = {
    Face.PLAIN: FaceColours(
        fill=Colour.SURFACE,
        hover=Colour.ACCENT_SOFT,
        pressed=Colour.ACCENT_SOFT,
        edge=Colour.EDGE,
        lip=Colour.EDGE,
        icon=Colour.ACCENT_TEXT,
        words=Colour.TEXT,
        second=Colour.TEXT_QUIET,
    ),
    Face.MAIN: FaceColours(
        fill=Colour.ACCENT,
        hover=Colour.ACCENT,
        pressed=Colour.ACCENT_PRESSED,
        edge=Colour.ACCENT,
        lip=Colour.ACCENT_PRESSED,
        icon=Colour.ON_ACCENT,
        words=Colour.ON_ACCENT,
        second=Colour.ON_ACCENT,
    ),
    Face.LOVE: FaceColours(
        fill=Colour.LOVE,
        hover=Colour.LOVE,
        pressed=Colour.LOVE_PRESSED,
        edge=Colour.LOVE,
        lip=Colour.LOVE_PRESSED,
        icon=Colour.ON_LOVE,
        words=Colour.ON_LOVE,
        second=Colour.ON_LOVE,
    ),
    Face.SOFT: FaceColours(
        fill=Colour.LOVE_SOFT,
        hover=Colour.LOVE_SOFT,
        pressed=Colour.SURFACE,
        edge=Colour.LOVE,
        lip=Colour.LOVE,
        icon=Colour.LOVE_TEXT,
        words=Colour.TEXT,
        second=Colour.TEXT,
    ),
    Face.QUIET: FaceColours(
        fill=Colour.PAGE,
        hover=Colour.SUNK,
        pressed=Colour.SUNK,
        edge=Colour.EDGE,
        lip=Colour.PAGE,
        icon=Colour.TEXT,
        words=Colour.TEXT,
        second=Colour.TEXT_QUIET,
    ),
    Face.WAY: FaceColours(
        fill=Colour.ACCENT_SOFT,
        hover=Colour.ACCENT_SOFT,
        pressed=Colour.SURFACE,
        edge=Colour.ACCENT,
        lip=Colour.ACCENT,
        icon=Colour.ACCENT_TEXT,
        words=Colour.TEXT,
        second=Colour.TEXT,
    ),
}
"""SOFT is love's own page of reasons: rose paper, dark words."""


NOT_NOW = FaceColours(
    fill=Colour.SUNK,
    hover=Colour.SUNK,
    pressed=Colour.SUNK,
    edge=Colour.EDGE,
    lip=Colour.SUNK,
    icon=Colour.STALE,
    words=Colour.STALE,
    second=Colour.STALE,
)
"""Every face while it may not be pressed; its edge is dashed."""


def face_colours(face: Face, *, enabled: bool) -> FaceColours:
    """The roles a button is drawn with now."""
    return FACES[face] if enabled else NOT_NOW


def paint_face(
    painter: QPainter,
    look: Look,
    face: Face,
    box: QRectF,
    *,
    down: bool,
    enabled: bool,
    focused: bool,
    hovered: bool,
) -> QRectF:
    """Draw an empty button into a box, the ring of focus around it; give back where its content goes."""
    colours = face_colours(face, enabled=enabled)
    ring, edge, lip, radius = (look.px(s) for s in (Space.FOCUS, Space.EDGE, Space.LIP, Space.RADIUS))
    outer = box.adjusted(ring + 1, ring + 1, -ring - 1, -ring - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    top = QRectF(outer.adjusted(0, 0, 0, -lip))
    if enabled and lip and not down:
        painter.setBrush(look.colour(colours.lip))
        painter.drawRoundedRect(outer, radius, radius)
    if down:
        top.translate(0, lip)
    painter.setBrush(look.colour(colours.pressed if down else colours.hover if hovered else colours.fill))
    style = Qt.PenStyle.SolidLine if enabled else Qt.PenStyle.DashLine
    painter.setPen(QPen(look.colour(colours.edge), edge, style))
    half = edge / 2
    painter.drawRoundedRect(top.adjusted(half, half, -half, -half), radius, radius)
    if focused:
        _paint_focus(painter, look, outer, ring, radius)
    return top


def _paint_focus(painter: QPainter, look: Look, outer: QRectF, ring: int, radius: int) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour(Colour.FOCUS), ring))
    around = ring / 2 + 0.5
    painter.drawRoundedRect(outer.adjusted(-around, -around, around, around), radius + around, radius + around)
