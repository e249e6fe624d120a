"""The calls that have had their time in the big place, newest first."""

from collections.abc import Iterable
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, Type, paint_icon
from waitline.look.fit import Part
from waitline.look.fonts import cap_share

from ..showing import Shown
from .lettering import narrowed, small, write, write_figures
from .strip import Strip
from .two_languages import TwoLanguages

_HEAD_MM: Final = 44.0
_ROW_MM: Final = 71.0
_PAD_MM: Final = 9.0
_ASIDE_MM: Final = 7.0
_BETWEEN_MM: Final = 30.0
"""A number and its counter never run together: so much is left for the arrow."""
_ARROW_MM: Final = 22.0
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
        """The height of the shown numbers' digits."""
        return self.smallest_cap((one.call.label, one.call.counter) for one in self.shown)

    def smallest_cap(self, rows: Iterable[tuple[str, str]]) -> float:
        """How tall digits are at least, in pixels, with these numbers and their counters."""
        width = self._column_width() - 2 * self._look.mm(_ASIDE_MM)
        fonts = (self._fitted(*row, width)[0] for row in rows)
        return min((font.pixelSize() * cap_share(font.weight()) for font in fonts), default=self._usual_cap())

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
        width = self._column_width()
        for column in range(max(1, min(columns, ceil(len(self._calls) / rows)))):  # over no empty column
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
        aside = look.mm(_ASIDE_MM)
        inner = box.adjusted(aside, pad * 0.4, -aside, 0)
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
        inner = box.adjusted(look.mm(_ASIDE_MM), 0, -look.mm(_ASIDE_MM), 0)
        font, narrow = self._fitted(call.label, call.counter, inner.width())
        number, sign = (
            QFontMetricsF(font).horizontalAdvance(text) * narrow for text in (call.label, call.counter)
        )
        baseline = box.center().y() + font.pixelSize() * cap_share(font.weight()) / 2
        painter.setPen(look.colour(Colour.STALE if self._stale else Colour.TEXT))
        write_figures(painter, call.label, QPointF(inner.left(), baseline), font, number)
        painter.setPen(look.colour(Colour.STALE if self._stale else Colour.ACCENT_TEXT))
        write_figures(painter, call.counter, QPointF(inner.right() - sign, baseline), font, sign)
        left = inner.left() + number
        self._paint_between(painter, QRectF(left, box.top(), inner.right() - sign - left, box.height()), one)

    def _paint_between(self, painter: QPainter, box: QRectF, one: Shown) -> None:
        side = self._look.mm(_ARROW_MM)
        icon = Icon.VOICE if one.spoken and not self._stale else Icon.NEXT
        square = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_icon(painter, icon, square, self._look.colour(Colour.STALE if self._stale else Colour.EDGE))

    def _fitted(self, number: str, counter: str, width: float) -> tuple[QFont, float]:
        """The font of a row and how narrow its figures are."""
        font = self._font()
        metrics = QFontMetricsF(font)
        needs = metrics.horizontalAdvance(number) + metrics.horizontalAdvance(counter)
        return narrowed(font, needs, width - self._look.mm(_BETWEEN_MM))

    def _usual_cap(self) -> float:
        font = self._font()
        return font.pixelSize() * cap_share(font.weight())

    def _font(self) -> QFont:
        return self._look.font(Type.HEADING, strong=True)

    def _column_width(self) -> float:
        columns, gap = self._columns(), self._look.mm(_PAD_MM)
        return (self.width() - gap * (columns - 1)) / columns

    def _columns(self) -> int:
        return max(1, int(self.width() / self._look.mm(_NARROWEST_MM)))

    def _rows(self) -> int:
        return max(1, int((self.height() - self._look.mm(_HEAD_MM)) / self._look.mm(_ROW_MM)))
