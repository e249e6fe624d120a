"""One line of words that stands, turns its pages or runs; while it runs nothing else is painted anew.

Its pieces are drawn once and then only copied, moved by whole pixels of the screen, so that they do not tremble.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Look

from .notice_pages import Manner, Pages, Piece, said

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

NOTHING: Final = Pages(Manner.STANDS, ((),))
_LEAST_A_SECOND: Final = 45
"""So many pictures a second at least: a busy computer leaves out some, and below thirty jerks are seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickerPace:
    """`mm_s`: a Chinese character of the line's size passes in 0.6 s, an English word in about a second, and each
    is in sight for a quarter of a minute: who reads slowly has the time, and an eye follows without effort from
    the first row (1.2° a second) to the last. `page_ms`: as long as a line of 25 characters is read aloud."""

    mm_s: float = 64.0
    hold_ms: int = 3_000
    """A ribbon stands so long before it runs, with its beginning in sight."""
    page_ms: int = 9_000


CALM: Final = TickerPace()


class Ticker(QWidget):
    """Shows the pages it is given on a ground of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, pace: TickerPace = CALM) -> None:
        super().__init__(parent)
        self._look = look
        self._pace = pace
        self._told = NOTHING
        self._page = self._moved = self._step = 0
        self._drawn: dict[int, QPixmap] = {}
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def manner(self) -> Manner:
        """Whether it stands, turns or runs."""
        return self._told.manner

    @property
    def active(self) -> bool:
        """Whether it will paint anew by itself."""
        return self._timer.isActive()

    @property
    def shown(self) -> str:
        """The words of the page that stands, or of the ribbon that runs."""
        return said(self._told.pages[self._page])

    @property
    def moved_px(self) -> int:
        """How far the ribbon has run in this round, in the screen's pixels."""
        return self._moved

    def show_pages(self, pages: Pages) -> None:
        """Show these from their beginning."""
        self._told, self._page, self._moved = pages, 0, 0
        self._drawn.clear()
        self.update()
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.colour(Colour.SURFACE))
        page = self._told.pages[self._page]
        seen = set()
        for number, piece, x in self._in_sight(page, ratio):
            if number not in self._drawn:
                self._drawn[number] = self._draw(piece, ratio)
            seen.add(number)
            painter.drawPixmap(QPointF(x / ratio, 0), self._drawn[number])
        painter.end()
        for gone in self._drawn.keys() - seen:
            del self._drawn[gone]

    def _in_sight(self, page: tuple[Piece, ...], ratio: float) -> list[tuple[int, Piece, int]]:
        """The pieces that are to be seen, and where, in the screen's pixels; a ribbon again after its end."""
        width, found = self.width() * ratio, []
        first = -self._moved
        while True:
            for number, piece in enumerate(page):
                x = first + round(piece.x * ratio)
                if x + piece.width * ratio > 0 and x < width:
                    found.append((number, piece, x))
            first += self._round(ratio)
            if self._told.manner is not Manner.RUNS or first >= width:
                return found

    def _round(self, ratio: float) -> int:
        return max(1, round(self._told.round_px * ratio))

    def _draw(self, piece: Piece, ratio: float) -> QPixmap:
        look = self._look
        found = QPixmap(ceil(piece.width * ratio) + 1, ceil(self.height() * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(look.colour(Colour.SURFACE))
        painter = QPainter(found)
        painter.setFont(piece.run.font)
        painter.setPen(look.colour(Colour.TEXT_QUIET if piece.run.second else Colour.TEXT))
        painter.drawText(QPointF(0, piece.run.baseline), piece.words)
        painter.end()
        return found

    def _begin(self) -> None:
        """From the beginning, if there is something to move and somebody to see it."""
        self._timer.stop()
        self._page = self._moved = 0
        if not self.isVisible() or self.manner is Manner.STANDS:
            return
        if self.manner is Manner.TURNS:
            self._timer.start(self._pace.page_ms)
            return
        per_s = max(1.0, self._pace.mm_s * self._look.glass.px_per_mm * self.devicePixelRatioF())
        self._step = max(1, int(per_s / _LEAST_A_SECOND))
        self._since.start()
        self._timer.start(round(1000 * self._step / per_s))

    def _go_on(self) -> None:
        if self.manner is Manner.TURNS:
            self._page = (self._page + 1) % len(self._told.pages)
            self._drawn.clear()
            self.update()
            return
        steps = round((self._since.elapsed() - self._pace.hold_ms) / self._timer.interval())
        moved = max(0, steps) * self._step % self._round(self.devicePixelRatioF())
        if moved != self._moved:
            self._moved = moved
            self.update()
