"""Who waits for what: one cell a service, in two languages."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, icon_named, paint_icon
from waitline.look.breaking import as_read
from waitline.look.fit import Part
from waitline.look.fonts import cap_share
from waitline.model.forecast import WaitRange
from waitline.model.service import ServiceCode
from waitline.model.words import Words, without_details
from waitline.rules.board_services import GAP, PAD, plan_services
from waitline.views.service_line import ServiceLine
from waitline.views.wait_words import brief, short

from .lettering import caps_of, on_one_line, small, write_block
from .service_names import NamesInRows, cell_of
from .strip import Strip
from .two_languages import TwoLanguages

_COUNT_TIMES: Final = 0.84
_UNTOLD: Final = 0.8
"""What explains a figure, beside what visitors come to read."""
_WAIT_TIMES: Final = 0.5
_WAIT_GAP_MM: Final = 5.0
_WAIT_FROM: Final = 0.44
"""The share of a cell's width where waits begin at the earliest: they stay there while figures change."""
_SIGN_MM: Final = 16.0
_AFTER_SIGN_MM: Final = 3.0


class ServiceStrip(Strip):
    """Shows how many wait for each service and how long it takes.

    `shown_names`, `shown_waits`: as last drawn, a line each; no wait where none is announced. `name_caps`,
    `word_caps`: how high capitals are beside the Chinese and in the English, of each name and of what stands
    beside its figure, in pixels.
    """

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(look, "services", parent)
        self._waiting = tongues.words(self, self.tr("等候"))
        self._closed = tongues.words(self, self.tr("暫無櫃台"))
        self._closed_short = tongues.words(self, self.tr("無櫃台"))
        self._not_open = tongues.words(self, self.tr("未開放"))
        self._office_closed = False
        self._lines: tuple[ServiceLine, ...] = ()
        self._kept: float | None = None
        self._waits: Mapping[ServiceCode | None, WaitRange] = {}
        self.shown_names: list[str] = []
        self.name_caps: list[tuple[float, ...]] = []
        self.word_caps: list[tuple[float, ...]] = []
        self.shown_waits: list[str] = []

    def show_services(
        self,
        lines: tuple[ServiceLine, ...],
        waits: Mapping[ServiceCode | None, WaitRange],
        *,
        office_closed: bool = False,
    ) -> None:
        """Show these services; `waits`: what is announced to whoever comes now, by line."""
        if (lines, waits, office_closed) == (self._lines, self._waits, self._office_closed):
            return
        self._lines, self._waits, self._office_closed = lines, waits, office_closed
        self._tell()
        self.update()

    def keep_rows_of(self, height_mm: float) -> None:
        """Stand in the rows for this height, in the board's millimetres, also while there is more."""
        self._kept = round(height_mm) or None

    def show_stale(self, *, stale: bool) -> None:
        """Grey the figures; how long it would take is not known any more."""
        super().show_stale(stale=stale)
        self._tell()

    def _tell(self) -> None:
        told = ", ".join(map(self._told, self._lines))
        self.setAccessibleName(f"{self._waiting.zh} {self._waiting.en}: {told}")

    def _told(self, line: ServiceLine) -> str:
        wait = self._wait(line)
        parts = (line.names.zh, line.names.en, str(line.waiting), *((wait.zh, wait.en) if wait else ()))
        return " ".join(parts)

    def _wait(self, line: ServiceLine, said: Callable[[WaitRange | None], Words | None] = brief) -> Words | None:
        """Nothing of a wait where nobody serves, whatever is planned: 「暫無櫃台」 says more."""
        return said(self._waits.get(line.code)) if line.open_counters and not self._stale else None

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._lines:
            return
        look = self._look
        self.shown_waits, self.word_caps = [], []
        painter = self._on_ground(Colour.SUNK)
        mm = look.glass.px_per_mm
        names = tuple(without_details(line.names) for line in self._lines)
        places = plan_services(names, round(self.width() / mm), round(self.height() / mm), self._kept)
        inks = self._ink(Colour.TEXT), self._ink(Colour.TEXT_QUIET)
        written = NamesInRows(look, places, names, inks)
        self.shown_names, self.name_caps = written.shown, written.caps
        for number in range(len(self._lines)):
            row, column = divmod(number, places.columns)
            cell = cell_of(places, row, column, mm)
            if column:
                painter.setPen(look.colour(Colour.LINE))
                x, inset = cell.left() - PAD * mm, 0.15 * cell.height()
                painter.drawLine(QPointF(x, cell.top() + inset), QPointF(x, cell.bottom() - inset))
            if places.low:
                self._paint_low_cell(painter, cell, written, number)
            else:
                self._paint_cell(painter, cell, written, number)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: QRectF, written: NamesInRows, number: int) -> None:
        """The names above, how many wait below; the icon beside them where the cell is wide enough."""
        look, line = self._look, self._lines[number]
        mm = look.glass.px_per_mm
        side, high = written.places.icon * mm, written.places.names[1] * mm
        names = QRectF(cell.left(), cell.top(), cell.width(), high)
        if side:
            icon = QRectF(cell.left(), cell.top() + cell.height() * 0.06, side, side)
            paint_icon(painter, icon_named(line.icon), icon, self._ink(Colour.TEXT_QUIET))
            names.setLeft(icon.right() + PAD * mm)
        written.paint(painter, names, number)
        top = names.bottom() + look.mm(2)
        self._paint_count(painter, QRectF(names.left(), top, names.width(), cell.bottom() - top), line)

    def _paint_low_cell(self, painter: QPainter, cell: QRectF, written: NamesInRows, number: int) -> None:
        """Names and figure side by side, without signs: many services leave calls their room."""
        look, line = self._look, self._lines[number]
        places, mm = written.places, look.glass.px_per_mm
        names = QRectF(cell.left(), cell.top(), places.names[0] * mm, cell.height())
        written.paint(painter, names, number)
        left, gap = names.right() + GAP * mm, GAP * mm
        figure = look.font_of_cap(places.figure, strong=True)
        end = self._paint_figure(painter, QPointF(left, cell.center().y()), line, figure)
        left = max(end, left + QFontMetricsF(figure).horizontalAdvance("00")) + gap
        box = QRectF(left, cell.top(), cell.right() - left, cell.height())
        wait = self._wait(line, short)
        words = self._meaning(line, self._closed_short) if wait is None else wait
        first = look.font_of_cap(places.words.first * (_UNTOLD if wait is None else 1), strong=wait is not None)
        drawn = self._write(
            painter, box, words, (first, look.font_of_cap(places.words.second)), told=wait is not None
        )
        if wait is not None:
            self.shown_waits.append(drawn)

    def _paint_count(self, painter: QPainter, box: QRectF, line: ServiceLine) -> None:
        """How many wait, behind their sign; at their right how long it takes, or else what the figure means."""
        look = self._look
        ink = self._ink(Colour.ACCENT_TEXT)
        left = self._paint_sign(painter, Icon.PEOPLE, box, ink)
        figure = small(look, _COUNT_TIMES, strong=True)
        left = self._paint_figure(painter, QPointF(left, box.center().y()), line, figure)
        wait = self._wait(line)
        if wait is None:
            words = self._meaning(line, self._closed)
            self._write_beside(painter, box.adjusted(left - box.left() + look.mm(5), 0, 0, 0), words, told=False)
            return
        beside = QRectF(box)
        beside.setLeft(max(left + look.mm(_WAIT_GAP_MM), box.left() + box.width() * _WAIT_FROM))
        beside.setLeft(self._paint_sign(painter, Icon.CLOCK, beside, look.colour(Colour.TEXT)))
        self.shown_waits.append(self._write_beside(painter, beside, wait, told=True))

    def _paint_figure(self, painter: QPainter, at: QPointF, line: ServiceLine, font: QFont) -> float:
        """How many wait, from `at` on, in the middle of its height; where the figure ends."""
        figure = str(line.waiting) if line.open_counters or line.waiting else "–"
        painter.setFont(font)
        painter.setPen(self._ink(Colour.ACCENT_TEXT))
        painter.drawText(QPointF(at.x(), at.y() + font.pixelSize() * cap_share(font.weight()) / 2), figure)
        return at.x() + QFontMetricsF(font).horizontalAdvance(figure)

    def _ink(self, role: Colour) -> QColor:
        """That colour; grey when what stands here may be over."""
        return self._look.colour(Colour.STALE if self._stale else role)

    def _meaning(self, line: ServiceLine, closed: Words) -> Words:
        """What a figure without a wait means; `closed`: that nobody serves."""
        if line.open_counters:
            return self._waiting
        return self._not_open if self._office_closed else closed

    def _paint_sign(self, painter: QPainter, icon: Icon, box: QRectF, ink: QColor) -> float:
        """At the left of the box; where what it stands for begins."""
        side = self._look.mm(_SIGN_MM)
        place = QRectF(box.left(), box.center().y() - side / 2, side, side)
        paint_icon(painter, icon, place, ink)
        return place.right() + self._look.mm(_AFTER_SIGN_MM)

    def _write_beside(self, painter: QPainter, box: QRectF, words: Words, *, told: bool) -> str:
        """In the size of a cell that has its figures below its names."""
        look = self._look
        fonts = small(look, _WAIT_TIMES if told else 0.38, strong=told), small(look, 0.34)
        return self._write(painter, box, words, fonts, told=told)

    def _write(
        self, painter: QPainter, box: QRectF, words: Words, fonts: tuple[QFont, QFont], *, told: bool
    ) -> str:
        """`told`: what visitors come to read, not what explains a figure. Gives back what is drawn."""
        ink = self._ink(Colour.TEXT if told else Colour.TEXT_QUIET)
        lines = [
            (Part(text, on_one_line(text, font, box.width(), nearly=2.0)), ink)
            for text, font in zip((words.zh, words.en), fonts, strict=True)
        ]
        block = write_block(painter, self._look, box, lines, pitch=1.1)
        self.word_caps.append(caps_of(block))
        return as_read(block.text)
