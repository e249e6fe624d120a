"""How one's own question stands, and what colleagues ask: a line each, the same in console, bar and banner."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from waitline.look import Banner, Look, Says, Space, TouchButton, Type
from waitline.look import Face as ButtonFace
from waitline.model.case_help import CaseHelp
from waitline.model.office import OfficeSetup

from ..action_button import ActionButton
from ..actions import Action
from ..screen_face import ScreenFace
from ..words import ClerkWords
from .news import CaseFace, has_climbed
from .words import CaseWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.cases import Cases

AT_A_COUNTER: Final = (Action.ANSWER_CASE, Action.COME_TO_CASE, Action.TAKE_OVER_CASE)
ELSEWHERE: Final = (Action.ANSWER_CASE, Action.COME_TO_CASE)
"""Nobody takes a visitor over to where there is no counter."""


class CaseView(Protocol):
    """Any view that tells of questions about cases."""

    @property
    def setup(self) -> OfficeSetup: ...
    @property
    def cases(self) -> Cases: ...


class SeesCases(ScreenFace[CaseView], Protocol):
    """Such a face that knows of questions about cases."""

    @property
    def cases(self) -> CaseFace: ...


class _CaseStrip(QWidget):
    """Hidden while there is nothing to say. It never takes the keyboard; the listener is told of each change."""

    wanted = Signal(Action)

    def __init__(
        self,
        look: Look,
        words: ClerkWords,
        name: str,
        keys: dict[Action, str],
        actions: Iterable[Action],
        *,
        tall: int | None,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = CaseWords(words)
        self._told: object = None
        self._said = Banner(look, role=Type.SMALL)
        self._said.setObjectName(f"{name}_words")
        self._buttons = {action: ActionButton(look, words, action, keys.get(action)) for action in actions}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(Space.GAP))
        self._row.addWidget(self._said, 1)
        for button in self._buttons.values():
            self._row.addWidget(button)
            button.wanted.connect(self.wanted)
        self.setFixedHeight(tall or max(button.sizeHint().height() for button in self._buttons.values()))
        words.changed.connect(self._name)
        self._name()
        self.hide()

    def _say(self, case: CaseHelp, says: Says, told: str, *, in_touch: bool) -> None:
        """Old words stay as they were, in grey, while nobody knows better."""
        state = case.id, case.answer, case.team
        if state != self._told:
            self._told = state
            self._said.clear()  # another state is told to the listener anew
        self._said.show_words(says if in_touch else Says.STALE, told)
        self._said.setToolTip(told)

    def _say_nothing(self) -> None:
        self._told = None
        self._said.clear()

    def _name(self) -> None:
        raise NotImplementedError


class OwnCaseStrip(_CaseStrip):
    """Beside the visitor: who was asked, since when, who comes, what the answer is."""

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str], *, tall: int | None = None) -> None:
        super().__init__(look, words, "own_case", keys, (Action.END_CASE_HELP,), tall=tall)

    def show_face(self, face: SeesCases) -> None:
        """Draw this moment."""
        case, view = face.cases.own, face.view
        self.setVisible(case is not None and view is not None)
        if case is None or view is None:
            self._say_nothing()
            return
        says, told = self._words.own(case, view.setup)
        self._say(case, says, told, in_touch=face.in_touch)
        button = self._buttons[Action.END_CASE_HELP]
        button.show_state(live=Action.END_CASE_HELP in face.live, primary=not case.is_unanswered)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("這位民眾的請教"))


class AskedCaseStrip(_CaseStrip):
    """What colleagues ask: the most pressing in words, the next one by a button, how many more there are."""

    chosen = Signal(int)

    def __init__(
        self,
        look: Look,
        words: ClerkWords,
        keys: dict[Action, str],
        actions: Iterable[Action],
        *,
        tall: int | None = None,
    ) -> None:
        super().__init__(look, words, "asked_case", keys, actions, tall=tall)
        self._next = 0
        self._other = TouchButton(look, face=ButtonFace.QUIET)
        self._other.setObjectName("other_case")
        self._other.activated.connect(lambda: self.chosen.emit(self._next))
        self._row.insertWidget(1, self._other)

    def show_face(self, face: SeesCases) -> None:
        """Draw this moment."""
        case, view = face.cases.front, face.view
        self.setVisible(case is not None and view is not None)
        if case is None or view is None:
            self._say_nothing()
            return
        says, told = self._words.asked(case, view.cases, view.setup, face.now)
        self._say(case, says, told, in_touch=face.in_touch)
        self._show_other(face.cases.others, view.setup)
        for action, button in self._buttons.items():
            presses = action is Action.COME_TO_CASE and case.is_unanswered and has_climbed(case)
            button.show_state(live=action in face.live, primary=presses)

    def _show_other(self, others: tuple[CaseHelp, ...], setup: OfficeSetup) -> None:
        self._other.setVisible(bool(others))
        if others:
            self._next = others[0].id
            counter = self._words.counter(others[0], setup)
            more = self.tr("還有 %1 件").replace("%1", str(len(others) - 1)) if len(others) > 1 else ""
            since = self.tr("%1 起").replace("%1", self._words.clerk.hour(others[0].asked_at, setup))
            self._other.show_words(counter, note=more or since)
            self._other.setAccessibleName(self._words.clerk.listed((counter, since, more)))

    def _name(self) -> None:
        self.setAccessibleName(self.tr("同仁請教"))
