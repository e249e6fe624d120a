"""The calls that have had their time in the big place, newest first."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, Type, paint_icon
from waitline.look.fit import Part
from waitline.look.fonts import cap_share

from ..showing import Shown
from .lettering import small, write
from .strip import Strip
from .two_languages import TwoLanguages

_HEAD_MM: Final = 44.0
_ROW_MM: Final = 71.0
_PAD_MM: Final = 9.0
_NARROWEST_MM: Final = 290.0


class RecentList(Strip):
    """Shows as many recent calls as there is room for, in columns where it is wide."""

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(look, "recent", parent)
        self._title = tongues.words(self, self.tr("最近叫號"))
        self._counter = tongues.words(self, self.tr("櫃台"))
        self._none = tongues.words(self, self.tr("目前沒有叫號"))
        self._calls: tuple[Shown, ...] = ()
        self._others = True  # until the hall has answered

    @property
    def cap_px(self) -> float:
        """The height of the numbers' digits."""
        font = self._font()
        return font.pixelSize() * cap_share(font.weight())

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The calls that there is room for."""
        return self._calls[: self._rows() * self._columns()]

    def show_calls(self, calls: tuple[Shown, ...], *, others: bool) -> None:
        """Show these calls; that there is none is said only when there are no others in the big place either."""
        if (calls, others) != (self._calls, self._others):
            self._calls, self._others = calls, others
            none = "" if others else f"{self._none.zh} {self._none.en}"
            names = ", ".join(f"{one.call.label} → {one.call.counter}" for one in calls)
            self.setAccessibleName(f"{self._title.zh} {self._title.en}: {names or none}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = self._look
        painter = self._on_ground(Colour.SURFACE)
        columns, rows, gap = self._columns(), self._rows(), look.mm(_PAD_MM)
        width = (self.width() - gap * (columns - 1)) / columns
        for column in range(columns):
            self._paint_head(painter, QRectF(column * (width + gap), 0, width, look.mm(_HEAD_MM)))
        height = (self.height() - look.mm(_HEAD_MM) - look.mm(_PAD_MM) / 2) / max(1, rows)
        if not self._calls and not self._others:
            quiet = look.colour(Colour.TEXT_QUIET)
            lines = [
                (Part(self._none.zh, small(look, 0.7)), quiet),
                (Part(self._none.en, small(look, 0.5)), quiet),
            ]
            write(painter, look, QRectF(self.rect()), lines, align=Qt.AlignmentFlag.AlignHCenter)
        for number, one in enumerate(self.shown):
            column, row = divmod(number, rows)
            box = QRectF(column * (width + gap), look.mm(_HEAD_MM) + row * height, width, height)
            self._paint_row(painter, box, one, first=row == 0)
        painter.end()

    def _paint_head(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        pad = look.mm(_PAD_MM)
        inner = box.adjusted(pad * 1.2, pad * 0.4, -pad * 1.2, 0)
        quiet = look.colour(Colour.TEXT_QUIET)
        for words, align in (
            (self._title, Qt.AlignmentFlag.AlignLeft),
            (self._counter, Qt.AlignmentFlag.AlignRight),
        ):
            zh = Part(words.zh, small(look, 0.62, strong=True))
            write(painter, look, inner, [(zh, quiet), (Part(words.en, small(look, 0.42)), quiet)], align=align)

    def _paint_row(self, painter: QPainter, box: QRectF, one: Shown, *, first: bool) -> None:
        look, call = self._look, one.call
        pad = look.mm(_PAD_MM)
        if one.spoken and not self._stale:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Colour.ACCENT_SOFT))
            painter.drawRoundedRect(box.adjusted(pad / 2, pad / 4, -pad / 2, -pad / 4), pad, pad)
        elif not first:
            painter.setPen(look.colour(Colour.LINE))
            painter.drawLine(QPointF(box.left() + pad, box.top()), QPointF(box.right() - pad, box.top()))
        font = self._font()
        cap = font.pixelSize() * cap_share(font.weight())
        baseline = box.center().y() + cap / 2
        painter.setFont(font)
        painter.setPen(look.colour(Colour.STALE if self._stale else Colour.TEXT))
        painter.drawText(QPointF(box.left() + pad * 1.2, baseline), call.label)
        number_end = box.left() + pad * 1.2 + QFontMetricsF(font).horizontalAdvance(call.label)
        sign = self._sign_font(call.counter, box.right() - pad * 1.2 - number_end)
        advance = QFontMetricsF(sign).horizontalAdvance(call.counter)
        sign_cap = sign.pixelSize() * cap_share(sign.weight())
        left = box.right() - pad * 1.2 - advance
        painter.setFont(sign)
        painter.setPen(look.colour(Colour.STALE if self._stale else Colour.ACCENT_TEXT))
        painter.drawText(QPointF(left, box.center().y() + sign_cap / 2), call.counter)
        self._paint_between(painter, QRectF(number_end, box.top(), left - number_end, box.height()), one)

    def _paint_between(self, painter: QPainter, box: QRectF, one: Shown) -> None:
        side = min(self._look.mm(30), box.width() * 0.7)
        if side < self._look.mm(8):
            return
        icon = Icon.VOICE if one.spoken and not self._stale else Icon.NEXT
        square = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_icon(painter, icon, square, self._look.colour(Colour.STALE if self._stale else Colour.EDGE))

    def _sign_font(self, sign: str, room: float) -> QFont:
        font = self._font()
        advance = QFontMetricsF(font).horizontalAdvance(sign)
        if advance > room:
            font.setPixelSize(max(6, int(font.pixelSize() * room / advance)))
        return font

    def _font(self) -> QFont:
        return self._look.font(Type.HEADING, strong=True)

    def _columns(self) -> int:
        return max(1, int(self.width() / self._look.mm(_NARROWEST_MM)))

    def _rows(self) -> int:
        return max(1, int((self.height() - self._look.mm(_HEAD_MM)) / self._look.mm(_ROW_MM)))
