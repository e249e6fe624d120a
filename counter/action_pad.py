"""The console's buttons: what is pressed all day is large and above, the rest below, none ever moves."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from waitline.look import Look, Space

from .action_button import ActionButton
from .action_buttons import give_keyboard, show_actions
from .actions import Action
from .face import Face
from .words import ClerkWords

ROWS: Final = (
    ((Action.CALL_NEXT, 2), (Action.BEGIN, 1), (Action.FINISH, 1)),
    ((Action.RECALL, 1), (Action.NO_SHOW, 1), (Action.PUT_BACK, 1), (Action.PARK, 1)),
    ((Action.TRANSFER, 1), (Action.CONTINUE, 1), (Action.WALK_IN, 1), (Action.PAUSE, 1)),
)
TALL_ROW: Final = 1.55


class ActionPad(QWidget):
    """Shows what is allowed now, and says what the clerk wants."""

    wanted = Signal(Action)

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__()
        self.setObjectName("action_pad")
        self._words = words
        self._buttons: dict[Action, ActionButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(Space.GAP) // 3)
        for line, row in enumerate(ROWS):
            column = 0
            for action, span in row:
                self._grid.addWidget(self._button(look, action, keys), line, column, 1, span)
                column += span
        for column in range(4):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowMinimumHeight(0, round(self._buttons[Action.RECALL].sizeHint().height() * TALL_ROW))
        for action in (Action.OPEN, Action.OVERRIDE):
            button = self._button(look, action, keys)
            place = Action.CALL_NEXT if action is Action.OPEN else Action.BEGIN
            self._grid.addWidget(button, 0, 0 if place is Action.CALL_NEXT else 2, 1, 2)
            button.hide()
        words.changed.connect(self._name)
        self._name()

    def _button(self, look: Look, action: Action, keys: dict[Action, str]) -> ActionButton:
        button = ActionButton(look, self._words, action, keys.get(action))
        button.wanted.connect(self.wanted)
        self._buttons[action] = button
        return button

    def begin(self) -> None:
        """Put the keyboard on the button that stands out, or on the first that may be pressed."""
        give_keyboard(self._buttons, waits=self)

    def show_face(self, face: Face) -> None:
        """Draw this moment."""
        show_actions(self._buttons, face, self._words, makes_room=(Action.FINISH,))

    def _name(self) -> None:
        self.setAccessibleName(self.tr("櫃台動作"))
