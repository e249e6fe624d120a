"""Who waits for what: one cell a service, in two languages."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, icon_named, paint_icon
from waitline.look.fit import Part
from waitline.look.fonts import cap_share
from waitline.model.forecast import WaitRange
from waitline.model.service import ServiceCode
from waitline.model.words import Words
from waitline.views.service_line import ServiceLine
from waitline.views.wait_words import brief

from .lettering import on_one_line, small, write
from .plan import service_grid
from .strip import Strip
from .two_languages import TwoLanguages

_PAD_MM: Final = 6.0
_COUNT_TIMES: Final = 0.84
_NAME_TIMES: Final = 0.6
_ENGLISH_TIMES: Final = 0.38
_NAMES_SHARE: Final = 0.58
_NAMES_ACROSS: Final = 0.58
"""Of a low cell: the names at the left, how many wait at the right."""
_LOW_COUNT_TIMES: Final = 0.72
_LOW_NAME_TIMES: Final = 0.5
_CHINESE_DOWN: Final = 0.52
_WITH_ICON_MM: Final = 185.0
_WAIT_TIMES: Final = 0.5
_WAIT_GAP_MM: Final = 5.0
_WAIT_FROM: Final = 0.44
"""The share of a cell's width where waits begin at the earliest: they stay there while figures change."""
_SIGN_MM: Final = 16.0
_AFTER_SIGN_MM: Final = 3.0


