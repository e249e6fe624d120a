"""What stands on a large tile: a picture on its round ground, a name in two languages, a note."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from waitline.look import Colour, Face, Icon, Look, Type, paint_icon
from waitline.look.button_face import FaceColours
from waitline.look.button_words import ButtonWords
from waitline.look.fit import Block, Part, Shrunk, fit, lay_out, paint_block

from ..names import name_and_detail

BADGE: Final = 1.5
"""The round ground of a picture, in sizes of the picture."""

NOTE_SHARE: Final = 0.42
"""Of a flat tile's width, the most that its note may take."""

PITCH: Final = 1.08
"""A line's height in em: tighter than running text, since a name is read at one look."""

GROUNDS: Final = {Face.PLAIN: Colour.ACCENT_SOFT, Face.QUIET: Colour.SUNK, Face.SOFT: Colour.SURFACE}
NOTES: Final = {Face.PLAIN: Colour.ACCENT_TEXT}


class Arrangement(Enum):
    """FLAT: picture, words, note from left to right. BESIDE: picture, then all words. ABOVE: picture on top."""

    FLAT = auto()
    BESIDE = auto()
    ABOVE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One tile laid out; `note` None: it stands below the name, in `words`."""

    picture: QRectF
    words_box: QRectF
    words: Block
    note_box: QRectF
    note: Block | None

    @property
    def scale(self) -> float:
        return self.words.scale if self.note is None else min(self.words.scale, self.note.scale)

    @property
    def squeezed(self) -> bool:
        return self.words.squeezed or (self.note is not None and self.note.squeezed)

    @property
    def text(self) -> str:
        return self.words.text if self.note is None else f"{self.words.text}\n{self.note.text}"


class TileWords(ButtonWords):
    """`scale` None: as large as the words of this tile alone may be.

    `crowded`: there are more tiles than the panel can carry in readable size: details are left out, pictures are
    small, and all words shrink together below the least size.
    """

    def __init__(self, look: Look, *, icon: Icon, title: Type) -> None:
        super().__init__(look, icon=icon, stacked=True)
        self._tokens = look
        self._title = title
        self.face = Face.PLAIN
        self.arrangement = Arrangement.FLAT
        self.scale: float | None = None
        self.crowded = False
        self._kept: tuple[object, Spread] | None = None

    def forget(self) -> None:
        super().forget()
        self._kept = None

    def ideal_size(self) -> QSize:
        return self.least_size()

    def least_size(self) -> QSize:
        """A tile is placed by its page; it asks for no more than any button."""
        return QSize(1, 1)

    def spread_in(self, inside: QRectF) -> Spread:
        """Everything in its place; a tile is large enough to let its words come near the edge above and below."""
        key = (inside.getRect(), self.words, self.arrangement, self.scale, self.crowded)
        if self._kept is None or self._kept[0] != key:
            air = self._tokens.mm(1.0)
            self._kept = key, self._spread(inside.adjusted(0, -air, 0, air))
        return self._kept[1]

    def _spread(self, box: QRectF) -> Spread:
        match self.arrangement:
            case Arrangement.FLAT:
                return self._flat(box)
            case Arrangement.BESIDE:
                return self._beside(box)
            case Arrangement.ABOVE:
                return self._above(box)

    def paint(self, painter: QPainter, box: QRectF, colours: FaceColours) -> None:
        look, spread = self._tokens, self.spread_in(box)
        self._paint_picture(painter, spread.picture, colours)
        second = look.colour(colours.second)
        note = look.colour(NOTES.get(self.face, colours.second))
        above = self.arrangement is Arrangement.ABOVE
        align = Qt.AlignmentFlag.AlignHCenter if above else Qt.AlignmentFlag.AlignLeft
        inks = [look.colour(colours.words), second, second, note]
        paint_block(painter, spread.words, spread.words_box, align, inks)
        if spread.note is not None:
            paint_block(painter, spread.note, spread.note_box, Qt.AlignmentFlag.AlignRight, [note])

    def _flat(self, box: QRectF) -> Spread:
        side, gap = (
            self._side(min(box.height(), box.width() * (0.14 if self.crowded else 0.22))),
            self._tokens.mm(3 if self.crowded else 5),
        )
        note, note_width = None, 0.0
        if self.words.note:
            note = self._fitted(self._note_parts(), QRectF(0, 0, box.width() * NOTE_SHARE, box.height()))
            note_width = note.width + gap
        left = box.x() + side + gap
        words_box = QRectF(left, box.y(), max(1.0, box.right() - left - note_width), box.height())
        return Spread(
            picture=self._picture_at(box.x(), box, side),
            words_box=words_box,
            words=self._fitted(self._name_parts(), words_box),
            note_box=QRectF(box.right() - note_width, box.y(), note_width, box.height()),
            note=note,
        )

    def _beside(self, box: QRectF) -> Spread:
        side, gap = (
            self._side(min(box.height() * 0.7, box.width() * (0.16 if self.crowded else 0.26))),
            self._tokens.mm(3 if self.crowded else 5),
        )
        words_box = QRectF(box.x() + side + gap, box.y(), max(1.0, box.width() - side - gap), box.height())
        words = self._fitted([*self._name_parts(), *self._note_parts()], words_box)
        return Spread(
            picture=self._picture_at(box.x(), box, side),
            words_box=words_box,
            words=words,
            note_box=QRectF(),
            note=None,
        )

    def _above(self, box: QRectF) -> Spread:
        side, gap = self._side(min(box.height() * 0.42, box.width() * 0.6)), self._tokens.mm(3)
        room = QRectF(box.x(), box.y() + side + gap, box.width(), max(1.0, box.height() - side - gap))
        words = self._fitted([*self._name_parts(), *self._note_parts()], room)
        spare = max(0.0, room.height() - words.height) / 2
        left = box.x() + (box.width() - side) / 2
        return Spread(
            picture=QRectF(left, box.y() + spare, side, side),
            words_box=QRectF(room.x(), room.y() + spare, room.width(), words.height),
            words=words,
            note_box=QRectF(),
            note=None,
        )

    def _fitted(self, parts: list[Part], box: QRectF) -> Block:
        pitch, least = PITCH, 1.0 if self.crowded else self._tokens.least_px
        if self.scale is not None:
            block = lay_out(parts, box.width(), pitch=pitch, shrunk=Shrunk(scale=self.scale, least_px=least))
            if block.height <= box.height() + 1 and block.width <= box.width() + 1:
                return block
        return fit(parts, box, pitch=pitch, least_px=least)

    def _side(self, wanted: float) -> float:
        """The width of a picture's ground: never larger than three fingers."""
        return min(wanted, float(self._tokens.mm(46)))

    def _picture_at(self, left: float, box: QRectF, side: float) -> QRectF:
        return QRectF(left, box.y() + (box.height() - side) / 2, side, side)

    def _name_parts(self) -> list[Part]:
        """The name, what its brackets say, and the name in the second language."""
        look, words = self._tokens, self.words
        name, detail = name_and_detail(words.first)
        second = name_and_detail(words.second)[0]
        return [
            Part(name, look.font(self._title, strong=True)),
            Part("" if self.crowded else detail, look.font(self._title, times=0.1)),
            Part(second, look.font(self._title, times=look.sizes.second_language), gap=0.08),
        ]

    def _note_parts(self) -> list[Part]:
        return [Part(self.words.note, self._tokens.font(Type.SMALL, strong=True), gap=0.2)]

    def _paint_picture(self, painter: QPainter, box: QRectF, colours: FaceColours) -> None:
        look, ground = self._tokens, GROUNDS.get(self.face)
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(ground))
            painter.drawEllipse(box)
        inset = box.width() * (1 - 1 / BADGE) / 2 if ground is not None else box.width() * 0.06
        if self.icon is not None:
            paint_icon(painter, self.icon, box.adjusted(inset, inset, -inset, -inset), look.colour(colours.icon))
