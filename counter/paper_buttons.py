"""Paper at the counter's own printer: a copy of a number's slip, a receipt for a case that is pending."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from waitline.look import Look, Space

from .action_button import ActionButton
from .actions import Action
from .face import Face
from .words import ClerkWords

PAPER: Final = (Action.REPRINT, Action.RECEIPT)


class PaperButtons(QWidget):
    """Each says whose paper it would be. Not there where the counter has no printer."""

    wanted = Signal(Action)

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__()
        self.setObjectName("paper_buttons")
        self._buttons = {action: ActionButton(look, words, action, keys.get(action)) for action in PAPER}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(Space.GAP))
        for button in self._buttons.values():
            button.wanted.connect(self.wanted)
            row.addWidget(button, 1)
        self.hide()

    def show_face(self, face: Face) -> None:
        """Draw this moment."""
        self.setVisible(face.view is not None and face.view.counter.printer is not None)
        for action, button in self._buttons.items():
            live = action in face.live
            button.show_state(live=live, note=face.about.label if live and face.about is not None else "")
