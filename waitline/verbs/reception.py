"""What happens at the kiosk and the service desk: a number is taken, given back, returned, printed again."""

from collections.abc import Iterator
from typing import Final

from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.errors import UnknownTicket
from waitline.model.forecast import Forecast
from waitline.model.journal import Fact, Kind
from waitline.model.slip import PrintJob, SlipForm, Taken
from waitline.model.staff import RECEPTION, StaffId
from waitline.model.ticket import LoveReason, Need, Origin, PriorityClass, Ticket, TicketState
from waitline.rules.dispatch import key_of_returned
from waitline.store import jobs
from waitline.store.hall import Hall

from .handing_over import HAND_OVER, WITHDRAWING
from .helping import Helping
from .issuing import NewTicket, issue, serve_at, take, taken
from .on_offer import check_on_offer
from .performing import Facts, check_known, person, the_ticket
from .requests import wish
from .settling import settle
from .slip_queue import queue_slip

UNSEEN: Final = "unseen"
"""Why a number was cancelled that no visitor has seen, in the journal."""


class Reception(Helping):
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
        told: Forecast | None = None,
    ) -> Taken:
        """Give the next number. Love visitors may leave the service open; `slot` makes it a booked visit,
        `printer` (one of the office's) queues a slip for it with it. `told`: the wait that they are told.
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
            receives(hall, by)
            check_on_offer(hall, new)
            facts = take(hall, new, by=by, printer=printer, told=told)
            settle(hall)
            return facts

        asked = wish(
            "take_ticket", request, service=service, love=love, language=language, slot=slot, origin=origin,
            printer=printer, by=by, private=(love_reason, needs),
        )  # fmt: skip
        return self._perform(asked, body, taken)

    def welcome_back(self, *, request: str, label: str, by: StaffId | None = None) -> Ticket:
        """A no-show has come back: waiting again, behind its old place."""

        def body(hall: Hall) -> Facts:
            receives(hall, by)
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
            receives(hall, by)
            ticket = hall.ticket_numbered(label)
            ticket.check_move(TicketState.CANCELLED, ("取消", "be cancelled"))
            _cancel(hall, ticket, by=by)
            return {"ticket": ticket.id}

        return self._perform(wish("cancel", request, label=label, by=by), body, the_ticket)

    def withdraw_unseen(self, *, request: str, take: str) -> Ticket | None:
        """Cancel the number that the request `take` was given: its visitor left before a kiosk could show it.

        That is the office's number, or the one that a kiosk out of touch gave for the request and has handed over
        since. None, and nothing is changed, when the office never got that request, when the number may be on
        paper, or when it has been called already: somebody may be holding it then.
        """

        def body(hall: Hall) -> Facts:
            for ticket in _given_for(hall, take):
                if ticket.state is TicketState.WAITING and not jobs.may_be_on_paper(hall, ticket.id):
                    _cancel(hall, ticket, by=None, reason=UNSEEN)
                    return {"ticket": ticket.id}
            return {"ticket": None}

        asked = wish("withdraw_unseen", request, take=take)
        return self._perform(asked, body, _ticket_if_any)

    def reprint(
        self, *, request: str, label: str, printer: str, by: StaffId | None = None, of: int | None = None
    ) -> PrintJob:
        """One more slip of the same number, marked as a copy; `of`: a slip of another form that it repeats."""

        def body(hall: Hall) -> Facts:
            check_known(hall, by)
            hall.setup.printer(printer)
            ticket = hall.ticket_numbered(label)
            first = None if of is None else jobs.job(hall, of)
            if first is not None and first.ticket.id != ticket.id:
                raise UnknownTicket(ticket=label)
            copy = max(1, jobs.slips_of(hall, ticket.id))
            form, receipt = (SlipForm.NUMBER, None) if first is None else (first.form, first.receipt)
            number = queue_slip(hall, ticket, printer=printer, by=by, copy=copy, form=form, receipt=receipt)
            return {"job": number}

        asked = wish("reprint", request, label=label, printer=printer, by=by, of=of)
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
            person(hall, by, *RECEPTION)
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
            person(hall, by, *RECEPTION)
            ticket = hall.ticket_numbered(label)
            if ticket.ended_at is not None:
                raise ticket.cannot(("預審", "be checked"))
            hall.note(Kind.TICKET_PRECHECKED, ticket=ticket.id, staff=by, label=ticket.label)
            hall.keep(ticket, prechecked=True)
            return {"ticket": ticket.id}

        return self._perform(wish("mark_prechecked", request, label=label, by=by), body, the_ticket)


def receives(hall: Hall, by: StaffId | None) -> None:
    """Raise `NotAllowed` for a person who may not receive visitors; None is a machine."""
    if by is not None:
        person(hall, by, *RECEPTION)


def _given_for(hall: Hall, take: str) -> Iterator[Ticket]:
    """Every number that came of a visitor's request; at most one of them is alive."""
    for request, verb in ((take, "take_ticket"), (take, HAND_OVER), (take + WITHDRAWING, HAND_OVER)):
        told = hall.answered(request, verb)
        if told is not None:
            yield hall.ticket(told["ticket"])


def _cancel(hall: Hall, ticket: Ticket, *, by: StaffId | None, **why: Fact) -> None:
    hall.note(Kind.TICKET_CANCELLED, ticket=ticket.id, counter=ticket.counter, staff=by, label=ticket.label, **why)
    hall.keep(ticket, state=TicketState.CANCELLED, ended_at=hall.now, due_at=None)


def _ticket_if_any(hall: Hall, facts: Facts) -> Ticket | None:
    return None if facts["ticket"] is None else hall.ticket(facts["ticket"])


def _class(*, love: bool, slot: Instant | None) -> PriorityClass:
    if love:
        return PriorityClass.LOVE
    return PriorityClass.ORDINARY if slot is None else PriorityClass.APPOINTMENT
