"""The large page: what any page of the kiosk says and offers, in large type and high contrast, within reach."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from waitline.look import Colour, FitLabel, Icon, Look, NumberLabel, Type
from waitline.rules.kiosk_reach import reached_from

from ..pages.page import Page, stack_in
from ..pages.picture_tile import PICTURE_FIRST, Alike
from ..tongue import first
from .plan import LARGEST_TALL_MM, LEAST_TALL_MM, LEAST_WIDE_MM, WORDY, Room, Shares, below, beside, grid
from .reading import Choice, Reading
from .tile import ROUND_MM, AccessTile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MARGIN_MM: Final = 8.0
GAP_MM: Final = 5.0
NUMBER_MM: Final = 58.0
MORE, BEFORE = "access-more", "access-before"
CENTRE = Qt.AlignmentFlag.AlignCenter


class AccessPage(Page):
    """Shows a reading, as many of its choices as there is room for; says which was chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look, bottom_mm: float, language: str, parent: QWidget) -> None:
        super().__init__(look, "access-page", language)
        self.setParent(parent)
        self._bottom_mm = bottom_mm
        self._reading = Reading(page="", title="")
        self._keeps: tuple[str, ...] = ()
        self._page = 0
        self._tiles: dict[str, AccessTile] = {}
        self._alike = Alike(PICTURE_FIRST)
        self._alert = self._label("access-alert", Type.SMALL, strong=True, colour=Colour.ACCENT_TEXT)
        self._title = self._label("access-title", Type.BODY, strong=True)
        self._number = NumberLabel(look, colour=Colour.ACCENT_TEXT, parent=self)
        self._number.setObjectName("number")
        self._lines: list[FitLabel] = []
        self.hide()

    def show_reading(self, reading: Reading, *, keeps: tuple[str, ...]) -> None:
        """Show it; choices named in `keeps` stand on each page, should there be several."""
        if reading.page != self._reading.page:
            self._page = 0
        self._reading, self._keeps = reading, keeps
        self._alert.show_words(reading.alert)
        self._title.show_words(reading.title)
        self._number.show_number(reading.number)
        self._number.setAccessibleName(reading.number)
        self._number.setVisible(bool(reading.number))
        while len(self._lines) < len(reading.lines):
            self._lines.append(self._label(f"access-line-{len(self._lines)}", Type.SMALL))
        for n, label in enumerate(self._lines):
            label.show_words(reading.lines[n] if n < len(reading.lines) else "")
        for label in (self._alert, self._title, *self._lines):
            label.setVisible(bool(label.text()))
        self.setAccessibleName(reading.title)
        self.lay_out()

    def turn(self, pages: int) -> None:
        """Another page of the choices."""
        self._page += pages
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
        ways = (self._way(MORE), self._way(BEFORE))
        every = {choice.name: choice for choice in (*self._reading.choices, *ways)}
        return {name: every[name] for name in self._tiles}

    def lay_out(self) -> None:
        if not self.width() or not self._reading.page:
            return
        room = self._room()
        shares = self._shares(room)
        kept = [choice for choice in self._reading.choices if choice.name in self._keeps]
        turning = self._on_this_page(shares.room_above(len(kept)))
        self._set_tiles([*turning, *kept])
        places = grid((len(turning), len(kept)), shares, room)
        words = shares.words
        if places and words.right() > places[0].x():  # words above take what the choices leave
            words.setBottom(places[0].y() - room.gap)
        self._lay_out_words(words)
        for tile, place in zip(self._tiles.values(), places, strict=True):
            tile.setGeometry(place)
        self._write()

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
        wished = self._words_tall(room.inside.width())
        if room.is_level and wished > WORDY * room.inside.height():
            return beside(room)
        return below(room, wished)

    def _words_tall(self, width: int) -> int:
        gap = self.look.mm(GAP_MM)
        labels = [label for label in (self._alert, self._title, *self._lines) if label.text()]
        number = self.look.mm(NUMBER_MM) + gap if self._reading.number else 0
        return sum(label.heightForWidth(width) for label in labels) + gap * len(labels) + number

    def _lay_out_words(self, box: QRect) -> None:
        labels = [label for label in (self._alert, self._title, *self._lines) if label.text()]
        if not self._reading.number:
            stack_in(box, labels, self.look.mm(GAP_MM))
            return
        head = [label for label in labels if label in (self._alert, self._title)]
        rest = [label for label in labels if label not in head]
        above = sum(label.heightForWidth(box.width()) for label in head)
        number = min(self.look.mm(NUMBER_MM), max(self.look.mm(42), box.height() // 3))
        stack_in(QRect(box.x(), box.y(), box.width(), above), head, 0)
        self._number.setGeometry(box.x(), box.y() + above, box.width(), number)
        if rest:
            stack_in(box.adjusted(0, above + number, 0, 0), rest, self.look.mm(GAP_MM))

    def _write(self) -> None:
        """All in one size; what is so now is left unsaid where it would make the words too small."""
        tiles = list(self._tiles.values())
        self._alike.write(tiles, afresh=True)
        if any(tile.squeezed for tile in tiles):
            for tile in tiles:
                tile.say_less()
            self._alike.write(tiles, afresh=True)

    def _on_this_page(self, room: int) -> list[Choice]:
        """What there is room for of all that is not on every page, with the ways to more of it."""
        turning = [choice for choice in self._reading.choices if choice.name not in self._keeps]
        if len(turning) <= room:
            self._page = 0
            return turning
        each = max(1, room - 2)
        pages = -(-len(turning) // each)
        self._page = min(max(0, self._page), pages - 1)
        shown = turning[self._page * each : (self._page + 1) * each]
        if self._page < pages - 1:
            shown.append(self._way(MORE))
        if self._page:
            shown.append(self._way(BEFORE))
        return shown

    def _way(self, name: str) -> Choice:
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

    def _label(self, name: str, role: Type, *, strong: bool = False, colour: Colour = Colour.TEXT) -> FitLabel:
        label = FitLabel(self.look, role, strong=strong, colour=colour, align=CENTRE, parent=self)
        label.setObjectName(name)
        return label
