"""The console's buttons: what is pressed all day is large and above, the rest below, none ever moves."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from waitline.look import Look, Space

from .action_button import ActionButton
from .action_buttons import give_keyboard, show_actions
from .actions import Action
from .face import Face
from .words import ClerkWords

ROWS: Final = (
    ((Action.CALL_NEXT, 10), (Action.BEGIN, 5), (Action.FINISH, 5)),
    ((Action.RECALL, 5), (Action.NO_SHOW, 5), (Action.PUT_BACK, 5), (Action.PARK, 5)),
    (
        (Action.TRANSFER, 4),
        (Action.ASK_FOR_CASE_HELP, 3),
        (Action.CONTINUE, 5),
        (Action.CORRECT, 4),
        (Action.PAUSE, 4),
    ),
)
"""Twentieths of the width, so that rows of four and of five are all filled."""
WHILE_NOBODY_IS_HERE: Final = {Action.CONTINUE: Action.CHOOSE_WALK_IN, Action.CORRECT: Action.WALK_IN}
"""Who is served may have another errand, or came for something else; with nobody there somebody may walk in. Each
stands in the place of one that asks first, so that a second click in the same place does nothing at once.
"""
COLUMNS: Final = 20
HALF: Final = COLUMNS // 2
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
                for each in (action, WHILE_NOBODY_IS_HERE.get(action)):
                    if each is not None:
                        self._grid.addWidget(self._button(look, each, keys), line, column, 1, span)
                column += span
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowMinimumHeight(0, round(self._buttons[Action.RECALL].sizeHint().height() * TALL_ROW))
        for action in (Action.OPEN, Action.OVERRIDE):
            button = self._button(look, action, keys)
            place = Action.CALL_NEXT if action is Action.OPEN else Action.BEGIN
            self._grid.addWidget(button, 0, 0 if place is Action.CALL_NEXT else HALF, 1, HALF)
            button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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
        somebody = face.view is not None and face.view.current is not None
        for here, nobody in WHILE_NOBODY_IS_HERE.items():
            self._buttons[here].setVisible(somebody)
            self._buttons[nobody].setVisible(not somebody)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("櫃台動作"))
