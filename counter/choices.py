"""Questions a clerk answers in a second: one of a few, or a short line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from waitline.look import Colour, FitLabel, Look, Space, Type

from .choice_button import ChoiceButton, TickButton

LONGEST_LINE: Final = 80
KEYS: Final = 9
"""So many answers have a digit of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer: what it stands for and how it is called. `note`: what there is to know of it now."""

    value: object
    words: str
    note: str = ""
    live: bool = True


class OneOf(QWidget):
    """A few answers side by side; arrow keys move between them, with `keyed` digits choose, too.

    One is always chosen, unless it begins with `at=None`: then none is until the clerk says so.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        name: str,
        title: str,
        options: Sequence[Option],
        *,
        columns: int,
        at: int | None = 0,
        keyed: bool = False,
    ) -> None:
        super().__init__()
        self._options, self._keyed = tuple(options), keyed
        self._group = QButtonGroup(self)
        self._buttons: list[ChoiceButton] = []
        grid = self._grid(look, name, columns)
        _put_below(self, look, title, grid)
        if at is not None:
            self._buttons[min(at, len(self._buttons) - 1)].setChecked(True)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._options[place].value))

    def _grid(self, look: Look, name: str, columns: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(look.px(Space.GAP) // 3)
        noted = any(option.note for option in self._options)
        for place, option in enumerate(self._options):
            key = str(place + 1) if self._keyed and place < KEYS else ""
            button = ChoiceButton(look, option.words, f"{name}_{place}", key=key, noted=noted)
            button.show_state(note=option.note, live=option.live)
            self._buttons.append(button)
            self._group.addButton(button, place)
            grid.addWidget(button, place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid

    def show_options(self, options: Sequence[Option]) -> None:
        """The same answers as they stand now; one that may no longer be given gives way to the first."""
        self._options = tuple(options)
        for button, option in zip(self._buttons, options, strict=True):
            button.show_state(note=option.note, live=option.live)
            if button.isChecked() and not option.live:
                self._buttons[0].setChecked(True)

    def choose_by_key(self, key: str) -> bool:
        """Choose the answer that shows this digit; False if none does."""
        place = int(key) - 1 if self._keyed and key.isdecimal() and key.isascii() else -1
        if not 0 <= place < min(KEYS, len(self._buttons)):
            return False
        button = self._buttons[place]
        if button.isEnabled():
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()
        return True

    def choose(self, value: object) -> None:
        """Give this answer, which is one of them."""
        place = next(place for place, option in enumerate(self._options) if option.value == value)
        self._buttons[place].setChecked(True)

    def rename(self, words: Sequence[str]) -> None:
        """The same answers in other words."""
        for button, said in zip(self._buttons, words, strict=True):
            button.rename(said)

    @property
    def value(self) -> object:
        """The answer; None also while there is none."""
        place = self._group.checkedId()
        return self._options[place].value if place >= 0 else None

    def begin(self) -> None:
        """Put the keyboard here: on the answer given, else on the first that may be."""
        live = (button for button in self._buttons if button.isEnabled())
        chosen = self._group.checkedButton() or next(live, self._buttons[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)


class AnyOf(QWidget):
    """Answers of which any number may hold, none at first."""

    def __init__(self, look: Look, name: str, title: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._options = tuple(options)
        self._buttons = [TickButton(look, o.words, f"{name}_{place}") for place, o in enumerate(options)]
        row = QGridLayout()
        row.setSpacing(look.px(Space.GAP) // 3)
        for place, button in enumerate(self._buttons):
            row.addWidget(button, 0, place)
            row.setColumnStretch(place, 1)
        _put_below(self, look, title, row)

    @property
    def values(self) -> tuple[object, ...]:
        """All that hold."""
        return tuple(o.value for o, b in zip(self._options, self._buttons, strict=True) if b.isChecked())

    def begin(self) -> None:
        """Put the keyboard here."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _put_below(question: QWidget, look: Look, title: str, answers: QLayout) -> None:
    """The question in small type, its answers below."""
    asked = FitLabel(look, Type.SMALL, colour=Colour.TEXT_QUIET, strong=True)
    asked.show_words(title)
    question.setAccessibleName(title)
    around = QVBoxLayout(question)
    around.setContentsMargins(0, 0, 0, 0)
    around.setSpacing(look.px(Space.GAP) // 2)
    around.addWidget(asked)
    asked.setVisible(bool(title))
    around.addLayout(answers)


class Line(QWidget):
    """A short answer in the clerk's own words."""

    def __init__(self, look: Look, name: str, title: str, *, longest: int = LONGEST_LINE) -> None:
        super().__init__()
        self._field = QLineEdit()
        self._field.setObjectName(name)
        self._field.setAccessibleName(title)
        self._field.setPlaceholderText(title)
        self._field.setMaxLength(longest)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, look.px(Space.GAP) // 2, 0, 0)
        around.addWidget(self._field)

    @property
    def value(self) -> str:
        return self._field.text().strip()

    def begin(self) -> None:
        """Put the keyboard here."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, typed: str) -> None:
        """Somebody has begun to type elsewhere: it goes on here."""
        self.begin()
        self._field.insert(typed)
