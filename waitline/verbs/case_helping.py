"""Help with a case: asked without leaving the visitor; answered by message, by coming, or by taking over."""

from waitline.model.case_help import Answer, CaseHelp, Team
from waitline.model.case_help_errors import (
    CaseHelpAnswered,
    CaseHelpAsked,
    CaseHelpOver,
    CaseHelpTaken,
    MessageNeeded,
    NobodyToAsk,
    PersonalNumberTold,
)
from waitline.model.counter import CounterId
from waitline.model.errors import CounterEmpty, NotAllowed
from waitline.model.journal import Kind
from waitline.model.staff import StaffId
from waitline.model.ticket import Outcome, Ticket
from waitline.rules import case_help as rule
from waitline.rules.personal_numbers import has_personal_number
from waitline.store import case_helps, undoing
from waitline.store.hall import Hall

from .case_steps import asked_about, end, end_stale, known_case
from .errands import end_errand_if_begun
from .issuing import serve_at
from .performing import Actor, Facts, empty_desk, open_desk, the_ticket
from .requests import wish
from .settling import settle


class CaseHelping(Actor):
    """The verbs of whoever has a hard case before them, and of whom they ask."""

    def ask_for_case_help(
        self, *, request: str, counter: CounterId, by: StaffId, team: Team, question: str | None = None
    ) -> CaseHelp:
        """Ask about the visitor at `counter`. A question that is still unanswered may be asked of the other team.

        Raises `CaseHelpAsked` when somebody is seeing to it already, `NobodyToAsk`, `PersonalNumberTold`.
        """

        def body(hall: Hall) -> Facts:
            _check_told(question)
            open_desk(hall, counter, by)
            ticket = hall.ticket_at(counter)
            if ticket is None:
                raise CounterEmpty(counter=counter)
            if not any(one != by for one in rule.team_of(hall.setup, team)):
                raise NobodyToAsk()
            before = asked_about(hall, ticket)
            if before is not None and _is_seen_to(before, team):
                raise CaseHelpAsked(counter=counter)
            end_stale(hall, counter)
            return {"case": _ask(hall, ticket, counter, by, team, _words(question)).id}

        asked = wish("ask_for_case_help", request, counter=counter, by=by, team=str(team), private=(question,))
        return self._perform(asked, body, _the_case)

    def answer_case_help(self, *, request: str, case: int, by: StaffId, message: str) -> CaseHelp:
        """In words that the clerk reads beside the visitor; nobody's words are written over by another's.

        Raises `MessageNeeded`, `PersonalNumberTold`, `CaseHelpOver`, `CaseHelpTaken`, `CaseHelpAnswered`,
        `NotAllowed`.
        """

        def body(hall: Hall) -> Facts:
            if not message.strip():
                raise MessageNeeded()
            _check_told(message)
            found = _to_answer(hall, case, by)
            if found.message is not None and found.answered_by != by:
                raise CaseHelpAnswered(counter=found.counter)
            _answer(hall, found, by, Answer.MESSAGE, message=message.strip())
            return {"case": case}

        asked = wish("answer_case_help", request, case=case, by=by, private=(message,))
        return self._perform(asked, body, _the_case)

    def come_to_case(self, *, request: str, case: int, by: StaffId) -> CaseHelp:
        """「我過去」: on the way to the clerk. Raises `CaseHelpOver`, `CaseHelpTaken`, `NotAllowed`."""

        def body(hall: Hall) -> Facts:
            _answer(hall, _to_answer(hall, case, by), by, Answer.COME)
            return {"case": case}

        return self._perform(wish("come_to_case", request, case=case, by=by), body, _the_case)

    def take_over_case(self, *, request: str, case: int, by: StaffId, counter: CounterId) -> Ticket:
        """The visitor goes on at the helper's own counter, which must be open and empty; the number stays.

        Raises what `serve_at` raises of the counter, `CaseHelpOver`, `CaseHelpTaken`, `NotAllowed`.
        """

        def body(hall: Hall) -> Facts:
            empty_desk(hall, counter, by)
            found = _to_answer(hall, case, by)
            ticket = hall.ticket(found.ticket)
            end_errand_if_begun(hall, ticket, Outcome.TRANSFERRED)
            hall.note(
                Kind.TICKET_TRANSFERRED,
                ticket=ticket.id,
                counter=found.counter,
                staff=by,
                label=ticket.label,
                service=ticket.service,
                to=counter,
            )
            _answer(hall, found, by, Answer.TAKE_OVER)
            serve_at(hall, hall.keep(ticket.waiting_again()), counter, staff=by)
            end(hall, found, "taken_over")
            undoing.forget(hall, found.counter)
            settle(hall)
            undoing.remember(hall, counter, by, "take_over_case")
            return {"ticket": ticket.id}

        asked = wish("take_over_case", request, case=case, by=by, counter=counter)
        return self._perform(asked, body, the_ticket)

    def end_case_help(self, *, request: str, case: int, by: StaffId) -> CaseHelp:
        """The clerk who asked has what they need. Nothing where it is over already."""

        def body(hall: Hall) -> Facts:
            found = known_case(hall, case)
            if found.staff != by:
                raise NotAllowed(staff=hall.setup.somebody(by).name)
            if found.ended_at is None:
                end(hall, found, "enough")
            return {"case": case}

        return self._perform(wish("end_case_help", request, case=case, by=by), body, _the_case)


def _ask(
    hall: Hall, ticket: Ticket, counter: CounterId, by: StaffId, team: Team, question: str | None
) -> CaseHelp:
    number = hall.note(
        Kind.CASE_HELP_ASKED, ticket=ticket.id, counter=counter, staff=by, label=ticket.label, team=str(team)
    )
    case = CaseHelp(
        id=number,
        ticket=ticket.id,
        counter=counter,
        staff=by,
        team=team,
        team_since=hall.now,
        asked_at=hall.now,
        question=question,
    )
    case_helps.add(hall, case)
    return case


def _is_seen_to(case: CaseHelp, team: Team) -> bool:
    """Whether asking `team` once more would say nothing new."""
    return case.answer is Answer.COME or (case.answer is None and case.team is team)


def _to_answer(hall: Hall, number: int, by: StaffId) -> CaseHelp:
    """A question that `by` may answer now, or answer otherwise than they did."""
    found = known_case(hall, number)
    if not rule.may_answer(hall.setup, hall.setup.somebody(by).id) or found.staff == by:
        raise NotAllowed(staff=hall.setup.somebody(by).name)
    if found.ended_at is not None or not rule.still_sits(found, [hall.ticket(found.ticket)]):
        raise CaseHelpOver()
    if found.answer is Answer.COME and found.answered_by != by:
        raise CaseHelpTaken(counter=found.counter)
    return found


def _answer(hall: Hall, case: CaseHelp, by: StaffId, how: Answer, *, message: str | None = None) -> None:
    hall.note(
        Kind.CASE_HELP_ANSWERED, ticket=case.ticket, counter=case.counter, staff=by, case=case.id, how=str(how)
    )
    said = case.message if message is None else message
    case_helps.keep(hall, case, answer=how, answered_by=by, answered_at=hall.now, message=said)


def _check_told(said: str | None) -> None:
    if has_personal_number(said or ""):
        raise PersonalNumberTold()


def _words(said: str | None) -> str | None:
    return said.strip() or None if said else None


def _the_case(hall: Hall, facts: Facts) -> CaseHelp:
    return known_case(hall, facts["case"])
