"""Numbers that were called and did not come: 「過號，請洽櫃台」."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, paint_icon
from waitline.look.fit import Part
from waitline.look.fonts import cap_share

from .lettering import small, write
from .plan import missed_columns, missed_rows
from .strip import Strip
from .two_languages import TwoLanguages

_HEAD_MM: Final = 46.0
_PAD_MM: Final = 9.0


class MissedStrip(Strip):
    """Shows the newest missed numbers; how many more there are, it says."""

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(look, "missed", parent)
        self._title = tongues.words(self, self.tr("過號，請洽櫃台"))
        self._missed: tuple[str, ...] = ()

    def show_missed(self, missed: tuple[str, ...]) -> None:
        """Show these numbers, newest first."""
        if missed != self._missed:
            self._missed = missed
            self.setAccessibleName(f"{self._title.zh} {self._title.en}: {', '.join(missed)}")
            self.update()

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
        pad = look.mm(_PAD_MM)
        head = QRectF(pad, pad * 0.5, self.width() - 2 * pad, look.mm(_HEAD_MM) - pad * 0.5)
        side = head.height() * 0.62
        icon = QRectF(head.left(), head.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.NO_SHOW, icon, ink)
        words = head.adjusted(side + pad * 0.8, 0, 0, 0)
        zh = Part(self._title.zh, small(look, 0.8, strong=True))
        write(painter, look, words, [(zh, ink), (Part(self._title.en, small(look, 0.42)), ink)])
        painter.setPen(ink)
        under = self.height() - head.bottom() - pad * 0.6
        self._paint_numbers(painter, QRectF(pad, head.bottom(), head.width(), under))
        painter.end()

    def _paint_numbers(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        columns = missed_columns(self.width(), look.glass)
        rows = min(-(-len(self._missed) // columns), missed_rows(self.height(), look.glass))
        if not rows:
            return
        font = small(look, 0.86, strong=True)
        cap = font.pixelSize() * cap_share(font.weight())
        painter.setFont(font)
        cells = self._cells(rows * columns)
        width, height = box.width() / columns, box.height() / rows
        for number, text in enumerate(cells):
            row, column = divmod(number, columns)
            advance = QFontMetricsF(font).horizontalAdvance(text)
            x = box.left() + column * width + (width - advance) / 2
            painter.drawText(QPointF(x, box.top() + (row + 0.5) * height + cap / 2), text)

    def _cells(self, room: int) -> tuple[str, ...]:
        if len(self._missed) <= room:
            return self._missed
        return (*self._missed[: room - 1], f"+{len(self._missed) - room + 1}")
