"""How a call for help stands, in a sentence: the same beside its buttons and on a locked screen."""

from PySide6.QtCore import QObject

from waitline.look import Says
from waitline.model.clock import MINUTE
from waitline.model.help import HelpCall

from .help_calls import NewsFace
from .words import ClerkWords


class HelpWords(QObject):
    """Names places, never people."""

    def __init__(self, words: ClerkWords) -> None:
        super().__init__()
        self._words = words

    def sentence(self, call: HelpCall, face: NewsFace) -> tuple[Says, str]:
        """What to say of it, and how."""
        view, words = face.view, self._words
        if view is None:
            return Says.NOTICE, ""
        place = words.place(call.place, view.setup)
        if not call.is_open:
            return Says.GOOD, self.tr("您正前往%1，也可在這裡代為取號").replace("%1", place)
        if face.help.late:
            minutes = str((face.now - call.asked_at) // MINUTE)
            told = self.tr("%1等候協助已 %2 分鐘，還沒有人過去")
            return Says.TROUBLE, told.replace("%1", place).replace("%2", minutes)
        told = self.tr("%1有民眾需要協助（%2 起）")
        return Says.NOTICE, told.replace("%1", place).replace("%2", words.hour(call.asked_at, view.setup))
