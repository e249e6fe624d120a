"""Badges in a line too short for all their words: the plainest become pictures, the last are only counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from waitline.look import Colour, Look, Space, Type

from .badges import Badge
from .chips import Chip, chip_height, chip_width, paint_chip

GIVE_WORDS: Final = (
    Badge.LOVE,
    Badge.PRECHECKED,
    Badge.AGAIN,
    Badge.BOOKED,
    Badge.LANGUAGE,
    Badge.SLOW,
    Badge.WHEELCHAIR,
    Badge.BLIND,
    Badge.DEAF,
)
"""In which order badges become a picture alone: the plainest pictures first, what a clerk must do last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipLine:
    """What fits: the first badges, some as a picture alone, and how many more there are."""

    shown: tuple[Chip, ...] = ()
    silent: frozenset[Badge] = frozenset()
    more: int = 0
    width: int = 0


def fit_chips(look: Look, role: Type, chips: Sequence[Chip], room: float) -> ChipLine:
    """As much as `room` pixels hold; a badge is left out only when pictures alone are too wide."""
    silent: frozenset[Badge] = frozenset()
    for badge in GIVE_WORDS:
        line = _line(look, role, chips, silent, 0)
        if line.width <= room:
            return line
        silent |= {badge}
    for more in range(len(chips) + 1):
        line = _line(look, role, chips[: len(chips) - more], silent, more)
        if line.width <= room:
            break
    return line


def paint_line(painter: QPainter, look: Look, role: Type, line: ChipLine, left: float, middle: float) -> None:
    """Draw the badges from `left`, centred on `middle`."""
    for chip in line.shown:
        words = chip.badge not in line.silent
        paint_chip(painter, look, role, chip, left, middle, words=words)
        left += chip_width(look, role, chip, words=words) + _gap(look)
    if line.more:
        _paint_more(painter, look, role, line.more, left, middle)


def _line(look: Look, role: Type, chips: Sequence[Chip], silent: frozenset[Badge], more: int) -> ChipLine:
    wide = [chip_width(look, role, chip, words=chip.badge not in silent) for chip in chips]
    if more:
        wide.append(_more_width(look, role, more))
    width = sum(wide) + _gap(look) * max(0, len(wide) - 1)
    return ChipLine(shown=tuple(chips), silent=silent, more=more, width=width)


def _paint_more(painter: QPainter, look: Look, role: Type, more: int, left: float, middle: float) -> None:
    height = chip_height(look, role)
    box = QRectF(left + 0.5, middle - height / 2 + 0.5, _more_width(look, role, more) - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour(Colour.SURFACE))
    painter.setPen(QPen(look.colour(Colour.EDGE), 1))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setFont(look.font(role, strong=True))
    painter.setPen(look.colour(Colour.TEXT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{more}")


def _more_width(look: Look, role: Type, more: int) -> int:
    font = look.font(role, strong=True)
    return round(QFontMetricsF(font).horizontalAdvance(f"+{more}") + font.pixelSize() * 0.9)


def _gap(look: Look) -> int:
    """Closer together than words are."""
    return max(3, look.px(Space.GAP) // 2)
