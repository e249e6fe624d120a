"""Beginning and ending errands: small steps that several verbs share."""

from waitline.model.counter import CounterId
from waitline.model.errors import CounterTakesNobody, NotAccessible, NotBegun, NotServedHere
from waitline.model.journal import Kind
from waitline.model.ticket import Errand, Need, Outcome, Ticket, TicketState
from waitline.store.hall import Hall


def begin_errand(hall: Hall, ticket: Ticket) -> Ticket:
    """The ticket with its next errand begun at its counter; not yet kept."""
    counter = ticket.counter
    if counter is None:
        raise ValueError("an errand begins at a counter")
    ticket = ticket._replace(state=TicketState.SERVING, begun_at=hall.now, errands=ticket.errands + 1)
    hall.begin_errand(
        Errand(
            ticket=ticket.id,
            n=ticket.errands,
            service=ticket.service,
            counter=counter,
            begun_at=hall.now,
        )
    )
    return ticket


def said_service(hall: Hall, ticket: Ticket, service: str | None) -> Ticket:
    """The ticket at its counter with what the clerk says it came for, if anything; not yet kept.

    Raises `UnknownService` and `NotServedHere`.
    """
    if service is None or ticket.counter is None:
        return ticket
    code = hall.setup.service(service).code
    hall.must_serve(ticket.counter, code)
    return ticket._replace(service=code)


def finish_ticket(
    hall: Hall, ticket: Ticket, outcome: Outcome, staff: str, *, service: str | None = None
) -> Ticket:
    """SERVING to DONE; a called ticket too where the office does not press `begin`."""
    if ticket.state is TicketState.CALLED and hall.setup.rules.begin_by_hand:
        raise NotBegun(label=ticket.label)
    ticket.check_move(TicketState.DONE, ("完成", "be finished"))
    ticket = said_service(hall, ticket, service)
    if ticket.state is TicketState.CALLED:
        ticket = begin_errand(hall, ticket)
    hall.note(
        Kind.TICKET_FINISHED,
        ticket=ticket.id,
        counter=ticket.counter,
        staff=staff,
        label=ticket.label,
        outcome=str(outcome),
    )
    hall.end_errand(ticket, outcome)
    return hall.keep(ticket, state=TicketState.DONE, ended_at=hall.now)


def end_errand_if_begun(hall: Hall, ticket: Ticket, outcome: Outcome) -> None:
    if ticket.state is TicketState.SERVING:
        hall.end_errand(ticket, outcome)


def check_destination(hall: Hall, ticket: Ticket, service: str | None, to_counter: CounterId | None) -> None:
    """Refuse to send a visitor where they would never be called; every service has some counter (office file).

    Raises `UnknownService`, `UnknownCounter`, `NotServedHere`, `NotAccessible` for a wheelchair where there is
    no room for one, and `CounterTakesNobody` for a counter that is neither open nor paused with an end that
    lies ahead.
    """
    code = None if service is None else hall.setup.service(service).code
    if to_counter is not None:
        counter = hall.setup.counter(to_counter)
        served = counter.services
        if Need.WHEELCHAIR in ticket.needs and not counter.accessible:
            raise NotAccessible(counter=to_counter)
        if code is not None and code not in served:
            raise NotServedHere(counter=to_counter)
        if not hall.desk(to_counter).may_be_waited_for(hall.now):
            raise CounterTakesNobody(counter=to_counter)


def send_back_to_line(hall: Hall, counter: CounterId) -> None:
    """Whoever waits for a counter that takes nobody now waits for their service again, at the old place."""
    if hall.desk(counter).may_be_waited_for(hall.now):
        return
    for ticket in hall.waiting_for(counter):
        hall.note(
            Kind.TICKET_FELL_BACK, ticket=ticket.id, counter=counter, label=ticket.label, service=ticket.service
        )
        hall.keep(ticket, for_counter=None)
