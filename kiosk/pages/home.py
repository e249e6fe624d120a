"""The home page: service tiles, and the love button in its low place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from waitline.look import Face, Icon, Look, Space, TouchButton, Type
from waitline.model.office import OfficeSetup
from waitline.rules.kiosk_glass import plan_home
from waitline.rules.kiosk_menu import HOME, MOST_TILES, MenuPlace, menu_page, whole_menu

from ..hours import UNKNOWN
from ..scenes import Home
from ..tongue import both, first, on_one_line
from .menu_offer import MenuOffer
from .page import Page
from .tile_wall import TileWall

if TYPE_CHECKING:
    from waitline.views.kiosk_view import KioskView

    from ..hours import Offers

TWO_LINES_MM = 36.0
NOTE_BESIDE = 0.85
"""For whom love is stands beside a name on one line only where the name stays about so large."""


class HomePage(Page):
    """Shows who waits for what; says which tile was touched."""

    service_wanted = Signal(str)
    place_wanted = Signal(object)
    """A MenuPlace: another page of the menu."""
    love_wanted = Signal()
    paperless_wanted = Signal()

    def __init__(self, look: Look, office: OfficeSetup, language: str) -> None:
        super().__init__(look, "home-page", language)
        self._office = office
        self._view: KioskView | None = None
        self._offers = UNKNOWN
        self._fresh = True
        self._place = HOME
        self._room = MOST_TILES
        self._whole = False
        self._offer = MenuOffer(self)
        self._wall = TileWall(look, language, self)
        self._wall.wanted.connect(self._touched)
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
        self._office = view.setup
        self.retranslate()

    @property
    def _known(self) -> tuple[object, ...]:
        """All that the tiles say."""
        view = self._view
        return () if view is None else (view.setup, view.services, view.ahead, self._offers, self._fresh)

    def show_scene(self, scene: Home) -> None:
        """Turn to the scene's place; the button of a wish under way is held down."""
        take = scene.pressed
        if scene.place != self._place:
            self._place = scene.place
            self._fill()
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
        return (self._wall,)

    def said(self) -> tuple[str, ...]:
        return (self._wall.words,)

    def choices(self) -> list[TouchButton]:
        return [*self._wall.tiles, self._love, *self.aids()]

    def options(self) -> tuple[TouchButton, ...]:
        """What is chosen for the whole visit."""
        return () if self._paperless.isHidden() else (self._paperless,)

    def first_control(self) -> QWidget | None:
        return next(iter(self._wall.tiles), self._love)

    def retranslate(self) -> None:
        self._fill()
        self._paperless.show_words(on_one_line(self.tr("不印紙本")))
        self._name_love()

    def _name_love(self) -> None:
        """As much as its width carries."""
        love = self.tr("愛心優先")
        low = self._love.height() < self.look.mm(TWO_LINES_MM)
        name = (on_one_line(love), "") if low else both(love)
        self._love.show_words(*name, first(self.tr("長者・身心障礙・孕婦・攜帶嬰幼兒")))
        if self._love.squeezed or (low and self._love.scale < NOTE_BESIDE):
            self._love.show_words(*name)
        if low and self._love.squeezed:
            self._love.show_words(first(love))

    def lay_out(self) -> None:
        mm = self.look.glass.mm
        size, choice = (mm(self.width()), mm(self.height())), not self._paperless.isHidden()
        room = plan_home(size, with_choice=choice).room
        page = menu_page(self._office, self._place, room=room)
        plan = plan_home(size, with_choice=choice, room=room, needs_prompt=page.guides)
        across, down = (self.look.mm(length) for length in plan.choice)
        self._paperless.setGeometry(self.width() - across, 0, across, down)
        self._paperless.raise_()
        apart = 0 if plan.upright else self.px(Space.GAP_APART)
        top, tall = self.look.mm(plan.love), self.look.mm(plan.love_height)
        self._love.setGeometry(0, top, self.width() - apart, tall)
        self._name_love()
        if plan.room != self._room:
            self._room = plan.room
            self._fill()
        self._wall.setGeometry(0, 0, self.width(), self.look.mm(plan.love))
        self._wall.show_plan(plan)

    def _fill(self) -> None:
        """The wall's tiles at the place of the moment, and the keyboard's way through them."""
        find = whole_menu if self._whole else menu_page
        page = find(self._office, self._place, room=self._room)
        view = self._view if self._fresh else None
        lines, ahead = (view.services, view.ahead) if view is not None else ((), {})
        self._wall.show_offer(self._offer.of(page, self._office, lines, ahead, self._offers, self.language))
        after: list[TouchButton] = [*self._wall.tiles, self._love, self._paperless]
        for one, other in pairwise(after):
            self.setTabOrder(one, other)

    def _touched(self, leads_to: object) -> None:
        if isinstance(leads_to, MenuPlace):
            self.place_wanted.emit(leads_to)
        else:
            self.service_wanted.emit(leads_to)
