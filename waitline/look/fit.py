"""Fitting words into a box: broken where the language allows, balanced, shrunk together, never clipped."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from .fonts import advance, ems_of, font_of, ink_of, reach_of, weight_for
from .lines import SLACK, balanced, broken

STEP = 0.96
SMALLEST_PX = 8
BODY_ABOVE_BASELINE = 0.865  # of the em: where a Chinese character ends above the line it stands on, nearly
NEARLY_ALL = 0.97  # of a text's letters, as their widths differ a little with their size and their neighbours
BETWEEN_MARKS = 0.02  # of the em: the least between what hangs from one line and what stands on the next


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words in one of the house's fonts: only size and weight differ. `gap` is the room above it, in its
    own em; a part without text takes none."""

    text: str
    font: QFont
    gap: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrunk:
    """How much smaller all fonts are: by `scale`, none below `least_px`; then, if it must be, all by `squeeze`."""

    scale: float = 1.0
    least_px: float = 1.0
    squeeze: float = 1.0

    def px(self, em: int) -> int:
        """The whole pixels of a font that is `em` at full size."""
        return max(1, round(max(em * self.scale, min(em, self.least_px)) * self.squeeze))


FULL_SIZE = Shrunk()

_Run = tuple[str, int, int, float]
"""A part as it is remembered: its text, its font's pixels and weight, its gap."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will be drawn: its part, its font, and its baseline from the top of the block."""

    text: str
    part: int
    font: QFont
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class Block:
    """All parts laid out. `squeezed` says that they had to shrink below what they were allowed to."""

    lines: tuple[Line, ...]
    width: float
    height: float
    scale: float
    squeezed: bool = False

    @property
    def text(self) -> str:
        """The words in the order they are drawn, a line each."""
        return "\n".join(line.text for line in self.lines)


def fit(
    parts: Sequence[Part],
    box: QRectF,
    *,
    pitch: float,
    least_px: float,
    apart: float = 0.0,
    largest_scale: float = 1.0,
) -> Block:
    """The largest layout that fits, up to `largest_scale`. `pitch`: a line's height in em. `least_px`: no font may
    shrink below this; where even that is too large all shrink on, and the block says that it is squeezed. `apart`:
    see `lay_out`."""
    runs, width, height = _runs(parts), box.width(), box.height()
    scale, squeeze = largest_scale, 1.0
    largest = max((px for text, px, _, _ in runs if text), default=0)
    while True:
        how = Shrunk(scale=scale, least_px=least_px, squeeze=squeeze)
        fits = _least_height(runs, width, pitch, how, apart) <= height + SLACK
        if fits:
            block = _laid_out(runs, width, pitch, how, apart, evenly=False)
            fits = block.height <= height + SLACK and block.width <= width + SLACK
        if fits or largest * scale * squeeze < SMALLEST_PX:
            return _laid_out(runs, width, pitch, how, apart, evenly=True)
        if largest * scale > least_px:
            scale *= STEP
        else:
            squeeze *= STEP


def lay_out(
    parts: Sequence[Part],
    width: float,
    *,
    pitch: float,
    shrunk: Shrunk = FULL_SIZE,
    balanced: bool = True,
    apart: float = 0.0,
) -> Block:
    """Break the parts for a width at one size, however tall that becomes.

    `balanced`: lines of about one length; that costs several breakings and makes no block lower or higher, so
    whoever asks for a height alone goes without. `apart`: the pixels of ground that no line's letters come nearer
    to those of the next, half of them above the first and below the last; without it only marks above and below
    letters are kept from touching.

    The latest layouts are kept: a window asks for the same ones again and again while it finds its sizes.
    """
    return _laid_out(_runs(parts), width, pitch, shrunk, apart, evenly=balanced)


def least_height(
    parts: Sequence[Part], width: float, *, pitch: float, shrunk: Shrunk, apart: float = 0.0
) -> float:
    """What no layout is lower than whose lines are within the width; known without breaking any."""
    return _least_height(_runs(parts), width, pitch, shrunk, apart)


def _runs(parts: Sequence[Part]) -> tuple[_Run, ...]:
    return tuple((part.text, part.font.pixelSize(), part.font.weight(), part.gap) for part in parts)


def _least_height(runs: tuple[_Run, ...], width: float, pitch: float, shrunk: Shrunk, apart: float) -> float:
    height = 0.0
    for text, full, wished, gap in runs:
        if text:
            em, weight = shrunk.px(full), weight_for(text, wished)
            lines = max(1, math.ceil(ems_of(text, weight) * em * NEARLY_ALL / (width + SLACK)))
            height += lines * em * sum(_room(text, weight, pitch, apart / em)) + (gap * em if height else 0.0)
    return height


@lru_cache(maxsize=512)
def _laid_out(
    runs: tuple[_Run, ...], width: float, pitch: float, shrunk: Shrunk, apart: float, *, evenly: bool
) -> Block:
    lines: list[Line] = []
    top = 0.0
    for index, (words, full, wished, gap) in enumerate(runs):
        if not words:
            continue
        em, weight = shrunk.px(full), weight_for(words, wished)
        top += gap * em if lines else 0.0
        above, below = _room(words, weight, pitch, apart / em)
        for text in (balanced if evenly else broken)(words, em, weight, width):
            lines.append(Line(text, index, font_of(em, weight), top + em * above, advance(text, em, weight)))
            top += em * (above + below)
    widest = max((line.width for line in lines), default=0.0)
    return Block(tuple(lines), widest, top, shrunk.scale * shrunk.squeeze, squeezed=shrunk.squeeze < 1)


def paint_block(
    painter: QPainter, block: Block, box: QRectF, align: Qt.AlignmentFlag, colours: Sequence[QColor]
) -> None:
    """Draw a block into a box with the colours of its parts; vertically centred unless `align` says otherwise."""
    top = box.top() + max(0.0, (box.height() - block.height) / 2)
    if align & Qt.AlignmentFlag.AlignTop:
        top = box.top()
    elif align & Qt.AlignmentFlag.AlignBottom:
        top = box.bottom() - block.height
    for line in block.lines:
        left = box.left()
        if align & Qt.AlignmentFlag.AlignHCenter:
            left += (box.width() - line.width) / 2
        elif align & Qt.AlignmentFlag.AlignRight:
            left = box.right() - line.width
        painter.setFont(line.font)
        painter.setPen(colours[line.part])
        painter.drawText(QPointF(left, top + line.baseline), line.text)


def widest_word(parts: Sequence[Part], *, least_px: float | None = None) -> float:
    """The width no layout can be narrower than: at full size, or shrunk to `least_px`."""
    shrunk = FULL_SIZE if least_px is None else Shrunk(scale=0.0, least_px=least_px)
    blocks = (lay_out([part], 1.0, pitch=1.0, shrunk=shrunk, balanced=False) for part in parts)
    return max((block.width for block in blocks), default=0.0)


def _room(text: str, weight: int, pitch: float, apart: float) -> tuple[float, float]:
    """What each line of a text takes above and below the line it stands on, in em: a pitch, or more for marks, or
    for every letter to be `apart` from those of the next line."""
    above = (pitch - 1) / 2 + BODY_ABOVE_BASELINE
    reach_above, reach_below = ink_of(text, weight) if apart else reach_of(text, weight)
    free = apart / 2 if apart else BETWEEN_MARKS
    return max(above, reach_above + free), max(pitch - above, reach_below + free)
