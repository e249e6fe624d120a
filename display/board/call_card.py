"""One call in the big place: the number, and which counter it is called to."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, Type, paint_icon
from waitline.look.fit import Part
from waitline.look.fonts import cap_share, font_of_px
from waitline.rules.call_cards import PAD, boxes_on, is_wide
from waitline.rules.counter_name import counter_name, told

from ..showing import Shown
from .counter_words import CounterWords, Drawn, sign_for
from .lettering import NARROWEST, write, write_figures
from .two_languages import TwoLanguages

_PLATE_TALL: Final = 1.7
_ENGLISH_TIMES: Final = 0.7
_READ_MM: Final = 122.8
"""A number as high as the last seat needs becomes narrower before it becomes lower."""


@dataclass(frozen=True, slots=True)
class CardSizes:
    """A number's capitals in pixels, and those of its counter's number in millimetres of the board: the same on
    every card of the big place."""

    cap: float
    sign: float


class CallCard(QWidget):
    """Shows one call. The words stand beside the number on a wide card, below it on another.

    `drawn`: the counter as last painted.
    A call that was answered is calm: pale, no arrow, and nobody is asked to go there any more.
    """

    painted = Signal(object)
    """The call, when it has been painted for the first time."""

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._go_to = tongues.words(self, self.tr("請至"))
        self._love = tongues.words(self, self.tr("愛心優先"))
        self._shown: Shown | None = None
        self._words: CounterWords | None = None
        self.drawn: Drawn | None = None
        self._sizes = CardSizes(0, 0)
        self._lit = False
        self._stale = False
        self._new = False

    @property
    def shown(self) -> Shown | None:
        return self._shown

    @property
    def cap_px(self) -> float:
        """The height of the number's digits as painted."""
        return self._sizes.cap

    @property
    def lit(self) -> bool:
        """Whether it is in a flash's bright half."""
        return self._lit

    def show_call(self, shown: Shown) -> None:
        """Show a call."""
        if shown == self._shown:
            return
        call = shown.call
        another = self._shown is None or call.seq != self._shown.call.seq
        self._new = self._new or another  # told again before it was painted, it is new still
        self._shown = shown
        go_to = self._go_to.zh if call.live else ""
        self._words = CounterWords(counter_name(call.counter_names, call.counter), go_to)
        self.setObjectName(f"call_{call.label}")
        names = told(call.counter_names, call.counter)
        self.setAccessibleName(f"{call.label} {go_to}{names.zh} {names.en}")
        self.update()

    def show_light(self, *, lit: bool) -> None:
        """A gentle flash's bright half."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def show_stale(self, *, stale: bool) -> None:
        """Grey what was true when we were last in touch."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def largest(self, size: QSize, *, label: str | None = None) -> CardSizes:
        """The sizes at which everything fits a card of this size; for the number shown, or for `label`."""
        _, number, counter = self._boxes(QSizeF(size))
        weight = self._look.sizes.weight_strong
        if label is None:
            label = self._shown.call.label if self._shown else ""
        probe = QFontMetricsF(font_of_px(1000, weight))
        advance = probe.horizontalAdvance(label or "0") / 1000
        natural = number.width() / advance * cap_share(weight)
        cap = min(number.height(), max(natural, min(natural / NARROWEST, self._look.mm(_READ_MM))))
        return CardSizes(cap, sign_for(self._look, counter, self._wanted))

    def show_sizes(self, sizes: CardSizes) -> None:
        """Paint in these sizes."""
        if sizes != self._sizes:
            self._sizes = sizes
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        love, number, counter = self._boxes(QSizeF(self.size()))
        if self._shown.call.love:
            self._paint_love(painter, love)
        self._paint_number(painter, number)
        look = self._look
        ink, quiet = (look.colour(role) for role in self._inks())
        wide = is_wide((self.width(), self.height()))
        assert self._words is not None
        sign = min(self._sizes.sign, sign_for(look, counter, self._wanted))
        self.drawn = self._words.paint(painter, look, counter, sign, (ink, quiet), centred=not wide)
        if self._shown.spoken and not self._stale:
            side, gap = look.mm(30), look.mm(9)
            corner = QRectF(self.width() - side - gap, self.height() - side - gap, side, side)
            paint_icon(painter, Icon.VOICE, corner, quiet)
        painter.end()
        if self._new:
            self._new = False
            self.painted.emit(self._shown.call)

    @property
    def _wanted(self) -> float:
        """A recent call's height, in the board's millimetres: where to go is read from the last seat too."""
        return self._look.cap_mm(self._look.font(Type.HEADING, strong=True))

    @property
    def _calm(self) -> bool:
        return self._shown is not None and not self._shown.call.live

    def _inks(self) -> tuple[Colour, Colour]:
        if self._stale:
            return Colour.STALE, Colour.STALE
        return (Colour.TEXT_QUIET, Colour.TEXT_QUIET) if self._calm else (Colour.ON_CALL, Colour.CALL_QUIET)

    def _paint_ground(self, painter: QPainter) -> None:
        look = self._look
        if self._stale or self._calm:
            ground, edge = (Colour.SUNK if self._stale else Colour.SURFACE), Colour.EDGE
        else:
            alone = Colour.CALL if look.colour(Colour.CALL) != look.colour(Colour.PAGE) else Colour.CALL_QUIET
            ground, edge = (Colour.CALL_FLASH, Colour.ON_CALL) if self._lit else (Colour.CALL, alone)
        width = look.mm(3)
        painter.setPen(QPen(look.colour(edge), width))
        painter.setBrush(look.colour(ground))
        half, radius = width / 2, look.mm(14)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _paint_number(self, painter: QPainter, box: QRectF) -> None:
        assert self._shown is not None
        weight = self._look.sizes.weight_strong
        font = font_of_px(self._sizes.cap / cap_share(weight), weight)
        label = self._shown.call.label
        width = min(QFontMetricsF(font).horizontalAdvance(label), box.width())
        painter.setPen(self._look.colour(self._inks()[0]))
        baseline = box.center().y() + self._sizes.cap / 2
        write_figures(painter, label, QPointF(box.center().x() - width / 2, baseline), font, width)

    def _paint_love(self, painter: QPainter, box: QRectF) -> None:
        """A rose plate with a heart and the words: colour, shape and word."""
        look = self._look
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Colour.SUNK if self._stale else Colour.LOVE_SOFT))
        painter.drawRoundedRect(box, look.mm(9), look.mm(9))
        ink = look.colour(Colour.STALE if self._stale else Colour.LOVE_TEXT)
        pad = min(box.width(), box.height()) * 0.12
        inner = box.adjusted(pad, pad, -pad, -pad)
        side = min(inner.width() * 0.8, inner.height() * 0.5)
        heart = QRectF(inner.center().x() - side / 2, inner.top(), side, side)
        words = inner.adjusted(0, side, 0, 0)
        paint_icon(painter, Icon.LOVE, heart, ink)
        em = min(words.height() * 0.42, words.width() * 0.46)
        zh = Part(self._love.zh, font_of_px(em, look.sizes.weight_strong))
        en = Part(self._love.en, font_of_px(em * _ENGLISH_TIMES, look.sizes.weight_text))
        write(painter, look, words, [(zh, ink), (en, ink)], align=Qt.AlignmentFlag.AlignHCenter)

    def _boxes(self, card: QSizeF) -> tuple[QRectF, QRectF, QRectF]:
        """Where love's plate, the number and the counter's words go."""
        label = self._shown.call.label if self._shown else ""
        size = (card.width(), card.height())
        pad = min(size) * PAD
        inner, words = (QRectF(*box) for box in boxes_on(size, label))
        if self._shown is None or not self._shown.call.love:
            return QRectF(), inner, words
        across = min(inner.height() * 0.62, inner.width() * 0.2)
        plate = QRectF(inner.left(), inner.top(), across, min(inner.height(), across * _PLATE_TALL))
        plate.moveTop(inner.center().y() - plate.height() / 2)
        return plate, inner.adjusted(plate.width() + pad / 2, 0, 0, 0), words
