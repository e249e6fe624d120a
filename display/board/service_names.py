"""The names of services at the foot of the board, in their cells: one size and one first line where they can."""

from collections.abc import Sequence
from dataclasses import replace
from math import floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from waitline.look import Look
from waitline.look.breaking import as_read, whole
from waitline.look.fit import Block, Part, fit, paint_block
from waitline.look.fonts import cap_share
from waitline.model.words import Words
from waitline.rules.board_names import APART, PITCH, NameLetters
from waitline.rules.board_services import LOW_PAD, PAD, ServicesPlan

from .lettering import caps_of

_LEAST_PX = 6.0


def cell_of(places: ServicesPlan, row: int, column: int, mm: float) -> QRectF:
    """What a cell has inside, in the strip; `mm`: a millimetre's pixels."""
    wide, high = places.cell
    above = LOW_PAD if places.low else PAD / 2
    left = PAD / 2 + column * (wide + 2 * PAD) + PAD
    top = PAD / 2 + row * (high + 2 * above) + above
    return QRectF(left * mm, top * mm, wide * mm, high * mm)


class NamesInRows:
    """Names laid out for their boxes. `shown`: as they are drawn, a line each; `caps`: how high capitals are
    beside the Chinese and in the English, in pixels."""

    def __init__(
        self, look: Look, places: ServicesPlan, names: Sequence[Words], inks: tuple[QColor, QColor]
    ) -> None:
        self.places = places
        self._inks = inks
        pairs = zip(names, places.letters, strict=True)
        self._blocks = [_laid_out(look, one, letters, places.names) for one, letters in pairs]
        self.shown = [as_read(block.text) for block in self._blocks]
        self.caps = [caps_of(block) for block in self._blocks]

    def paint(self, painter: QPainter, box: QRectF, number: int) -> None:
        """The names of this service, from where the tallest of its row begins."""
        row = number // self.places.columns * self.places.columns
        tallest = max(block.height for block in self._blocks[row : row + self.places.columns])
        top = box.top() + max(0.0, (box.height() - tallest) / 2)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        paint_block(
            painter, self._blocks[number], QRectF(box.left(), top, box.width(), tallest), align, self._inks
        )


def _laid_out(look: Look, names: Words, letters: NameLetters, size: tuple[float, float]) -> Block:
    mm = look.glass.px_per_mm
    box = QRectF(0, 0, size[0] * mm, size[1] * mm)
    parts = [
        Part(names.zh, _font(look, letters.first, strong=True)),
        Part(names.en, _font(look, letters.second, strong=False)),
    ]
    held = [replace(part, text=whole(part.text, part.font, box.width(), nearly=1.0)) for part in parts]
    return fit(held, box, pitch=PITCH, least_px=_LEAST_PX, apart=APART * mm)


def _font(look: Look, cap_mm: float, *, strong: bool) -> QFont:
    """Not larger than reckoned by a part of a pixel."""
    font = look.font_of_cap(cap_mm, strong=strong)
    font.setPixelSize(max(floor(cap_mm * look.glass.px_per_mm / cap_share(font.weight())), round(_LEAST_PX)))
    return font
