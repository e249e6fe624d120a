"""Who asks for help, since when, and what to do about it: one line that bar and console share."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from waitline.look import Banner, Look, Says, Space, TouchButton
from waitline.look import Face as ButtonFace

from .action_button import ActionButton
from .actions import Action
from .help_calls import NewsFace
from .help_words import HelpWords
from .words import ClerkWords

OTHERS: Final = 2
"""So many calls behind the first have a button of their own; the last one counts whatever is beyond."""
ACTIONS: Final = (Action.ANSWER_HELP, Action.HELP_NUMBER)


class HelpStrip(QWidget):
    """Hidden while nobody asks. It never takes the keyboard; screen readers are told when a call stands there."""

    wanted = Signal(Action)
    chosen = Signal(int)

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__()
        self.setObjectName("help_strip")
        self._words, self._sentences = words, HelpWords(words)
        self._about: int | None = None
        self._said = Banner(look)
        self._said.setObjectName("help_call")
        self._others = [TouchButton(look, face=ButtonFace.QUIET) for _ in range(OTHERS)]
        self._ids = [0] * OTHERS
        for place, button in enumerate(self._others):
            button.setObjectName(f"other_help_{place}")
            button.activated.connect(lambda place=place: self.chosen.emit(self._ids[place]))
        self._buttons = {action: ActionButton(look, words, action, keys.get(action)) for action in ACTIONS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(Space.GAP))
        row.addWidget(self._said, 1)
        for other in self._others:
            row.addWidget(other)
        for button in self._buttons.values():
            row.addWidget(button)
            button.wanted.connect(self.wanted)
        self.setFixedHeight(self._buttons[Action.ANSWER_HELP].sizeHint().height())
        words.changed.connect(self._name)
        self._name()
        self.hide()

    def show_face(self, face: NewsFace) -> None:
        """Draw this moment."""
        call, view = face.help.front, face.view
        self.setVisible(call is not None and view is not None)
        if call is None or view is None:
            self._about = None
            self._said.clear()
            return
        if call.id != self._about:
            self._about = call.id
            self._said.clear()  # another call is told to the listener anew
        says, told = self._sentences.sentence(call, face)
        self._said.show_words(says if face.in_touch else Says.STALE, told)
        self._said.setToolTip(self._said.text())
        self._show_others(face)
        for action, button in self._buttons.items():
            late = action is Action.ANSWER_HELP and face.help.late
            button.show_state(live=action in face.live, primary=late)
        self._buttons[Action.ANSWER_HELP].setVisible(face.help.open_call is not None)

    def _show_others(self, face: NewsFace) -> None:
        if face.view is None:
            return
        calls, setup = face.help.others, face.view.setup
        for place, button in enumerate(self._others):
            button.setVisible(place < len(calls))
            if place >= len(calls):
                continue
            call = calls[place]
            self._ids[place] = call.id
            beyond = len(calls) - OTHERS if place == OTHERS - 1 else 0
            more = self.tr("還有 %1 處").replace("%1", str(beyond)) if beyond > 0 else ""
            since = self.tr("%1 起").replace("%1", self._words.hour(call.asked_at, setup))
            button.show_words(self._words.place(call.place, setup), note=more or since)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("民眾求助"))
