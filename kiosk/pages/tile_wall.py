"""The home page's wall of tiles: what it is given, in the columns of the plan of the glass."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Face, Icon, Look, TouchButton
from waitline.rules.kiosk_glass import HALO, LARGEST_PLACE

from .page import Page
from .picture_tile import PictureTile
from .tile_alike import Alike
from .tile_grid import places_in
from .tile_spread import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from waitline.model.service import ServiceCode
    from waitline.rules.kiosk_menu import MenuPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class TileOffer:
    """One tile: its name for remote support, what it says, and where a touch leads. `room`: the widest notes that
    may come."""

    name: str
    icon: Icon
    words: tuple[str, str]
    leads_to: ServiceCode | MenuPlace
    face: Face = Face.PLAIN
    notes: tuple[Note, ...] = ()
    room: tuple[Note, ...] = ()


class TileWall(Page):
    """Shows what it is offered; says which tile was touched."""

    wanted = Signal(object)
    """What the tile leads to: a service's code or a MenuPlace."""

    def __init__(self, look: Look, language: str, parent: QWidget) -> None:
        super().__init__(look, "tile-wall", language)
        self.setParent(parent)
        self._offer: tuple[TileOffer, ...] = ()
        self._columns = 1
        self._alike = Alike()
        self._tiles: dict[str, PictureTile] = {}

    def show_offer(self, offer: Sequence[TileOffer]) -> None:
        """Show these tiles; those that were there already change their words only."""
        names, room = [one.name for one in self._offer], [one.room for one in self._offer]
        self._offer = tuple(offer)
        changed = names != [one.name for one in offer]
        afresh = room != [one.room for one in offer]
        if changed:
            self._set_tiles()
        for one in offer:
            tile = self._tiles[one.name]
            tile.show_icon(one.icon)
            tile.show_tile(*one.words, one.notes, one.room)
            tile.show_face(one.face)
        if not changed and self.isVisible():
            self._alike.write(self._tiles.values(), afresh=afresh)

    def stand_in(self, columns: int) -> None:
        """Lay out anew in so many columns."""
        self._columns = columns
        self.lay_out()

    def press(self, name: str | None) -> None:
        """Hold the tile of a wish under way down."""
        for each, tile in self._tiles.items():
            tile.show_pressed(each == name)

    @property
    def tiles(self) -> list[TouchButton]:
        """The tiles in the order in which they are read."""
        return list(self._tiles.values())

    def lay_out(self) -> None:
        """Not while it is covered: it is when it is shown, and may carry more than has room until then."""
        if not self._tiles or not self.isVisible():
            return
        largest = float(self.look.mm(LARGEST_PLACE[0])), float(self.look.mm(LARGEST_PLACE[1]))
        spots = places_in(self._columns, len(self._tiles), self.rect(), largest=largest)
        for tile, spot in zip(self._tiles.values(), spots, strict=True):
            tile.setGeometry(spot)
        self._alike.write(self._tiles.values(), afresh=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whoever resizes it says next in how many columns it stands."""
        QWidget.resizeEvent(self, event)

    def _set_tiles(self) -> None:
        wanted = {one.name: one for one in self._offer}
        for name in [name for name in self._tiles if name not in wanted]:
            tile = self._tiles.pop(name)
            tile.hide()
            tile.deleteLater()
        for name, one in wanted.items():
            if name not in self._tiles:
                self._tiles[name] = self._tile(one)
                self._tiles[name].show()
        self._tiles = {name: self._tiles[name] for name in wanted}

    def _touched(self, name: str) -> None:
        for one in self._offer:
            if one.name == name:
                self.wanted.emit(one.leads_to)

    def _tile(self, one: TileOffer) -> PictureTile:
        """Close to its neighbours: what is between them belongs to the nearer."""
        tile = PictureTile(self.look, icon=one.icon, halo_mm=HALO, parent=self)
        tile.setObjectName(one.name)
        tile.activated.connect(partial(self._touched, one.name))
        return tile
