"""Undo: the last action at a counter is taken back as one step, and the journal keeps both."""

from dataclasses import replace

from waitline.model.clock import SECOND
from waitline.model.errors import UndoOvertaken, UndoTooLate
from waitline.model.journal import Kind
from waitline.model.ticket import AT_A_COUNTER, Ticket, TicketState
from waitline.store import undoing
from waitline.store.hall import Hall
from waitline.store.undoing import LastAction

from .settling import settle


def take_back(hall: Hall, last: LastAction, by: str) -> list[str]:
    """Restore states, places and times; the labels of the tickets concerned.

    Raises `UndoTooLate`, and `UndoOvertaken` when anybody has moved one of the tickets or the counter since.
    """
    seconds = hall.setup.rules.undo_seconds
    if hall.now - last.at > seconds * SECOND:
        raise UndoTooLate(seconds=seconds)
    _check_untouched(hall, last)
    hall.note(Kind.ACTION_UNDONE, counter=last.counter, staff=by, verb=last.verb, to=last.seq)
    # a counter holds one ticket: those that leave it go first
    images = sorted(last.tickets, key=lambda image: image.state in AT_A_COUNTER)
    labels = [_restore(hall, image, last, by) for image in images]
    labels += [_cancel_new(hall, hall.ticket(ticket)) for ticket in last.new]
    if last.desk is not None:
        hall.keep_desk(replace(last.desk, since=hall.now))
    undoing.forget(hall, last.counter)
    settle(hall)
    return labels


def _check_untouched(hall: Hall, last: LastAction) -> None:
    for ticket in [*(image.id for image in last.tickets), *last.new]:
        now = hall.ticket(ticket)
        elsewhere = now.state in AT_A_COUNTER and now.counter != last.counter
        if elsewhere or now.changed_seq > last.seq:
            raise UndoOvertaken(label=now.label)
    desk, there = hall.desk(last.counter), hall.ticket_at(last.counter)
    if last.desk is not None and desk.changed_seq > last.seq:
        raise UndoOvertaken(label=desk.counter if there is None else there.label)
    if there is not None and there.changed_seq > last.seq:
        raise UndoOvertaken(label=there.label)  # somebody was led to the chair that fell free


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
    gone = replace(ticket, state=TicketState.CANCELLED, begun_at=None, due_at=None, errands=0, ended_at=hall.now)
    hall.keep(gone)
    hall.drop_errands_beyond(gone)
    return ticket.label
