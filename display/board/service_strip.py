"""Who waits for what: one cell a service, in two languages."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Look, icon_named, paint_icon
from waitline.look.fit import Part
from waitline.look.fonts import cap_share
from waitline.views.service_line import ServiceLine

from .lettering import small, write
from .plan import services_in_a_row
from .two_languages import TwoLanguages

_PAD_MM: Final = 6.0
_COUNT_TIMES: Final = 0.9
_NAME_TIMES: Final = 0.58
_NEARLY: Final = 1.45
_WITH_ICON_MM: Final = 205.0


class ServiceStrip(QWidget):
    """Shows how many wait for each service."""

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._waiting = tongues.words(self, self.tr("等候"))
        self._closed = tongues.words(self, self.tr("暫無櫃台"))
        self._lines: tuple[ServiceLine, ...] = ()
        self._stale = False
        self.setObjectName("services")

    def show_services(self, lines: tuple[ServiceLine, ...]) -> None:
        """Show these services."""
        if lines == self._lines:
            return
        self._lines = lines
        told = ", ".join(f"{line.names.zh} {line.names.en} {line.waiting}" for line in lines)
        self.setAccessibleName(f"{self._waiting.zh} {self._waiting.en}: {told}")
        self.update()

    def show_stale(self, *, stale: bool) -> None:
        """Grey what may be over by now."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._lines:
            return
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Colour.SUNK))
        painter.drawRoundedRect(QRectF(self.rect()), look.mm(14), look.mm(14))
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
        """Icon and names to the left, the figure to the right."""
        look = self._look
        ink = look.colour(Colour.STALE if self._stale else Colour.TEXT)
        quiet = look.colour(Colour.STALE if self._stale else Colour.TEXT_QUIET)
        count_width = max(self._count_width(line), look.mm(38))
        count = QRectF(cell.right() - count_width, cell.top(), count_width, cell.height())
        names = cell.adjusted(0, 0, -count_width - look.mm(_PAD_MM), 0)
        side = min(cell.height() * 0.5, look.mm(34))
        if cell.width() > look.mm(_WITH_ICON_MM):
            icon = QRectF(names.left(), cell.center().y() - side / 2, side, side)
            paint_icon(painter, icon_named(line.icon), icon, quiet)
            names.adjust(side + look.mm(_PAD_MM), 0, 0, 0)
        name = line.names
        zh = Part(name.zh, self._on_one_line(name.zh, names.width()))
        write(painter, look, names, [(zh, ink), (Part(name.en, small(look, 0.4), gap=0.05), quiet)])
        self._paint_count(painter, count, line)

    def _paint_count(self, painter: QPainter, box: QRectF, line: ServiceLine) -> None:
        look = self._look
        ink = look.colour(Colour.STALE if self._stale else Colour.ACCENT_TEXT)
        quiet = look.colour(Colour.STALE if self._stale else Colour.TEXT_QUIET)
        words = self._waiting if line.open_counters else self._closed
        under = QRectF(box.left(), box.top() + box.height() * 0.52, box.width(), box.height() * 0.48)
        lines = [(Part(words.zh, small(look, 0.44)), quiet), (Part(words.en, small(look, 0.36)), quiet)]
        write(painter, look, under, lines, align=Qt.AlignmentFlag.AlignHCenter)
        font = small(look, _COUNT_TIMES, strong=True)
        cap = font.pixelSize() * cap_share(font.weight())
        figure = str(line.waiting) if line.open_counters or line.waiting else "–"
        advance = QFontMetricsF(font).horizontalAdvance(figure)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(
            QPointF(box.center().x() - advance / 2, box.top() + box.height() * 0.29 + cap / 2), figure
        )

    def _on_one_line(self, text: str, width: float) -> QFont:
        """Chinese breaks anywhere: a name that nearly fits is written a little smaller instead."""
        font = small(self._look, _NAME_TIMES, strong=True)
        advance = QFontMetricsF(font).horizontalAdvance(text)
        if width < advance < width * _NEARLY:
            font.setPixelSize(max(6, int(font.pixelSize() * width / advance)))
        return font

    def _count_width(self, line: ServiceLine) -> float:
        font = small(self._look, _COUNT_TIMES, strong=True)
        return QFontMetricsF(font).horizontalAdvance(str(line.waiting))
