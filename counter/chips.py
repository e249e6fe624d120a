"""Badges as they are drawn: a small shape, a picture and a word each, never colour alone."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from waitline.look import Colour, Icon, Look, Type, paint_icon

from .badges import Badge


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One badge with its words in the clerk's language."""

    badge: Badge
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dress:
    fill: Colour
    ink: Colour
    edge: Colour
    icon: Icon


_LOVE: Final = (Colour.LOVE_SOFT, Colour.LOVE_TEXT, Colour.LOVE)
_ASK: Final = (Colour.NOTICE, Colour.ON_NOTICE, Colour.NOTICE_EDGE)
_KNOW: Final = (Colour.ACCENT_SOFT, Colour.ACCENT_TEXT, Colour.ACCENT)
_GOOD: Final = (Colour.GOOD, Colour.ON_GOOD, Colour.GOOD_EDGE)


def _dress(colours: tuple[Colour, Colour, Colour], icon: Icon) -> _Dress:
    return _Dress(fill=colours[0], ink=colours[1], edge=colours[2], icon=icon)


_DRESSES: Final = {
    Badge.LOVE: _dress(_LOVE, Icon.LOVE),
    Badge.BOOKED: _dress(_KNOW, Icon.BOOKING),
    Badge.DEAF: _dress(_ASK, Icon.DEAF),
    Badge.BLIND: _dress(_ASK, Icon.BLIND),
    Badge.WHEELCHAIR: _dress(_ASK, Icon.DISABILITY),
    Badge.SLOW: _dress(_ASK, Icon.ELDERLY),
    Badge.LANGUAGE: _dress(_KNOW, Icon.LANGUAGE),
    Badge.PRECHECKED: _dress(_GOOD, Icon.CHECK),
    Badge.AGAIN: _dress(_KNOW, Icon.TRANSFER),
}


def chip_height(look: Look, role: Type) -> int:
    return round(look.font(role).pixelSize() * 1.75)


def chip_width(look: Look, role: Type, chip: Chip, *, words: bool = True) -> int:
    font = look.font(role, strong=True)
    if not words:
        return round(font.pixelSize() * 2.15)
    return round(QFontMetricsF(font).horizontalAdvance(chip.words) + font.pixelSize() * 2.45)


def paint_chip(
    painter: QPainter, look: Look, role: Type, chip: Chip, left: float, middle: float, *, words: bool = True
) -> None:
    """Draw a chip from `left`, centred on the line `middle`."""
    dress, font = _DRESSES[chip.badge], look.font(role, strong=True)
    em, height = font.pixelSize(), chip_height(look, role)
    box = QRectF(left + 0.5, middle - height / 2 + 0.5, chip_width(look, role, chip, words=words) - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour(dress.fill))
    painter.setPen(QPen(look.colour(dress.edge), 1))
    painter.drawRoundedRect(box, height / 2, height / 2)
    ink = look.colour(dress.ink)
    paint_icon(painter, dress.icon, QRectF(box.left() + em * 0.5, box.top(), em * 1.15, box.height()), ink)
    if not words:
        return
    painter.setFont(font)
    painter.setPen(ink)
    room = QRectF(box.left() + em * 1.85, box.top(), box.width() - em * 1.85, box.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, chip.words)
