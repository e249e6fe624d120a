"""「請至 3 號櫃台」 with the number of the counter first and largest, its name's other words around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath

from waitline.look.breaking import as_read, whole
from waitline.look.fit import Block, Part, fit, paint_block
from waitline.look.fonts import advance, cap_share, font_of_px
from waitline.rules.counter_name import CounterName
from waitline.rules.counter_place import (
    ARROW,
    BODY,
    GAP,
    GO_TO,
    PITCH,
    SPACE,
    CounterPlan,
    lead_of,
    place_counter,
    sign_height,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from waitline.look import Look

_LEAST_PX = 6.0
_MIDDLE = 0.38  # em, of a Chinese character's middle above its baseline


@dataclass(frozen=True, slots=True)
class CounterWords:
    """What a card says of a counter. No `go_to`, no arrow."""

    name: CounterName
    go_to: str

    @property
    def text(self) -> str:
        """All of it on one line."""
        return _read((lead_of(self.name, self.go_to), self.name.sign, *words_of(self.name)))

    def paint(
        self,
        painter: QPainter,
        look: Look,
        box: QRectF,
        sign: float,
        inks: tuple[QColor, QColor],
        *,
        centred: bool,
        each: bool = False,
    ) -> Drawn:
        """In the middle of a box's height. `inks`: of the Chinese and the English; `sign`: how high the number
        is, in millimetres. `centred`: in the middle of the width too, all together or `each` line."""
        plan = place_counter(self.name, _size(look, box), sign, go_to=self.go_to)
        return _Laid(self, look, box, plan).paint(painter, inks, centred=centred, each=each)


@dataclass(frozen=True, slots=True)
class Drawn:
    """How high the counter's number is and how far right all ends, in pixels; the words, the number among them;
    and how high capitals are in those before the number and in each line of the others."""

    sign: float
    right: float
    text: str
    caps: tuple[float, ...]


class _Laid:
    """A plan in pixels: what stands before the number, what beside it, what below."""

    def __init__(self, words: CounterWords, look: Look, box: QRectF, plan: CounterPlan) -> None:
        mm, weight = look.glass.px_per_mm, look.sizes.weight_strong
        self._box, self._plan = box, plan
        self._name = words.name
        self._font = _font(plan.first * mm, weight)
        self._em = float(self._font.pixelSize())
        self._sign_font = _font(plan.cap * mm / cap_share(weight), weight)
        self.cap = self._sign_font.pixelSize() * cap_share(weight)
        self._lead = lead_of(words.name, words.go_to)
        self._arrow = ARROW * self._em if words.go_to else 0.0
        self._above = plan.above and bool(self._lead)
        ahead = self._arrow + _wide(self._lead, self._font)
        self._ahead = 0.0 if self._above or not self._lead else ahead + SPACE * self._em
        row = self._ahead + _wide(words.name.sign, self._sign_font)
        self._beside_at = row + SPACE * self._em
        self._indent = 0.0 if self._above else self._arrow
        second = _font(plan.second * mm, weight)
        self._fonts = (self._font, second, second)
        parts = [Part(text, font) for text, font in zip(words_of(words.name), self._fonts, strict=True)]
        self.beside = _block(parts[: plan.beside], QRectF(0, 0, box.width() - self._beside_at, box.height()))
        self.on_line = plan.beside <= 1 and len(self.beside.lines) <= 1
        tall = BODY * self._em if self.on_line and self.beside.lines else self.beside.height
        self._row = max(self.cap, tall)
        self._top = self._em * (BODY + GAP) if self._above else 0.0
        left = max(1.0, box.height() - self._top - self._row - self._em * GAP)
        self.below = _block(parts[plan.beside :], QRectF(0, 0, box.width() - self._indent, left))
        self._wides = (
            ahead if self._above else 0.0,
            self._beside_at + self.beside.width if self.beside.lines else row,
            self._indent + self.below.width if self.below.lines else 0.0,
        )
        self._wide = max(self._wides)

    def paint(self, painter: QPainter, inks: tuple[QColor, QColor], *, centred: bool, each: bool) -> Drawn:
        box, below = self._box, self.below.height + self._em * GAP if self.below.lines else 0.0
        left = box.center().x() - self._wide / 2 if centred else box.left()
        above, beside, under = (left + ((self._wide - wide) / 2 if each else 0.0) for wide in self._wides)
        top = box.center().y() - (self._top + self._row + below) / 2
        row = QRectF(beside, top + self._top, self._wide, self._row)
        line = row.center().y() + self.cap / 2
        if self._above:
            self._paint_lead(painter, QPointF(above, top + BODY * self._em), inks)
        else:
            self._paint_lead(painter, QPointF(beside, self._lead_line(row)), inks)
        painter.setPen(inks[0])
        painter.setFont(self._sign_font)
        painter.drawText(QPointF(beside + self._ahead, line), self._name.sign)
        if self.on_line and self.beside.lines:
            (one,) = self.beside.lines
            painter.setFont(one.font)
            painter.drawText(QPointF(beside + self._beside_at, line), one.text)
        else:
            self._paint_block(painter, self.beside, row.adjusted(self._beside_at, 0, 0, 0), inks, 0)
        at = QPointF(under + self._indent, row.bottom() + self._em * GAP)
        self._paint_block(painter, self.below, QRectF(at, self._below_size()), inks, self._plan.beside, each=each)
        return self._drawn(left + self._wide)

    def _below_size(self) -> QSizeF:
        return QSizeF(self.below.width, self.below.height)

    def _lead_line(self, row: QRectF) -> float:
        """「請至」 stands on the number's line, or in the middle beside several lines."""
        middle = row.center().y()
        return middle + (self.cap / 2 if self.on_line else _MIDDLE * self._em)

    def _paint_lead(self, painter: QPainter, at: QPointF, inks: tuple[QColor, QColor]) -> None:
        if not self._lead:
            return
        em = self._em
        if self._arrow:
            _paint_arrow(painter, QRectF(at.x(), at.y() - em * 0.97, em * ARROW * 0.82, em * 1.1), inks[0])
        painter.setPen(inks[0])
        painter.setFont(self._font)
        painter.drawText(QPointF(at.x() + self._arrow, at.y()), self._lead)

    def _paint_block(
        self,
        painter: QPainter,
        block: Block,
        box: QRectF,
        inks: tuple[QColor, QColor],
        begins: int,
        *,
        each: bool = False,
    ) -> None:
        """Words whose first is the name's word of that number; the English is in the second ink."""
        own = [inks[0], inks[0], inks[1]][begins:]
        align = Qt.AlignmentFlag.AlignHCenter if each else Qt.AlignmentFlag.AlignLeft
        paint_block(painter, block, box, align, own)

    def _drawn(self, right: float) -> Drawn:
        lines = (*self.beside.lines, *self.below.lines)
        fonts = (self._font, *(line.font for line in lines)) if self._lead else tuple(line.font for line in lines)
        parts = (self._lead, self._name.sign, self.beside.text, self.below.text)
        return Drawn(
            self.cap, right, _read(parts), tuple(font.pixelSize() * cap_share(font.weight()) for font in fonts)
        )


