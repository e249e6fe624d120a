"""Questions a clerk answers in a second: one of a few, or a short line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from waitline.look import Colour, FitLabel, Look, Space, Type

from .choice_button import ChoiceButton


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer: what it stands for and how it is called."""

    value: object
    words: str


class OneOf(QWidget):
    """A few answers side by side; arrow keys move between them, one is always chosen."""

    chosen = Signal(object)

    def __init__(
        self, look: Look, name: str, title: str, options: Sequence[Option], *, columns: int, at: int = 0
    ) -> None:
        super().__init__()
        self._options = tuple(options)
        self._group = QButtonGroup(self)
        self._buttons: list[ChoiceButton] = []
        grid = QGridLayout()
        grid.setSpacing(look.px(Space.GAP) // 3)
        for place, option in enumerate(self._options):
            button = ChoiceButton(look, option.words, f"{name}_{place}")
            self._buttons.append(button)
            self._group.addButton(button, place)
            grid.addWidget(button, place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        asked = FitLabel(look, Type.SMALL, colour=Colour.TEXT_QUIET, strong=True)
        asked.show_words(title)
        self.setAccessibleName(title)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(look.px(Space.GAP) // 2)
        around.addWidget(asked)
        asked.setVisible(bool(title))
        around.addLayout(grid)
        self._buttons[min(at, len(self._buttons) - 1)].setChecked(True)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._options[place].value))

    def rename(self, words: Sequence[str]) -> None:
        """The same answers in other words."""
        for button, said in zip(self._buttons, words, strict=True):
            button.rename(said)

    @property
    def value(self) -> object:
        """The answer."""
        return self._options[self._group.checkedId()].value

    def begin(self) -> None:
        """Put the keyboard here."""
        self._buttons[self._group.checkedId()].setFocus(Qt.FocusReason.OtherFocusReason)


class Line(QWidget):
    """A short answer in the clerk's own words."""

    def __init__(self, look: Look, name: str, title: str) -> None:
        super().__init__()
        self._field = QLineEdit()
        self._field.setObjectName(name)
        self._field.setAccessibleName(title)
        self._field.setPlaceholderText(title)
        self._field.setMaxLength(80)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, look.px(Space.GAP) // 2, 0, 0)
        around.addWidget(self._field)

    @property
    def value(self) -> str:
        return self._field.text().strip()

    def begin(self) -> None:
        """Put the keyboard here."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
