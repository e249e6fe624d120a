"""Undo: the last action at a counter is taken back as one step, and the journal keeps both."""

from waitline.model.clock import SECOND
from waitline.model.errors import UndoTooLate
from waitline.model.journal import Kind
from waitline.model.ticket import AT_A_COUNTER, Ticket, TicketState
from waitline.store import undoing
from waitline.store.hall import Hall
from waitline.store.undoing import LastAction

from .errands import send_back_to_line
from .settling import settle


def take_back(hall: Hall, last: LastAction, by: str) -> list[str]:
    """Restore states, places and times; the labels of the tickets concerned.

    Raises `UndoTooLate`, and `UndoOvertaken` when anybody has moved one of the tickets or the counter since.
    """
    seconds = hall.setup.rules.undo_seconds
    if hall.now - last.at > seconds * SECOND:
        raise UndoTooLate(seconds=seconds)
    tickets = [hall.ticket(ticket) for ticket in last.concerned]
    undoing.check_untouched(last, tickets, hall.desk(last.counter), hall.ticket_at(last.counter))
    hall.note(Kind.ACTION_UNDONE, counter=last.counter, staff=by, verb=last.verb, to=last.seq)
    # a counter holds one ticket: those that leave it go first
    images = sorted(last.tickets, key=lambda image: image.state in AT_A_COUNTER)
    labels = [_restore(hall, image, last, by) for image in images]
    labels += [_cancel_new(hall, hall.ticket(ticket)) for ticket in last.new]
    if last.desk is not None:
        hall.keep_desk(last.desk._replace(since=hall.now))
    for image in images:
        if image.for_counter is not None:  # which may have closed since this visitor left its line
            send_back_to_line(hall, image.for_counter)
    undoing.forget(hall, last.counter)
    settle(hall)
    return labels


def _restore(hall: Hall, image: Ticket, last: LastAction, by: str) -> str:
    now = hall.ticket(image.id)
    if now.state is TicketState.CALLED and now.calls > image.calls:
        hall.note(
            Kind.CALL_WITHDRAWN,
            ticket=now.id,
            counter=last.counter,
            staff=by,
            label=now.label,
            n=image.calls,
        )
    undoing.restore(hall, image)
    return image.label


def _cancel_new(hall: Hall, ticket: Ticket) -> str:
    """A ticket that began with the action cannot go back to nothing: its number stays, cancelled."""
    hall.note(Kind.TICKET_CANCELLED, ticket=ticket.id, counter=ticket.counter, label=ticket.label, undone=True)
    gone = ticket._replace(state=TicketState.CANCELLED, begun_at=None, due_at=None, errands=0, ended_at=hall.now)
    hall.keep(gone)
    hall.drop_errands_beyond(gone)
    return ticket.label
