"""The questions of each action: why and until when, which service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waitline.look import Look
from waitline.model.case_help import CaseHelp
from waitline.model.errors import ReasonNeeded, Refused
from waitline.model.help import HelpCall
from waitline.model.ticket import Ticket

from .actions import Action, Wish
from .back_line_sheet import BackLineSheet
from .cases.sheets import AnswerSheet, AskSheet
from .choices import Line, OneOf, Option
from .help_sheet import HelpSheet
from .place_sheet import PlaceSheet
from .receipt_sheet import ReceiptSheet
from .refusals import ServiceNeeded
from .sheet import Sheet
from .words import ClerkWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


class ReasonSheet(Sheet):
    """Why, and for some actions until when: park, pause, call out of order. `at`: which reason is offered as
    chosen; None: the clerk gives one."""

    def __init__(
        self, look: Look, words: ClerkWords, action: Action, *, label: str = "", at: int | None = 0
    ) -> None:
        super().__init__(look, words, action, label)
        self._label = label
        reasons = [Option(value=said, words=said) for said in self._reasons()[action]]
        self._reason = OneOf(look, "reason", self.tr("原因"), reasons, columns=2, at=at, keyed=True)
        self._other = Line(look, "other_reason", self.tr("其他原因（自行填寫）"))
        self.ask(self._reason)
        self.ask(self._other)
        self._until: OneOf | None = None
        if action in {Action.PARK, Action.PAUSE}:
            self._until = OneOf(look, "until", self._until_words(), self._lengths(), columns=5)
            self.ask(self._until)

    def wish(self) -> Wish | Refused:
        reason = self._other.value or str(self._reason.value or "")
        if not reason:
            return ReasonNeeded()
        minutes = self._until.value if self._until else None
        return Wish(
            action=self.action,
            label=self._label if self.action is Action.CALL_TICKET else None,
            reason=reason,
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
            Action.DECLINE: (
                self.tr("手上有案件"),
                self.tr("正在開會"),
                self.tr("不在座位"),
                self.tr("身體不適"),
            ),
        }

    def _until_words(self) -> str:
        return self.tr("預計恢復") if self.action is Action.PAUSE else self.tr("預計回來")

    def _lengths(self) -> list[Option]:
        lengths = (10, 20, 30, 60)
        offered = [Option(value=length, words=self.tr("%1 分").replace("%1", str(length))) for length in lengths]
        return [Option(value=None, words=self.tr("未定")), *offered]


class ServiceSheet(Sheet):
    """Which service: for a walk-in, for a love visitor who has not said yet, or after all.

    What a visitor came for is on record: of one who was called nothing stands there before the clerk has asked.
    """

    def __init__(self, look: Look, words: ClerkWords, action: Action, view: CounterView) -> None:
        super().__init__(look, words, action, view.current.label if view.current else "")
        offered = [
            Option(value=code, words=words.short_service(code, view.setup)) for code in view.counter.services
        ]
        stands = {Action.CHOOSE_WALK_IN: view.walk_in, Action.CORRECT: view.current and view.current.service}
        now = stands.get(action)
        begun = list(view.counter.services).index(now) if now in view.counter.services else None
        self._service = OneOf(look, "service", self.tr("辦理項目"), offered, columns=2, at=begun, keyed=True)
        self.ask(self._service)
        self._love: OneOf | None = None
        if action is Action.CHOOSE_WALK_IN:
            kinds = [Option(value=False, words=self.tr("一般")), Option(value=True, words=self.tr("愛心"))]
            self._love = OneOf(look, "love", self.tr("身分"), kinds, columns=2)
            self.ask(self._love)

    def wish(self) -> Wish | Refused:
        if self._service.value is None:
            return ServiceNeeded()
        love = self._love is not None and self._love.value is True
        action = Action.WALK_IN if self.action is Action.CHOOSE_WALK_IN else self.action
        return Wish(action=action, service=str(self._service.value), love=love)


def sheet_for(
    look: Look, words: ClerkWords, action: Action, view: CounterView, about: str | HelpCall | CaseHelp | Ticket
) -> Sheet:
    """The questions of an action as things stand; `about`: a number in the queue, or what somebody asks."""
    if not isinstance(about, str):
        return _sheet_about(look, words, view, about)
    if action is Action.ASK_FOR_CASE_HELP:
        return AskSheet(look, words, view)
    if action is Action.SUMMON:
        return BackLineSheet(look, words, view)
    if action in {Action.TRANSFER, Action.CONTINUE}:
        return PlaceSheet(look, words, action, view)
    if action in {Action.CHOOSE_WALK_IN, Action.CORRECT, Action.BEGIN}:
        return ServiceSheet(look, words, action, view)
    if action is Action.PARK and view.current is not None:
        about = view.current.label
    back = action is not Action.CALL_TICKET or about in _labels_aside(view)
    return ReasonSheet(look, words, action, label=about, at=0 if back else None)


def _labels_aside(view: CounterView) -> set[str]:
    """Of those who may have come back: missed, or set aside. Of nobody else is that taken for the reason."""
    return {one.label for one in (*view.missed, *view.parked)}


def _sheet_about(look: Look, words: ClerkWords, view: CounterView, about: HelpCall | CaseHelp | Ticket) -> Sheet:
    if isinstance(about, CaseHelp):
        return AnswerSheet(look, words, view, about)
    if isinstance(about, HelpCall):
        return HelpSheet(look, words, view.setup, about)
    return ReceiptSheet(look, words, view, about)
