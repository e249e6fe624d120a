"""The row above the home page's tiles: what to do, the way out of a group, and a button for every page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal

from waitline.look import Colour, Face, FitLabel, Icon, Look, TouchButton, Type
from waitline.look.button_words import Words as Said
from waitline.rules.kiosk_glass import FRAME, PROMPT, RAIL, TAB
from waitline.rules.kiosk_menu import HOME, MenuPlace

from ..tongue import both, first, on_one_line
from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from waitline.rules.kiosk_glass import HomePlan
    from waitline.rules.kiosk_menu import MenuPage

LEAST_WORDS_MM = 60.0
GLAD_WORDS_MM = 125.0
"""So much of the rail its words like to have; tabs grow only where they do."""
GROWN_TAB = 1.35


@dataclass(frozen=True, slots=True, kw_only=True)
class RailOffer:
    """All words in two languages: `brief` where `said` has no room, for the way home, for a page's number."""

    said: str
    brief: str
    home: str
    number: str
    page: MenuPage


class PageTab(TouchButton):
    """Leads to a page; the one that is shown is filled, wider, and says so in words where there is room."""

    def __init__(self, look: Look, number: int, parent: QWidget) -> None:
        self._said = Said()
        super().__init__(look, face=Face.WAY, parent=parent)
        self.number = number
        self.setObjectName(f"page-{number}")
        self.setCheckable(True)

    @property
    def words(self) -> Said:
        """What it says in full, however little stands on it."""
        return self._said

    def show_page(self, said: str, *, here: bool, spelt: bool) -> None:
        """`spelt`: there is room for more than the number."""
        self._said = Said(first=said)
        self.show_words(said if here and spelt else str(self.number))
        self.show_icon(Icon.CHECK if here and not spelt else None)
        self.setAccessibleName(said)
        self.setChecked(here)
        self.show_face(Face.MAIN if here else Face.WAY)


