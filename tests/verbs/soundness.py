"""What is true of every hall at every moment."""

from collections import Counter

from tests.builders import LiveHall
from waitline.model.ticket import AT_A_COUNTER, IN_THE_HALL, PriorityClass, Ticket, TicketState
from waitline.store.audit import audit

WAS_CALLED = AT_A_COUNTER | {TicketState.NO_SHOW}


def check_ticket(ticket: Ticket) -> None:
    """State and timestamps say the same."""
    state = ticket.state
    assert (ticket.ended_at is not None) == (state not in IN_THE_HALL)
    assert (ticket.called_at is None) == (ticket.calls == 0) == (ticket.last_called_at is None)
    if state in WAS_CALLED:
        assert ticket.counter is not None
        assert ticket.calls > 0
    if state is TicketState.WAITING:
        assert ticket.counter is None
    if state is TicketState.SERVING:
        assert ticket.begun_at is not None
        assert ticket.errands > 0
    if ticket.begun_at is not None:
        assert state in {TicketState.SERVING, TicketState.DONE}
    if ticket.due_at is not None:
        assert state in {TicketState.PARKED, TicketState.NO_SHOW}
    assert (ticket.slot is not None) == (ticket.priority is PriorityClass.APPOINTMENT)
    times = [ticket.issued_at, ticket.called_at, ticket.last_called_at, ticket.ended_at]
    known = [at for at in times if at is not None]
    assert known == sorted(known)


def check_hall(hall: LiveHall) -> None:
    """Every ticket by itself, the counters, the errands and the journal."""
    tickets = hall.tickets()
    for ticket in tickets:
        check_ticket(ticket)
        errands = hall.errands(ticket)
        assert [errand.n for errand in errands] == list(range(1, ticket.errands + 1))
        still_open = [errand.n for errand in errands if errand.outcome is None]
        assert still_open == ([ticket.errands] if ticket.state is TicketState.SERVING else [])
    at_counters = Counter(ticket.counter for ticket in tickets if ticket.state in AT_A_COUNTER)
    assert all(count == 1 for count in at_counters.values())
    assert max(Counter((t.day, t.series, t.lap, t.number) for t in tickets).values(), default=1) == 1
    shown = Counter(ticket.label for ticket in tickets if ticket.state in IN_THE_HALL)
    assert max(shown.values(), default=1) == 1
    report = audit(hall.store)
    assert report.good, report
    assert report.entries == hall.seq
