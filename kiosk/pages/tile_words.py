"""What stands on a large tile: a picture on its round ground, a name in two languages, notes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from waitline.look import Colour, Face, Icon, Look, Type, paint_icon
from waitline.look.breaking import whole
from waitline.look.button_face import FaceColours
from waitline.look.button_words import ButtonWords
from waitline.look.fit import Block, Part, Shrunk, fit, lay_out, paint_block
from waitline.model.words import name_and_detail
from waitline.rules.tile_letters import APART, LEAST, READABLE

from .tile_ground import paint_picture
from .tile_headed import SMALL_PICTURE, Badge, Headed, fits_at_all, headed
from .tile_spread import IN_VAIN, Arrangement, Crowding, Ink, Note, Run, Spread, Telling

NOTE_SHARES: Final = (0.42, 0.5, 0.58, 0.64)
"""Of a flat tile's width, what its notes may take: more where they would be too small."""

PITCH: Final = 1.08
"""A line's height in em: tighter than running text, since a name is read at one look."""
TIGHT_PITCH: Final = 0.95
"""The same on a tile without room to spare: no more than letters without tails need to be read apart."""
STACKED_PITCH: Final = 1.24
"""The same for scripts that put marks above and below their letters, as Vietnamese and Thai do."""
STACKED: Final = (("\u0e00", "\u0e7f"), ("\u1e00", "\u1eff"))

GROWS_ABOVE_MM: Final = 46.0
LARGEST_GROWN: Final = 1.7
GROWN_AIR: Final = 0.16
"""Of a tall tile's height, what words leave free above and below for each time that they have grown."""

IN_LINE: Final = "\u00a0· "
NOTES: Final = {Face.PLAIN: Colour.ACCENT_TEXT}
LEFT, RIGHT, MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter

KEPT: Final = 12
"""So many layouts of a tile are remembered: what suits all tiles is found by trying the same ones again."""

AIR: Final = 0.6
HEADED_AIR: Final = 1.8
TIGHT_AIR: Final = 3.0
"""Millimetres that words on a tile may come nearer to its edge than on other buttons: above and below, and at the
sides of a headed one."""


