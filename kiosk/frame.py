"""Where head, banner, languages and page stand on the kiosk's window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from waitline.look import Space
from waitline.rules.kiosk_glass import (
    APART,
    DATE,
    GAP,
    INTO_MARGIN,
    LANGUAGE_COLUMN,
    below_page,
    header_of,
    is_low,
    is_wide,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from waitline.look import Banner, FitLabel, Look

    from .pages.header import Header
    from .pages.home import HomePage
    from .pages.languages import LanguageBar
    from .pages.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All that stands around the pages; `tall`: pages with more to say than the rest, `tallest`: with most."""

    look: Look
    window: QWidget
    header: Header
    banner: Banner
    idle: Banner
    languages: LanguageBar
    for_staff: FitLabel
    stack: QStackedWidget
    home: HomePage
    tall: tuple[Page, ...]
    tallest: tuple[Page, ...]

    def lay_out(self, *, covered: bool) -> None:
        """Place everything for the page of the moment; `covered`: nothing of it is to be seen now."""
        margin, gap = self.look.px(Space.MARGIN), self.look.px(Space.GAP)
        inside = self.window.rect().adjusted(margin, margin, -margin, -margin)
        head, troubled = self.look.mm(self._header_mm()), not self.banner.isHidden()
        beside = self.look.mm(LANGUAGE_COLUMN + GAP) if is_low(self._screen) and self._offers_languages() else 0
        self.header.setGeometry(QRect(inside.x(), inside.y(), inside.width() - beside, head))
        self.idle.setGeometry(0, 0, self.window.width(), inside.y() + head)
        wide = is_wide(self._screen) and not is_low(self._screen)
        beside_clock = inside.x() + self.header.give_way(to_trouble=troubled, clock_stays=wide)
        whole = self.window.width() if not beside else self.header.geometry().right() + 1
        self.banner.setGeometry(0, 0, beside_clock if wide else whole, inside.y() + head + gap)
        foot = 0
        if not self.for_staff.isHidden():
            foot = self.for_staff.heightForWidth(inside.width()) + gap
            self.for_staff.setGeometry(inside.x(), inside.bottom() - foot + gap, inside.width(), foot - gap)
        page = self._beside_languages(inside.adjusted(0, head + gap, 0, -foot), covered=covered)
        self.stack.setGeometry(page)

    @property
    def _page(self) -> QWidget | None:
        return self.stack.currentWidget()

    @property
    def _screen(self) -> tuple[float, float]:
        mm = self.look.glass.mm
        return mm(self.window.width()), mm(self.window.height())

    @property
    def _square(self) -> bool:
        """A panel lying but nearly square."""
        return not is_wide(self._screen) and self.window.width() > self.window.height()

    def _header_mm(self) -> float:
        """Without date and hours where a page other than the first has no height to spare."""
        tall = header_of(self._screen)
        return tall - DATE if self._square and self.banner.isHidden() and self._page is not self.home else tall

    def _needs_all_height(self) -> bool:
        """Where the languages would stand below, a number and a list of papers have no height to spare; on a panel
        lying but nearly square no page has, but the first."""
        if is_wide(self._screen):
            return self._page in self.tallest
        return self._page is not self.home if self._square else self._page in (*self.tall, *self.tallest)

    def _offers_languages(self) -> bool:
        upright = self.window.height() > self.window.width()
        return self.languages.offers(upright=upright) and not self._needs_all_height()

    def _beside_languages(self, room: QRect, *, covered: bool) -> QRect:
        """Place the languages at the edge of a room; what they leave of it."""
        offers = self._offers_languages()
        self.languages.setVisible(offers and not covered)
        if not offers:
            return room
        if not is_wide(self._screen):
            tall = self.look.mm(below_page(self._screen, languages=self.languages.count) - APART)
            out = 0 if self.languages.count > 1 else self.look.mm(INTO_MARGIN)
            self.languages.setGeometry(room.x(), room.bottom() + 1 - tall, room.width(), tall + out)
            return room.adjusted(0, 0, 0, -tall - self.look.mm(APART))
        wide, out = self.look.mm(LANGUAGE_COLUMN), self.look.mm(INTO_MARGIN)
        top = self.look.px(Space.MARGIN) - out if is_low(self._screen) else room.y()
        self.languages.setGeometry(room.right() + 1 - wide, top, wide + out, room.bottom() + 1 - top + out)
        apart = 0 if self._page is self.home else self.look.mm(APART)
        return room.adjusted(0, 0, -wide - apart, 0)
