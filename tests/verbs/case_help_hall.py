"""A clerk with a hard case before them, and how far a question about it has come."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.builders import STAFF, LiveHall, office_document
from waitline.model.case_help import CaseHelp, Team
from waitline.verbs.case_helping import CaseHelping
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

REVIEWERS = ("r1", "r2")
STAFF_WITH_REVIEWERS: Mapping[str, Mapping[str, Any]] = {
    **STAFF,
    **{login: {"roles": ["clerk"]} for login in REVIEWERS},
}


def verbs(hall: LiveHall) -> CaseHelping:
    return CaseHelping(hall.store)


def hard_case(hall: LiveHall) -> None:
    """A visitor is served at counter 3."""
    clerk = hall.clerk("3")
    hall.take()
    clerk.serves()


def ask(hall: LiveHall, team: Team, question: str | None = "收養登記要什麼文件？") -> CaseHelp:
    """The clerk of counter 3 asks."""
    return verbs(hall).ask_for_case_help(
        request=new_request(), counter="3", by="c03", team=team, question=question
    )


def asked(hall: LiveHall, team: Team = Team.SUPERVISOR) -> int:
    hard_case(hall)
    return ask(hall, team).id


def with_reviewers(hall: LiveHall, team: Sequence[str] = REVIEWERS) -> None:
    """The office names its review team."""
    document = office_document(staff=STAFF_WITH_REVIEWERS)
    document += "\n[case_help]\nreview_team = [" + ", ".join(f'"{login}"' for login in team) + "]\n"
    Floor(hall.store).set_up_office(document, request=new_request())


def cases(hall: LiveHall) -> list[CaseHelp]:
    """Those that are not over."""
    with hall.store.reading() as look:
        return look.case_helps()
