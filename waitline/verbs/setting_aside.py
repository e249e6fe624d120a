"""What else a clerk does with a visitor: park, send on, go on with the next errand, serve without a number."""

from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.errors import CounterEmpty, ReasonNeeded
from waitline.model.journal import Kind
from waitline.model.slip import SlipForm
from waitline.model.staff import StaffId
from waitline.model.ticket import TO_CORRECT, Origin, Outcome, PriorityClass, Ticket, TicketState
from waitline.store import jobs, undoing
from waitline.store.hall import Hall

from .errands import begin_errand, check_destination, end_errand_if_begun, said_service
from .issuing import NewTicket, issue, serve_at
from .performing import Actor, Facts, check_known, empty_desk, open_desk, the_ticket
from .requests import wish
from .settling import settle
from .slip_queue import queue_slip


class SettingAside(Actor):
    """Part of `Calling`: moves that take a visitor away from the counter, and visitors without a number."""

    def park(
        self, *, request: str, counter: CounterId, by: StaffId, reason: str, until: Instant | None = None
    ) -> Ticket:
        """Set aside until a time, or until asked for: fetching a paper, paying, having a photograph taken."""

        def body(hall: Hall) -> Facts:
            if not reason.strip():
                raise ReasonNeeded()
            ticket = _here(hall, counter, by)
            ticket.check_move(TicketState.PARKED, ("暫停辦理", "be parked"))
            hall.note(
                Kind.TICKET_PARKED,
                ticket=ticket.id,
                counter=counter,
                staff=by,
                label=ticket.label,
                until=until,
            )
            end_errand_if_begun(hall, ticket, Outcome.PARKED)
            hall.keep(ticket, state=TicketState.PARKED, begun_at=None, due_at=until, park_reason=reason.strip())
            undoing.remember(hall, counter, by, "park")
            return {"ticket": ticket.id}

        asked = wish("park", request, counter=counter, by=by, until=until, private=(reason,))
        return self._perform(asked, body, the_ticket)

    def unpark(self, *, request: str, label: str, by: StaffId) -> Ticket:
        """Back in the line, at the old place."""

        def body(hall: Hall) -> Facts:
            check_known(hall, by)
            ticket = hall.ticket_numbered(label)
            if ticket.state is not TicketState.PARKED:
                raise ticket.cannot(("恢復等候", "return to the line"))
            hall.note(Kind.TICKET_UNPARKED, ticket=ticket.id, staff=by, label=ticket.label)
            hall.keep(ticket.waiting_again())
            settle(hall)
            return {"ticket": ticket.id}

        return self._perform(wish("unpark", request, label=label, by=by), body, the_ticket)

    def transfer(
        self,
        *,
        request: str,
        counter: CounterId,
        by: StaffId,
        service: str | None = None,
        to_counter: CounterId | None = None,
        note: str | None = None,
    ) -> Ticket:
        """To another service or counter; keeps its place by arrival time.

        Raises `CounterTakesNobody` for a counter that is neither open nor back at a planned time.
        """

        def body(hall: Hall) -> Facts:
            if service is None and to_counter is None:
                raise ReasonNeeded()
            ticket = _here(hall, counter, by)
            if ticket.state not in {TicketState.CALLED, TicketState.SERVING}:
                raise ticket.cannot(("轉送", "be transferred"))
            return _send_on(
                hall, ticket, Kind.TICKET_TRANSFERRED, Outcome.TRANSFERRED, by, service, to_counter, note
            )

        asked = wish(
            "transfer", request, counter=counter, by=by, service=service, to_counter=to_counter, private=(note,)
        )
        return self._perform(asked, body, the_ticket)

    def continue_with(
        self,
        *,
        request: str,
        counter: CounterId,
        by: StaffId,
        service: str,
        to_counter: CounterId | None = None,
        printer: str | None = None,
    ) -> Ticket:
        """The visitor's next errand, with the same ticket: here at once, or waiting for another counter.

        `printer` (one of the office's) queues a slip that tells them where they go on.
        """

        def body(hall: Hall) -> Facts:
            ticket = _here(hall, counter, by)
            if ticket.state is not TicketState.SERVING:
                raise ticket.cannot(("續辦", "go on with another service"))
            here = to_counter in {None, counter} and service in hall.setup.counter(counter).services
            hall.setup.service(service)
            if printer is not None:
                hall.setup.printer(printer)
            if not here:
                return _send_on(
                    hall, ticket, Kind.TICKET_CONTINUED, Outcome.CONTINUED, by, service, to_counter, None, printer
                )
            _go_on_here(hall, ticket, service, by)
            return {"ticket": ticket.id}

        asked = wish(
            "continue_with", request, counter=counter, by=by, service=service, to_counter=to_counter,
            printer=printer,
        )  # fmt: skip
        return self._perform(asked, body, the_ticket)

    def correct_service(self, *, request: str, counter: CounterId, by: StaffId, service: str) -> Ticket:
        """What the visitor who is served came for was taken down wrong: the errand at hand is another service's.

        Its times stay, and so does the number. Raises `UnknownService` and `NotServedHere`.
        """

        def body(hall: Hall) -> Facts:
            ticket = _here(hall, counter, by)
            if ticket.state is not TicketState.SERVING:
                raise ticket.cannot(TO_CORRECT)
            _correct(hall, ticket, said_service(hall, ticket, service), by)
            return {"ticket": ticket.id}

        asked = wish("correct_service", request, counter=counter, by=by, service=service)
        return self._perform(asked, body, the_ticket)

    def serve_walk_in(
        self,
        *,
        request: str,
        counter: CounterId,
        by: StaffId,
        service: str,
        language: str = "zh-TW",
        love: bool = False,
        printer: str | None = None,
    ) -> Ticket:
        """Somebody stands at the counter without a number: one is issued and served at once.

        `printer` (one of the office's) queues its slip.
        """
        new = NewTicket(
            service=service,
            priority=PriorityClass.LOVE if love else PriorityClass.ORDINARY,
            origin=Origin.WALK_IN,
            language=language,
        )

        def body(hall: Hall) -> Facts:
            empty_desk(hall, counter, by)
            ticket, ahead = issue(hall, new, by=by, printer=printer)
            ticket = serve_at(hall, ticket, counter, staff=by)
            if printer is not None:
                jobs.add_job(hall, ticket.id, ticket, printer=printer, ahead=ahead, copy=0)
            undoing.remember(hall, counter, by, "serve_walk_in")
            return {"ticket": ticket.id}

        asked = wish(
            "serve_walk_in", request, counter=counter, by=by, service=service, language=language, love=love,
            printer=printer,
        )  # fmt: skip
        return self._perform(asked, body, the_ticket)


