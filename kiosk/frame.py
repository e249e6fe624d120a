"""Where head, banner, pages and what stands beside every page are on the kiosk's window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from waitline.look import Space
from waitline.rules.kiosk_glass import (
    APART,
    COLUMN_INTO_MARGIN,
    DATE,
    GAP,
    INTO_MARGIN,
    LANGUAGE_COLUMN,
    LEVEL_HEADER,
    below_page,
    header_of,
    is_level,
    is_low,
    is_wide,
)
from waitline.rules.kiosk_number import NARROW_SCREEN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from waitline.look import Banner, FitLabel, Look

    from .pages.header import Header
    from .pages.home import HomePage
    from .pages.languages import LanguageBar
    from .pages.page import Page


BELOW_BANNER = 3.0
"""What lies between a banner and the page, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All that stands around the pages."""

    look: Look
    window: QWidget
    header: Header
    banner: Banner
    idle: Banner
    languages: LanguageBar
    for_staff: FitLabel
    stack: QStackedWidget
    home: HomePage
    number: Page
    papers: Page

    def lay_out(self, *, covered: bool) -> None:
        """Place everything for the page of the moment; `covered`: nothing of it is to be seen now."""
        margin, gap = self.look.px(Space.MARGIN), self.look.px(Space.GAP)
        inside = self.window.rect().adjusted(margin, margin, -margin, -margin)
        head, troubled = self.look.mm(self._header_mm()), not self.banner.isHidden()
        level = is_level(self._screen)
        beside = self.look.mm(LANGUAGE_COLUMN + GAP) if level else 0
        self.header.setGeometry(QRect(inside.x(), inside.y(), inside.width() - beside, head))
        self.header.setHidden(covered or not head)
        right = self.header.geometry().right() + 1 if level else self.window.width()
        self.idle.setGeometry(0, 0, right, inside.y() + max(head, self.look.mm(LEVEL_HEADER)))
        self._lay_out_banner(right, inside.y() + head + gap - self.look.mm(BELOW_BANNER), troubled=troubled)
        foot = 0
        if not self.for_staff.isHidden():
            foot = self.for_staff.heightForWidth(inside.width()) + gap
            self.for_staff.setGeometry(inside.x(), inside.bottom() - foot + gap, inside.width(), foot - gap)
        page = self._beside_languages(inside.adjusted(0, head + gap if head else 0, 0, -foot))
        self.languages.setHidden(covered)
        self.stack.setGeometry(page)

    def _lay_out_banner(self, right: int, tall: int, *, troubled: bool) -> None:
        """In the header's place, and in the clock's where its words need that."""
        stays = is_wide(self._screen)
        beside_clock = self.header.x() + self.header.give_way(to_trouble=troubled, clock_stays=stays)
        self.banner.setGeometry(0, 0, beside_clock if stays else right, tall)
        if stays and troubled and self.banner.squeezed:
            self.header.give_way(to_trouble=True, clock_stays=False)
            self.banner.setGeometry(0, 0, right, tall)

    @property
    def _screen(self) -> tuple[float, float]:
        mm = self.look.glass.mm
        return mm(self.window.width()), mm(self.window.height())

    @property
    def _on_home(self) -> bool:
        return self.stack.currentWidget() is self.home

    def _header_mm(self) -> float:
        """Nothing of it, or no date and hours, where a page has no height to spare for them."""
        screen, page = self._screen, self.stack.currentWidget()
        if is_wide(screen) or not self.banner.isHidden():
            return header_of(screen)
        if page is self.number and (is_level(screen) or screen[0] < NARROW_SCREEN):
            return 0.0
        spares = not is_low(screen) and page in (self.number, self.papers)
        return header_of(screen) - (DATE if spares else 0.0)

    def _beside_languages(self, room: QRect) -> QRect:
        """Place what stands on every page at the edge of a room; what is left of it."""
        out = self.look.mm(INTO_MARGIN)
        if not is_level(self._screen):
            tall = self.look.mm(below_page(self._screen, languages=self.languages.count) - APART)
            self.languages.setGeometry(
                room.x() - out, room.bottom() + 1 - tall, room.width() + 2 * out, tall + out
            )
            return room.adjusted(0, 0, 0, -tall - self.look.mm(APART))
        wide = self.look.mm(LANGUAGE_COLUMN)
        top = self.look.px(Space.MARGIN) - out
        self.languages.setGeometry(
            room.right() + 1 - wide, top, wide + self.look.mm(COLUMN_INTO_MARGIN), room.bottom() + 1 - top + out
        )
        apart = 0 if self._on_home else self.look.mm(APART)
        return room.adjusted(0, 0, -wide - apart, 0)
