"""Where a PIN is typed: never shown, cleared once it has served."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from waitline.look import Face as ButtonFace
from waitline.look import Look, Space, TouchButton

from .actions import Action
from .words import ClerkWords

LONGEST = 32
FIELD_MM = 42.0


def pin_line() -> QLineEdit:
    """The field itself, as the first page and the lock have it."""
    field = QLineEdit()
    field.setObjectName("pin")
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(LONGEST)
    return field


class PinEntry(QWidget):
    """The field of a locked screen and its button; Enter in the field is the button."""

    given = Signal(str)

    def __init__(self, look: Look, words: ClerkWords) -> None:
        super().__init__()
        self._words = words
        self._field = pin_line()
        self._field.setMinimumWidth(look.mm(FIELD_MM))
        self._go = TouchButton(look, face=ButtonFace.MAIN)
        self._go.setObjectName(Action.UNLOCK.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(Space.GAP))
        row.addWidget(self._field, 1)
        row.addWidget(self._go)
        self._field.returnPressed.connect(self._give)
        self._go.activated.connect(self._give)
        words.changed.connect(self._name)
        self._name()

    def clear(self) -> None:
        """Nothing of it is left for whoever sits down next."""
        self._field.clear()

    def begin(self) -> None:
        """Put the keyboard here."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        self._field.selectAll()
        self.given.emit(self._field.text())

    def _name(self) -> None:
        name = self._words.action(Action.UNLOCK)
        self._go.show_words(name, note="Enter")
        self._go.setAccessibleName(name)
        self._field.setPlaceholderText(self.tr("請輸入密碼"))
        self._field.setAccessibleName(self.tr("密碼"))
