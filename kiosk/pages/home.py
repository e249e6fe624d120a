"""The home page: service tiles, the love button in its low place, languages, help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Face, FitLabel, Icon, Look, Space, TouchButton, Type, icon_named
from waitline.model.clock import local
from waitline.model.office import OfficeSetup
from waitline.views.service_line import ServiceLine

from ..scenes import Home
from ..tongue import both, both_words, first, on_one_line
from .page import Page
from .picture_tile import Alike, PictureTile
from .tile_grid import ROWS_OF_WORDS, places

if TYPE_CHECKING:
    from waitline.views.kiosk_view import KioskView

LANGUAGE_NAMES = {
    "zh-TW": "中文",
    "en": "English",
}
LARGEST_TILE_MM = (340.0, 110.0)
LOVE_MM = 45.0
ASIDE_MM = 26.0
LOVE_TELLS_FROM_MM = 190.0
PROMPT_MM = 13.6
ABOVE_LOVE_MM = 10.5
LOVE_SHARE = 0.185
"""Of the page's height, the most that the love button takes."""


class HomePage(Page):
    """Shows who waits for what; says which tile was touched."""

    service_wanted = Signal(str)
    love_wanted = Signal()
    help_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(self, look: Look, office: OfficeSetup, languages: tuple[str, ...], language: str) -> None:
        super().__init__(look, "home-page", language)
        self._office = office
        self._view: KioskView | None = None
        self._fresh = True
        self._alike = Alike()
        self._tiles: dict[str, PictureTile] = {}
        self._prompt = FitLabel(
            look, Type.BODY, colour=Colour.TEXT_QUIET, align=Qt.AlignmentFlag.AlignCenter, parent=self
        )
        self._prompt.setObjectName("prompt")
        self._love = self.tile(
            "love", self.love_wanted.emit, face=Face.LOVE, icon=Icon.LOVE, title=Type.HEADING, apart=True
        )
        self._languages = {
            name: self.button(f"language-{name}", partial(self.language_wanted.emit, name),
                              face=Face.QUIET, icon=Icon.LANGUAGE)
            for name in languages
        }  # fmt: skip
        self._help = self.button("help", self.help_wanted.emit, face=Face.QUIET, icon=Icon.HELP)
        self._set_tiles()
        self.retranslate()

    def show_view(self, view: KioskView, *, fresh: bool) -> None:
        """Who waits now; not `fresh`: out of touch, so counts are left unsaid."""
        before = self._view
        self._view, self._fresh, was_fresh = view, fresh, self._fresh
        if before is not None and (before.setup, before.services, was_fresh) == (view.setup, view.services, fresh):
            return
        changed = tuple(service.code for service in view.setup.services) != tuple(self._tiles)
        self._office = view.setup
        if changed:
            self._set_tiles()
        self.retranslate()
        if changed and self.isVisible():
            self.lay_out()
        else:
            self._alike.write(self._tiles.values(), afresh=False)

    def show_scene(self, scene: Home) -> None:
        """The button of a wish under way is held down."""
        take = scene.pressed
        for code, tile in self._tiles.items():
            tile.setDown(take is not None and take.service == code)
        self._love.setDown(take is not None and take.love)

    def first_control(self) -> QWidget | None:
        return next(iter(self._tiles.values()), self._love)

    def retranslate(self) -> None:
        lines = {line.code: line for line in self._view.services} if self._view is not None else {}
        for service in self._office.services:
            tile = self._tiles[service.code]
            line = lines.get(service.code)
            served = line is None or line.open_counters > 0
            tile.show_words(*both_words(service.names, self.language), self._note(line))
            tile.show_face(Face.PLAIN if served else Face.QUIET)
        self._prompt.show_words(on_one_line(self.tr("請選擇要辦理的業務")))
        self._name_foot()
        for name, button in self._languages.items():
            button.show_words(LANGUAGE_NAMES.get(name, name))
            if button.hasFocus() and name == self.language:
                self.begin()  # else the ring of focus would jump to some other button
            button.setVisible(name != self.language)

    def _name_foot(self) -> None:
        """The buttons below say as much as their width carries."""
        for_whom = first(self.tr("長者・身心障礙・孕婦・攜帶嬰幼兒"))
        told = for_whom if self._love.width() >= self.look.mm(LOVE_TELLS_FROM_MM) else ""
        self._love.show_words(*both(self.tr("愛心優先")), told)
        help_text = self.tr("需要協助")
        if self.upright:
            self._help.show_words(on_one_line(help_text))
        else:
            self._help.show_words(*both(help_text))

    def lay_out(self) -> None:
        width, height = self.width(), self.height()
        apart = self.px(Space.GAP_APART)
        love_height = min(self.look.mm(LOVE_MM), round(height * LOVE_SHARE))
        others = [self._help, *(b for n, b in self._languages.items() if n != self.language)]
        if self.upright:
            aside = min(self.look.mm(ASIDE_MM), round(height * 0.12))
            foot = height - aside
            share = (width - self.px(Space.GAP) * (len(others) - 1)) // len(others)
            for n, button in enumerate(reversed(others)):
                button.setGeometry(n * (share + self.px(Space.GAP)), foot, share, aside)
            foot -= apart + love_height
            self._love.setGeometry(0, foot, width, love_height)
        else:
            side = max(self.look.mm(62), round(width * 0.2))
            foot = height - love_height
            self._love.setGeometry(side + apart, foot, width - 2 * (side + apart), love_height)
            self._help.setGeometry(width - side, foot, side, love_height)
            for button in others[1:]:
                button.setGeometry(0, foot, side, love_height)
        self._name_foot()
        prompt = self.look.mm(PROMPT_MM)
        self._prompt.setGeometry(0, 0, width, prompt)
        self._place_tiles(QRect(0, prompt, width, foot - prompt - self.look.mm(ABOVE_LOVE_MM)))

    def _place_tiles(self, box: QRect) -> None:
        least = (float(self.px(Space.TILE_WIDTH)), float(self.px(Space.TILE_HEIGHT)))
        largest = (float(self.look.mm(LARGEST_TILE_MM[0])), float(self.look.mm(LARGEST_TILE_MM[1])))
        found = places(len(self._tiles), box, least=least, largest=largest, shape=ROWS_OF_WORDS)
        for tile, place in zip(self._tiles.values(), found, strict=True):
            tile.setGeometry(place)
        self._alike.write(self._tiles.values(), afresh=True)

    def _set_tiles(self) -> None:
        for tile in self._tiles.values():
            tile.hide()
            tile.deleteLater()
        self._tiles = {}
        before: TouchButton | None = None
        for service in self._office.services:
            tile = self.tile(
                f"service-{service.code}",
                partial(self.service_wanted.emit, service.code),
                icon=icon_named(service.icon),
            )
            self._tiles[service.code] = tile
            if before is not None:
                self.setTabOrder(before, tile)
            tile.show()
            before = tile
        after: list[TouchButton] = [self._love, *self._languages.values(), self._help]
        for button in after:
            if before is not None:
                self.setTabOrder(before, button)
            before = button

    def _note(self, line: ServiceLine | None) -> str:
        """How many wait, or that nobody is there to serve it."""
        if line is None or not self._fresh:
            return ""
        if line.open_counters == 0 and line.again_at is not None:
            again = f"{local(line.again_at, self._office.zone):%H:%M}"
            return first(self.tr("{time} 起受理")).format(time=again)
        if line.open_counters == 0:
            return first(self.tr("目前無開放櫃台"))
        return first(self.tr("等候 %n 人", "", line.waiting))