def _correct(hall: Hall, ticket: Ticket, corrected: Ticket, by: StaffId) -> None:
    if corrected.service == ticket.service or ticket.counter is None:
        return
    hall.note(
        Kind.SERVICE_CORRECTED,
        ticket=ticket.id,
        counter=ticket.counter,
        staff=by,
        label=ticket.label,
        service=corrected.service,
    )
    hall.keep(corrected)
    hall.end_errand(corrected, None)
    undoing.remember(hall, ticket.counter, by, "correct_service")


def _go_on_here(hall: Hall, ticket: Ticket, service: str, by: StaffId) -> None:
    counter, code = ticket.counter or CounterId(""), hall.setup.service(service).code
    hall.note(
        Kind.TICKET_CONTINUED, ticket=ticket.id, counter=counter, staff=by, label=ticket.label, service=service
    )
    hall.end_errand(ticket, Outcome.CONTINUED)
    hall.keep(begin_errand(hall, ticket._replace(service=code)))
    undoing.remember(hall, counter, by, "continue_with")


def _here(hall: Hall, counter: CounterId, by: StaffId) -> Ticket:
    open_desk(hall, counter, by)
    ticket = hall.ticket_at(counter)
    if ticket is None:
        raise CounterEmpty(counter=counter)
    return ticket


def _send_on(
    hall: Hall,
    ticket: Ticket,
    kind: Kind,
    outcome: Outcome,
    by: StaffId,
    service: str | None,
    to_counter: CounterId | None,
    note: str | None,
    printer: str | None = None,
) -> Facts:
    here = ticket.counter or CounterId("")
    code = ticket.service if service is None else hall.setup.service(service).code
    check_destination(hall, ticket, code, to_counter)
    hall.note(kind, ticket=ticket.id, counter=here, staff=by, label=ticket.label, service=code, to=to_counter)
    end_errand_if_begun(hall, ticket, outcome)
    words = note.strip() if note and note.strip() else ticket.note
    ticket = hall.keep(ticket.waiting_again(), service=code, for_counter=to_counter, note=words)
    if printer is not None:
        queue_slip(hall, ticket, printer=printer, by=by, copy=0, form=SlipForm.NEXT_ERRAND)
    settle(hall)
    undoing.remember(hall, here, by, "transfer" if kind is Kind.TICKET_TRANSFERRED else "continue_with")
    return {"ticket": ticket.id}
