"""The steps of help with a case that several verbs share: climbing, ending, finding."""

from waitline.model.case_help import CaseHelp, Team
from waitline.model.case_help_errors import CaseHelpOver
from waitline.model.counter import CounterId
from waitline.model.journal import Kind
from waitline.model.ticket import Ticket
from waitline.rules import case_help as rule
from waitline.store import case_helps
from waitline.store.hall import Hall


def climb(hall: Hall) -> None:
    """What time does to questions; part of `settle`: unanswered ones go to the supervisor, stale ones end."""
    for case in all_open(hall):
        due = rule.climbs_at(hall.setup, case)
        if not rule.still_sits(case, [hall.ticket(case.ticket)]):
            end(hall, case, "gone")
        elif due is not None and due <= hall.now:
            hall.note(
                Kind.CASE_HELP_ESCALATED, ticket=case.ticket, counter=case.counter, staff=case.staff, case=case.id
            )
            case_helps.keep(hall, case, team=Team.SUPERVISOR, team_since=hall.now)


def end_stale(hall: Hall, counter: CounterId) -> None:
    """Whatever was asked at this counter is over."""
    for case in all_open(hall):
        if case.counter == counter:
            end(hall, case, "asked_again")


def end_cases(hall: Hall) -> None:
    """With the day every question ends, and what was said in it is forgotten."""
    for case in all_open(hall):
        end(hall, case, "day_end")
    case_helps.forget_words(hall, hall.day_seq)


def end(hall: Hall, case: CaseHelp, how: str) -> None:
    """It is over: enough, taken_over, gone, asked_again, or day_end."""
    hall.note(
        Kind.CASE_HELP_ENDED, ticket=case.ticket, counter=case.counter, staff=case.staff, case=case.id, how=how
    )
    case_helps.keep(hall, case, ended_at=hall.now)


def all_open(hall: Hall) -> list[CaseHelp]:
    return case_helps.all_open(hall.link, hall.office)


def asked_about(hall: Hall, ticket: Ticket) -> CaseHelp | None:
    """What is asked about this visitor at this counter."""
    return next((case for case in all_open(hall) if rule.still_sits(case, [ticket])), None)


def known_case(hall: Hall, number: int) -> CaseHelp:
    found = case_helps.one(hall.link, hall.office, number)
    if found is None:
        raise CaseHelpOver()
    return found
