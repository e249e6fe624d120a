"""From a wish about a case to the verb that does it. Runs off the screen's thread; knows no Qt."""

from collections.abc import Callable, Mapping

from waitline.model.case_help import Team
from waitline.model.words import Words
from waitline.store.engine import Store
from waitline.verbs.case_helping import CaseHelping

from ..actions import Action
from ..attempt import Answer, Attempt

_TEAM_ASKED: Mapping[Team, Words] = {
    Team.REVIEW: Words(zh="已請教審核支援團隊", en="The review team is asked"),
    Team.SUPERVISOR: Words(zh="已請教主管", en="The supervisor is asked"),
}


class CaseVerbs:
    """Asking about the visitor at hand, and answering what others ask."""

    def __init__(self, store: Store) -> None:
        self._helping = CaseHelping(store)
        self.by_action: Mapping[Action, Callable[[Attempt], Answer]] = {
            Action.ASK_FOR_CASE_HELP: self._ask,
            Action.END_CASE_HELP: self._end,
            Action.ANSWER_CASE: self._answer,
            Action.COME_TO_CASE: self._come,
            Action.TAKE_OVER_CASE: self._take_over,
        }

    def _ask(self, of: Attempt) -> Answer:
        team = of.wish.team or Team.REVIEW
        self._helping.ask_for_case_help(
            request=of.request, counter=of.post.counter, by=of.post.staff, team=team, question=of.wish.reason
        )
        return Answer(said=_TEAM_ASKED[team])

    def _end(self, of: Attempt) -> Answer:
        self._helping.end_case_help(request=of.request, case=_case(of), by=of.post.staff)
        return Answer(said=Words(zh="請教已結束", en="The question is closed"))

    def _answer(self, of: Attempt) -> Answer:
        case = self._helping.answer_case_help(
            request=of.request, case=_case(of), by=of.post.staff, message=of.wish.note or ""
        )
        return Answer(said=Words(zh=f"已回覆 {case.counter} 號櫃台", en=f"Counter {case.counter} has your answer"))

    def _come(self, of: Attempt) -> Answer:
        case = self._helping.come_to_case(request=of.request, case=_case(of), by=of.post.staff)
        told = Words(zh=f"{case.counter} 號櫃台知道您正過去", en=f"Counter {case.counter} knows you are coming")
        return Answer(said=told)

    def _take_over(self, of: Attempt) -> Answer:
        ticket = self._helping.take_over_case(
            request=of.request, case=_case(of), by=of.post.staff, counter=of.post.counter
        )
        said = Words(zh=f"{ticket.label} 改由這個櫃台辦理", en=f"{ticket.label} goes on at this counter")
        return Answer(ticket=ticket, said=said)


def _case(of: Attempt) -> int:
    return of.wish.case or 0
