"""The business day: the first event of a new date opens it and closes what yesterday left open."""

from waitline.model.clock import business_day
from waitline.model.counter import CounterState, Desk
from waitline.model.journal import Kind
from waitline.model.ticket import AT_A_COUNTER, Outcome, Ticket, TicketState
from waitline.store import help_calls, jobs, undoing
from waitline.store.hall import Hall

from .case_steps import end_cases
from .errands import begin_errand
from .summoning import end_the_day


def roll_day(hall: Hall) -> None:
    """Open the office's date of this moment if it is not the open one. Dates are compared, no minute awaited."""
    today = business_day(hall.now, hall.setup.zone)
    if hall.day == today:
        return
    if hall.day is not None:
        close_everything(hall)
    hall.day = today
    hall.day_seq = hall.note(Kind.DAY_OPENED, day=today)


def close_everything(hall: Hall) -> None:
    """Close what is open, every ticket as inaccurate: finished at a counter, expired elsewhere; all sign out."""
    for ticket in hall.everybody():
        _close_ticket(hall, ticket)
    for desk in hall.desks:
        if desk.staff is not None:
            hall.note(Kind.COUNTER_CLOSED, counter=desk.counter, staff=desk.staff, day_end=True)
            hall.keep_desk(Desk(counter=desk.counter, state=CounterState.CLOSED, since=hall.now))
    for call in help_calls.all_open(hall):
        hall.note(Kind.HELP_EXPIRED, place=call.place, help=call.id, day_end=True)
        help_calls.keep(hall, call, ended_at=hall.now)
    end_cases(hall)
    end_the_day(hall)
    undoing.forget_all(hall)
    jobs.forget_receipts(hall, hall.day_seq)
    hall.note(Kind.DAY_CLOSED, day=hall.day)


def _close_ticket(hall: Hall, ticket: Ticket) -> None:
    if ticket.state not in AT_A_COUNTER:
        hall.note(Kind.TICKET_EXPIRED, ticket=ticket.id, label=ticket.label, day_end=True)
        hall.keep(ticket, state=TicketState.EXPIRED, ended_at=hall.now, due_at=None, inaccurate=True)
        return
    if ticket.state is TicketState.CALLED:
        ticket = begin_errand(hall, ticket)
    hall.note(Kind.TICKET_CLOSED, ticket=ticket.id, counter=ticket.counter, label=ticket.label, day_end=True)
    hall.end_errand(ticket, Outcome.UNFINISHED)
    hall.keep(ticket, state=TicketState.DONE, ended_at=hall.now, inaccurate=True)
