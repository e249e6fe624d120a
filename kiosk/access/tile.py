"""A choice as a tile that cannot be overlooked when the ring is on it: another colour, a broad frame."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from waitline.look import Colour, Face, Look, Space, TouchButton, paint_icon
from waitline.look.button_words import ButtonWords
from waitline.look.fit import paint_block

from ..pages.tile_spread import Ink, Spread
from .tile_words import FULL, Manner, Writing, told

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from waitline.look.button_face import FaceColours

    from .reading import Choice

RING_MM: Final = 2.6
ROUND_MM: Final = 3.7
"""What lies around a tile's face: the ring, and a little more. Neighbours' rings are never drawn together."""
NEARER_MM: Final = (2.0, 1.5)
"""Words come so much nearer to a tile's edge than to other buttons': at its sides, above and below."""


class AccessWords(ButtonWords):
    """The content of a tile: its choice, written in one manner and size."""

    def __init__(self, look: Look, choice: Choice, writing: Writing) -> None:
        super().__init__(look, icon=choice.icon, stacked=False)
        self._tokens = look
        self._writing = writing
        self.choice = choice
        self.manner, self.em = FULL, round(look.least_px)
        self._kept: tuple[object, Spread] | None = None
        self._largest_picture = inf

    def forget(self) -> None:
        super().forget()
        self._kept = None

    def write(self, manner: Manner, em: int) -> None:
        """From now on in this manner, its name so many pixels large."""
        self.manner, self.em = manner, em
        self._kept, self._largest_picture = None, inf

    def spread_in(self, box: QRectF) -> Spread:
        """Everything in its place inside a tile; until it is written anew, its picture does not grow."""
        key = (box.getRect(), self.choice, self.manner, self.em)
        if self._kept is None or self._kept[0] != key:
            room, most = self._wider(box), self._largest_picture
            spread = self._writing.spread(self.choice, self.manner, self.em, room, most=most)
            self._kept, self._largest_picture = (key, spread), spread.picture.height()
        return self._kept[1]

    def has_room_for(self, choice: Choice, box: QRectF) -> bool:
        """Whether another choice stands there no worse than this one, in the same manner and size."""
        room = self._wider(box)
        now, then = (
            self._writing.laid(one, self.manner, self.em, room.width(), breaks=True)
            for one in (self.choice, choice)
        )
        fits = then.tall <= max(now.tall, room.height())
        return fits and then.overflows <= now.overflows and then.cuts <= now.cuts

    def tells_more(self, choice: Choice) -> bool:
        """Take another choice that differs only in what is said of it, and not written; whether it does."""
        now = self.choice
        written = told(choice, self.manner) == told(now, self.manner)
        if choice == now or not written or choice != replace(now, note=choice.note, notes=choice.notes):
            return False
        self.choice, self.words = choice, replace(self.words, note=choice.note)
        return True

    def _wider(self, box: QRectF) -> QRectF:
        side, air = (self._tokens.mm(length) for length in NEARER_MM)
        return box.adjusted(-side, -air, side, air)

    def paint(self, painter: QPainter, box: QRectF, colours: FaceColours) -> None:
        look, spread = self._tokens, self.spread_in(box)
        if self.choice.icon is not None and not spread.picture.isEmpty():
            paint_icon(painter, self.choice.icon, spread.picture, look.colour(colours.icon))
        inks = {Ink.NAME: colours.words, Ink.NOTE: colours.second}
        for run in spread.runs:
            paint_block(painter, run.block, run.box, run.align, [look.colour(inks[role]) for role in run.roles])
        for icon, place in spread.marks:
            paint_icon(painter, icon, place, look.colour(colours.second))


class AccessTile(TouchButton):
    """Shows a choice; `ringed` is where the four keys are."""

    def __init__(self, look: Look, choice: Choice, writing: Writing, parent: QWidget) -> None:
        """`writing` is shared by the tiles of a page."""
        self._ringed = False
        super().__init__(look, face=choice.face, halo_mm=ROUND_MM, parent=parent)
        self._written = AccessWords(look, choice, writing)
        self._content = self._written
        self.setObjectName(choice.name)
        self._write(choice)

    def show_choice(self, choice: Choice) -> None:
        """Show what it is now."""
        if self._written.tells_more(choice):
            self.setAccessibleName(self.words.together)
        elif choice != self._written.choice:
            self._write(choice)

    def has_room_for(self, choice: Choice) -> bool:
        """Whether it could show that as well as what it shows, where it stands."""
        return choice == self._written.choice or self._written.has_room_for(choice, self._inside())

    def _write(self, choice: Choice) -> None:
        self._written.choice = choice
        self.show_words(choice.words, "", choice.note)
        self.show_icon(choice.icon)
        self.show_pressed(choice.held)
        self._again()
        self._wear()

    def write(self, manner: Manner, em: int) -> None:
        """In this manner, its name so many pixels large: as all tiles of its page."""
        self._written.write(manner, em)
        self.update()

    def show_ring(self, *, ringed: bool) -> None:
        """Put the ring around it, or take it away."""
        if ringed != self._ringed:
            self._ringed = ringed
            self._wear()
            self.update()

    @property
    def choice(self) -> Choice:
        """What it stands for."""
        return self._written.choice

    @property
    def spread(self) -> Spread:
        """Its words as they are laid out now."""
        return self._written.spread_in(self._inside())

    @property
    def squeezed(self) -> bool:
        """Whether its words are too small, or stand outside it."""
        box, spread = self._face_box(), self.spread
        outside = any(run.block.height > box.height() or run.block.width > box.width() for run in spread.runs)
        return outside or self._written.em < round(self._look.least_px)

    @property
    def shown_text(self) -> str:
        return self.spread.text

    @property
    def ringed(self) -> bool:
        return self._ringed

    def _wear(self) -> None:
        choice = self._written.choice
        self.show_face(Face.MAIN if self._ringed else choice.face if choice.is_love else Face.PLAIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._ringed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._look.mm(RING_MM)
        pen = QPen(self._look.colour(Colour.FOCUS), ring)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        half = ring / 2
        radius = self._look.px(Space.RADIUS) + ring
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()


def frame_of(look: Look) -> QSizeF:
    """What a tile has around its words, both sides together."""
    around = look.mm(ROUND_MM) + look.px(Space.FOCUS) + 1
    side, air = (look.mm(length) for length in NEARER_MM)
    pad = look.px(Space.PAD)
    wide, tall = 2 * (around + pad - side), 2 * (around - air) + pad + look.px(Space.LIP)
    return QSizeF(wide, tall)
