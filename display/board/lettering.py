"""The board's secondary words: in proportion to its smallest token, fitted into their boxes."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from waitline.look import Look, Type
from waitline.look.fit import Part, fit, paint_block

_LEAST: Final = 0.3
_JOINER: Final = "\N{WORD JOINER}"
MAY_BREAK: Final = "\N{ZERO WIDTH SPACE}"
_BETWEEN: Final = re.compile(rf"(?<=[，。、；：！？・）」』{MAY_BREAK}\s])|(?=[（「『])")
_NEARLY: Final = 1.5
_SHORT: Final = 9  # characters
_LATIN_ENDS: Final = 0x2000


def small(look: Look, times: float = 1.0, *, strong: bool = False) -> QFont:
    """The hall's smallest type, or a share of it for what is read while walking up to the board."""
    cap_mm = look.cap_mm(look.font(Type.SMALL, strong=strong))
    return look.font_of_cap(cap_mm * times, strong=strong)


def on_one_line(text: str, font: QFont, width: float, *, nearly: float = _NEARLY) -> QFont:
    """The font a little smaller where words that nearly fit would be broken: Chinese breaks anywhere."""
    advance = QFontMetricsF(font).horizontalAdvance(text)
    if width < advance < width * nearly:
        font.setPixelSize(max(6, int(font.pixelSize() * width / advance)))
    return font


def whole(text: str, font: QFont, width: float) -> str:
    """A text that is broken only between words or after a comma, as far as the pieces fit a width.

    Chinese may be broken after any character; 「星期／四」 is right by the book and hard to read across a hall.
    A short piece rather makes all words a little smaller than be broken.
    """
    metrics = QFontMetricsF(font)

    def stays(piece: str) -> bool:
        room = width * _NEARLY if len(piece) <= _SHORT else width
        return metrics.horizontalAdvance(piece) <= room

    return "".join(_joined(piece) if stays(piece) else piece for piece in _BETWEEN.split(text))


def _joined(piece: str) -> str:
    if all(ord(character) < _LATIN_ENDS for character in piece):
        return piece
    bare = piece.rstrip()
    marks = (unicodedata.category(character).startswith("M") for character in bare)
    held = "".join(character if mark else _JOINER + character for character, mark in zip(bare, marks, strict=True))
    return held.removeprefix(_JOINER) + piece[len(bare) :]


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
    parts = [replace(part, text=whole(part.text, part.font, box.width())) for part, _ in lines]
    block = fit(parts, box, pitch=pitch, least_px=small(look, _LEAST).pixelSize())
    paint_block(painter, block, box, align, [colour for _, colour in lines])
    return block.text.replace(_JOINER, "").replace(MAY_BREAK, "")
