"""The words of the large page: never smaller than they may be, rather part after part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt

from waitline.look import Colour, FitLabel, Look, NumberLabel, Type
from waitline.look.fit import Block, Part, Shrunk, lay_out

from ..pages.page import stack_in
from .tile_words import with_breaks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QLabel, QWidget

    from .reading import Reading

GAP_MM: Final = 5.0
NUMBER_MM: Final = 58.0
LEAST_NUMBER_MM: Final = 46.0
"""The number's box: figures of forty millimetres and more."""
LEAST_GAP: Final = 0.25
HEADED: Final = 0.6
"""What stands on every part takes at most this share of the room."""
CENTRE: Final = Qt.AlignmentFlag.AlignCenter


class Voice(Enum):
    """What words are for."""

    ALERT = auto()
    TITLE = auto()
    LINE = auto()

    @property
    def role(self) -> Type:
        return Type.BODY if self is Voice.TITLE else Type.SMALL

    @property
    def is_strong(self) -> bool:
        return self is not Voice.LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Some words as they stand on the page."""

    voice: Voice
    text: str


class WordColumn:
    """Labels in a page, placed by hand: what is wrong, the title, the number, then line by line the rest."""

    def __init__(self, look: Look, page: QWidget) -> None:
        self._look = look
        self._page = page
        self._alert = self._label("access-alert", Voice.ALERT, colour=Colour.ACCENT_TEXT)
        self._title = self._label("access-title", Voice.TITLE)
        self._warning = self._label("access-warning", Voice.TITLE, colour=Colour.ACCENT_TEXT)
        self._warning.hide()
        self._number = NumberLabel(look, colour=Colour.ACCENT_TEXT, parent=page)
        self._number.setObjectName("number")
        self._lines: list[FitLabel] = []
        self._heads: tuple[Written, ...] = ()
        self._texts: tuple[Written, ...] = ()
        self._aside: tuple[Written, ...] = ()
        self._has_aside = True
        self._part = 0
        self._place_of_page = ""

    def show(self, reading: Reading, *, anew: bool) -> None:
        """`anew`: from the beginning."""
        if anew:
            self._part = 0
        heads = Written(voice=Voice.ALERT, text=reading.alert), Written(voice=Voice.TITLE, text=reading.title)
        self._heads = tuple(one for one in heads if one.text)
        self._texts = tuple(Written(voice=Voice.LINE, text=text) for text in reading.lines if text)
        self._aside = tuple(Written(voice=Voice.LINE, text=text) for text in (reading.aside,) if text)
        self._number.show_number(reading.number)
        self._number.setAccessibleName(reading.number)

    def take(self, reading: Reading, box: QRect) -> bool:
        """Show it from where it was turned to; whether it stands in the box as well as the words before it."""
        parts, wished = len(self.parts(box)), self.wished_height(box.width())
        self.show(reading, anew=False)
        if len(self.parts(box)) != parts or not self.has_room(box):
            return False
        return self.wished_height(box.width()) <= max(wished, box.height())

    def show_aside(self, *, shown: bool) -> None:
        """Whether what is said last stands there, too."""
        self._has_aside = shown

    @property
    def _every(self) -> tuple[Written, ...]:
        return (*self._heads, *self._texts, *(self._aside if self._has_aside else ()))

    def show_place(self, place: str) -> None:
        """Which page of the choices this is, beside the title."""
        self._place_of_page = place

    def warn(self, words: str) -> None:
        """Say this in the place of all other words, so that nothing else moves; nothing: say those again."""
        self._warning.show_words(words)
        self._warning.setVisible(bool(words))

    def turn(self) -> None:
        """The next part; after the last the first."""
        self._part += 1

    def wished_height(self, width: int) -> int:
        """What all of it takes in one column at full size."""
        gap = self._look.mm(GAP_MM)
        number = self._number_tall(NUMBER_MM)
        return (
            sum(self._tall(one, width, times=1.0) + gap for one in self._every) + number + (gap if number else 0)
        )

    def least_height(self, width: int) -> int:
        """The same in the least size."""
        return self._together(self._every, width) + self._number_tall(LEAST_NUMBER_MM)

    def has_room(self, box: QRect) -> bool:
        """Whether each part of them has room in a box."""
        height = box.height() - self._number_tall(LEAST_NUMBER_MM)
        return all(self._together(part, box.width()) <= height for part in self.parts(box))

    def lay_out(self, box: QRect) -> None:
        """Place the part of the moment."""
        parts = self.parts(box)
        self._part %= len(parts)
        self._place(parts[self._part], box)
        if self._warning.text():
            stack_in(box, [self._warning], 0)
            for label in self._all():
                label.hide()

    def _all(self) -> tuple[QLabel, ...]:
        return self._alert, self._title, self._number, *self._lines

    def _place(self, written: Sequence[Written], box: QRect) -> None:
        for label in (self._alert, self._title, *self._lines):
            label.show_words("")
        heads: list[FitLabel] = []
        lines: list[FitLabel] = []
        for one in written:
            label = self._label_for(one.voice, len(lines))
            label.show_words(self._said(one, box.width()))
            (lines if one.voice is Voice.LINE else heads).append(label)
        for each in self._all():
            each.setVisible(bool(each.text()))
        gap = self._look.mm(GAP_MM)
        if not self._number.text():
            stack_in(box, [*heads, *lines], gap)
            return
        least = self._together(written, box.width())
        number = min(self._look.mm(NUMBER_MM), max(self._look.mm(LEAST_NUMBER_MM), box.height() - least - 2 * gap))
        above = self._together([one for one in written if one.voice is not Voice.LINE], box.width())
        spare = box.height() - number - least
        above += max(0, min(spare // 2, gap)) if heads else 0
        if heads:
            stack_in(QRect(box.x(), box.y(), box.width(), above), heads, 0)
        self._number.setGeometry(box.x(), box.y() + above, box.width(), number)
        if lines:
            stack_in(box.adjusted(0, above + number, 0, 0), lines, gap)

    def _label_for(self, voice: Voice, line: int) -> FitLabel:
        if voice is Voice.ALERT:
            return self._alert
        if voice is Voice.TITLE:
            return self._title
        while len(self._lines) <= line:
            self._lines.append(self._label(f"access-line-{len(self._lines)}", Voice.LINE))
        return self._lines[line]

    def parts(self, box: QRect) -> list[tuple[Written, ...]]:
        """Words in parts that have room in the least size, as few as can be. What heads them stands on each part
        where it leaves room for the rest, else by itself."""
        width = box.width()
        height = box.height() - self._number_tall(LEAST_NUMBER_MM)
        every = self._every
        if self._together(every, width) <= height or not every:
            return [every]
        for kept in (self._heads, self._heads[-1:], ()):
            heads = self._together(kept, width)
            if kept and heads > HEADED * height:
                continue
            rest = [one for one in every if one not in kept]
            found = self._filled(rest, kept, width, height - heads)
            if found:
                return found
        return [every]

    def _filled(
        self, rest: Sequence[Written], kept: tuple[Written, ...], width: int, height: int
    ) -> list[tuple[Written, ...]]:
        """Nothing where not even a line has room."""
        parts: list[list[Written]] = [[]]
        for one in rest:
            for piece in self._pieces(one, width, height):
                if self._together([piece], width) > height:
                    return []
                if parts[-1] and self._together([*parts[-1], piece], width) > height:
                    parts.append([])
                parts[-1].append(piece)
        return [(*kept, *part) for part in parts]

    def _pieces(self, one: Written, width: int, height: int) -> Iterator[Written]:
        """A text that is taller than its room in pieces of whole lines."""
        if self._together([one], width) <= height:
            yield one
            return
        lines = [line.text for line in self._block(one, width, times=0.0).lines]
        each = max(1, int(len(lines) * height // max(1, self._together([one], width))))
        for at in range(0, len(lines), each):
            yield Written(voice=one.voice, text="\n".join(lines[at : at + each]))

    def _number_tall(self, mm: float) -> int:
        return self._look.mm(mm) if self._number.text() else 0

    def _together(self, every: Sequence[Written], width: int) -> int:
        gap = round(self._look.mm(GAP_MM) * LEAST_GAP)
        return sum(self._tall(one, width, times=0.0) for one in every) + gap * max(0, len(every))

    def _tall(self, one: Written, width: int, *, times: float) -> int:
        return int(self._block(one, width, times=times).height) + 2

    def _block(self, one: Written, width: int, *, times: float) -> Block:
        font = self._look.font(one.voice.role, strong=one.voice.is_strong)
        shrunk = Shrunk(scale=times, least_px=self._look.least_px)
        pitch = self._look.sizes.line_height
        text = self._said(one, width)
        return lay_out([Part(text, font)], width, pitch=pitch, shrunk=shrunk, balanced=False)

    def _said(self, one: Written, width: int) -> str:
        """Its text as it stands there, too long words ready to be broken."""
        text = f"{one.text} {self._place_of_page}".strip() if one.voice is Voice.TITLE else one.text
        font = self._look.font(one.voice.role, strong=one.voice.is_strong)
        font.setPixelSize(round(self._look.least_px))
        return with_breaks(text, font, width)

    def _label(self, name: str, voice: Voice, *, colour: Colour = Colour.TEXT) -> FitLabel:
        label = FitLabel(
            self._look, voice.role, strong=voice.is_strong, colour=colour, align=CENTRE, parent=self._page
        )
        label.setObjectName(name)
        return label
