"""The home page's wall of tiles: what it is given, placed by the plan of the glass, with a line of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Face, FitLabel, Icon, Look, TouchButton, Type
from waitline.rules.kiosk_glass import LARGEST_PLACE, LEAST_PLACE, PROMPT, ROWS_OF_WORDS

from ..tongue import first, on_one_line
from .page import Page
from .picture_tile import Alike, PictureTile
from .tile_grid import places_with_ways
from .tile_spread import Note

if TYPE_CHECKING:
    from waitline.model.service import ServiceCode
    from waitline.rules.kiosk_glass import HomePlan
    from waitline.rules.kiosk_menu import MenuPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class TileOffer:
    """One tile: its name for remote support, what it says, and where a touch leads."""

    name: str
    icon: Icon
    words: tuple[str, str]
    leads_to: ServiceCode | MenuPlace
    face: Face = Face.PLAIN
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WallOffer:
    """A whole wall. `before` and `after` are the ways back and on; `said` is in two languages.

    `guides`: it says where one is in the menu, which is needed even where the glass is short of room.
    """

    said: str
    guides: bool = False
    tiles: tuple[TileOffer, ...]
    before: tuple[TileOffer, ...] = ()
    after: tuple[TileOffer, ...] = ()

    @property
    def all(self) -> tuple[TileOffer, ...]:
        return *self.tiles, *self.before, *self.after


class TileWall(Page):
    """Shows what it is offered; says which tile was touched."""

    wanted = Signal(object)
    """What the tile leads to: a service's code or a MenuPlace."""

    def __init__(self, look: Look, language: str, parent: QWidget) -> None:
        super().__init__(look, "tile-wall", language)
        self.setParent(parent)
        self._offer = WallOffer(said="", tiles=())
        self._plan: HomePlan | None = None
        self._alike = Alike()
        self._tiles: dict[str, PictureTile] = {}
        self._prompt = FitLabel(
            look, Type.BODY, colour=Colour.TEXT_QUIET, align=Qt.AlignmentFlag.AlignCenter, parent=self
        )
        self._prompt.setObjectName("prompt")

    def show_offer(self, offer: WallOffer) -> None:
        """Show these tiles; those that were there already change their words only."""
        names = [one.name for one in self._offer.all]
        self._offer = offer
        changed = names != [one.name for one in offer.all]
        if changed:
            self._set_tiles()
        for one in offer.all:
            tile = self._tiles[one.name]
            tile.show_icon(one.icon)
            tile.show_tile(*one.words, one.notes)
            tile.show_face(one.face)
        self._say()
        if changed:
            self.lay_out()
        elif self.isVisible():
            self._alike.write(self._tiles.values(), afresh=False)

    def show_plan(self, plan: HomePlan) -> None:
        """Lay out anew by this plan; this widget reaches from the page's top to the love button's."""
        self._plan = plan
        self.lay_out()

    def press(self, name: str | None) -> None:
        """Hold the tile of a wish under way down."""
        for each, tile in self._tiles.items():
            tile.show_pressed(each == name)

    @property
    def tiles(self) -> list[TouchButton]:
        """The tiles in the order in which they are read."""
        return list(self._tiles.values())

    @property
    def words(self) -> str:
        """The line of words above the tiles, in the visitor's language."""
        return first(self._offer.said)

    def lay_out(self) -> None:
        """Not while it is covered: it is when it is shown, and may carry more than has room until then."""
        if self._plan is None or not self.width() or not self.isVisible():
            return
        mm, plan = self.look.mm, self._plan
        self._prompt.setGeometry(0, mm(plan.prompt), mm(plan.prompt_width), mm(PROMPT))
        self._prompt.setVisible(self._offer.guides or plan.prompt < plan.tiles + plan.tiles_height)
        self._say()
        offer = self._offer
        spots = places_with_ways(
            len(offer.tiles), len(offer.before), len(offer.after), self._box(),
            least=self._px(LEAST_PLACE), largest=self._px(LARGEST_PLACE), shape=ROWS_OF_WORDS,
        )  # fmt: skip
        for one, spot in zip(offer.all, spots, strict=True):
            self._tiles[one.name].setGeometry(spot)
        self._alike.write(self._tiles.values(), afresh=True)

    def _box(self) -> QRect:
        if self._plan is None:
            return QRect(0, 0, self.width(), self.height())
        top = self.look.mm(self._plan.tiles)
        return QRect(0, top, self.width(), self.look.mm(self._plan.tiles_height))

    def _px(self, size: tuple[float, float]) -> tuple[float, float]:
        return float(self.look.mm(size[0])), float(self.look.mm(size[1]))

    def _say(self) -> None:
        """Both languages beside each other; the visitor's alone where the line is too short."""
        self._prompt.show_words(on_one_line(self._offer.said))
        if self._prompt.squeezed:
            self._prompt.show_words(first(self._offer.said))

    def _set_tiles(self) -> None:
        wanted = {one.name: one for one in self._offer.all}
        for name in [name for name in self._tiles if name not in wanted]:
            tile = self._tiles.pop(name)
            tile.hide()
            tile.deleteLater()
        for name, one in wanted.items():
            if name not in self._tiles:
                self._tiles[name] = self.tile(name, partial(self._touched, name), icon=one.icon)
                self._tiles[name].show()
        self._tiles = {name: self._tiles[name] for name in wanted}

    def _touched(self, name: str) -> None:
        for one in self._offer.all:
            if one.name == name:
                self.wanted.emit(one.leads_to)
