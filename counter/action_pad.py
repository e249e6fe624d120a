"""The console's buttons: what is pressed all day is large and above, the rest below, none ever moves."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from waitline.look import Look, Space

from .action_button import ActionButton
from .actions import Action
from .face import Face, Stage
from .why import why_words
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

    def _button(self, look: Look, action: Action, keys: dict[Action, str]) -> ActionButton:
        button = ActionButton(look, self._words, action, keys.get(action))
        button.wanted.connect(self.wanted)
        self._buttons[action] = button
        return button

    def begin(self) -> None:
        """Put the keyboard on the button that stands out, or on the first that may be pressed."""
        buttons = list(self._buttons.values())
        live = [button for button in buttons if button.isVisibleTo(self) and button.isEnabled()]
        chosen = next((button for button in live if button.stands_out), live[0] if live else None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_face(self, face: Face) -> None:
        """Draw this moment."""
        focused = next((button for button in self._buttons.values() if button.hasFocus()), None)
        opening = face.stage in {Stage.CLOSED, Stage.PAUSED}
        kept = Action.OVERRIDE in face.live
        self._buttons[Action.OPEN].setVisible(opening)
        self._buttons[Action.CALL_NEXT].setVisible(not opening)
        self._buttons[Action.OVERRIDE].setVisible(kept)
        self._buttons[Action.BEGIN].setVisible(not kept)
        self._buttons[Action.FINISH].setVisible(not kept)
        for action, button in self._buttons.items():
            note = next_words(face, self._words) if action is Action.CALL_NEXT else ""
            button.show_state(live=action in face.live, primary=action is face.primary, note=note)
        if focused is not None and not (focused.isEnabled() and focused.isVisibleTo(self)):
            self.begin()


def next_words(face: Face, words: ClerkWords) -> str:
    """Whom the next key would bring, and why, in a few words."""
    view = face.view
    if view is None or view.next_why is None:
        return ""
    why = words.of(why_words(view.next_why, view.next, view.setup.zone))
    if view.next is None:
        return why
    return f"{view.next.label}・{why}"
