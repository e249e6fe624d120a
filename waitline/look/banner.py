"""One line across a window that says how things are: by colour, by shape and by word."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from .breaking import as_read, whole
from .fit import STEP, Block, Part, Shrunk, fit, lay_out, paint_block
from .icon import Icon, paint_icon
from .look import Look
from .roles import Colour, Space, Type

IDEAL_EMS = 30


class Says(StrEnum):
    """What a banner is about."""

    OUT_OF_TOUCH = "out_of_touch"
    TROUBLE = "trouble"
    NOTICE = "notice"
    GOOD = "good"
    QUIET = "quiet"
    """A reminder, which calls for nothing."""
    STALE = "stale"
    """What was known when we were last in touch."""


LOOKS = {
    Says.OUT_OF_TOUCH: (Colour.TROUBLE, Colour.ON_TROUBLE, Colour.TROUBLE_EDGE, Icon.OUT_OF_TOUCH),
    Says.TROUBLE: (Colour.TROUBLE, Colour.ON_TROUBLE, Colour.TROUBLE_EDGE, Icon.TROUBLE),
    Says.NOTICE: (Colour.NOTICE, Colour.ON_NOTICE, Colour.NOTICE_EDGE, Icon.NOTICE),
    Says.GOOD: (Colour.GOOD, Colour.ON_GOOD, Colour.GOOD_EDGE, Icon.CHECK),
    Says.QUIET: (Colour.SUNK, Colour.TEXT, Colour.EDGE, Icon.CLOCK),
    Says.STALE: (Colour.SUNK, Colour.STALE, Colour.EDGE, Icon.CLOCK),
}
STRIPED = (Says.OUT_OF_TOUCH, Says.TROUBLE)


class Banner(QLabel):
    """Hidden until it has something to say; tells screen readers when it begins to."""

    def __init__(self, look: Look, *, role: Type = Type.BODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._says = Says.NOTICE
        self._first = ""
        self._second = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()
        look.changed.connect(self._again)

    @property
    def says(self) -> Says | None:
        """What it is about now; None while it is hidden."""
        return None if self.isHidden() else self._says

    def show_words(self, says: Says, first: str, second: str = "") -> None:
        """Say something in two languages, until `clear`."""
        if (says, first, second) == (self._says, self._first, self._second) and not self.isHidden():
            return
        began = self.isHidden() or says != self._says
        self._says, self._first, self._second = says, first, second
        self.setText("\n".join(part for part in (first, second) if part))
        self.show()
        self._again()
        if began:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Nothing more to say."""
        self.hide()

    @property
    def squeezed(self) -> bool:
        """Whether the words are smaller than they may be."""
        return self._fitted().squeezed

    @property
    def shown_text(self) -> str:
        """What is really drawn, a line each."""
        return as_read(self._fitted().text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the words at full size; or a little smaller, where that spares a line."""
        inside = max(1.0, width - self._before_words() - self._look.px(Space.PAD))
        pitch, least = self._look.sizes.line_height, self._look.least_px
        parts = self._whole_parts(inside)
        block = lay_out(parts, inside, pitch=pitch, balanced=False)
        smallest = Shrunk(scale=0.0, least_px=least)
        fewest = len(lay_out(parts, inside, pitch=pitch, shrunk=smallest, balanced=False).lines)
        scale = 1.0
        while len(block.lines) > fewest:
            scale *= STEP
            shrunk = Shrunk(scale=scale, least_px=least)
            block = lay_out(parts, inside, pitch=pitch, shrunk=shrunk, balanced=False)
        return self._height_of(block.height)

    def sizeHint(self) -> QSize:
        width = self._look.font(self._role).pixelSize() * IDEAL_EMS
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        em = self._look.least_px
        return QSize(round(em * 8), self._height_of(em * self._look.sizes.line_height))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill, ink, edge, icon = LOOKS[self._says]
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour(fill))
        self._paint_edge(painter, edge)
        at = QRectF(self._edge_px() + look.px(Space.PAD), 0, self._icon_px(), self.height())
        paint_icon(painter, icon, at, look.colour(ink))
        colour = look.colour(ink)
        paint_block(painter, self._fitted(), self._words_box(), Qt.AlignmentFlag.AlignLeft, [colour, colour])
        painter.end()

    def _paint_edge(self, painter: QPainter, edge: Colour) -> None:
        """A solid edge for what is said in calm, slanted stripes for trouble."""
        width = self._edge_px()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(edge))
        if self._says not in STRIPED:
            painter.drawRect(QRectF(0, 0, width, self.height()))
            return
        painter.setClipRect(QRectF(0, 0, width, self.height()))
        top = -width
        while top < self.height():
            slant = [(0, top + width), (width, top), (width, top + width * 0.6), (0, top + width * 1.6)]
            stripe = QPolygonF()
            for x, y in slant:
                stripe.append(QRectF(x, y, 0, 0).topLeft())
            painter.drawPolygon(stripe)
            top += round(width * 1.2)
        painter.setClipping(False)

    def _fitted(self) -> Block:
        """Both languages; where they have no room together even at the least size, the first alone.

        Words are rather broken than written smaller than they may be.
        """
        pitch, least, box = self._look.sizes.line_height, self._look.least_px, self._words_box()
        for first, second in (self._whole_parts(box.width()), self._parts()):
            block = fit([first, second], box, pitch=pitch, least_px=least)
            if block.squeezed and second.text:
                block = fit([first], box, pitch=pitch, least_px=least)
            if not block.squeezed:
                return block
        return block

    def _whole_parts(self, width: float) -> list[Part]:
        """The same, broken between words alone as far as the width allows at the least size."""
        least = self._look.least_px
        return [
            replace(part, text=whole(part.text, part.font, width, nearly=part.font.pixelSize() / least))
            for part in self._parts()
        ]

    def _icon_px(self) -> float:
        return max(self._look.px(Space.ICON_SMALL), self._look.font(self._role).pixelSize() * 1.2)

    def _parts(self) -> list[Part]:
        times = self._look.sizes.second_language
        first = Part(self._first, self._look.font(self._role, strong=True))
        return [first, Part(self._second, self._look.font(self._role, times=times), gap=0.0)]

    def _edge_px(self) -> int:
        return max(4, self._look.px(Space.PAD))

    def _before_words(self) -> float:
        return self._edge_px() + 2 * self._look.px(Space.PAD) + self._icon_px()

    def _words_box(self) -> QRectF:
        pad = self._look.px(Space.PAD)
        return QRectF(self.rect()).adjusted(self._before_words(), pad / 4, -pad, -pad / 4)

    def _height_of(self, words: float) -> int:
        pad = self._look.px(Space.PAD)
        return round(max(words, self._icon_px()) + pad + 1)

    def _again(self) -> None:
        self.updateGeometry()
        self.update()
