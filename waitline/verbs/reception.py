"""What happens at the kiosk and the service desk: a number is taken, given back, returned, printed again."""

from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.errors import HelpUnknown
from waitline.model.journal import Kind
from waitline.model.slip import PrintJob
from waitline.model.staff import Role, StaffId
from waitline.model.ticket import LoveReason, Need, Origin, PriorityClass, Ticket, TicketState
from waitline.rules.dispatch import key_of_returned
from waitline.store import jobs
from waitline.store.hall import Hall
from waitline.store.line import waiting_as_seen

from .issuing import NewTicket, issue, serve_at
from .performing import Actor, Facts, check_known, person, the_ticket
from .requests import wish
from .settling import settle


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A new ticket, how many were before it at issue, and its slip if it named a printer."""

    ticket: Ticket
    ahead: int
    job: PrintJob | None


class Reception(Actor):
    """The verbs of the kiosk and the greeter. Every one raises a `Refused` or a `Trouble`, in words."""

    def take_ticket(
        self,
        *,
        request: str,
        service: str | None,
        love: bool = False,
        love_reason: LoveReason | None = None,
        language: str = "zh-TW",
        needs: frozenset[Need] = frozenset(),
        slot: Instant | None = None,
        origin: Origin = Origin.KIOSK,
        printer: str | None = None,
        by: StaffId | None = None,
    ) -> Taken:
        """Give the next number. Love visitors may leave the service open; `slot` makes it a booked visit.

        With `printer` (one of the office's) a slip is queued for it in the same transaction.
        """
        new = NewTicket(
            service=service,
            priority=_class(love=love, slot=slot),
            love_reason=love_reason,
            language=language,
            needs=needs,
            slot=slot,
            origin=origin,
        )

        def body(hall: Hall) -> Facts:
            check_known(hall, by)
            ticket, ahead = issue(hall, new, by=by, printer=printer)
            job = None if printer is None else _slip(hall, ticket, printer, ahead)
            settle(hall)
            return {"ticket": ticket.id, "ahead": ahead, "job": job}

        asked = wish(
            "take_ticket", request, service=service, love=love, language=language, slot=slot, origin=origin,
            printer=printer, by=by, private=(love_reason, needs),
        )  # fmt: skip
        return self._perform(asked, body, _taken)

    def welcome_back(self, *, request: str, label: str, by: StaffId | None = None) -> Ticket:
        """A no-show has come back: waiting again, behind its old place."""

        def body(hall: Hall) -> Facts:
            check_known(hall, by)
            ticket = hall.ticket_numbered(label)
            if ticket.state is not TicketState.NO_SHOW:
                raise ticket.cannot(("報到", "come back"))
            key = key_of_returned(ticket.key_at, ticket.priority, hall.now, hall.setup.rules)
            hall.note(Kind.TICKET_RETURNED, ticket=ticket.id, staff=by, label=ticket.label)
            hall.keep(ticket.waiting_again(key_at=key))
            settle(hall)
            return {"ticket": ticket.id}

        return self._perform(wish("welcome_back", request, label=label, by=by), body, the_ticket)

    def cancel(self, *, request: str, label: str, by: StaffId | None = None) -> Ticket:
        """The visitor does not want the number any more."""

        def body(hall: Hall) -> Facts:
            check_known(hall, by)
            ticket = hall.ticket_numbered(label)
            ticket.check_move(TicketState.CANCELLED, ("取消", "be cancelled"))
            hall.note(
                Kind.TICKET_CANCELLED, ticket=ticket.id, counter=ticket.counter, staff=by, label=ticket.label
            )
            hall.keep(ticket, state=TicketState.CANCELLED, ended_at=hall.now, due_at=None)
            return {"ticket": ticket.id}

        return self._perform(wish("cancel", request, label=label, by=by), body, the_ticket)

    def reprint(self, *, request: str, label: str, printer: str, by: StaffId | None = None) -> PrintJob:
        """One more slip of the same number, marked as a copy."""

        def body(hall: Hall) -> Facts:
            check_known(hall, by)
            hall.setup.printer(printer)
            ticket = hall.ticket_numbered(label)
            copy = max(1, jobs.slips_of(hall, ticket.id))
            waits = ticket.state is TicketState.WAITING
            ahead = hall.ask_waiting_before(waiting_as_seen(ticket))() if waits else 0
            number = hall.note(
                Kind.SLIP_QUEUED, ticket=ticket.id, staff=by, label=ticket.label, printer=printer, copy=copy
            )
            jobs.add_job(hall, number, ticket, printer=printer, ahead=ahead, copy=copy)
            return {"job": number}

        asked = wish("reprint", request, label=label, printer=printer, by=by)
        return self._perform(asked, body, lambda hall, facts: jobs.job(hall, facts["job"]))

    def bring_love_visitor(
        self,
        *,
        request: str,
        by: StaffId,
        counter: CounterId | None = None,
        service: str | None = None,
        needs: frozenset[Need] = frozenset(),
        language: str = "zh-TW",
    ) -> Ticket:
        """免抽號: somebody is led to a counter without touching a kiosk, or put first in line for the next one."""
        new = NewTicket(
            service=service, priority=PriorityClass.LOVE, language=language, needs=needs, origin=Origin.GREETER
        )

        def body(hall: Hall) -> Facts:
            person(hall, by, Role.GREETER, Role.CLERK, Role.SUPERVISOR)
            ticket, _ = issue(hall, new, by=by)
            if counter is not None:
                serve_at(hall, ticket, counter, staff=by)
            settle(hall)
            return {"ticket": ticket.id}

        asked = wish(
            "bring_love_visitor", request, by=by, counter=counter, service=service, language=language,
            private=(needs,),
        )  # fmt: skip
        return self._perform(asked, body, the_ticket)

    def mark_prechecked(self, *, request: str, label: str, by: StaffId) -> Ticket:
        """預審: the papers have been looked through at the service desk."""

        def body(hall: Hall) -> Facts:
            person(hall, by, Role.GREETER, Role.CLERK, Role.SUPERVISOR)
            ticket = hall.ticket_numbered(label)
            if ticket.ended_at is not None:
                raise ticket.cannot(("預審", "be checked"))
            hall.note(Kind.TICKET_PRECHECKED, ticket=ticket.id, staff=by, label=ticket.label)
            hall.keep(ticket, prechecked=True)
            return {"ticket": ticket.id}

        return self._perform(wish("mark_prechecked", request, label=label, by=by), body, the_ticket)

    def ask_for_help(self, *, request: str, place: str) -> int:
        """Somebody at `place` (a kiosk's id) asks for a person; the id of the call."""

        def body(hall: Hall) -> Facts:
            number = hall.note(Kind.HELP_ASKED, place=place)
            jobs.add_help(hall, number, place)
            return {"help": number}

        return self._perform(wish("ask_for_help", request, place=place), body, lambda _, facts: int(facts["help"]))

    def answer_help(self, *, request: str, help_id: int, by: StaffId) -> None:
        def body(hall: Hall) -> Facts:
            person(hall, by, Role.GREETER, Role.CLERK, Role.SUPERVISOR)
            asked = jobs.help_call(hall, help_id)
            if asked is None or asked[1] is not None:
                raise HelpUnknown()
            hall.note(Kind.HELP_ANSWERED, staff=by, place=asked[0], help=help_id)
            jobs.answer_help(hall, help_id, by)
            return {}

        self._perform(wish("answer_help", request, help_id=help_id, by=by), body, lambda *_: None)


def _class(*, love: bool, slot: Instant | None) -> PriorityClass:
    if love:
        return PriorityClass.LOVE
    return PriorityClass.ORDINARY if slot is None else PriorityClass.APPOINTMENT


def _slip(hall: Hall, ticket: Ticket, printer: str, ahead: int) -> int:
    return jobs.add_job(hall, ticket.id, ticket, printer=printer, ahead=ahead, copy=0).id


def _taken(hall: Hall, facts: Facts) -> Taken:
    return Taken(
        ticket=hall.ticket(facts["ticket"]),
        ahead=facts["ahead"],
        job=None if facts["job"] is None else jobs.job(hall, facts["job"]),
    )
