"""The page that asks for a PIN: ten digits under the fingers, and a keyboard's digits as well."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from waitline.look import Colour, Face, FitLabel, Icon, Look, Space, TouchButton, Type
from waitline.model.words import Words

from ..pages.page import Page, row_of
from .choices import TITLE_MM, TITLE_UPRIGHT_MM
from .words import BACK, CLOSE, ENTER, ERASE, PIN, filled, one_line

MOST_DIGITS: Final = 32
KEY_MM: Final = (34.0, 24.0)
NOTE_MM: Final = 22.0
FOOT_MM: Final = 32.0
KEYS: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter")


class PinPad(Page):
    """Emits `entered` with the digits; nothing of them is ever shown."""

    entered = Signal(str)

    def __init__(self, look: Look, *, close: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__(look, "staff-pin", "zh-TW")
        middle = Qt.AlignmentFlag.AlignCenter
        self._title = FitLabel(look, Type.HEADING, strong=True, align=middle, parent=self)
        self._dots = FitLabel(look, Type.TITLE, strong=True, align=middle, parent=self)
        self._dots.setObjectName("pin-dots")
        self._note = FitLabel(look, Type.BODY, colour=Colour.TEXT, align=middle, parent=self)
        self._note.setObjectName("pin-note")
        self._digits = ""
        self._waits = False
        self._keys = [self._key(key) for key in KEYS]
        self._feet = [
            self.button("pin-back", back, face=Face.QUIET, icon=Icon.BACK),
            self.button("pin-close", close, face=Face.QUIET, icon=Icon.CANCEL),
        ]
        for foot, words in zip(self._feet, (BACK, CLOSE), strict=True):
            foot.show_words(one_line(words))

    def ask(self, name: str) -> None:
        """Begin with an empty PIN of somebody."""
        self._title.show_words(one_line(filled(PIN, name=name)))
        self.say(None)

    def say(self, note: Words | None, *, waits: bool = False) -> None:
        """What came of the last try; the digits are forgotten. While it `waits` for the answer keys do nothing."""
        self._digits, self._waits = "", waits
        self._note.show_words("" if note is None else f"{note.zh}\n{note.en}")
        self._show_dots()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isascii() and text.isdigit():
            self._touched(text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._touched("enter")
        elif event.key() == Qt.Key.Key_Backspace:
            self._touched("erase")
        else:
            super().keyPressEvent(event)

    def lay_out(self) -> None:
        width, height, gap = self.width(), self.height(), self.px(Space.GAP)
        title = self.look.mm(TITLE_UPRIGHT_MM if self.upright else TITLE_MM)
        note, foot = self.look.mm(NOTE_MM), self.look.mm(FOOT_MM)
        self._title.setGeometry(0, 0, width, title)
        self._dots.setGeometry(0, title, width, note)
        self._note.setGeometry(0, title, width, note)  # dots or words, never both
        box = QRect(0, title + note + gap, width, height - title - note - foot - 3 * gap)
        across = min(self.look.mm(KEY_MM[0]) * 2, (box.width() - 2 * gap) // 3)
        down = min(self.look.mm(KEY_MM[1]) * 2, (box.height() - 3 * gap) // 4)
        left = box.center().x() - (3 * across + 2 * gap) // 2
        top = box.center().y() - (4 * down + 3 * gap) // 2
        for n, key in enumerate(self._keys):
            row, column = divmod(n, 3)
            key.setGeometry(left + column * (across + gap), top + row * (down + gap), across, down)
        row_of(self._feet, QRect(0, height - foot, width, foot), gap, widest=self.look.mm(110))

    def _key(self, key: str) -> TouchButton:
        face = Face.MAIN if key == "enter" else Face.PLAIN
        button = self.button(f"pin-{key}", partial(self._touched, key), face=face)
        words = {"erase": ERASE, "enter": ENTER}.get(key)
        button.show_words(key if words is None else words.zh, "" if words is None else words.en)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _touched(self, key: str) -> None:
        if self._waits:
            return
        if key == "enter":
            if self._digits:
                self.entered.emit(self._digits)
        elif key == "erase":
            self.say(None)
        elif len(self._digits) < MOST_DIGITS:
            self._digits += key
            self._show_dots()

    def _show_dots(self) -> None:
        self._dots.show_words("●" * min(len(self._digits), 12))
        self._dots.setAccessibleName(f"{len(self._digits)}")