def sign_for(look: Look, box: QRectF, wanted: float = inf, *, go_to: str = GO_TO) -> float:
    """How high a counter's number is to be in a box, in the board's millimetres: `wanted` where there is room."""
    size = _size(look, box)
    return sign_height(size, min(wanted, size[1]), go_to=go_to)


def _read(parts: Sequence[str]) -> str:
    """Words as they are read: on one line, without what only guides the breaking of lines."""
    text = as_read(" ".join(part for part in parts if part))
    return text.replace("\n", " ").replace("\N{NO-BREAK SPACE}", " ")


def _size(look: Look, box: QRectF) -> tuple[float, float]:
    mm = look.glass.px_per_mm
    return max(1.0, round(box.width() / mm, 1)), max(1.0, round(box.height() / mm, 1))


def _font(px: float, weight: int) -> QFont:
    """Not larger than reckoned by a part of a pixel."""
    return font_of_px(floor(px), weight)


def _wide(text: str, font: QFont) -> float:
    return advance(text, font.pixelSize(), font.weight())


def _block(parts: Sequence[Part], box: QRectF) -> Block:
    held = [replace(part, text=whole(part.text, part.font, box.width(), nearly=1.0)) for part in parts]
    return fit(held, box, pitch=PITCH, least_px=_LEAST_PX)


def _paint_arrow(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """A solid arrow to the right: a shape that reads from the back wall."""
    shaft, head = box.height() * 0.30, box.width() * 0.55
    middle = box.center().y()
    path = QPainterPath(QPointF(box.left(), middle - shaft / 2))
    path.lineTo(box.right() - head, middle - shaft / 2)
    path.lineTo(box.right() - head, middle - box.height() * 0.42)
    path.lineTo(box.right(), middle)
    path.lineTo(box.right() - head, middle + box.height() * 0.42)
    path.lineTo(box.right() - head, middle + shaft / 2)
    path.lineTo(box.left(), middle + shaft / 2)
    path.closeSubpath()
    painter.fillPath(path, ink)
