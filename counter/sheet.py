"""A few questions beside the ticket, never over it: Enter agrees, Esc leaves, everything else stays live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from waitline.look import Face as ButtonFace
from waitline.look import FitLabel, Icon, Look, Space, TouchButton, Type
from waitline.model.errors import Refused, WaitlineError

from .action_button import ICONS
from .actions import Action, Wish
from .choices import AnyOf, Line, OneOf
from .keyboard import ENTER
from .panel import Panel
from .words import ClerkWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


NOT_TYPED = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Sheet(Panel):
    """One action's questions. `agreed` carries the finished wish, `left` means nothing is wanted.

    `help_id`, `case_id`: which call for help or which question it is about; None: whoever stands at the counter.
    """

    agreed = Signal(Wish)
    left = Signal()
    unready = Signal(WaitlineError)

    def __init__(self, look: Look, words: ClerkWords, action: Action, subject: str = "") -> None:
        super().__init__(look)
        self.setObjectName("sheet")
        self._words, self.action = words, action
        self.help_id: int | None = None
        self.case_id: int | None = None
        name = words.action(action)
        self._title = FitLabel(look, Type.TITLE, strong=True)
        self._title.show_words(f"{name}　{subject}" if subject else name)
        self.setAccessibleName(self._title.text())
        self._agree = TouchButton(look, name, face=ButtonFace.MAIN, icon=ICONS.get(action))
        self._agree.setObjectName("agree")
        self._agree.show_words(name, note="Enter")
        self._leave = TouchButton(look, icon=Icon.CANCEL)
        self._leave.setObjectName("leave")
        self._leave.show_words(self.tr("取消"), note="Esc")
        self._questions = QVBoxLayout()
        self._first: AnyOf | Line | OneOf | None = None
        self._own_words: Line | None = None
        self._lay_out(look)
        self._agree.activated.connect(self.agree)
        self._leave.activated.connect(self.left)

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        buttons = QHBoxLayout()
        buttons.setSpacing(gap)
        buttons.addWidget(self._leave, 1)
        buttons.addWidget(self._agree, 2)
        self._questions.setSpacing(gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(gap)
        column.addWidget(self._title)
        column.addLayout(self._questions)
        column.addLayout(buttons)
        column.addStretch(1)

    def ask(self, question: AnyOf | Line | OneOf, *beside: OneOf) -> None:
        """Put one more question below the others, with what shares its line `beside` it."""
        line = QHBoxLayout()
        line.setSpacing(self._look.px(Space.MARGIN))
        for each in (question, *beside):
            line.addWidget(each, 1)
        self._questions.addLayout(line)
        self._first = self._first or question
        if isinstance(question, Line):
            self._own_words = self._own_words or question

    def tell(self, what: QWidget) -> None:
        """Put something to read below the questions so far."""
        self._questions.addWidget(what)

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        if self._first is not None:
            self._first.begin()

    def agree(self) -> None:
        """The clerk is done; with an answer missing, says which and stays."""
        wish = self.wish()
        if isinstance(wish, Refused):
            self.unready.emit(wish)
        else:
            self.agreed.emit(wish)

    def wish(self) -> Wish | Refused:
        """The answers as a wish, or what is missing."""
        raise NotImplementedError

    def show_view(self, view: CounterView) -> None:
        """The hall has changed while the clerk reads; the answers stay."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.agree()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif isinstance(self._first, OneOf) and self._first.choose_by_key(event.text()):
            event.accept()
        elif self._own_words is not None and _is_typed(event):
            self._own_words.go_on(event.text())
        else:
            super().keyPressEvent(event)


def _is_typed(event: QKeyEvent) -> bool:
    """A letter of somebody's own words, not a key of an action."""
    text, with_others = event.text(), event.modifiers() & NOT_TYPED
    return bool(text.strip()) and text.isprintable() and not with_others
