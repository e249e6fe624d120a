"""Who is asked about a case, and when a question that nobody answers climbs to the supervisor."""

from collections.abc import Iterable

from waitline.model.case_help import CaseHelp, Team
from waitline.model.clock import SECOND, Instant
from waitline.model.office import OfficeSetup
from waitline.model.staff import Role, StaffId
from waitline.model.ticket import AT_A_COUNTER, Ticket


def team_of(setup: OfficeSetup, team: Team) -> tuple[StaffId, ...]:
    """Who answers for it. The review team is whom the office names, else its back line; a supervisor is either."""
    supervisors = tuple(person.id for person in setup.staff if person.may(Role.SUPERVISOR))
    if team is Team.SUPERVISOR:
        return supervisors
    named = setup.review_team or tuple(person.id for person in setup.staff if person.may(Role.BACK_LINE))
    return (*named, *(one for one in supervisors if one not in named))


def may_answer(setup: OfficeSetup, who: StaffId) -> bool:
    """Whether `who` is of either team: a question that has climbed may still be answered by whom it began with."""
    return who in team_of(setup, Team.REVIEW)


def is_asked(setup: OfficeSetup, case: CaseHelp, who: StaffId) -> bool:
    """Whether this question is `who`'s to see: it is asked of their team, or they have answered it."""
    return case.answered_by == who or (case.staff != who and who in team_of(setup, case.team))


def still_sits(case: CaseHelp, at_counters: Iterable[Ticket]) -> bool:
    """Whether the visitor it is about sits where it was asked."""
    return any(
        ticket.id == case.ticket and ticket.counter == case.counter and ticket.state in AT_A_COUNTER
        for ticket in at_counters
    )


def climbs_at(setup: OfficeSetup, case: CaseHelp) -> Instant | None:
    """When it goes to the supervisor if nobody answers until then; None: it does not climb any more."""
    if not case.is_unanswered or case.team is Team.SUPERVISOR or not team_of(setup, Team.SUPERVISOR):
        return None
    return Instant(case.team_since + setup.rules.summons_answer_seconds * SECOND)
