"""A few questions beside the ticket, never over it: Enter agrees, Esc leaves, everything else stays live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from waitline.look import Face as ButtonFace
from waitline.look import FitLabel, Icon, Look, Space, TouchButton, Type
from waitline.model.counter import CounterId
from waitline.model.errors import ReasonNeeded
from waitline.model.office import OfficeSetup

from .action_button import ICONS
from .actions import Action, Wish
from .choices import Line, OneOf, Option
from .panel import Panel
from .words import ClerkWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(Panel):
    """One action's questions. `agreed` carries the finished wish, `left` means nothing is wanted."""

    agreed = Signal(Wish)
    left = Signal()
    unready = Signal(ReasonNeeded)

    def __init__(self, look: Look, words: ClerkWords, action: Action, subject: str = "") -> None:
        super().__init__(look)
        self.setObjectName("sheet")
        self._words, self.action = words, action
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
        self._first: OneOf | Line | None = None
        self._lay_out(look)
        self._agree.activated.connect(self.agree)
        self._leave.activated.connect(self.left)

    def _lay_out(self, look: Look) -> None:
        margin = look.px(Space.MARGIN)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(Space.GAP))
        buttons.addWidget(self._leave, 1)
        buttons.addWidget(self._agree, 2)
        self._questions.setSpacing(margin)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(margin)
        column.addWidget(self._title)
        column.addLayout(self._questions)
        column.addLayout(buttons)
        column.addStretch(1)

    def ask(self, question: OneOf | Line) -> None:
        """Put one more question below the others."""
        self._questions.addWidget(question)
        self._first = self._first or question

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        if self._first is not None:
            self._first.begin()

    def agree(self) -> None:
        """The clerk is done; without a reason where one is needed, says so and stays."""
        wish = self.wish()
        if wish is None:
            self.unready.emit(ReasonNeeded())
            return
        self.agreed.emit(wish)

    def wish(self) -> Wish | None:
        """The answers as a wish; None while something is missing."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.agree()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReasonSheet(Sheet):
    """Why, and for some actions until when: park, pause, call out of order."""

    def __init__(self, look: Look, words: ClerkWords, action: Action, *, label: str = "") -> None:
        super().__init__(look, words, action, label)
        self._label = label
        reasons = [Option(value=said, words=said) for said in self._reasons()[action]]
        self._reason = OneOf(look, "reason", self.tr("原因"), reasons, columns=2)
        self._other = Line(look, "other_reason", self.tr("其他原因（自行填寫）"))
        self.ask(self._reason)
        self.ask(self._other)
        self._until: OneOf | None = None
        if action is not Action.CALL_TICKET:
            self._until = OneOf(look, "until", self._until_words(), self._lengths(), columns=5)
            self.ask(self._until)

    def wish(self) -> Wish | None:
        minutes = self._until.value if self._until else None
        return Wish(
            action=self.action,
            label=self._label if self.action is Action.CALL_TICKET else None,
            reason=self._other.value or str(self._reason.value),
            minutes=minutes if isinstance(minutes, int) else None,
        )

    def _reasons(self) -> dict[Action, tuple[str, ...]]:
        return {
            Action.PARK: (
                self.tr("回去補件"),
                self.tr("填寫書表"),
                self.tr("等候查證"),
                self.tr("暫時離開"),
            ),
            Action.PAUSE: (self.tr("午休"), self.tr("休息"), self.tr("開會"), self.tr("支援其他工作")),
            Action.CALL_TICKET: (
                self.tr("民眾已回到櫃台"),
                self.tr("行動不便"),
                self.tr("等候過久"),
                self.tr("主管指示"),
            ),
        }

    def _until_words(self) -> str:
        return self.tr("預計恢復") if self.action is Action.PAUSE else self.tr("預計回來")

    def _lengths(self) -> list[Option]:
        lengths = (10, 20, 30, 60)
        offered = [Option(value=length, words=self.tr("%1 分").replace("%1", str(length))) for length in lengths]
        return [Option(value=None, words=self.tr("未定")), *offered]


class ServiceSheet(Sheet):
    """Which service: for a walk-in, or for a love visitor who has not said yet."""

    def __init__(self, look: Look, words: ClerkWords, action: Action, view: CounterView) -> None:
        super().__init__(look, words, action, view.current.label if view.current else "")
        offered = [
            Option(value=code, words=words.short_service(code, view.setup)) for code in view.counter.services
        ]
        self._service = OneOf(look, "service", self.tr("辦理項目"), offered, columns=2)
        self.ask(self._service)
        self._love: OneOf | None = None
        if action is Action.WALK_IN:
            kinds = [Option(value=False, words=self.tr("一般")), Option(value=True, words=self.tr("愛心"))]
            self._love = OneOf(look, "love", self.tr("身分"), kinds, columns=2)
            self.ask(self._love)

    def wish(self) -> Wish | None:
        love = self._love is not None and self._love.value is True
        return Wish(action=self.action, service=str(self._service.value), love=love)


class PlaceSheet(Sheet):
    """Where a visitor goes next: transfer, or continue with another service."""

    def __init__(self, look: Look, words: ClerkWords, action: Action, view: CounterView) -> None:
        super().__init__(look, words, action, view.current.label if view.current else "")
        self._service = OneOf(look, "service", self.tr("辦理項目"), self._services(view), columns=2)
        self._counter = OneOf(look, "to_counter", self.tr("櫃台"), self._counters(view), columns=7)
        self.ask(self._service)
        self.ask(self._counter)
        self._note: Line | None = None
        if action is Action.TRANSFER:
            self._note = Line(look, "note", self.tr("備註（接手的同仁會看到）"))
            self.ask(self._note)

    def wish(self) -> Wish | None:
        service, counter = self._service.value, self._counter.value
        if service is None and counter is None:
            return None
        return Wish(
            action=self.action,
            service=str(service) if service else None,
            to_counter=CounterId(str(counter)) if counter else None,
            note=(self._note.value or None) if self._note else None,
        )

    def _services(self, view: CounterView) -> list[Option]:
        setup: OfficeSetup = view.setup
        now = view.current.service if view.current else None
        others = [service.code for service in setup.services if service.code != now]
        offered = [Option(value=code, words=self._words.short_service(code, setup)) for code in others]
        if self.action is Action.TRANSFER:
            return [Option(value=None, words=self.tr("項目不變")), *offered]
        return offered

    def _counters(self, view: CounterView) -> list[Option]:
        others = [counter.id for counter in view.setup.counters if counter.id != view.counter.id]
        free = self.tr("不限") if self.action is Action.TRANSFER else self.tr("本櫃")
        return [Option(value=None, words=free), *(Option(value=number, words=number) for number in others)]


def sheet_for(look: Look, words: ClerkWords, action: Action, view: CounterView, label: str) -> Sheet:
    """The questions of an action as things stand."""
    if action in {Action.TRANSFER, Action.CONTINUE}:
        return PlaceSheet(look, words, action, view)
    if action in {Action.WALK_IN, Action.BEGIN}:
        return ServiceSheet(look, words, action, view)
    if action is Action.PARK and view.current is not None:
        label = view.current.label
    return ReasonSheet(look, words, action, label=label)
