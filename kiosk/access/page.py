"""The large page: what any page of the kiosk says and offers, in large type and high contrast, within reach."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from waitline.look import Colour, Icon, Look
from waitline.rules.kiosk_reach import reached_from

from ..pages.page import Page
from ..pages.qr_picture import QrPicture
from ..tongue import first
from .arrangement import Arrangement, arrange
from .plan import Room, Shares
from .reading import Choice, Reading, form_of
from .ring import Ring
from .tile import AccessTile
from .tile_words import Writing
from .tiling import LARGEST_TALL_MM, Tiling, places
from .words import GAP_MM, WordColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from .paging import Kept
    from .tiling import Tiler

MARGIN_MM: Final = 8.0
LEAST_CODE_MM: Final = 45.0
CODE_MM: Final = 53.0
"""What is kept for a code, with the white around it, where there is room."""
LARGEST_CODE_MM: Final = 90.0
READ_MM: Final = 35.0
"""A code itself, without the white around it: any telephone reads it at arm's length."""
PLACE: Final = "(9/9)"
"""Room for which page of the choices it is, before that is known."""
MORE, BEFORE, READ_ON = "access-more", "access-before", "access-read-on"


class AccessPage(Page):
    """Shows a reading, as many of its choices as there is room for; says which was chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look, bottom_mm: float, language: str, kept: Kept, parent: QWidget) -> None:
        super().__init__(look, "access-page", language)
        self.setParent(parent)
        self._bottom_mm = bottom_mm
        self._kept = kept
        self._reading = Reading(page="", title="")
        self._page = 0
        self._arrangement: Arrangement | None = None
        self._tiles: dict[str, AccessTile] = {}
        self._words = WordColumn(look, self)
        self._writing = Writing(look)
        self._code = QrPicture(look, self)
        self._code.setObjectName("qr")
        self.hide()

    def show_reading(self, reading: Reading, *, anew: bool) -> None:
        """Show it; `anew`: as another page, from its beginning."""
        before, self._reading = self._reading, reading
        if anew:
            self._page = 0
        elif self._stands(before):
            return
        self._words.show(reading, anew=anew)
        self._code.show_text(reading.code)
        self.setAccessibleName(reading.title)
        self.lay_out()

    def _stands(self, before: Reading) -> bool:
        """Write what is so now where the words `before` stood, if it has room there.

        Nothing moves for a count that is another, or a choice held down; nobody's number waits for a layout.
        """
        reading, arrangement = self._reading, self._arrangement
        if arrangement is None or form_of(reading) != form_of(before):
            return False
        now = {choice.name: self._with_room(choice) for choice in reading.choices if choice.name in self._tiles}
        if None in now.values():
            return False
        says_the_same = (reading.alert, reading.lines) == (before.alert, before.lines)
        if not says_the_same and not self._words.take(reading, arrangement.shares.words):
            return False
        told = [now.get(choice.name) or choice for choice in reading.choices]
        self._arrangement = arrangement.telling(told)
        for choice in told:
            if choice.name in now:
                self._tiles[choice.name].show_choice(choice)
        if not says_the_same:
            self._place_words()
        return True

    def _with_room(self, choice: Choice) -> Choice | None:
        """The choice as it has room where it stands: rather without a count than that another comes to stand under
        somebody's finger. What is read aloud says it all the same.
        """
        bare = replace(choice, notes=choice.notes[:0])
        return next((one for one in (choice, bare) if self._tiles[choice.name].has_room_for(one)), None)

    def warn(self, words: str) -> None:
        """Say this where the words stand, for a while; nothing: the words again."""
        self._words.warn(words)
        self._place_words()

    def turn(self, pages: int) -> None:
        """Another page of the choices; none: the same."""
        if not pages:
            return
        self._page += pages
        self._show_page()

    def walk(self, ring: Ring, steps: int) -> tuple[Ring, Choice]:
        """One on or back as if all pages were one, which have `stops`; there the ring is then."""
        here = self._page
        to, name = ring.walked(steps, here, self.stops)
        self.turn(to - here)
        return Ring(names=self.names).on(name), self.on_glass[name]

    def read_on(self) -> None:
        """The next part of the words."""
        self._words.turn()
        self._place_words()

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
    def stops(self) -> tuple[tuple[int, str], ...]:
        """The choices of all pages in their order, each with its page from 0, without the ways between pages."""
        pages = () if self._arrangement is None else self._arrangement.pages
        names = ((at, one.name) for at, page in enumerate(pages) for block in page.blocks for one in block)
        return tuple((at, name) for at, name in names if name not in {MORE, BEFORE})

    @property
    def on_glass(self) -> dict[str, Choice]:
        """What each choice on the glass is."""
        return {name: tile.choice for name, tile in self._tiles.items()}

    @property
    def place(self) -> tuple[int, int]:
        """Which page of the choices it is, from 1, and of how many."""
        return self._page + 1, 1 if self._arrangement is None else len(self._arrangement.pages)

    def lay_out(self) -> None:
        if not self.width() or not self._reading.page:
            return
        every = self._reading.choices
        self._share(every)
        fewer = tuple(choice for choice in every if choice.name not in self._reading.spare)
        before = self._cramped()
        if len(fewer) < len(every) and any(before):
            self._share(fewer)
            if self._cramped() >= before:
                self._share(every)

    def _cramped(self) -> tuple[bool, float]:
        """Whether a code has no room to be read, and how much has to be turned over; nothing is best."""
        unread = bool(self._reading.code) and (self._code.isHidden() or self._code.painted_mm < READ_MM)
        return unread, 0.0 if self._arrangement is None else self._arrangement.weight

    def _share(self, choices: Sequence[Choice]) -> None:
        """What is said last gives way to choices that would be further away, and to their waits."""
        tilers: dict[int, Tiler] = {}
        self._words.show_aside(shown=True)
        found = self._arranged(choices, tilers)
        if found.weight and self._reading.aside:
            self._words.show_aside(shown=False)
            without = self._arranged(choices, tilers)
            self._words.show_aside(shown=found.weight <= without.weight)
            found = min(found, without, key=lambda one: one.weight)
        self._arrangement = found
        self._show_page()

    def _arranged(self, choices: Sequence[Choice], tilers: dict[int, Tiler]) -> Arrangement:
        """With which page of the choices it is, where there are several."""
        for place in ("", PLACE):
            self._words.show_place(place)
            found = arrange(
                self._room(), self._words, choices, look=self.look, kept=self._kept,
                before=self._way(BEFORE), more=self._way(MORE), read_on=self._way(READ_ON), tilers=tilers,
            )  # fmt: skip
            if len(found.pages) == 1:
                break
        return found

    def _show_page(self) -> None:
        if self._arrangement is None:
            return
        self._page = min(max(0, self._page), len(self._arrangement.pages) - 1)
        box = QRect(self._arrangement.shares.choices)
        if self._reading.code:
            lower = box.adjusted(0, self._for_code(self._arrangement.shares), 0, 0)
            box = lower if self._arrangement.has_room(self._page, lower.height()) else box
        tiling = self._arrangement.tiling(self._page, box.height())
        self._set_tiles(tiling)
        tops = places(tiling, box, self.look.mm(LARGEST_TALL_MM))
        for tile, place in zip(self._tiles.values(), tops, strict=True):
            tile.write(tiling.manner, tiling.em)
            tile.setGeometry(place)
        self._place_words()

    def _for_code(self, shares: Shares) -> int:
        """How much of the choices' box is the code's, in pixels: words above them come first."""
        lacks = 0 if shares.is_beside else self._words.wished_height(shares.words.width()) - shares.words.height()
        return self.look.mm(CODE_MM + GAP_MM) + max(0, lacks)

    def _place_words(self) -> None:
        if self._arrangement is None:
            return
        page, pages = self.place
        self._words.show_place(f"({page}/{pages})" if pages > 1 else "")
        self._words.lay_out(self._place_code(self._arrangement))

    def _place_code(self, arrangement: Arrangement) -> QRect:
        """The code above the choices, or below words that leave room; the words' box."""
        shares, words = arrangement.shares, QRect(arrangement.shares.words)
        top = min((tile.y() for tile in self._tiles.values()), default=self.height())
        gap = self.look.mm(GAP_MM)
        least, most = self.look.mm(LEAST_CODE_MM), self.look.mm(LARGEST_CODE_MM)
        if shares.is_beside:
            box = QRect(shares.choices.x(), words.y(), shares.choices.width(), top - words.y() - gap)
        else:
            words.setBottom(max(words.bottom(), top - gap))  # words above take what the choices leave
            spare = min(most, words.height() - self._words.wished_height(words.width()))
            box = QRect(words.x(), words.bottom() + 1 - spare, words.width(), spare)
        shown = bool(self._reading.code) and box.height() >= least
        self._code.setVisible(shown)
        if not shown:
            return words
        side = min(box.width(), box.height(), most)
        self._code.setGeometry(box.center().x() - side // 2, box.center().y() - side // 2, side, side)
        return words if shares.is_beside else words.adjusted(0, 0, 0, -box.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour(Colour.PAGE))
        painter.end()

    def _room(self) -> Room:
        mm = self.look.mm
        margin = mm(MARGIN_MM)
        return Room(
            inside=self.rect().adjusted(margin, margin, -margin, -margin),
            reach=mm(reached_from(self.look.glass.mm(self.height()), self._bottom_mm)),
            gap=mm(GAP_MM),
        )

    def _way(self, name: str) -> Choice:
        if name == READ_ON:
            return Choice(name=READ_ON, words=first(self.tr("看其餘文字")), icon=Icon.NEXT)
        if name == MORE:
            return Choice(name=MORE, words=first(self.tr("更多")), icon=Icon.NEXT)
        return Choice(name=BEFORE, words=first(self.tr("前面的")), icon=Icon.BACK)

    def _set_tiles(self, tiling: Tiling) -> None:
        wanted = {choice.name: choice for choice in tiling.choices}
        for name in [name for name in self._tiles if name not in wanted]:
            tile = self._tiles.pop(name)
            tile.hide()
            tile.deleteLater()
        for name, choice in wanted.items():
            if name in self._tiles:
                self._tiles[name].show_choice(choice)
            else:
                self._tiles[name] = AccessTile(self.look, choice, self._writing, self)
                self._tiles[name].activated.connect(partial(self.chosen.emit, name))
                self._tiles[name].show()
        self._tiles = {name: self._tiles[name] for name in wanted}