class ServiceStrip(Strip):
    """Shows how many wait for each service and how long it takes.

    `shown_names`, `shown_waits`: as last drawn, a line each; no wait where none is announced.
    """

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(look, "services", parent)
        self._waiting = tongues.words(self, self.tr("等候"))
        self._closed = tongues.words(self, self.tr("暫無櫃台"))
        self._not_open = tongues.words(self, self.tr("未開放"))
        self._office_closed = False
        self._lines: tuple[ServiceLine, ...] = ()
        self._waits: Mapping[ServiceCode | None, WaitRange] = {}
        self.shown_names: list[str] = []
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

    def _wait(self, line: ServiceLine) -> Words | None:
        """Nothing of a wait where nobody serves, whatever is planned: 「暫無櫃台」 says more."""
        return brief(self._waits.get(line.code)) if line.open_counters and not self._stale else None

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._lines:
            return
        look = self._look
        self.shown_names, self.shown_waits = [], []
        painter = self._on_ground(Colour.SUNK)
        columns, rows, low = service_grid(len(self._lines), portrait=self.width() < look.mm(900))
        pad = look.mm(_PAD_MM)
        width, height = (self.width() - pad) / columns, (self.height() - pad) / rows
        for number, line in enumerate(self._lines):
            row, column = divmod(number, columns)
            cell = QRectF(pad / 2 + column * width, pad / 2 + row * height, width, height)
            if column:
                painter.setPen(look.colour(Colour.LINE))
                x = cell.left()
                painter.drawLine(QPointF(x, cell.top() + 2 * pad), QPointF(x, cell.bottom() - 2 * pad))
            paint = self._paint_low_cell if low else self._paint_cell
            paint(painter, cell.adjusted(pad, pad / 2, -pad, -pad / 2), line)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: QRectF, line: ServiceLine) -> None:
        """The names above, how many wait below; the icon beside them where the cell is wide enough."""
        look = self._look
        quiet = look.colour(Colour.STALE if self._stale else Colour.TEXT_QUIET)
        side = min(cell.height() * 0.42, look.mm(30))
        icon = QRectF(cell.left(), cell.top() + cell.height() * 0.06, side, side)
        names = QRectF(cell.left(), cell.top(), cell.width(), cell.height() * _NAMES_SHARE)
        if cell.width() > look.mm(_WITH_ICON_MM):
            paint_icon(painter, icon_named(line.icon), icon, quiet)
            names.setLeft(icon.right() + look.mm(_PAD_MM))
        self._paint_names(painter, names, line)
        top = names.bottom() + look.mm(2)
        count = QRectF(names.left(), top, names.width(), cell.bottom() - top)
        self._paint_count(painter, count, line)

    def _paint_low_cell(self, painter: QPainter, cell: QRectF, line: ServiceLine) -> None:
        """Names and figure side by side, without signs: many services leave calls their room."""
        names = QRectF(cell.left(), cell.top(), cell.width() * _NAMES_ACROSS, cell.height())
        self._paint_low_names(painter, names, line)
        left = names.right() + self._look.mm(_AFTER_SIGN_MM)
        box = QRectF(left, cell.top(), cell.right() - left, cell.height())
        end = self._paint_figure(painter, QPointF(box.left(), box.center().y()), line, _LOW_COUNT_TIMES)
        box.setLeft(end + self._look.mm(_AFTER_SIGN_MM))
        wait = self._wait(line)
        if wait is not None:
            self.shown_waits.append(self._write_beside(painter, box, wait, told=True))
        else:
            self._write_beside(painter, box, self._meaning(line), told=False)

    def _paint_low_names(self, painter: QPainter, box: QRectF, line: ServiceLine) -> None:
        """The Chinese on one line, as large as others'; the English has the rest, on two lines if need be."""
        look = self._look
        zh, en = _without_brackets(line.names.zh), _without_brackets(line.names.en)
        above = QRectF(box.left(), box.top(), box.width(), box.height() * _CHINESE_DOWN)
        below = QRectF(box.left(), above.bottom(), box.width(), box.bottom() - above.bottom())
        chinese = Part(zh, on_one_line(zh, small(look, _LOW_NAME_TIMES, strong=True), box.width(), nearly=9.0))
        ink = look.colour(Colour.STALE if self._stale else Colour.TEXT)
        quiet = look.colour(Colour.STALE if self._stale else Colour.TEXT_QUIET)
        drawn = write(painter, look, above, [(chinese, ink)], pitch=1.0)
        english = Part(en, on_one_line(en, small(look, _ENGLISH_TIMES), box.width()))
        self.shown_names.append(f"{drawn}\n{write(painter, look, below, [(english, quiet)], pitch=1.0)}")

    def _paint_names(self, painter: QPainter, box: QRectF, line: ServiceLine) -> None:
        look = self._look
        ink = look.colour(Colour.STALE if self._stale else Colour.TEXT)
        quiet = look.colour(Colour.STALE if self._stale else Colour.TEXT_QUIET)
        zh, en = _without_brackets(line.names.zh), _without_brackets(line.names.en)
        lines = [
            (Part(zh, on_one_line(zh, small(look, _NAME_TIMES, strong=True), box.width())), ink),
            (Part(en, on_one_line(en, small(look, _ENGLISH_TIMES), box.width())), quiet),
        ]
        self.shown_names.append(write(painter, look, box, lines, pitch=1.12))

    def _paint_count(self, painter: QPainter, box: QRectF, line: ServiceLine) -> None:
        """How many wait, behind their sign; at their right how long it takes, or else what the figure means."""
        look = self._look
        ink = look.colour(Colour.STALE if self._stale else Colour.ACCENT_TEXT)
        left = self._paint_sign(painter, Icon.PEOPLE, box, ink)
        left = self._paint_figure(painter, QPointF(left, box.center().y()), line, _COUNT_TIMES)
        wait = self._wait(line)
        if wait is None:
            words = self._meaning(line)
            self._write_beside(painter, box.adjusted(left - box.left() + look.mm(5), 0, 0, 0), words, told=False)
            return
        beside = QRectF(box)
        beside.setLeft(max(left + look.mm(_WAIT_GAP_MM), box.left() + box.width() * _WAIT_FROM))
        beside.setLeft(self._paint_sign(painter, Icon.CLOCK, beside, look.colour(Colour.TEXT)))
        self.shown_waits.append(self._write_beside(painter, beside, wait, told=True))

    def _paint_figure(self, painter: QPainter, at: QPointF, line: ServiceLine, times: float) -> float:
        """How many wait, from `at` on, in the middle of its height; where the figure ends."""
        look = self._look
        font = small(look, times, strong=True)
        figure = str(line.waiting) if line.open_counters or line.waiting else "–"
        painter.setFont(font)
        painter.setPen(look.colour(Colour.STALE if self._stale else Colour.ACCENT_TEXT))
        painter.drawText(QPointF(at.x(), at.y() + font.pixelSize() * cap_share(font.weight()) / 2), figure)
        return at.x() + QFontMetricsF(font).horizontalAdvance(figure)

    def _meaning(self, line: ServiceLine) -> Words:
        """What a figure without a wait means."""
        if line.open_counters:
            return self._waiting
        return self._not_open if self._office_closed else self._closed

    def _paint_sign(self, painter: QPainter, icon: Icon, box: QRectF, ink: QColor) -> float:
        """At the left of the box; where what it stands for begins."""
        side = self._look.mm(_SIGN_MM)
        place = QRectF(box.left(), box.center().y() - side / 2, side, side)
        paint_icon(painter, icon, place, ink)
        return place.right() + self._look.mm(_AFTER_SIGN_MM)

    def _write_beside(self, painter: QPainter, box: QRectF, words: Words, *, told: bool) -> str:
        """`told`: what visitors come to read, not what explains a figure. Gives back what is drawn."""
        look = self._look
        ink = look.colour(Colour.STALE if self._stale else Colour.TEXT if told else Colour.TEXT_QUIET)
        fonts = small(look, _WAIT_TIMES if told else 0.38, strong=told), small(look, 0.34)
        lines = [
            (Part(text, on_one_line(text, font, box.width(), nearly=2.0)), ink)
            for text, font in zip((words.zh, words.en), fonts, strict=True)
        ]
        return write(painter, look, box, lines, pitch=1.1)


def _without_brackets(name: str) -> str:
    """What a brackets' list of cases explains is for the kiosk; across the hall the name itself is enough."""
    for bracket in ("（", " ("):
        name = name.partition(bracket)[0]
    return name
