"""Labels whose words are never clipped: one text, or one text in two languages."""

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from .breaking import as_read, whole
from .fit import FULL_SIZE, STEP, Block, Part, Shrunk, fit, lay_out, paint_block, widest_word
from .look import Look
from .roles import Colour, Type

IDEAL_EMS = 24


class FitLabel(QLabel):
    """Words of a type role: wrapped and balanced; shrunk, but not below the least size, when the box is small.

    With `elide=True` words that still do not fit end in … and the whole is in the tooltip; without it they
    shrink on, and `squeezed` tells a test that the box is too small.
    """

    def __init__(
        self,
        look: Look,
        role: Type = Type.BODY,
        *,
        colour: Colour = Colour.TEXT,
        strong: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._colour = colour
        self._strong = strong
        self._elide = elide
        self._block: Block | None = None
        self._laid_in = QRectF()
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(not elide)
        self.setSizePolicy(policy)
        look.changed.connect(self._lay_out_again)

    def show_words(self, words: str) -> None:
        """Show a text."""
        if words != self.text():
            self.setText(words)
            self._lay_out_again()

    def show_colour(self, colour: Colour) -> None:
        """Change the colour's role."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    @property
    def squeezed(self) -> bool:
        """Whether the words are smaller than they may be, because the box is too small."""
        return self._laid().squeezed

    @property
    def shown_text(self) -> str:
        """What is really drawn, a line each."""
        return as_read(self._laid().text)

    @property
    def smallest_cap_mm(self) -> float:
        """The height of the smallest capitals really drawn."""
        return min((self._look.cap_mm(line.font) for line in self._laid().lines), default=0.0)

    def hasHeightForWidth(self) -> bool:
        return not self._elide

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = math.ceil(self._wished(width).height) + 1
        return self._heights[width]

    def least_height(self, width: int) -> int:
        """The height below which the words do not fit a width even at the least size."""
        shrunk, pitch = Shrunk(scale=0.0, least_px=self._look.least_px), self._look.sizes.line_height
        return math.ceil(lay_out(self.parts(), width, pitch=pitch, shrunk=shrunk, balanced=False).height) + 1

    def sizeHint(self) -> QSize:
        parts = self.parts()
        pitch = self._look.sizes.line_height
        natural = lay_out(parts, self._ideal_width(parts), pitch=pitch)
        return QSize(round(natural.width + 1.5), math.ceil(natural.height) + 1)

    def minimumSizeHint(self) -> QSize:
        em = self._look.least_px
        width = em * 2 if self._elide else widest_word(self.parts(), least_px=em)
        return QSize(round(width + 1.5), round(em * self._look.sizes.line_height))

    def parts(self) -> list[Part]:
        """What is laid out: here the one text."""
        return [Part(self.text(), self._look.font(self._role, strong=self._strong))]

    def colours(self) -> list[Colour]:
        """The colour's role for each part."""
        return [self._colour]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        colours = [self._look.colour(role) for role in self.colours()]
        paint_block(painter, self._laid(), QRectF(self.contentsRect()), self.alignment(), colours)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._block = None

    def _wished(self, width: float) -> Block:
        """What the label asks for at a width: words break into twice their natural lines, then rather shrink."""
        parts, least = self.parts(), self._look.least_px
        pitch = self._look.sizes.line_height
        natural = lay_out(parts, self._ideal_width(parts), pitch=pitch, balanced=False)
        shrunk = FULL_SIZE
        while True:
            block = lay_out(parts, width, pitch=pitch, shrunk=shrunk, balanced=False)
            smallest_reached = all(line.font.pixelSize() <= least + 0.5 for line in block.lines)
            if len(block.lines) <= 2 * len(natural.lines) or smallest_reached:
                return block
            shrunk = Shrunk(scale=shrunk.scale * STEP, least_px=least)

    def _ideal_width(self, parts: list[Part]) -> float:
        return max(parts[0].font.pixelSize() * IDEAL_EMS, 0.0 if self._elide else widest_word(parts))

    def _laid(self) -> Block:
        box = QRectF(self.contentsRect())
        if self._block is None or self._laid_in != box:
            pitch, least = self._look.sizes.line_height, self._look.least_px
            block = fit(self.parts(), box, pitch=pitch, least_px=least)
            block = self._elided(block, box) if self._elide else self._whole(block, box)
            self._block, self._laid_in = block, box
        return self._block

    def _whole(self, block: Block, box: QRectF) -> Block:
        """The same broken between words alone, where that makes no word smaller."""
        parts = self.parts()
        if len(block.lines) <= sum(part.text.count("\n") + 1 for part in parts if part.text):
            return block
        held = [replace(part, text=whole(part.text, part.font, box.width(), nearly=1.0)) for part in parts]
        if [part.text for part in held] == [part.text for part in parts]:
            return block
        tried = fit(held, box, pitch=self._look.sizes.line_height, least_px=self._look.least_px)
        return tried if not tried.squeezed and tried.scale >= block.scale else block

    def _elided(self, block: Block, box: QRectF) -> Block:
        """Full size with … where the words had to shrink; the whole text as the tooltip then."""
        if not block.squeezed:
            self.setToolTip("")
            return block
        self.setToolTip(self.text())
        part = self.parts()[0]
        part.font.setPixelSize(min(part.font.pixelSize(), round(self._look.least_px)))
        pitch = self._look.sizes.line_height
        kept = self.text()
        while len(kept) > 1:
            kept = kept[:-1].rstrip()
            tried = lay_out([Part(kept + "…", part.font)], box.width(), pitch=pitch)
            if tried.height <= box.height() and tried.width <= box.width():
                return tried
        return block

    def _lay_out_again(self) -> None:
        self._block = None
        self._heights.clear()
        self.updateGeometry()
        self.update()


class TwoLanguageLabel(FitLabel):
    """One text in two languages, the second smaller and quieter below the first; both shrink together."""

    def __init__(
        self,
        look: Look,
        role: Type = Type.BODY,
        *,
        colour: Colour = Colour.TEXT,
        second_colour: Colour = Colour.TEXT_QUIET,
        strong: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        self._first = ""
        self._second = ""
        self._second_colour = second_colour
        super().__init__(look, role, colour=colour, strong=strong, align=align, parent=parent)

    def show_both(self, first: str, second: str) -> None:
        """Show a text in its first and second language."""
        if (first, second) != (self._first, self._second):
            self._first, self._second = first, second
            self.show_words(f"{first}\n{second}" if second else first)

    def parts(self) -> list[Part]:
        """The two texts."""
        times = self._look.sizes.second_language
        return [
            Part(self._first, self._look.font(self._role, strong=self._strong)),
            Part(self._second, self._look.font(self._role, times=times), gap=0.1),
        ]

    def colours(self) -> list[Colour]:
        """The first language's, and the quieter one."""
        return [self._colour, self._second_colour]
