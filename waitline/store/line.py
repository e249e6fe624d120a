"""The waiting line in key order, read only as far as the rule looks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.service import ServiceCode
from waitline.model.ticket import Need, PriorityClass, Ticket, TicketId
from waitline.rules.dispatch import Waiting

from . import statements as q
from .link import Link, Row

FIRST_LOOK: Final = {"sqlite": 1, "postgresql": 4}
"""Whole rows of the line's head read with the lock. A row more costs SQLite as much as asking again when it is
needed; on Postgres asking again is a round trip."""
_FURTHER: Final = 200
_WAITING_COLUMNS: Final = tuple(
    Ticket._fields.index(name)
    for name in ("id", "service", "priority", "key_at", "issued_at", "slot", "needs", "for_counter")
)


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


def line_head(link: Link, office: str) -> Any:
    """Ask for the first of the line, whole rows: most often the rule takes one of them."""
    return link.send(q.LINE_HEAD, office=office, most=FIRST_LOOK[link.database])


def waiting_line(
    link: Link, office: str, seen: Callable[[Row], None], ahead: Sequence[Row] | None = None
) -> Iterator[Waiting]:
    """Everybody who waits, smallest key first; later pages are fetched only when asked for.

    `ahead` are the first rows if they have been read already; whole rows are handed to `seen`.
    """
    first = line_head(link, office).fetchall() if ahead is None else ahead
    for row in first:
        seen(row)
        yield waiting_of_ticket_row(row)
    if len(first) < FIRST_LOOK[link.database]:
        return
    behind = waiting_of_ticket_row(first[-1])
    key, last = behind.key_at, behind.id
    while True:
        page = [waiting_of(row) for row in link.all(q.LINE, office=office, k=key, i=last, most=_FURTHER)]
        yield from page
        if len(page) < _FURTHER:
            return
        last, key = page[-1].id, page[-1].key_at


def waiting_of_ticket_row(row: Row) -> Waiting:
    """From all columns of `tables.ticket` without the office."""
    return waiting_of(tuple(row[i] for i in _WAITING_COLUMNS))


def like_waiting(one: Waiting, found: Iterable[Row]) -> list[tuple[Waiting, int]]:
    """Rows of WAITING_BEFORE as the rule sees them, standing where `one` stands, each with how many they are."""
    return [
        (
            one._replace(
                service=None if service is None else ServiceCode(service),
                wheelchair=Need.WHEELCHAIR in needs.split(","),
                for_counter=None if for_counter is None else CounterId(for_counter),
            ),
            count,
        )
        for service, needs, for_counter, count in found
    ]


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
