"""A number is made void only after a second look: nothing brings it back."""

from PySide6.QtCore import Qt

from waitline.look import Look

from ..actions import Action, Wish
from ..sheet import Sheet
from ..words import ClerkWords


class VoidSheet(Sheet):
    """Asks nothing but to be agreed with; says which number."""

    def __init__(self, look: Look, words: ClerkWords, label: str) -> None:
        super().__init__(look, words, Action.CANCEL_NUMBER, label)
        self._label = label

    def begin(self) -> None:
        """Put the keyboard on agreeing."""
        self._agree.setFocus(Qt.FocusReason.OtherFocusReason)

    def wish(self) -> Wish:
        return Wish(action=self.action, label=self._label)
