"""The verbs of help with a case, each with the hall it needs and what the journal gets."""

from collections.abc import Callable
from typing import Any

from tests.builders import LiveHall
from tests.verbs.act import Act
from tests.verbs.case_help_hall import asked, hard_case, verbs
from waitline.model.case_help import Team
from waitline.verbs.calling import Calling
from waitline.verbs.requests import new_request
from waitline.verbs.settling import Settling


def _do(verb: str, **facts: Any) -> Callable[[LiveHall, int, str], Any]:
    return lambda hall, case, request: getattr(verbs(hall), verb)(request=request, case=case, **facts)


def _helper_sits(hall: LiveHall) -> int:
    case = asked(hall)
    hall.clerk("7", "supervisor")
    return case


def _overdue(hall: LiveHall) -> None:
    asked(hall, Team.REVIEW)
    hall.turn(seconds=60)


def _visitor_gone(hall: LiveHall) -> None:
    asked(hall)
    Calling(hall.store).finish(request=new_request(), counter="3", by="c03")


ACTS_OF_CASE_HELP = [
    Act(verb="ask_for_case_help", prepare=hard_case, kinds=("CaseHelpAsked",),
        do=lambda hall, _, request: verbs(hall).ask_for_case_help(
            request=request, counter="3", by="c03", team=Team.REVIEW, question="收養")),
    Act(verb="answer_case_help", prepare=asked, kinds=("CaseHelpAnswered",),
        do=_do("answer_case_help", by="supervisor", message="依第 8 條")),
    Act(verb="come_to_case", prepare=asked, kinds=("CaseHelpAnswered",), do=_do("come_to_case", by="supervisor")),
    Act(verb="take_over_case", prepare=_helper_sits, do=_do("take_over_case", by="supervisor", counter="7"),
        kinds=("TicketTransferred", "CaseHelpAnswered", "ServingBegun", "CaseHelpEnded")),
    Act(verb="end_case_help", prepare=asked, kinds=("CaseHelpEnded",), do=_do("end_case_help", by="c03")),
    Act(verb="settle", how="climbs", prepare=_overdue, kinds=("CaseHelpEscalated",),
        do=lambda hall, _, request: Settling(hall.store).settle(request=request)),
    Act(verb="settle", how="ends what is stale", prepare=_visitor_gone, kinds=("CaseHelpEnded",),
        do=lambda hall, _, request: Settling(hall.store).settle(request=request)),
]  # fmt: skip
