"""Who waits for what: one cell a service, in two languages."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Look, icon_named, paint_icon
from waitline.look.fit import Part
from waitline.look.fonts import cap_share
from waitline.views.service_line import ServiceLine

from .lettering import on_one_line, small, write
from .plan import services_in_a_row
from .strip import Strip
from .two_languages import TwoLanguages

_PAD_MM: Final = 6.0
_COUNT_TIMES: Final = 0.84
_NAME_TIMES: Final = 0.6
_ENGLISH_TIMES: Final = 0.38
_NAMES_SHARE: Final = 0.58
_WITH_ICON_MM: Final = 185.0


class ServiceStrip(Strip):
    """Shows how many wait for each service. `shown_names`: the names as last drawn, a line each."""

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(look, "services", parent)
        self._waiting = tongues.words(self, self.tr("等候"))
        self._closed = tongues.words(self, self.tr("暫無櫃台"))
        self._lines: tuple[ServiceLine, ...] = ()
        self.shown_names: list[str] = []

    def show_services(self, lines: tuple[ServiceLine, ...]) -> None:
        """Show these services."""
        if lines == self._lines:
            return
        self._lines = lines
        told = ", ".join(f"{line.names.zh} {line.names.en} {line.waiting}" for line in lines)
        self.setAccessibleName(f"{self._waiting.zh} {self._waiting.en}: {told}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._lines:
            return
        look = self._look
        self.shown_names = []
        painter = self._on_ground(Colour.SUNK)
        columns = min(len(self._lines), services_in_a_row(portrait=self.width() < look.mm(900)))
        rows = -(-len(self._lines) // columns)
        pad = look.mm(_PAD_MM)
        width, height = (self.width() - pad) / columns, (self.height() - pad) / rows
        for number, line in enumerate(self._lines):
            row, column = divmod(number, columns)
            cell = QRectF(pad / 2 + column * width, pad / 2 + row * height, width, height)
            if column:
                painter.setPen(look.colour(Colour.LINE))
                x = cell.left()
                painter.drawLine(QPointF(x, cell.top() + 2 * pad), QPointF(x, cell.bottom() - 2 * pad))
            self._paint_cell(painter, cell.adjusted(pad, pad / 2, -pad, -pad / 2), line)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: QRectF, line: ServiceLine) -> None:
        """The names above, how many wait below; the icon beside them where the cell is wide enough."""
        look = self._look
        ink = look.colour(Colour.STALE if self._stale else Colour.TEXT)
        quiet = look.colour(Colour.STALE if self._stale else Colour.TEXT_QUIET)
        side = min(cell.height() * 0.42, look.mm(30))
        icon = QRectF(cell.left(), cell.top() + cell.height() * 0.06, side, side)
        names = QRectF(cell.left(), cell.top(), cell.width(), cell.height() * _NAMES_SHARE)
        if cell.width() > look.mm(_WITH_ICON_MM):
            paint_icon(painter, icon_named(line.icon), icon, quiet)
            names.setLeft(icon.right() + look.mm(_PAD_MM))
        zh, en = _without_brackets(line.names.zh), _without_brackets(line.names.en)
        lines = [
            (Part(zh, on_one_line(zh, small(look, _NAME_TIMES, strong=True), names.width())), ink),
            (Part(en, on_one_line(en, small(look, _ENGLISH_TIMES), names.width())), quiet),
        ]
        self.shown_names.append(write(painter, look, names, lines, pitch=1.12))
        top = names.bottom() + look.mm(2)
        count = QRectF(names.left(), top, names.width(), cell.bottom() - top)
        self._paint_count(painter, count, line)

    def _paint_count(self, painter: QPainter, box: QRectF, line: ServiceLine) -> None:
        look = self._look
        ink = look.colour(Colour.STALE if self._stale else Colour.ACCENT_TEXT)
        quiet = look.colour(Colour.STALE if self._stale else Colour.TEXT_QUIET)
        font = small(look, _COUNT_TIMES, strong=True)
        cap = font.pixelSize() * cap_share(font.weight())
        figure = str(line.waiting) if line.open_counters or line.waiting else "–"
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(box.left(), box.center().y() + cap / 2), figure)
        words = self._waiting if line.open_counters else self._closed
        beside = box.adjusted(QFontMetricsF(font).horizontalAdvance(figure) + look.mm(5), 0, 0, 0)
        lines = [(Part(words.zh, small(look, 0.38)), quiet), (Part(words.en, small(look, 0.34)), quiet)]
        write(painter, look, beside, lines, pitch=1.1)


def _without_brackets(name: str) -> str:
    """What a brackets' list of cases explains is for the kiosk; across the hall the name itself is enough."""
    for bracket in ("（", " ("):
        name = name.partition(bracket)[0]
    return name
