"""What stands on a large tile: a picture, the whole name in lines of one size, what is so now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from math import inf
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from waitline.look import Icon, Look, Type
from waitline.look.breaking import MAY_BREAK, together, whole
from waitline.look.fit import Block, Part, lay_out
from waitline.model.words import name_and_detail

from ..pages.tile_spread import Ink, Note, Run, Spread

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from .reading import Choice

PITCH: Final = 1.1
"""A line's height in em; letters with marks take more by themselves."""
PICTURE: Final = 1.5
LARGEST_PICTURE: Final = 2.4
PICTURE_STEP: Final = 0.9
"""A picture's side, in em of the name."""
MARK: Final = 1.3
"""The picture before a figure, in em of the figure."""
GAP_MM: Final = 3.0
NOTE: Final = 0.85
SLACK: Final = 1.0
MOST_KNOWN: Final = 2000
"""Words laid out that are remembered: those of one page are found among some hundreds."""
LATIN_ENDS: Final = 0x2000
LEFT, MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


class Now(Enum):
    """How what is so now is told: all of it in words; the wait, or else people ahead, as a figure beside a
    picture; people ahead as a figure; or by the guide alone."""

    WORDS = auto()
    FIGURE = auto()
    AHEAD = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What all tiles of a page have on them. `details`: what the name has in brackets."""

    details: bool = False
    now: Now
    pictures: bool


TELLING: Final = Manner(now=Now.FIGURE, pictures=False)
"""The wait takes the least room so."""
FULL: Final = Manner(details=True, now=Now.WORDS, pictures=True)
MANNERS: Final = (
    FULL,
    Manner(now=Now.WORDS, pictures=True),
    Manner(now=Now.FIGURE, pictures=True),
    Manner(now=Now.WORDS, pictures=False),
    TELLING,
    Manner(now=Now.AHEAD, pictures=False),
    Manner(now=Now.NOTHING, pictures=True),
    Manner(now=Now.NOTHING, pictures=False),
)
"""Tried in this order, before choices go to another page."""
LEANEST: Final = MANNERS[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Words laid out in a width, in pixels. `kept`: the size of the widest note that may come. `aside`: the note
    stands beside the name. `overflows`: a word is wider than its line; `cuts`: so many stretches of Chinese
    without a comma are broken.
    """

    name: Block
    note: Block | None = None
    mark: float = 0.0
    icon: Icon | None = None
    kept: tuple[float, float] = (0.0, 0.0)
    aside: bool = False
    picture: float
    overflows: bool
    cuts: int = 0

    @property
    def own_note_size(self) -> tuple[float, float]:
        return (0.0, 0.0) if self.note is None else (self.mark + self.note.width, self.note.height)

    @property
    def note_size(self) -> tuple[float, float]:
        """With the room that is kept, so that no other note moves a name."""
        (wide, tall), (kept_wide, kept_tall) = self.own_note_size, self.kept
        return max(wide, kept_wide), max(tall, kept_tall)

    @property
    def words_tall(self) -> float:
        note = self.note_size[1]
        return max(self.name.height, note) if self.aside else self.name.height + note

    @property
    def tall(self) -> float:
        return max(self.words_tall, self.picture)