class MenuRail(Page):
    """Shows what it is offered; says where a touch leads."""

    wanted = Signal(object)
    """A MenuPlace."""

    def __init__(self, look: Look, language: str, parent: QWidget) -> None:
        super().__init__(look, "menu-rail", language)
        self.setParent(parent)
        self._offer: RailOffer | None = None
        self._plan: HomePlan | None = None
        self._choice = 0
        self._tabs: list[PageTab] = []
        self._prompt = FitLabel(look, Type.BODY, colour=Colour.TEXT_QUIET, parent=self)
        self._prompt.setObjectName("prompt")
        self._home = self.button("way-home", partial(self.wanted.emit, HOME), face=Face.WAY, icon=Icon.HOUSEHOLD)

    def show_offer(self, offer: RailOffer) -> None:
        """Show this; where nothing but words has changed, nothing moves."""
        self._offer = offer
        self._home.setVisible(offer.page.home is not None)
        self._home.show_words(first(offer.home))
        pages = offer.page.pages if offer.page.pages > 1 else 0
        while len(self._tabs) > pages:
            tab = self._tabs.pop()
            tab.hide()
            tab.deleteLater()
        while len(self._tabs) < pages:
            self._tabs.append(self._tab(len(self._tabs)))
        self.lay_out()

    def show_plan(self, plan: HomePlan, *, choice: int) -> None:
        """Lay out anew by this plan; `choice`: the pixels at the right that are another's."""
        self._plan, self._choice = plan, choice
        self.lay_out()

    @property
    def words(self) -> str:
        """What to do, in the visitor's language."""
        return "" if self._offer is None else first(self._offer.said)

    @property
    def ways(self) -> list[TouchButton]:
        """Where it leads to from the page that is shown."""
        home = [] if self._home.isHidden() else [self._home]
        return [*home, *(tab for tab in self._tabs if not tab.isChecked())]

    def lay_out(self) -> None:
        if self._plan is None or self._offer is None or not self.width():
            return
        mm, plan = self.look.mm, self._plan
        own_line = plan.prompt > 0
        row = QRect(0, mm(plan.prompt), self.width(), mm(plan.rail))
        above = QRect(0, 0, self.width(), mm(plan.prompt))
        words_row = above if own_line else row
        words = words_row.adjusted(mm(FRAME / 2), 0, 0, 0)
        if plan.rail:
            (words if plan.prompt >= RAIL else row).adjust(0, 0, -self._choice, 0)
        left, right = self._lay_out_ways(row, alone=own_line)
        if not own_line:
            words = QRect(left + mm(FRAME / 2), row.y(), right - left - mm(FRAME), row.height())
        self._say(words)

    def _lay_out_ways(self, row: QRect, *, alone: bool) -> tuple[int, int]:
        """The way home at the left, pages at the right, or at the left where they are `alone`; what is between."""
        left, right = row.x(), row.x() + row.width()
        if not self._home.isHidden():
            widest = row.width() if alone else row.width() // 2
            wide = min(max(self.look.mm(3 * TAB), self._home.least_width()), widest)
            self._home.setGeometry(left, row.y(), wide, row.height())
            left += wide
        if self._tabs:
            room = right - left
            widths = self._widths(room if alone else room - self.look.mm(GLAD_WORDS_MM), room)
            at = left if alone else right - sum(widths)
            right = right if alone else at
            for tab, wide in zip(self._tabs, widths, strict=True):
                tab.setGeometry(at, row.y(), wide, row.height())
                at += wide
        return left, right

    def _widths(self, glad: int, room: int) -> list[int]:
        """Each tab's width: larger where `glad` allows, and the shown page's name in words."""
        here = self._name_tabs(spelt=True)
        spelt = self._tabs[here].least_width() if here is not None else 0
        tab = self.look.mm(TAB)
        if here is None or (len(self._tabs) - 1) * tab + spelt > glad:
            self._name_tabs(spelt=False)
            spelt = self._tabs[here].least_width() if here is not None else tab
            tab = min(tab, (room - spelt) // max(1, len(self._tabs) - 1))
        elif len(self._tabs) > 1:
            grown = min(round(tab * GROWN_TAB), (glad - spelt) // (len(self._tabs) - 1))
            tab = max(tab, grown)
        return [spelt if n == here else tab for n in range(len(self._tabs))]

    def _name_tabs(self, *, spelt: bool) -> int | None:
        """Which of them is the page that is shown."""
        if self._offer is None:
            return None
        for n, tab in enumerate(self._tabs):
            said = first(self._offer.number).format(page=n + 1)
            tab.show_page(said, here=n == self._offer.page.page, spelt=spelt)
        return self._offer.page.page

    def _say(self, box: QRect) -> None:
        """Both languages beside or below each other; the visitor's alone where there is less room."""
        if self._offer is None:
            return
        said, alone = self._offer.said, self._plan is not None and not self._plan.rail
        middle = Qt.AlignmentFlag.AlignHCenter if alone else Qt.AlignmentFlag.AlignLeft
        self._prompt.setAlignment(middle | Qt.AlignmentFlag.AlignVCenter)
        self._prompt.setGeometry(box)
        tall = box.height() > self.look.mm(PROMPT) + 1
        together = "\n".join(part for part in both(said) if part) if tall else on_one_line(said)
        for words in (together, first(said), first(self._offer.brief)):
            self._prompt.show_words(words)
            if not self._prompt.squeezed:
                break
        needed = self._offer.page.home is not None
        room = box.height() > 0 and (box.width() >= self.look.mm(LEAST_WORDS_MM) and not self._prompt.squeezed)
        self._prompt.setVisible(box.height() > 0 and (needed or room))

    def _tab(self, n: int) -> PageTab:
        tab = PageTab(self.look, n + 1, self)
        tab.activated.connect(partial(self.wanted.emit, MenuPlace(page=n)))
        tab.clicked.connect(self._mark)  # Qt turns what was clicked; the page that is shown is the mark
        tab.show()
        return tab

    def _mark(self) -> None:
        if self._offer is not None:
            for n, tab in enumerate(self._tabs):
                tab.setChecked(n == self._offer.page.page)
