"""The waiting line in key order, read only as far as the rule looks."""

from collections.abc import Iterator
from typing import Final

from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.service import ServiceCode
from waitline.model.ticket import Need, PriorityClass, Ticket, TicketId
from waitline.rules.dispatch import Waiting

from . import statements as q
from .link import Link, Row

_FIRST_LOOK: Final = 4
_FURTHER: Final = 200
_BEFORE_ALL: Final = -(1 << 62)


def waiting_of(row: Row) -> Waiting:
    ticket, service, priority, key_at, issued_at, slot, needs, for_counter = row
    return Waiting(
        TicketId(ticket),
        None if service is None else ServiceCode(service),
        PriorityClass(priority),
        Instant(key_at),
        Instant(issued_at),
        slot,
        Need.WHEELCHAIR in needs.split(","),
        None if for_counter is None else CounterId(for_counter),
    )


def waiting_line(link: Link, office: str) -> Iterator[Waiting]:
    """Everybody who waits, smallest key first; later pages are fetched only when asked for."""
    key, last, most = _BEFORE_ALL, 0, _FIRST_LOOK
    while True:
        rows = link.all(q.LINE, office=office, k=key, i=last, most=most)
        for row in rows:
            yield waiting_of(row)
        if len(rows) < most:
            return
        last, key, most = rows[-1][0], rows[-1][3], _FURTHER


def waiting_as_seen(ticket: Ticket) -> Waiting:
    """A whole ticket as the rule sees it."""
    return Waiting(
        ticket.id,
        ticket.service,
        ticket.priority,
        ticket.key_at,
        ticket.issued_at,
        ticket.slot,
        Need.WHEELCHAIR in ticket.needs,
        ticket.for_counter,
    )
