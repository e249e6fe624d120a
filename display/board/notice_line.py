"""The office's notice while the big place has something else to say: one line that stands, turns or runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF

from waitline.look import Colour, Icon, Look, paint_icon

from .lettering import small
from .notice_pages import paginate
from .strip import Strip
from .ticker import CALM, NOTHING, Ticker, TickerPace

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from waitline.model.words import Words

_PAD_MM: Final = 9.0
_ICON_MM: Final = 26.0
_EDGE_MM: Final = 0.8
_ENGLISH_TIMES: Final = 0.7
"""As in the welcome."""


class NoticeLine(Strip):
    """Shows a notice in the hall's smallest type, both languages. `still`: it never runs."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, still: bool = False, pace: TickerPace = CALM
    ) -> None:
        super().__init__(look, "notice", parent)
        self._still = still
        self._notice: Words | None = None
        self.ticker = Ticker(look, self, pace=pace)
        look.changed.connect(self._lay_out)

    @property
    def has_any(self) -> bool:
        """Whether the office has a notice."""
        return self._notice is not None

    def show_notice(self, notice: Words | None) -> None:
        """None: the office has none."""
        if notice != self._notice:
            self._notice = notice
            self.setAccessibleName("" if notice is None else f"{notice.zh} {notice.en}")
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = self._on_ground(Colour.SURFACE)
        side, pad = min(self._look.mm(_ICON_MM), self.height() * 0.7), self._look.mm(_PAD_MM)
        icon = QRectF(pad, (self.height() - side) / 2, side, side)
        paint_icon(painter, Icon.NOTICE, icon, self._look.colour(Colour.ACCENT_TEXT))
        painter.end()

    def _lay_out(self) -> None:
        look, pad, edge = self._look, self._look.mm(_PAD_MM), self._look.mm(_EDGE_MM)
        left = 2 * pad + look.mm(_ICON_MM)
        inner = QRect(left, edge, self.width() - left - pad, self.height() - 2 * edge)
        self.ticker.setGeometry(inner)
        if self._notice is None or not inner.isValid():
            self.ticker.show_pages(NOTHING)
            return
        fonts = small(look, strong=True), small(look, _ENGLISH_TIMES)
        self.ticker.show_pages(paginate(self._notice, inner.size(), fonts, still=self._still))
