"""Giving work to counters that wait for it, and what only time does to the hall."""

from dataclasses import dataclass

from waitline.model.clock import MINUTE
from waitline.model.counter import CounterId, CounterState
from waitline.model.journal import Kind
from waitline.model.ticket import Ticket, TicketState
from waitline.rules.dispatch import Why, assign
from waitline.store.hall import Hall

from .case_steps import climb
from .errands import send_back_to_line
from .performing import Actor, Facts
from .requests import new_request, wish
from .summoning import watch_hall


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Numbers called, counters no longer READY because nobody touched them, tickets back or expired."""

    called: tuple[str, ...]
    rested: tuple[CounterId, ...]
    returned: tuple[str, ...]
    expired: tuple[str, ...]


class Settling(Actor):
    """Whatever happens because time passes. Any program that is alive may run it; it is done once."""

    def settle(self, *, request: str | None = None) -> Settled:
        def body(hall: Hall) -> Facts:
            returned, expired = _due(hall)
            _planned_ends(hall)
            watch_hall(hall)
            climb(hall)
            return {
                "called": [ticket.label for ticket in settle(hall)],
                "rested": _rest(hall),
                "returned": returned,
                "expired": expired,
            }

        def result(_: Hall, facts: Facts) -> Settled:
            return Settled(
                called=tuple(facts["called"]),
                rested=tuple(CounterId(counter) for counter in facts["rested"]),
                returned=tuple(facts["returned"]),
                expired=tuple(facts["expired"]),
            )

        return self._perform(
            wish("settle", new_request() if request is None else request), body, result, unasked=True
        )


def settle(hall: Hall, *, override: CounterId | None = None) -> list[Ticket]:
    """Call tickets to READY counters until the rule gives none; part of every verb that can free either."""
    called = []
    while any(desk.state is CounterState.READY for desk in hall.open_desks):
        found = assign(hall.setup, hall.open_desks, hall.line(), hall.now, override=override)
        if found is None:
            break
        called.append(call(hall, hall.ticket(found.ticket), found.counter, found.why))
        if found.counter == override:
            override = None
    return called


def call(hall: Hall, ticket: Ticket, counter: CounterId, why: Why, *, reason: str | None = None) -> Ticket:
    """The call itself: the ticket to the counter, the counter at work."""
    ticket.check_move(TicketState.CALLED, ("叫號", "be called"))
    desk = hall.desk(counter)
    facts = {} if reason is None else {"reason": reason}
    hall.note(
        Kind.TICKET_CALLED,
        ticket=ticket.id,
        counter=counter,
        staff=desk.staff,
        label=ticket.label,
        why=str(why),
        n=ticket.calls + 1,
        love=ticket.priority == "love",
        **facts,
    )
    ticket = hall.keep(
        ticket,
        state=TicketState.CALLED,
        counter=counter,
        for_counter=None,
        called_at=hall.now if ticket.called_at is None else ticket.called_at,
        last_called_at=hall.now,
        calls=ticket.calls + 1,
        due_at=None,
        park_reason=None,
    )
    hall.keep_desk(desk._replace(state=CounterState.OPEN, since=hall.now))
    return ticket


def _due(hall: Hall) -> tuple[list[str], list[str]]:
    returned, expired = [], []
    for ticket in hall.due():
        if ticket.state is TicketState.PARKED:
            hall.note(Kind.TICKET_UNPARKED, ticket=ticket.id, label=ticket.label, due=True)
            hall.keep(ticket.waiting_again())
            returned.append(ticket.label)
        else:
            hall.note(Kind.TICKET_EXPIRED, ticket=ticket.id, label=ticket.label)
            hall.keep(ticket, state=TicketState.EXPIRED, ended_at=hall.now, due_at=None)
            expired.append(ticket.label)
    return returned, expired


def _planned_ends(hall: Hall) -> None:
    """A counter still paused past its planned end keeps nobody waiting for it alone."""
    for desk in hall.desks:
        if desk.state is CounterState.PAUSED and desk.pause_until is not None:
            send_back_to_line(hall, desk.counter)


def _rest(hall: Hall) -> list[str]:
    """A clerk who has touched nothing for ten minutes is asked, and offered no work until then."""
    patience = round(hall.setup.rules.ready_asks_after * MINUTE)
    rested: list[str] = []
    for desk in hall.desks:
        if desk.state is CounterState.READY and hall.now - desk.since >= patience:
            hall.note(Kind.COUNTER_RESTED, counter=desk.counter, staff=desk.staff)
            hall.keep_desk(desk._replace(state=CounterState.OPEN, since=hall.now))
            rested.append(desk.counter)
    return rested
