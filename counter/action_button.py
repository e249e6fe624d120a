"""A clerk's button: its name, its key, and whether it is the one to press."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from waitline.look import Face as ButtonFace
from waitline.look import Icon, Look, TouchButton

from .actions import Action
from .words import ClerkWords

ICONS: Final = {
    Action.SIGN_IN: Icon.DOOR,
    Action.OPEN: Icon.BEGIN,
    Action.PAUSE: Icon.PAUSE,
    Action.CLOSE: Icon.LOCK,
    Action.CALL_NEXT: Icon.NEXT,
    Action.CALL_TICKET: Icon.NEXT,
    Action.RECALL: Icon.RECALL,
    Action.BEGIN: Icon.BEGIN,
    Action.FINISH: Icon.FINISH,
    Action.NO_SHOW: Icon.NO_SHOW,
    Action.PUT_BACK: Icon.PUT_BACK,
    Action.PARK: Icon.PARK,
    Action.UNPARK: Icon.PUT_BACK,
    Action.TRANSFER: Icon.TRANSFER,
    Action.CONTINUE: Icon.REGISTRATION,
    Action.CORRECT: Icon.REGISTRATION,
    Action.WALK_IN: Icon.WALK_IN,
    Action.CHOOSE_WALK_IN: Icon.WALK_IN,
    Action.OVERRIDE: Icon.NEXT,
    Action.UNDO: Icon.UNDO,
    Action.LOCK: Icon.LOCK,
    Action.SIGN_OUT: Icon.DOOR,
    Action.ANSWER_HELP: Icon.WALK_IN,
    Action.HELP_NUMBER: Icon.PRINTER,
    Action.ASK_FOR_CASE_HELP: Icon.QUESTION,
    Action.END_CASE_HELP: Icon.CHECK,
    Action.ANSWER_CASE: Icon.CHECK,
    Action.COME_TO_CASE: Icon.WALK_IN,
    Action.TAKE_OVER_CASE: Icon.TRANSFER,
    Action.SUMMON: Icon.PEOPLE,
    Action.ACCEPT: Icon.CHECK,
    Action.DECLINE: Icon.CANCEL,
    Action.ARRIVE: Icon.WALK_IN,
    Action.STAND_DOWN: Icon.DOOR,
    Action.TAKE_NUMBER: Icon.REGISTRATION,
    Action.BRING_LOVE: Icon.LOVE,
    Action.PRECHECK: Icon.CHECK,
    Action.WELCOME_BACK: Icon.PUT_BACK,
    Action.REPRINT: Icon.PRINTER,
    Action.CANCEL_NUMBER: Icon.CANCEL,
    Action.RECEIPT: Icon.PRINTER,
}


class ActionButton(TouchButton):
    """Says which action is wanted. `plain_name`: for where the key is not shown but only told to the listener."""

    wanted = Signal(Action)

    def __init__(
        self,
        look: Look,
        words: ClerkWords,
        action: Action,
        key: str | None,
        *,
        show_key: bool = True,
        with_icon: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, icon=ICONS.get(action) if with_icon else None, parent=parent)
        self._words, self._action, self._key = words, action, key
        self._note = ""
        self.stands_out = False
        self._show_key = show_key
        self.setObjectName(action.value)
        self.activated.connect(lambda: self.wanted.emit(self._action))
        words.changed.connect(self._name)
        self._name()

    def show_state(self, *, live: bool, primary: bool = False, note: str = "") -> None:
        """Whether it may be pressed, stands out, and what it would do now."""
        self.setEnabled(live)
        self.stands_out = primary and live
        self.show_face(ButtonFace.MAIN if self.stands_out else ButtonFace.PLAIN)
        if note != self._note:
            self._note = note
            self._name()

    def _name(self) -> None:
        key = self._key if self._show_key else None
        note = "　".join(part for part in (key, self._note) if part)
        self.show_words(self._words.action(self._action), note=note)
        spoken = (self._words.action(self._action), self._note, self._key)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        if not self._show_key and self._key:
            self.setToolTip(f"{self._words.action(self._action)}  {self._key}")
