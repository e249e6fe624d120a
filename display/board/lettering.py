"""The board's secondary words: in proportion to its smallest token, fitted into their boxes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from waitline.look import Look, Type
from waitline.look.breaking import NEARLY, as_read, whole
from waitline.look.fit import Block, Part, fit, paint_block
from waitline.look.fonts import cap_share

NARROWEST: Final = 0.88
"""Figures may be so narrow, of their usual width, before they become lower: nobody reads them worse for it."""
_LEAST: Final = 0.3


def small(look: Look, times: float = 1.0, *, strong: bool = False) -> QFont:
    """The hall's smallest type, or a share of it for what is read while walking up to the board."""
    cap_mm = look.cap_mm(look.font(Type.SMALL, strong=strong))
    return look.font_of_cap(cap_mm * times, strong=strong)


def on_one_line(text: str, font: QFont, width: float, *, nearly: float = NEARLY) -> QFont:
    """The font a little smaller where words that nearly fit would be broken: Chinese breaks anywhere."""
    advance = QFontMetricsF(font).horizontalAdvance(text)
    if width < advance < width * nearly:
        font.setPixelSize(max(6, int(font.pixelSize() * width / advance)))
    return font


def write(
    painter: QPainter,
    look: Look,
    box: QRectF,
    lines: Sequence[tuple[Part, QColor]],
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    pitch: float = 1.18,
) -> str:
    """Write the parts in their colours, in the middle of the box's height; all shrink together if they must.

    Lines are broken between words. Gives back what is drawn, a line each.
    """
    return as_read(write_block(painter, look, box, lines, align=align, pitch=pitch).text)


def write_block(
    painter: QPainter,
    look: Look,
    box: QRectF,
    lines: Sequence[tuple[Part, QColor]],
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    pitch: float = 1.18,
) -> Block:
    """The same; gives back the lines as laid out."""
    block = fitted(look, box, [part for part, _ in lines], pitch=pitch)
    paint_block(painter, block, box, align, [colour for _, colour in lines])
    return block


def fitted(look: Look, box: QRectF, parts: Sequence[Part], *, pitch: float = 1.18, least: float = _LEAST) -> Block:
    """The parts laid out as they will be painted. `least`: of the hall's smallest type, below which a part shrinks
    only when all are as small."""
    parts = [replace(part, text=whole(part.text, part.font, box.width())) for part in parts]
    return fit(parts, box, pitch=pitch, least_px=small(look, least).pixelSize())


def caps_of(block: Block) -> tuple[float, ...]:
    """How high capitals are in each part that is laid out, in pixels."""
    fonts = {line.part: line.font for line in block.lines}
    return tuple(font.pixelSize() * cap_share(font.weight()) for font in fonts.values())


def narrowed(font: QFont, needs: float, room: float) -> tuple[QFont, float]:
    """The font in which figures that want `needs` pixels have room, and how narrow they are: lower only where
    narrow ones are too wide."""
    narrow = min(1.0, room / needs)
    if narrow < NARROWEST:
        font.setPixelSize(max(6, int(font.pixelSize() * narrow / NARROWEST)))
        narrow = NARROWEST
    return font, narrow


def write_figures(painter: QPainter, text: str, at: QPointF, font: QFont, width: float) -> None:
    """Figures from `at` on their baseline, no wider than `width`: narrower than the font has them, never lower."""
    advance = QFontMetricsF(font).horizontalAdvance(text)
    painter.save()
    painter.translate(at)
    painter.scale(min(1.0, width / advance) if advance else 1.0, 1.0)
    painter.setFont(font)
    painter.drawText(QPointF(0, 0), text)
    painter.restore()
