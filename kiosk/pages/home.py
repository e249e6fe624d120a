"""The home page: service tiles, and the love button in its low place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from waitline.look import Face, Icon, Look, Space, TouchButton, Type
from waitline.model.office import OfficeSetup
from waitline.rules.kiosk_glass import (
    APART,
    BESIDE_LOVE,
    HALO,
    RAIL,
    choice_width,
    has_choice_beside_love,
)
from waitline.rules.kiosk_menu import HOME, MenuPlace, whole_menu
from waitline.rules.kiosk_plan import MenuPlan, plan_menu
from waitline.rules.tile_letters import LEAST, READABLE

from ..hours import UNKNOWN
from ..scenes import Home
from ..tongue import both, first, on_one_line
from .menu_offer import NOTHING_KNOWN, MenuOffer, Newcomers
from .menu_rail import MenuRail
from .page import Page
from .tile_wall import TileWall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from waitline.rules.kiosk_glass import HomePlan
    from waitline.views.kiosk_view import KioskView

    from ..hours import Offers


class HomePage(Page):
    """Shows who waits for what; says which tile was touched."""

    service_wanted = Signal(str)
    place_wanted = Signal(object)
    """A MenuPlace: another page of the menu."""
    love_wanted = Signal()
    paperless_wanted = Signal()

    def __init__(self, look: Look, office: OfficeSetup, languages: Sequence[str], language: str) -> None:
        super().__init__(look, "home-page", language)
        self._office = office
        self._languages = tuple(languages) or (language,)
        self._view: KioskView | None = None
        self._offers = UNKNOWN
        self._fresh = True
        self._place = HOME
        self._whole = False
        self._planned: tuple[object, MenuPlan] | None = None
        self._love_named: tuple[object, ...] = ()
        self._offer = MenuOffer(self)
        self._wall = TileWall(look, language, self)
        self._wall.wanted.connect(self._touched)
        self._rail = MenuRail(look, language, self)
        self._rail.wanted.connect(self.place_wanted)
        self._love = self.tile(
            "love", self.love_wanted.emit, face=Face.LOVE, icon=Icon.LOVE, title=Type.HEADING, apart=True
        )
        self._paperless = self.button("paperless", self.paperless_wanted.emit, face=Face.QUIET)
        self._paperless.hide()
        self.retranslate()

    def show_view(self, view: KioskView, offers: Offers, *, fresh: bool) -> None:
        """Who waits now, and what is on offer; not `fresh`: out of touch, so counts are left unsaid."""
        before = self._known
        self._view, self._offers, self._fresh = view, offers, fresh
        if before == self._known:
            return
        anew = view.setup != self._office
        self._office = view.setup
        self.retranslate()
        if anew:
            self.lay_out()

    @property
    def _known(self) -> tuple[object, ...]:
        """All that the tiles say."""
        view = self._view
        return (
            () if view is None else (view.setup, view.services, view.ahead, view.waits, self._offers, self._fresh)
        )

    def show_scene(self, scene: Home) -> None:
        """Turn to the scene's place; the button of a wish under way is held down."""
        take = scene.pressed
        if scene.place != self._place:
            self._place = scene.place
            self.lay_out()
            self.begin()
        self._wall.press(None if take is None or take.service is None else f"service-{take.service}")
        self._love.show_pressed(take is not None and take.love)
        offered = scene.paperless is not None
        self._paperless.show_face(Face.MAIN if scene.paperless else Face.QUIET)
        self._paperless.show_icon(Icon.CHECK if scene.paperless else None)
        if offered == self._paperless.isHidden():
            self._paperless.setVisible(offered)
            self.lay_out()

    def show_whole(self, *, whole: bool) -> None:
        """All of a place on one page, for the accessible profile to share out; or what has room on the glass."""
        if whole != self._whole:
            self._whole = whole
            self._fill()

    def groups(self) -> tuple[QWidget, ...]:
        return self._wall, self._rail

    def said(self) -> tuple[str, ...]:
        return (self._rail.words,)

    def choices(self) -> list[TouchButton]:
        return [*self._wall.tiles, *self._rail.ways, self._love, *self.aids()]

    def options(self) -> tuple[TouchButton, ...]:
        """What is chosen for the whole visit."""
        return () if self._paperless.isHidden() else (self._paperless,)

    def first_control(self) -> QWidget | None:
        return next(iter(self._wall.tiles), self._love)

    def retranslate(self) -> None:
        self._fill()
        self._paperless.show_words(first(self.tr("不印紙本")))
        self._name_love()

    def lay_out(self) -> None:
        if not self.width() or not self.height():
            return
        plan = self._plan().at(self._place)
        halo = self.look.mm(HALO)
        apart = 0 if plan.glass.upright else self.look.mm(BESIDE_LOVE)
        top, tall = self.look.mm(plan.glass.love), self.look.mm(plan.glass.love_height)
        low = QRect(halo, top, self.width() - 2 * halo - apart, tall)
        choice = self._lay_out_choice(low, plan.glass)
        self._love.setGeometry(low)
        self._name_love()
        self._rail.setGeometry(0, 0, self.width(), self.look.mm(plan.glass.tiles))
        self._rail.show_plan(plan.glass, choice=choice)
        self._paperless.raise_()
        top = self.look.mm(plan.glass.tiles)
        self._wall.setGeometry(0, top, self.width(), self.look.mm(plan.glass.tiles_height))
        self._fill()
        self._wall.stand_in(plan.columns)

    def _lay_out_choice(self, low: QRect, glass: HomePlan) -> int:
        """The choice of no paper: in the rail, of which it takes the pixels returned, or beside love, which gives
        them up from its row."""
        if self._paperless.isHidden():
            return 0
        choice = self.look.mm(choice_width(self._size()))
        if not has_choice_beside_love(self._size()):
            below = 0 if glass.prompt >= RAIL else self.look.mm(glass.prompt)
            self._paperless.setGeometry(self.width() - choice, below, choice, self.look.mm(RAIL))
            return choice + self.px(Space.GAP)
        self._paperless.setGeometry(low.x() + low.width() - choice, low.y(), choice, low.height())
        low.setWidth(low.width() - choice - self.look.mm(APART))
        return 0

    def _plan(self) -> MenuPlan:
        """The menu on this page: planned anew where the page, the office or the choice of paper is another."""
        choice = not self._paperless.isHidden()
        key = self._size(), self._office, choice
        if self._planned is None or self._planned[0] != key:
            plan = plan_menu(self._size(), self._office, languages=self._languages, with_choice=choice)
            self._planned = key, plan
        return self._planned[1]

    def _size(self) -> tuple[float, float]:
        mm = self.look.glass.mm
        return mm(self.width()), mm(self.height())

    def _name_love(self) -> None:
        """For whom it is stands on it wherever that can be read, rather than its name in two languages."""
        love, whom = self.tr("愛心優先"), first(self.tr("長者・身心障礙・孕婦・攜帶嬰幼兒"))
        named = love, whom, self._love.size()
        if named == self._love_named:
            return
        self._love_named = named
        name, level, alone = both(love), (on_one_line(love), ""), (first(love), "")
        with_whom = (*name, whom), (*level, whom), (*alone, whom)
        for tries in (with_whom, (name, level, alone)):
            for least in (READABLE, LEAST):
                for words in tries:
                    self._love.show_words(*words)
                    if self._love.smallest_cap_mm >= least and not self._love.squeezed:
                        return

    def _fill(self) -> None:
        """What stands at the place of the moment, and the keyboard's way through it."""
        if self._planned is None:
            return
        menu = self._planned[1].menu
        if self._whole:
            menu = whole_menu(self._office, in_one=menu.is_one_page)
        page = menu.at(self._place)
        view = self._view if self._fresh else None
        lines = () if view is None else view.services
        newcomers = NOTHING_KNOWN if view is None else Newcomers(ahead=view.ahead, waits=view.waits)
        self._rail.show_offer(self._offer.around(page, self.language))
        self._wall.show_offer(self._offer.of(page, self._office, lines, newcomers, self._offers, self.language))
        for one, other in pairwise([*self._wall.tiles, *self._rail.ways, self._love, self._paperless]):
            self.setTabOrder(one, other)

    def _touched(self, leads_to: object) -> None:
        if isinstance(leads_to, MenuPlace):
            self.place_wanted.emit(leads_to)
        else:
            self.service_wanted.emit(leads_to)
