"""A page of large buttons to choose from: names, slips, and what a kiosk's staff may do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Final

from PySide6.QtCore import QRect, Qt

from waitline.look import Colour, Face, FitLabel, Icon, Look, Space, TouchButton, Type
from waitline.model.words import Words
from waitline.rules.kiosk_glass import ROWS_OF_WORDS

from ..pages.page import Page, row_of
from ..pages.tile_grid import places
from .words import BACK, CLOSE, MORE, one_line

AT_ONCE: Final = 12
IN_ONE_COLUMN: Final = 4
"""So few stand below each other on an upright glass, each as wide as it."""
TITLE_MM: Final = 18.0
TITLE_UPRIGHT_MM: Final = 28.0
NOTE_MM: Final = 28.0
FOOT_MM: Final = 26.0
LARGEST_MM: Final = (180.0, 44.0)
LEAST_MM: Final = (60.0, 40.0)
"""Two languages below each other, in the least letters."""
LOW_MM: Final = 210.0
LOW_BAND_MM: Final = 28.0
"""On a page as low as this the title stands beside what is said, to leave the keys its height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button: its name for tests and screen readers, its words, and what a touch does."""

    name: str
    words: Words
    wish: Callable[[], object]
    icon: Icon | None = None
    face: Face = Face.PLAIN


class Choices(Page):
    """Up to twelve buttons at once, the rest behind "more"; a line above them says how things are."""

    def __init__(
        self, look: Look, name: str, *, close: Callable[[], object], back: Callable[[], object] | None = None
    ) -> None:
        super().__init__(look, name, "zh-TW")
        middle = Qt.AlignmentFlag.AlignCenter
        self._title = FitLabel(look, Type.HEADING, strong=True, align=middle, parent=self)
        self._title.setObjectName(f"{name}-title")
        self._note = FitLabel(look, Type.BODY, colour=Colour.TEXT, align=middle, parent=self)
        self._note.setObjectName(f"{name}-note")
        self._choices: tuple[Choice, ...] = ()
        self._buttons: list[TouchButton] = []
        self._page = 0
        self._foot = [self.button(f"{name}-close", close, face=Face.QUIET, icon=Icon.CANCEL)]
        self._foot[0].show_words(one_line(CLOSE))
        if back is not None:
            self._foot.insert(0, self.button(f"{name}-back", back, face=Face.QUIET, icon=Icon.BACK))
            self._foot[0].show_words(one_line(BACK))
        self._more = self.button(f"{name}-more", self._turn, face=Face.QUIET, icon=Icon.NEXT)
        self._more.show_words(one_line(MORE))

    def show_choices(self, title: Words, choices: Sequence[Choice], note: Words | None = None) -> None:
        """Say what is to be chosen; the page turned to stays where it is when only words have changed."""
        self._title.show_words(one_line(title))
        self.say(note)
        names = [choice.name for choice in choices]
        if names != [choice.name for choice in self._choices]:
            self._page = 0
        self._choices = tuple(choices)
        self._show_page()

    def say(self, note: Words | None) -> None:
        """One line above the buttons."""
        self._note.show_words("" if note is None else f"{note.zh}\n{note.en}")

    def lay_out(self) -> None:
        width, height, gap = self.width(), self.height(), self.px(Space.GAP_APART)
        title, note = bands(self, NOTE_MM)
        foot = self.look.mm(FOOT_MM)
        self._title.setGeometry(title)
        self._note.setGeometry(note)
        top = note.y() + note.height() + gap
        box = QRect(0, top, width, height - top - foot - gap)
        least = (float(self.look.mm(LEAST_MM[0])), float(self.look.mm(LEAST_MM[1])))
        if self.upright and len(self._buttons) <= IN_ONE_COLUMN:
            least = (width * 0.6, least[1])
        largest = (float(self.look.mm(LARGEST_MM[0])), float(self.look.mm(LARGEST_MM[1])))
        half = self.px(Space.GAP) // 2
        grid = places(len(self._buttons), box, least=least, largest=largest, shape=ROWS_OF_WORDS)
        for button, place in zip(self._buttons, grid, strict=True):
            button.setGeometry(place.adjusted(half, half, -half, -half))
        self._word()
        feet = [*self._foot, self._more] if self._pages > 1 else self._foot
        row_of(feet, QRect(0, height - foot, width, foot), gap, widest=self.look.mm(110))

    def _word(self) -> None:
        """Both languages below each other; where these have no room, all buttons go without their pictures."""
        shown = self._choices[self._page * AT_ONCE : (self._page + 1) * AT_ONCE]
        for pictured in (True, False):
            for button, choice in zip(self._buttons, shown, strict=True):
                button.show_icon(choice.icon if pictured else None)
                button.show_words(choice.words.zh, choice.words.en)
            if not any(button.squeezed for button in self._buttons):
                return

    @property
    def _pages(self) -> int:
        return max(1, ceil(len(self._choices) / AT_ONCE))

    def _turn(self) -> None:
        self._page = (self._page + 1) % self._pages
        self._show_page()

    def _show_page(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for choice in self._choices[self._page * AT_ONCE : (self._page + 1) * AT_ONCE]:
            button = self.button(choice.name, partial(_wish, choice), face=choice.face, icon=choice.icon)
            button.setVisible(True)
            self._buttons.append(button)
        self._more.setVisible(self._pages > 1)
        self.lay_out()


def bands(page: Page, note_mm: float) -> tuple[QRect, QRect]:
    """Where a page's title stands, and what it says: below each other, or beside each other on a low page."""
    width, note = page.width(), page.look.mm(note_mm)
    if page.look.glass.mm(page.height()) < LOW_MM:
        both = page.look.mm(LOW_BAND_MM)
        return QRect(0, 0, width // 2, both), QRect(width // 2, 0, width - width // 2, both)
    title = page.look.mm(TITLE_UPRIGHT_MM if page.upright else TITLE_MM)
    return QRect(0, 0, width, title), QRect(0, title, width, note)


def _wish(choice: Choice) -> None:
    choice.wish()
