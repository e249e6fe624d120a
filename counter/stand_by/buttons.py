"""Yes, no, arrived, end: what window and banner offer, each where it can be pressed."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from waitline.look import Look, Space

from ..action_button import ActionButton
from ..actions import Action
from ..words import ClerkWords
from .face import StandByFace

MAIN = (Action.ACCEPT, Action.ARRIVE)
GIVE_ROOM = (Action.STAND_DOWN, Action.ANSWER_CASE, Action.COME_TO_CASE)
"""These are not beside yes and no: what colleagues ask stands in a banner of its own."""


class StandByButtons(QWidget):
    """Those of `actions` that can be pressed now; the others are not there."""

    wanted = Signal(Action)

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str], actions: Iterable[Action]) -> None:
        super().__init__()
        self.setObjectName("stand_by_buttons")
        self._buttons = {action: ActionButton(look, words, action, keys.get(action)) for action in actions}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(Space.GAP))
        for button in self._buttons.values():
            row.addWidget(button, 1)
            button.wanted.connect(self.wanted)

    def show_face(self, face: StandByFace) -> None:
        """Draw this moment."""
        for action, button in self._buttons.items():
            live = action in face.live
            kept = live and not (action in GIVE_ROOM and _is_asked(face))
            ends = action is Action.STAND_DOWN and not _is_asked(face) and not face.locked
            button.setVisible(kept or ends)
            button.show_state(live=live and face.under_way is None, primary=action in MAIN)


def _is_asked(face: StandByFace) -> bool:
    """While somebody is to answer or on the way, ending stand-by would be a slip of the hand."""
    return bool(face.live & {Action.ACCEPT, Action.DECLINE})
