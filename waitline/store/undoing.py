"""The last action at a counter, kept with what it changed as it was before."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from waitline.model.clock import Instant
from waitline.model.counter import CounterId, Desk
from waitline.model.errors import CounterMovedOn, UndoOvertaken
from waitline.model.ticket import AT_A_COUNTER, Ticket, TicketId, TicketState

from . import desk_statements as dq
from . import rows
from .hall import Hall
from .link import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAction:
    """`seq` is the last journal entry of the action; `tickets` and `desk` as they were, `new` began with it."""

    counter: CounterId
    seq: int
    at: Instant
    staff: str
    verb: str
    tickets: tuple[Ticket, ...]
    new: tuple[TicketId, ...]
    desk: Desk | None

    @property
    def concerned(self) -> tuple[TicketId, ...]:
        """Every ticket that would be put back or taken away."""
        return (*(image.id for image in self.tickets), *self.new)


def last_action(link: Link, office: str, counter: CounterId) -> LastAction | None:
    row = link.one(dq.UNDO, office=office, at_counter=counter)
    if row is None:
        return None
    seq, at, staff, verb, text = row
    images: dict[str, Any] = json.loads(text)
    return LastAction(
        counter=counter,
        seq=seq,
        at=Instant(at),
        staff=staff,
        verb=verb,
        tickets=tuple(rows.ticket_of(image) for image in images["tickets"]),
        new=tuple(TicketId(ticket) for ticket in images["new"]),
        desk=None if images["desk"] is None else rows.desk_of(images["desk"]),
    )


def check_untouched(last: LastAction, tickets: Iterable[Ticket], desk: Desk, there: Ticket | None) -> None:
    """Refuse an undo that somebody has overtaken: the same answer for the verb and for whoever offers it.

    `tickets` are those of the action and `desk` its counter as they are now, `there` who is at the counter.
    Raises `UndoOvertaken` naming the ticket, or `CounterMovedOn` naming the counter.
    """
    for now in tickets:
        elsewhere = now.state in AT_A_COUNTER and now.counter != last.counter
        if elsewhere or now.changed_seq > last.seq:
            raise UndoOvertaken(label=now.label)
    if there is not None and there.changed_seq > last.seq:
        raise UndoOvertaken(label=there.label)  # somebody was led to the chair that fell free
    if last.desk is not None and desk.changed_seq > last.seq:
        raise CounterMovedOn(counter=desk.counter)


def remember(hall: Hall, counter: CounterId, staff: str, verb: str) -> None:
    """Keep what this verb has changed at this counter, so that it can be undone as one step."""
    before, desks = hall.changes()
    old = [
        image
        for ticket, image in before.items()
        if image is not None and counter in (image.counter, image.for_counter, hall.current(ticket).counter)
    ]
    desk = desks.get(counter)
    images = {
        "tickets": old,
        "new": [ticket for ticket, image in before.items() if image is None],
        "desk": desk,
    }
    hall.link.later(
        ("undo", counter),
        dq.KEEP_UNDO,
        office_id=hall.office,
        counter=counter,
        seq=hall.seq,
        at=hall.now,
        staff=staff,
        verb=verb,
        images=rows.images_json(images),
    )


def forget(hall: Hall, counter: CounterId) -> None:
    hall.link.send(dq.FORGET_UNDO, office=hall.office, at_counter=counter)


def forget_all(hall: Hall) -> None:
    """A new day has nothing to undo."""
    hall.link.send(dq.FORGET_ALL_UNDO, office=hall.office)


def restore(hall: Hall, image: Ticket) -> Ticket:
    """Put a ticket back as `image` shows it, its errands too."""
    ticket = hall.keep(image)
    hall.drop_errands_beyond(ticket)
    if ticket.state is TicketState.SERVING:
        hall.end_errand(ticket, None)
    return ticket
