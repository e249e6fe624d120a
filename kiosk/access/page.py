"""The large page: what any page of the kiosk says and offers, in large type and high contrast, within reach."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from waitline.look import Colour, Icon, Look
from waitline.rules.kiosk_reach import reached_from

from ..pages.page import Page
from ..pages.picture_tile import PICTURE_FIRST, Alike
from ..pages.qr_picture import QrPicture
from ..tongue import first
from .plan import (
    LARGEST_TALL_MM,
    LEAST_TALL_MM,
    LEAST_WIDE_MM,
    MOST_WORDS,
    WORDY,
    Room,
    Shares,
    below,
    beside,
    grid,
)
from .reading import Choice, Reading
from .tile import ROUND_MM, AccessTile
from .words import GAP_MM, WordColumn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MARGIN_MM: Final = 8.0
LEAST_CODE_MM: Final = 45.0
LARGEST_CODE_MM: Final = 90.0
FEW: Final = 4
"""Where fewer choices than this would have room above those that stand on every page, fewer of those do."""
MORE, BEFORE, READ_ON = "access-more", "access-before", "access-read-on"


class AccessPage(Page):
    """Shows a reading, as many of its choices as there is room for; says which was chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look, bottom_mm: float, language: str, parent: QWidget) -> None:
        super().__init__(look, "access-page", language)
        self.setParent(parent)
        self._bottom_mm = bottom_mm
        self._reading = Reading(page="", title="")
        self._keeps: tuple[str, ...] = ()
        self._least_kept: tuple[str, ...] = ()
        self._page = 0
        self._tiles: dict[str, AccessTile] = {}
        self._alike = Alike(PICTURE_FIRST)
        self._words = WordColumn(look, self)
        self._reads_on = False
        self._code = QrPicture(look, self)
        self._code.setObjectName("qr")
        self.hide()

    def show_reading(self, reading: Reading, *, keeps: tuple[str, ...], least: tuple[str, ...]) -> None:
        """Show it; choices in `keeps`, on a small glass in `least`, stand on each page if there are several."""
        anew = reading.page != self._reading.page
        if anew:
            self._page, self._reads_on = 0, False
        self._reading, self._keeps, self._least_kept = reading, keeps, least
        self._words.show(reading, anew=anew)
        self._code.show_text(reading.code)
        self.setAccessibleName(reading.title)
        self.lay_out()

    def warn(self, words: str) -> None:
        """Say this where the words stand, for a while; nothing: the words again."""
        self._words.warn(words)
        self.lay_out()

    def turn(self, pages: int) -> None:
        """Another page of the choices."""
        self._page += pages
        self.lay_out()

    def read_on(self) -> None:
        """The next part of the words."""
        self._words.turn()
        self.lay_out()

    def show_ring(self, name: str | None) -> None:
        """Put the ring around the choice of that name, and Qt's own focus with it."""
        for each, tile in self._tiles.items():
            tile.show_ring(ringed=each == name)
        self.setFocus() if name is None else self._tiles[name].setFocus()

    @property
    def names(self) -> tuple[str, ...]:
        """The choices on the glass, in their order."""
        return tuple(self._tiles)

    @property
    def on_glass(self) -> dict[str, Choice]:
        """What each choice on the glass is."""
        ways = (self._way(MORE), self._way(BEFORE), self._way(READ_ON))
        every = {choice.name: choice for choice in (*self._reading.choices, *ways)}
        return {name: every[name] for name in self._tiles}

    def lay_out(self) -> None:
        if not self.width() or not self._reading.page:
            return
        more = self._place_all()
        if more and not self._reads_on:
            self._reads_on = True
            self._place_all()

    def _place_all(self) -> bool:
        """Whether there are more words than have room."""
        room = self._room()
        shares = self._shares(room)
        kept = [choice for choice in self._reading.choices if choice.name in self._keeps]
        for fewer in (self._least_kept, ()):
            if shares.room_above(len(kept)) < min(FEW, len(self._all()) - len(kept)):
                kept = [choice for choice in kept if choice.name in fewer]
        turning = self._on_this_page(
            [one for one in self._all() if one not in kept], max(1, shares.room_above(len(kept)))
        )
        self._set_tiles([*turning, *kept])
        places = grid((len(turning), len(kept)), shares, room)
        words = shares.words
        if places and words.right() > places[0].x():  # words above take what the choices leave
            words.setBottom(places[0].y() - room.gap)
        more = self._words.lay_out(self._place_code(room, shares, words, places[0].y() if places else 0))
        for tile, place in zip(self._tiles.values(), places, strict=True):
            tile.setGeometry(place)
        self._write()
        return more

    def _place_code(self, room: Room, shares: Shares, words: QRect, top: int) -> QRect:
        """The code above the choices that begin at `top`, or below words that leave room; the words' box."""
        least, most = self.look.mm(LEAST_CODE_MM), self.look.mm(LARGEST_CODE_MM)
        if words.right() < shares.choices.x():
            box = QRect(
                shares.choices.x(), room.inside.y(), shares.choices.width(), top - room.inside.y() - room.gap
            )
        else:
            spare = min(most, words.height() - self._words.wished_height(words.width()))
            box = QRect(words.x(), words.bottom() + 1 - spare, words.width(), spare)
        shown = bool(self._reading.code) and box.height() >= least
        self._code.setVisible(shown)
        if not shown:
            return words
        side = min(box.width(), box.height(), most)
        self._code.setGeometry(box.center().x() - side // 2, box.center().y() - side // 2, side, side)
        return words if words.right() < shares.choices.x() else words.adjusted(0, 0, 0, -box.height())

    def _all(self) -> list[Choice]:
        return [*self._reading.choices, *((self._way(READ_ON),) if self._reads_on else ())]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour(Colour.PAGE))
        painter.end()

    def _room(self) -> Room:
        mm = self.look.mm
        margin = mm(MARGIN_MM)
        around = 2 * ROUND_MM
        return Room(
            inside=self.rect().adjusted(margin, margin, -margin, -margin),
            reach=mm(reached_from(self.look.glass.mm(self.height()), self._bottom_mm)),
            wide=mm(LEAST_WIDE_MM + around),
            tall=mm(LEAST_TALL_MM),
            tallest=mm(LARGEST_TALL_MM),
            gap=mm(GAP_MM),
        )

    def _shares(self, room: Room) -> Shares:
        wished = self._words.wished_height(room.inside.width())
        height = room.inside.height()
        under = below(room, min(wished, round(height * MOST_WORDS)) if room.is_level else wished)
        if not room.is_level or wished <= WORDY * height:
            return under
        aside = beside(room)
        fits = self._words.least_height(under.words.width()) <= under.words.height()
        return under if fits and under.columns * under.rows > aside.columns * aside.rows else aside

    def _write(self) -> None:
        """All in one size; what is so now is left unsaid where it would make the words too small."""
        tiles = list(self._tiles.values())
        self._alike.write(tiles, afresh=True)
        if any(tile.smallest_px < self.look.least_px - 1 for tile in tiles):
            for tile in tiles:
                tile.say_less()
            self._alike.write(tiles, afresh=True)

    def _on_this_page(self, turning: list[Choice], room: int) -> list[Choice]:
        """What there is room for, with the ways to more of it."""
        if len(turning) <= room:
            self._page = 0
            return turning
        pages: list[list[Choice]] = []
        rest = turning
        while rest:
            has = room - (1 if pages else 0)
            has -= len(rest) > has
            pages.append(rest[: max(1, has)])
            rest = rest[max(1, has) :]
        self._page = min(max(0, self._page), len(pages) - 1)
        on = [self._way(MORE)] if self._page < len(pages) - 1 else []
        back = [self._way(BEFORE)] if self._page else []
        return [*pages[self._page], *on, *back]

    def _way(self, name: str) -> Choice:
        if name == READ_ON:
            return Choice(name=READ_ON, words=first(self.tr("看其餘文字")), icon=Icon.NEXT)
        if name == MORE:
            return Choice(name=MORE, words=first(self.tr("更多")), icon=Icon.NEXT)
        return Choice(name=BEFORE, words=first(self.tr("前面的")), icon=Icon.BACK)

    def _set_tiles(self, choices: list[Choice]) -> None:
        wanted = {choice.name: choice for choice in choices}
        for name in [name for name in self._tiles if name not in wanted]:
            tile = self._tiles.pop(name)
            tile.hide()
            tile.deleteLater()
        for name, choice in wanted.items():
            if name in self._tiles:
                self._tiles[name].show_choice(choice)
            else:
                self._tiles[name] = AccessTile(self.look, choice, self)
                self._tiles[name].activated.connect(partial(self.chosen.emit, name))
                self._tiles[name].show()
        self._tiles = {name: self._tiles[name] for name in wanted}
