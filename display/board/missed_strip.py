"""Numbers that were called and did not come: 「過號，請洽櫃台」."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, paint_icon
from waitline.look.fit import Part
from waitline.look.fonts import cap_share

from .lettering import narrowed, small, write, write_figures
from .missed_grid import APART_MM, HEAD_MM, PAD_MM, missed_columns, missed_rows
from .strip import Strip
from .two_languages import TwoLanguages

_FIGURES_TIMES: Final = 0.86
_ENGLISH_TIMES: Final = 0.42
_PITCH: Final = 1.18
PAGE_MS: Final = 8_000
"""Long enough to look through twelve numbers for one's own."""


class MissedStrip(Strip):
    """Shows the missed numbers, newest first; more than there is room for page by page. A page changes at once:
    nothing moves, whether the hall asked for that or not."""

    def __init__(
        self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None, *, page_ms: int = PAGE_MS
    ) -> None:
        super().__init__(look, "missed", parent)
        self._title = tongues.words(self, self.tr("過號，請洽櫃台"))
        self._missed: tuple[str, ...] = ()
        self._usual: tuple[str, ...] = ()
        self._page = 0
        self._turning = QTimer(self)
        self._turning.setInterval(page_ms)
        self._turning.timeout.connect(self._turn)
        look.changed.connect(self._turn_if_needed)

    @property
    def pages(self) -> int:
        """How many there are: one where everything fits."""
        return max(1, -(-len(self._missed) // self._room()))

    @property
    def turning(self) -> bool:
        """Whether it will show another page by itself."""
        return self._turning.isActive()

    @property
    def page(self) -> int:
        """The page that is shown, from 1."""
        return min(self._page, self.pages - 1) + 1

    @property
    def shown(self) -> tuple[str, ...]:
        """The numbers on it."""
        room = self._room()
        return self._missed[(self.page - 1) * room : self.page * room]

    @property
    def widest_px(self) -> float:
        """The pixels that the widest number takes where it has all the room it wants."""
        return self._widest(self._font())

    def show_missed(self, missed: tuple[str, ...], usual: tuple[str, ...] = ()) -> None:
        """Show these numbers, newest first. `usual`: as wide as the office's numbers may be, so that columns stay
        when a wider one is missed."""
        if (missed, usual) != (self._missed, self._usual):
            self._missed, self._usual = missed, usual
            self.setAccessibleName(f"{self._title.zh} {self._title.en}: {', '.join(missed)}")
            self._turn_if_needed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn_if_needed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._turning.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_if_needed()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = self._look
        ink = look.colour(Colour.STALE if self._stale else Colour.ON_NOTICE)
        edge, radius = look.mm(2.4), look.mm(14)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(Colour.EDGE if self._stale else Colour.NOTICE_EDGE), edge))
        painter.setBrush(look.colour(Colour.SUNK if self._stale else Colour.NOTICE))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, radius, radius)
        pad = look.mm(PAD_MM)
        head = QRectF(pad, pad * 0.5, self.width() - 2 * pad, look.mm(HEAD_MM) - pad * 0.5)
        side = head.height() * 0.62
        icon = QRectF(head.left(), head.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.NO_SHOW, icon, ink)
        words = head.adjusted(side + pad * 0.8, 0, 0, 0)
        zh = Part(self._title.zh, small(look, 0.8, strong=True))
        write(
            painter,
            look,
            words,
            [(zh, ink), (Part(self._title.en, small(look, _ENGLISH_TIMES)), ink)],
            pitch=_PITCH,
        )
        painter.setPen(ink)
        self._paint_page(painter, head)
        under = self.height() - head.bottom() - pad * 0.6
        self._paint_numbers(painter, QRectF(pad, head.bottom(), head.width(), under))
        painter.end()

    def _paint_page(self, painter: QPainter, head: QRectF) -> None:
        """Which page of how many, right of the Chinese; the English below it needs the whole width."""
        if self.pages == 1:
            return
        text, font = f"{self.page} / {self.pages}", small(self._look, 0.6, strong=True)
        up = small(self._look, _ENGLISH_TIMES).pixelSize() * _PITCH / 2
        cap = font.pixelSize() * cap_share(font.weight())
        painter.setFont(font)
        x = head.right() - QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QPointF(x, head.center().y() - up + cap / 2), text)

    def _paint_numbers(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        columns = self._columns()
        rows = min(-(-len(self._missed) // columns), missed_rows(self.height(), look.glass))
        if not rows:
            return
        width, height = box.width() / columns, box.height() / rows
        usual = self._font()
        font, narrow = narrowed(usual, self._widest(usual), width - look.mm(APART_MM))
        cap = font.pixelSize() * cap_share(font.weight())
        for number, text in enumerate(self.shown):
            row, column = divmod(number, columns)
            wide = QFontMetricsF(font).horizontalAdvance(text) * narrow
            x = box.left() + column * width + (width - wide) / 2
            write_figures(painter, text, QPointF(x, box.top() + (row + 0.5) * height + cap / 2), font, wide)

    def _font(self) -> QFont:
        return small(self._look, _FIGURES_TIMES, strong=True)

    def _widest(self, font: QFont) -> float:
        metrics = QFontMetricsF(font)
        return max((metrics.horizontalAdvance(text) for text in {*self._usual, *self._missed}), default=0.0)

    def _columns(self) -> int:
        return missed_columns(self.width(), self._look.glass, self.widest_px)

    def _room(self) -> int:
        return self._columns() * missed_rows(self.height(), self._look.glass)

    def _turn(self) -> None:
        self._page = self.page % self.pages
        self.update()

    def _turn_if_needed(self) -> None:
        """A turn that is due comes when it was due, however often numbers come and go meanwhile."""
        self._page = self.page - 1
        if self.pages == 1 or not self.isVisible():
            self._turning.stop()
        elif not self._turning.isActive():
            self._turning.start()
        self.update()
