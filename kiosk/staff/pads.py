"""The pages where staff type at a kiosk: their login, then their PIN. Large keys, and a keyboard's as well."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from waitline.look import Colour, Face, FitLabel, Icon, Look, Space, TouchButton, Type
from waitline.model.words import Words

from ..pages.page import Page, row_of
from .choices import bands
from .words import BACK, CLOSE, ENTER, ERASE, LOGIN, PIN, filled, one_line

MOST_SIGNS: Final = 40
DOTS: Final = 12
LARGEST_KEY_MM: Final = (68.0, 48.0)
NOTE_MM: Final = 22.0
FOOT_MM: Final = 26.0
FOOT_UPRIGHT_MM: Final = 44.0
DIGITS: Final = (*"123456789", "erase", "0", "enter")
SIGNS: Final = (*"1234567890", *"abcdefghijklmnopqrstuvwxyz", *".-_")
"""What a login is made of (`settings.device_sections.IN_ID`); capitals are found without."""


class Pad(Page):
    """Emits `entered` with what was typed. Of the `columns` the first with keys of `enough` count, in millimetres
    across and down; else those that make the largest."""

    entered = Signal(str)
    enough: float = LARGEST_KEY_MM[0]

    def __init__(self, look: Look, name: str, keys: Sequence[str], columns: Sequence[int]) -> None:
        super().__init__(look, f"staff-{name}", "zh-TW")
        middle = Qt.AlignmentFlag.AlignCenter
        self._name = name
        self._title = FitLabel(look, Type.HEADING, strong=True, align=middle, parent=self)
        self._title.setObjectName(f"{name}-title")
        self._typed_words = FitLabel(look, Type.TITLE, strong=True, align=middle, parent=self)
        self._typed_words.setObjectName(f"{name}-typed")
        self._note = FitLabel(look, Type.BODY, colour=Colour.TEXT, align=middle, parent=self)
        self._note.setObjectName(f"{name}-note")
        self._columns = tuple(columns)
        self._typed = ""
        self._waits = False
        self._signs = frozenset(key for key in keys if len(key) == 1)
        self._keys = [self._key(key) for key in keys]
        self._feet: dict[TouchButton, Words] = {}

    def say(self, note: Words | None, *, waits: bool = False) -> None:
        """What came of the last try; what was typed is forgotten. While it `waits` the keys do nothing."""
        self._typed, self._waits = "", waits
        self._note.show_words("" if note is None else f"{note.zh}\n{note.en}")
        self._show_typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().lower()
        if text in self._signs:
            self._touched(text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._touched("enter")
        elif event.key() == Qt.Key.Key_Backspace:
            self._touched("erase")
        else:
            super().keyPressEvent(event)

    def lay_out(self) -> None:
        width, height, gap = self.width(), self.height(), self.px(Space.GAP)
        title, note = bands(self, NOTE_MM)
        foot = self.look.mm(FOOT_UPRIGHT_MM if self.upright else FOOT_MM)
        for button, words in self._feet.items():
            button.show_words(*((words.zh, words.en) if self.upright else (one_line(words),)))
        self._title.setGeometry(title)
        for label in (self._typed_words, self._note):  # what is typed or words, never both
            label.setGeometry(note)
        top = note.y() + note.height() + gap
        self._lay_keys(QRect(0, top, width, height - top - foot - 2 * gap), gap)
        row_of(list(self._feet), QRect(0, height - foot, width, foot), gap, widest=self.look.mm(110))

    def shown(self, typed: str) -> str:
        """What is to be seen of it."""
        raise NotImplementedError

    def _lay_keys(self, box: QRect, gap: int) -> None:
        sizes = {columns: self._key_size(box, columns, gap) for columns in self._columns}
        enough = self.look.mm(self.enough)
        columns = max(sizes, key=lambda one: min(*sizes[one], enough))
        rows, (across, down) = -(-len(self._keys) // columns), sizes[columns]
        left = box.center().x() - (columns * across + (columns - 1) * gap) // 2
        top = box.center().y() - (rows * down + (rows - 1) * gap) // 2
        for n, key in enumerate(self._keys):
            row, column = divmod(n, columns)
            key.setGeometry(left + column * (across + gap), top + row * (down + gap), across, down)

    def _key_size(self, box: QRect, columns: int, gap: int) -> tuple[int, int]:
        rows = -(-len(self._keys) // columns)
        across, down = (box.width() + gap) // columns - gap, (box.height() + gap) // rows - gap
        return min(self.look.mm(LARGEST_KEY_MM[0]), across), min(self.look.mm(LARGEST_KEY_MM[1]), down)

    def _key(self, key: str) -> TouchButton:
        face = Face.MAIN if key == "enter" else Face.PLAIN
        button = self.button(f"{self._name}-{key}", partial(self._touched, key), face=face)
        words = {"erase": ERASE, "enter": ENTER}.get(key)
        button.show_words(key if words is None else one_line(words))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _foot(
        self,
        name: str,
        wish: Callable[[], object],
        words: Words,
        icon: Icon | None = None,
        face: Face = Face.QUIET,
    ) -> None:
        button = self.button(f"{self._name}-{name}", wish, face=face, icon=icon)
        self._feet[button] = words

    def _touched(self, key: str) -> None:
        if self._waits:
            return
        if key == "enter":
            if self._typed:
                self.entered.emit(self._typed)
        elif key == "erase":
            self.say(None)
        elif len(self._typed) < MOST_SIGNS:
            self._typed += key
            self._note.show_words("")
            self._show_typed()

    def _show_typed(self) -> None:
        self._typed_words.show_words(self.shown(self._typed))


class LoginPad(Pad):
    """Who it is, in the signs of a login: no names stand here, since visitors find the corner too."""

    def __init__(self, look: Look, *, close: Callable[[], object]) -> None:
        super().__init__(look, "login", SIGNS, columns=(13, 10, 8, 7, 6))
        self._title.show_words(one_line(LOGIN))
        self._foot("close", close, CLOSE)
        self._foot("erase", partial(self._touched, "erase"), ERASE)
        self._foot("enter", partial(self._touched, "enter"), ENTER, face=Face.MAIN)

    def shown(self, typed: str) -> str:
        return typed


class PinPad(Pad):
    """Nothing of a PIN is ever shown. Its keys stand as on a telephone wherever they are large enough so."""

    enough = 26.0

    def __init__(self, look: Look, *, close: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__(look, "pin", DIGITS, columns=(3, 6))
        self._foot("back", back, BACK, Icon.BACK)
        self._foot("close", close, CLOSE, Icon.CANCEL)

    def ask(self, login: str) -> None:
        """Begin with an empty PIN of somebody."""
        self._title.show_words(one_line(filled(PIN, name=login)))
        self.say(None)

    def shown(self, typed: str) -> str:
        self._typed_words.setAccessibleName(f"{len(typed)}")
        return "●" * min(len(typed), DOTS)