class Writing:
    """Lays out choices for one look, and remembers what it laid out: the same is asked again and again."""

    def __init__(self, look: Look, *, balanced: bool = True) -> None:
        """Not `balanced`: only to measure; lines are filled one after the other."""
        self._look = look
        self._balanced = balanced
        self._known: dict[tuple[object, ...], Laid] = {}

    def laid(self, choice: Choice, manner: Manner, em: int, width: float, *, breaks: bool = False) -> Laid:
        """At one size in a width, however tall that becomes. `breaks`: a word too long for its line is broken."""
        said = choice.words, told(choice, manner), kept(choice, manner), choice.icon
        key = (said, manner, em, round(width), breaks, self._look.glass)
        if key not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            found = self._lay_out(choice, manner, em, width, breaks=False)
            if found.overflows and breaks:
                found = self._lay_out(choice, manner, em, width, breaks=True)
            self._known[key] = found
        return self._known[key]

    def spread(self, choice: Choice, manner: Manner, em: int, box: QRectF, *, most: float = inf) -> Spread:
        """Everything in its place in a box; its picture no larger than `most`."""
        laid = self.laid(choice, manner, em, box.width(), breaks=True)
        side = self._grown(choice, manner, laid, em, box, most)
        left = box.x() + (side + self._gap if side else 0.0)
        return self._placed(laid, side, box, QRectF(left, box.y(), max(1.0, box.right() - left), box.height()))

    @property
    def _gap(self) -> float:
        return float(self._look.mm(GAP_MM))

    def _lay_out(self, choice: Choice, manner: Manner, em: int, width: float, *, breaks: bool) -> Laid:
        picture = em * PICTURE if manner.pictures and choice.icon is not None else 0.0
        room = max(1.0, width - (picture + self._gap if picture else 0.0))
        noted = self._note(told(choice, manner), manner, em, room)
        noted = replace(noted, kept=self._note(kept(choice, manner), manner, em, room).own_note_size)
        found = []
        for aside in (True, False) if noted.note_size[1] else (False,):
            name_room = max(1.0, room - noted.note_size[0] - 2 * self._gap) if aside else room
            name = self._name(choice, manner, em, name_room, breaks=breaks)
            over = name.width > name_room + SLACK or noted.note_size[0] > room + SLACK
            cuts = self._cuts(choice, manner, em, name_room)
            found.append(replace(noted, name=name, aside=aside, picture=picture, overflows=over, cuts=cuts))
        return min(found, key=lambda one: (one.overflows, one.tall, len(one.name.lines)))

    def _name(self, choice: Choice, manner: Manner, em: int, width: float, *, breaks: bool) -> Block:
        text, font = _said(choice, manner), self._font(em)
        text = with_breaks(text, font, width) if breaks else text
        kept = [Part(whole(text, font, width, nearly=1.0), font)]
        return lay_out(kept, width, pitch=PITCH, balanced=self._balanced)

    def _cuts(self, choice: Choice, manner: Manner, em: int, width: float) -> int:
        metrics = QFontMetricsF(self._font(em))
        return sum(metrics.horizontalAdvance(piece) > width for piece in together(_said(choice, manner)))

    def _note(self, notes: tuple[Note, ...], manner: Manner, em: int, width: float) -> Laid:
        """What is so now, and the room for the picture before it; no name yet. A guide says all of it."""
        bare = Laid(name=Block((), 0.0, 0.0, 1.0), picture=0.0, overflows=False)
        if not notes:
            return bare
        font = self._font(max(round(self._look.least_px), round(em * NOTE)))
        short = "" if manner.now is Now.WORDS else notes[0].short
        text = short or "\n".join(note.text for note in notes)
        icon = notes[0].icon if short else None
        mark = 0.0 if icon is None else font.pixelSize() * MARK
        return replace(
            bare, note=lay_out([Part(text, font)], max(1.0, width - mark), pitch=PITCH), mark=mark, icon=icon
        )

    def _font(self, em: int) -> QFont:
        font = self._look.font(Type.BUTTON, strong=True)
        font.setPixelSize(em)
        return font

    def _grown(self, choice: Choice, manner: Manner, laid: Laid, em: int, box: QRectF, most: float) -> float:
        """A picture may be larger where the words have their lines all the same."""
        side, bare = min(most, box.height(), em * LARGEST_PICTURE), replace(manner, pictures=False)
        while side > laid.picture > 0:
            tried = self.laid(choice, bare, em, box.width() - side - self._gap)
            if not tried.overflows and tried.words_tall <= laid.words_tall and tried.aside == laid.aside:
                return side
            side *= PICTURE_STEP
        return laid.picture

    def _placed(self, laid: Laid, side: float, box: QRectF, room: QRectF) -> Spread:
        """`room`: what the picture leaves."""
        align = LEFT if side or laid.aside else MIDDLE
        picture = QRectF(box.x(), box.center().y() - side / 2, side, side)
        wide, tall = laid.own_note_size
        top = room.center().y() - (laid.name.height if laid.aside else laid.words_tall) / 2
        beside = laid.note_size[0] + self._gap if laid.aside else 0.0
        name = QRectF(room.x(), top, room.width() - beside, laid.name.height)
        named = Run(block=laid.name, box=name, align=align, roles=(Ink.NAME,))
        if laid.note is None:
            return Spread(picture=picture, runs=(named,))
        left = room.x() if side else room.center().x() - wide / 2
        at = QRectF(left, name.bottom(), wide, tall)
        if laid.aside:
            at = QRectF(room.right() - wide, room.center().y() - tall / 2, wide, tall)
        noted = Run(
            block=laid.note,
            box=at.adjusted(laid.mark, 0, 0, 0),
            align=LEFT if laid.mark else align,
            roles=(Ink.NOTE,),
        )
        mark = QRectF(at.x(), at.y(), laid.mark * 0.85, tall)
        marks = ((laid.icon, mark),) if laid.icon is not None else ()
        return Spread(picture=picture, runs=(named, noted), marks=marks)


def told(choice: Choice, manner: Manner) -> tuple[Note, ...]:
    """What a tile tells of what is so now."""
    return _of(choice.notes, choice, manner)


def kept(choice: Choice, manner: Manner) -> tuple[Note, ...]:
    """The widest of what it may come to tell."""
    return _of(choice.room, choice, manner)


def _of(notes: tuple[Note, ...], choice: Choice, manner: Manner) -> tuple[Note, ...]:
    if choice.is_love or manner.now is Now.NOTHING:
        return ()
    if manner.now is Now.WORDS:
        return notes
    spare = tuple(note for note in notes if note.spare and manner.now is Now.FIGURE)
    return (spare or notes)[:1]


def _said(choice: Choice, manner: Manner) -> str:
    return choice.words if manner.details else name_and_detail(choice.words)[0]


def with_breaks(text: str, font: QFont, width: float) -> str:
    """A text whose Latin words may be broken anywhere where they are wider than a line."""
    metrics = QFontMetricsF(font)

    def too_wide(word: str) -> bool:
        return all(ord(sign) < LATIN_ENDS for sign in word) and metrics.horizontalAdvance(word) > width

    return " ".join(MAY_BREAK.join(word) if too_wide(word) else word for word in text.split(" "))
