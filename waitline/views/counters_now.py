"""How every counter stands, and who is at it: enough to know which counters have changed."""

from dataclasses import dataclass

from waitline.model.counter import CounterId, Desk
from waitline.model.ticket import Ticket
from waitline.store.engine import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterNow:
    """`ticket`: whoever is called to this counter or served there."""

    desk: Desk
    ticket: Ticket | None


def read(store: Store) -> dict[CounterId, CounterNow]:
    """All counters as they are now."""
    with store.reading() as look:
        there = {ticket.counter: ticket for ticket in look.at_counters()} if look.day_is_open else {}
        return {desk.counter: CounterNow(desk=desk, ticket=there.get(desk.counter)) for desk in look.desks()}