class TileWords(ButtonWords):
    """`scale` None: as large as the words of this tile alone may be. `pictured`: of a headed picture's usual size.
    `room`: the widest notes that may come, for which everything has its place; `measuring`: lay those out.
    """

    def __init__(self, look: Look, *, icon: Icon, title: Type) -> None:
        super().__init__(look, icon=icon, stacked=True)
        self._tokens = look
        self._title = title
        self.face = Face.PLAIN
        self.notes: tuple[Note, ...] = ()
        self.room: tuple[Note, ...] = ()
        self.measuring = False
        self.arrangement = Arrangement.FLAT
        self.scale: float | None = None
        self.crowding = Crowding.NONE
        self.probing = False
        self.pictured = 1.0
        self.telling = Telling.LEAST
        self._kept: dict[tuple[object, ...], Spread] = {}

    def forget(self) -> None:
        super().forget()
        self._kept.clear()

    @property
    def _told(self) -> tuple[Note, ...]:
        """The notes that are said."""
        return self._as_told(self.room if self.measuring and self.room else self.notes)

    @property
    def _widest(self) -> tuple[Note, ...]:
        """The notes for which room is kept."""
        return self._as_told(self.room or self.notes)

    def _as_told(self, notes: tuple[Note, ...]) -> tuple[Note, ...]:
        if self.telling is Telling.WAIT:
            return tuple(note for note in notes if note.spare) or notes
        if self.telling is Telling.LEAST:
            return tuple(note for note in notes if not note.spare)
        if self.telling is Telling.BELOW or len(notes) < 2:
            return notes
        return (Note(text=IN_LINE.join(note.text for note in notes)),)

    def ideal_size(self) -> QSize:
        return self.least_size()

    def least_size(self) -> QSize:
        """A tile is placed by its page; it asks for no more than any button."""
        return QSize(1, 1)

    def spread_in(self, inside: QRectF) -> Spread:
        """Everything in its place; a tile is large enough to let its words come near the edge above and below."""
        how = self.arrangement, self.scale, self.crowding, self.probing, self.pictured, self.telling
        key = (inside.getRect(), self.words, self.notes, self.room, self.measuring, *how)
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            near = 0.0
            if self.arrangement is Arrangement.HEADED:
                near = HEADED_AIR if self.crowding < Crowding.TIGHT else TIGHT_AIR
            air, side = self._tokens.mm(AIR), self._tokens.mm(near)
            self._kept[key] = self._spread(inside.adjusted(-side, -air, side, air))
        return self._kept[key]

    def _spread(self, box: QRectF) -> Spread:
        match self.arrangement:
            case Arrangement.FLAT:
                return self._flat(box)
            case Arrangement.BESIDE:
                return self._beside(box)
            case Arrangement.ABOVE:
                return self._above(box)
            case Arrangement.HEADED:
                return self._headed(box)

    def paint(self, painter: QPainter, box: QRectF, colours: FaceColours) -> None:
        look, spread = self._tokens, self.spread_in(box)
        if self.icon is not None:
            paint_picture(painter, look, self.icon, spread.picture, self.face, colours)
        inks = {
            Ink.NAME: look.colour(colours.words),
            Ink.SECOND: look.colour(colours.second),
            Ink.NOTE: look.colour(NOTES.get(self.face, colours.second)),
        }
        for run in spread.runs:
            paint_block(painter, run.block, run.box, run.align, [inks[role] for role in run.roles])
        for icon, place in spread.marks:
            paint_icon(painter, icon, place, inks[Ink.NOTE])

    def _flat(self, box: QRectF) -> Spread:
        grown = self._grown(box)
        side, gap = self._beside_picture(box, height=1.0, width=0.22)
        box = _airy(box, grown)
        runs = []
        kept = self._notes_beside(box, grown, self._widest, 0.0).width if self._widest else 0.0
        if self._told:
            notes = self._notes_beside(box, grown, self._told, kept)
            place = QRectF(box.right() - notes.width, box.y(), notes.width, box.height())
            runs.append(Run(block=notes, box=place, align=RIGHT, roles=(Ink.NOTE,) * len(self._told)))
            kept = max(kept, notes.width)
        left, noted = box.x() + side + gap, kept + gap if kept else 0.0
        room = QRectF(left, box.y(), max(1.0, box.right() - left - noted), box.height())
        runs.insert(0, self._named(self._fitted(self._name_parts(grown), room), room, LEFT))
        return Spread(picture=self._picture_at(box.x(), box, side), runs=tuple(runs))

    def _notes_beside(self, box: QRectF, grown: float, told: Sequence[Note], kept: float) -> Block:
        """In the width that is `kept` for them, if they can stand there."""
        for width in filter(None, (kept, *(box.width() * share for share in NOTE_SHARES))):
            notes = self._fitted(self._note_parts(told, grown, width), QRectF(0, 0, width, box.height()))
            if not notes.squeezed:
                break
        return notes

    def _beside(self, box: QRectF) -> Spread:
        side, gap = self._beside_picture(box, height=0.7, width=0.26)
        grown = self._grown(box)
        box = _airy(box, grown)
        room = QRectF(box.x() + side + gap, box.y(), max(1.0, box.width() - side - gap), box.height())
        words, tall = self._with_notes(room, grown)
        room.adjust(0, max(0.0, room.height() - tall) / 2, 0, 0)
        run = self._named(words, room, LEFT | Qt.AlignmentFlag.AlignTop)
        return Spread(picture=self._picture_at(box.x(), box, side), runs=(run,))

    def _above(self, box: QRectF) -> Spread:
        box = box.adjusted(0, self._apart() / 2, 0, 0)
        side, gap = self._side(min(box.height() * 0.42, box.width() * 0.6)), self._tokens.mm(3)
        room = QRectF(box.x(), box.y() + side + gap, box.width(), max(1.0, box.height() - side - gap))
        words, tall = self._with_notes(room)
        spare = max(0.0, room.height() - tall) / 2
        left = box.x() + (box.width() - side) / 2
        place = QRectF(room.x(), room.y() + spare, room.width(), words.height)
        return Spread(picture=QRectF(left, box.y() + spare, side, side), runs=(self._named(words, place, MIDDLE),))

    def _with_notes(self, room: QRectF, grown: float = 1.0) -> tuple[Block, float]:
        """The name with the notes below, and how tall it is with the widest of them."""
        names = self._name_parts(grown)
        notes = (self._note_parts(some, grown, room.width()) for some in (self._widest, self._told))
        widest, words = (self._fitted([*names, *some], room) for some in notes)
        return words, max(words.height, widest.height)

    def _headed(self, box: QRectF) -> Spread:
        name, _, second = self._name_parts()
        font = self._tokens.font(Type.SMALL, strong=True)
        badges, room = (
            tuple(Badge(text=note.short or note.text, icon=note.icon, font=font) for note in some)
            for some in (self._told, self._widest)
        )
        side = self._side(min(box.height() * 0.36, box.width() * 0.2))
        tile = Headed(
            name=name,
            second=second,
            badges=badges,
            room=room,
            picture=side * self.pictured,
            small_picture=side * SMALL_PICTURE,
            gap=float(self._tokens.mm(2.5)),
            least_px=self._least_px(),
            readable_px=self._tokens.least_px,
            pitch=self._pitch(),
            apart=self._apart(),
            scale=self.scale,
        )
        if self.probing and not fits_at_all(tile, box):
            return IN_VAIN
        found = headed(tile, box)
        roles = (Ink.NAME,), (Ink.SECOND,), *((Ink.NOTE,),) * len(self._told)
        runs = (
            Run(block=block, box=place, align=LEFT | Qt.AlignmentFlag.AlignTop, roles=inks)
            for (block, place), inks in zip(found.words, roles, strict=True)
        )
        return Spread(picture=found.picture, runs=tuple(runs), marks=found.marks)

    def _named(self, block: Block, box: QRectF, align: Qt.AlignmentFlag) -> Run:
        roles = (Ink.NAME, Ink.SECOND, Ink.SECOND, *(Ink.NOTE,) * len(self._told))
        return Run(block=block, box=box, align=align, roles=roles)

    def _beside_picture(self, box: QRectF, *, height: float, width: float) -> tuple[float, float]:
        """The side of a picture left of words, in shares of the box, and the gap after it."""
        squeezed = self.crowding is Crowding.SQUEEZED
        share = min(width, 0.14) if squeezed else width
        tall = box.height() - self._apart()
        return self._side(min(tall * height, box.width() * share)), float(self._tokens.mm(3 if squeezed else 5))

    def _grown(self, box: QRectF) -> float:
        """How much larger than its role words on a tall tile are."""
        return min(LARGEST_GROWN, max(1.0, box.height() / self._tokens.mm(GROWS_ABOVE_MM)))

    def _least_px(self) -> float:
        share = LEAST / READABLE if self.crowding is Crowding.SQUEEZED else 1.0
        return self._tokens.least_px * share

    def _fitted(self, parts: Sequence[Part], box: QRectF) -> Block:
        least, pitch, apart = self._least_px(), self._pitch(), self._apart()
        kept = [replace(one, text=self._unbroken(one, box.width())) for one in parts]
        if self.scale is not None:
            wanted = Shrunk(scale=self.scale, least_px=least)
            block = lay_out(kept, box.width(), pitch=pitch, shrunk=wanted, apart=apart)
            if block.height <= box.height() + 1 and block.width <= box.width() + 1:
                return block
        if self.probing:
            smallest = Shrunk(scale=0.0, least_px=least)
            block = lay_out(kept, box.width(), pitch=pitch, shrunk=smallest, balanced=False, apart=apart)
            if block.height > box.height() or block.width > box.width():
                return replace(block, squeezed=True)
        block = fit(kept, box, pitch=pitch, least_px=least, apart=apart)
        return fit(kept, box, pitch=TIGHT_PITCH, least_px=least, apart=apart) if block.squeezed else block

    def _apart(self) -> float:
        return APART * self._tokens.glass.px_per_mm

    def _pitch(self) -> float:
        written = self.words.first + self.words.second
        if self.crowding >= Crowding.TIGHT:
            return TIGHT_PITCH
        return STACKED_PITCH if any(low <= sign <= high for low, high in STACKED for sign in written) else PITCH

    def _unbroken(self, part: Part, width: float) -> str:
        """Words that would be whole in the least size stay whole."""
        return whole(part.text, part.font, width, nearly=part.font.pixelSize() / self._tokens.least_px)

    def _side(self, wanted: float) -> float:
        """The width of a picture's ground: never larger than three fingers."""
        return min(wanted, float(self._tokens.mm(46)))

    def _picture_at(self, left: float, box: QRectF, side: float) -> QRectF:
        return QRectF(left, box.y() + (box.height() - side) / 2, side, side)

    def _name_parts(self, grown: float = 1.0) -> list[Part]:
        """The name, what its brackets say, and the name in the second language."""
        look, words = self._tokens, self.words
        name, detail = name_and_detail(words.first)
        second = "" if self.crowding is Crowding.ALONE else name_and_detail(words.second)[0]
        return [
            Part(name, look.font(self._title, strong=True, times=grown)),
            Part(detail if self.crowding is Crowding.NONE else "", look.font(self._title, times=0.1)),
            Part(second, look.font(self._title, times=look.sizes.second_language * grown), gap=0.08),
        ]

    def _note_parts(self, told: Sequence[Note], grown: float, width: float) -> list[Part]:
        font = self._tokens.font(Type.SMALL, strong=True, times=grown)
        return [Part(whole(note.text, font, width), font, gap=0.06 if n else 0.2) for n, note in enumerate(told)]


def _airy(box: QRectF, grown: float) -> QRectF:
    """The box for words that have grown: they need not come near the edge."""
    air = box.height() * GROWN_AIR * (grown - 1)
    return box.adjusted(0, air, 0, -air)
