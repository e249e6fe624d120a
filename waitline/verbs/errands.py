"""Beginning and ending errands: small steps that several verbs share."""

from dataclasses import replace

from waitline.model.counter import CounterId
from waitline.model.errors import NotBegun, NotServedHere
from waitline.model.journal import Kind
from waitline.model.ticket import Errand, Outcome, Ticket, TicketState
from waitline.store.hall import Hall


def begin_errand(hall: Hall, ticket: Ticket) -> Ticket:
    """The ticket with its next errand begun at its counter; not yet kept."""
    counter = ticket.counter
    if counter is None:
        raise ValueError("an errand begins at a counter")
    ticket = replace(ticket, state=TicketState.SERVING, begun_at=hall.now, errands=ticket.errands + 1)
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


def finish_ticket(hall: Hall, ticket: Ticket, outcome: Outcome, staff: str) -> Ticket:
    """SERVING to DONE; a called ticket too where the office does not press `begin`."""
    if ticket.state is TicketState.CALLED and hall.setup.rules.begin_by_hand:
        raise NotBegun(label=ticket.label)
    ticket.check_move(TicketState.DONE, ("完成", "be finished"))
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


def check_destination(hall: Hall, service: str | None, to_counter: CounterId | None) -> None:
    """Refuse to send a visitor where they would never be called; every service has some counter (office file)."""
    code = None if service is None else hall.setup.service(service).code
    if to_counter is not None:
        served = hall.setup.counter(to_counter).services
        if code is not None and code not in served:
            raise NotServedHere(counter=to_counter)
