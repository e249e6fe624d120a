"""The questions before a question: whom to ask and about what; and how to answer a colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from waitline.look import FitLabel, Look, Type
from waitline.model.case_help import Answer, CaseHelp, Team
from waitline.model.case_help_errors import MessageNeeded, PersonalNumberTold
from waitline.model.errors import Refused
from waitline.rules.personal_numbers import has_personal_number

from ..actions import Action, Wish
from ..choices import Line, OneOf, Option
from ..refusals import NobodyChosenToAsk
from ..sheet import Sheet
from ..words import ClerkWords
from .news import askable
from .strips import CaseView
from .words import CaseWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView

LONGEST_QUESTION: Final = 40
END: Final = "end"


class AskSheet(Sheet):
    """Whom, and about what; where a question is under way, what else can be done about it."""

    def __init__(self, look: Look, words: ClerkWords, view: CounterView) -> None:
        label = view.current.label if view.current is not None else ""
        super().__init__(look, words, Action.ASK_FOR_CASE_HELP, label)
        self._view, self._cases = view, CaseWords(words)
        own = view.cases.own
        self._places: list[Team | str] = [*Team, *([] if own is None else [END])]
        options = self._options()
        self._whom = OneOf(
            look, "team", self.tr("請教誰"), options, columns=len(options), at=self._chosen(options), keyed=True
        )
        reasons = (
            self.tr("請協助看一下這個案件"),
            self.tr("文件認定有疑義"),
            self.tr("法令適用有疑義"),
            self.tr("需要主管核可"),
            self.tr("系統操作問題"),
            self.tr("民眾有不同意見"),
        )
        offered = [Option(value=said, words=said) for said in reasons]
        self._reason = OneOf(look, "reason", self.tr("什麼事"), offered, columns=3)
        self._other = Line(
            look, "other_reason", self.tr("自行填寫（不寫民眾姓名、證號）"), longest=LONGEST_QUESTION
        )
        for question in (self._whom, self._reason, self._other):
            self.ask(question)

    def _chosen(self, options: list[Option]) -> int | None:
        """A question that was answered in words is mostly over; one that waits is not ended by a mere Enter."""
        own = self._view.cases.own
        if own is not None:
            return len(options) - 1 if own.answer is Answer.MESSAGE else None
        return next((place for place, option in enumerate(options) if option.live), None)

    def wish(self) -> Wish | Refused:
        place = self._whom.value
        if not isinstance(place, int) or not self._options()[place].live:
            return NobodyChosenToAsk()
        chosen, own = self._places[place], self._view.cases.own
        if not isinstance(chosen, Team):
            return Wish(action=Action.END_CASE_HELP, case=None if own is None else own.id)
        question = self._other.value or str(self._reason.value)
        if has_personal_number(question):
            return PersonalNumberTold()
        return Wish(action=Action.ASK_FOR_CASE_HELP, team=chosen, reason=question)

    def show_view(self, view: CounterView) -> None:
        """An answer comes while the clerk reads: what cannot be asked any more cannot be chosen."""
        if view.cases != self._view.cases:
            self._view = view
            self._whom.show_options(self._options())

    def _options(self) -> list[Option]:
        return [self._option(place, chosen) for place, chosen in enumerate(self._places)]

    def _option(self, place: int, chosen: Team | str) -> Option:
        own = self._view.cases.own
        if not isinstance(chosen, Team):
            answered = own is not None and not own.is_unanswered
            words = self.tr("已經清楚") if answered else self.tr("不用了")
            return Option(value=place, words=words, note=self.tr("結束請教"), live=own is not None)
        many = askable(self._view.setup, chosen, self._view.desk.staff)
        note = self.tr("%1 人").replace("%1", str(many)) if many else self.tr("沒有人可以請教")
        if own is not None and own.answer is None and own.team is chosen:
            return Option(value=place, words=self._cases.team(chosen), note=self.tr("等候回覆"), live=False)
        if own is not None and own.answer is Answer.COME:
            return Option(value=place, words=self._cases.team(chosen), note=self.tr("正過來"), live=False)
        return Option(value=place, words=self._cases.team(chosen), note=note, live=many > 0)


class AnswerSheet(Sheet):
    """An answer in words: one of the ready ones, or one's own."""

    def __init__(self, look: Look, words: ClerkWords, view: CaseView, case: CaseHelp) -> None:
        own = CaseWords(words)
        super().__init__(look, words, Action.ANSWER_CASE, own.whom(case, view.cases, view.setup))
        self.case_id = case.id
        self._asked = FitLabel(look, Type.BODY, strong=True)
        self._asked.setObjectName("question")
        self._asked.show_words(case.question or self.tr("沒有寫明什麼事"))
        self.tell(self._asked)
        ready = (
            self.tr("可以辦理"),
            self.tr("不能辦理"),
            self.tr("請民眾補正文件"),
            self.tr("請稍候，正在查"),
        )
        offered = [Option(value=said, words=said) for said in ready]
        self._ready = OneOf(look, "answer", self.tr("回覆"), offered, columns=2, at=None, keyed=True)
        self._own = Line(look, "own_answer", self.tr("自行填寫（不寫民眾姓名、證號）"))
        self.ask(self._ready)
        self.ask(self._own)

    def wish(self) -> Wish | Refused:
        said = self._own.value or str(self._ready.value or "")
        if not said:
            return MessageNeeded()
        if has_personal_number(said):
            return PersonalNumberTold()
        return Wish(action=Action.ANSWER_CASE, case=self.case_id, note=said)
