"""What the hall answered, in words beside the buttons, and the last action that can still be taken back."""

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from waitline.look import Banner, Icon, Look, Says, Space, TouchButton

from .actions import Action
from .face import Face, Message, Tone
from .words import ClerkWords

SAYS = {
    Tone.SAID: Says.GOOD,
    Tone.REFUSED: Says.NOTICE,
    Tone.TROUBLE: Says.TROUBLE,
    Tone.NUDGE: Says.QUIET,
}


class SaysSomething(Protocol):
    """Any face with a line of words: what was said, and what waits for its turn."""

    @property
    def message(self) -> Message | None: ...
    @property
    def waiting(self) -> tuple[Action, ...]: ...


def show_said(banner: Banner, face: SaysSomething, words: ClerkWords, out_of_touch: str | None = None) -> None:
    """What was said last and which presses come next, or that we are out of touch; nothing takes no room."""
    if out_of_touch is not None:
        banner.show_words(Says.OUT_OF_TOUCH, out_of_touch)
        return
    told = [] if face.message is None else [words.message(face.message)]
    told += [words.waiting(face.waiting, alone=not told)] if face.waiting else []
    if told:
        banner.show_words(SAYS[face.message.tone] if face.message else Says.NOTICE, "\n".join(told))
    else:
        banner.clear()


class MessageLine(QWidget):
    """Keeps its height whether or not there is something to say, so that no button ever moves under the mouse."""

    undo_wanted = Signal(Action)

    def __init__(self, look: Look, words: ClerkWords, key: str | None) -> None:
        super().__init__()
        self._words, self._key = words, key
        self._banner = Banner(look)
        self._banner.setObjectName("message")
        self._undo = TouchButton(look, icon=Icon.UNDO)
        self._undo.setObjectName(Action.UNDO.value)
        self._undo.activated.connect(lambda: self.undo_wanted.emit(Action.UNDO))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(Space.GAP))
        row.addWidget(self._banner, 3)
        row.addStretch(1)
        row.addWidget(self._undo, 2)
        self._undo.show_words(words.action(Action.UNDO), note="0")
        self._undo.hide()
        self.setFixedHeight(self._undo.sizeHint().height())

    def show_face(self, face: Face) -> None:
        """Say what there is to say now."""
        show_said(self._banner, face, self._words)
        view = face.view
        offered = view is not None and view.undo is not None and face.undo_seconds > 0
        self._undo.setVisible(offered)
        if offered and view is not None and view.undo is not None:
            what = self._words.undone(view.undo.verb, view.undo.label)
            name = self.tr("復原：%1").replace("%1", what)
            left = self.tr("剩 %1 秒").replace("%1", str(face.undo_seconds))
            self._undo.show_words(name, note="　".join(part for part in (self._key, left) if part))
            self._undo.setEnabled(Action.UNDO in face.live)
