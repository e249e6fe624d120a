"""How every verb is performed: one transaction, the same answer to the same request."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from waitline.model.counter import CounterId, CounterState, Desk
from waitline.model.errors import CounterNotOpen, CounterOccupied, NotAllowed, NotSignedIn
from waitline.model.journal import Kind
from waitline.model.staff import Role, Staff, StaffId
from waitline.model.ticket import Ticket
from waitline.rules.dispatch import Why
from waitline.store.engine import Store
from waitline.store.hall import Hall

from .day import roll_day
from .requests import Wish

T = TypeVar("T")
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Who was called to the counter and why; None: nobody, the counter is READY (RESERVED or NOBODY)."""

    ticket: Ticket | None
    why: Why


class Actor:
    """Somebody who does things in the hall."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def _perform(
        self,
        wish: Wish,
        body: Callable[[Hall], Facts],
        result: Callable[[Hall, Facts], T],
        *,
        at: CounterId | None = None,
        line: bool = False,
        unasked: bool = False,
    ) -> T:
        """`body` does it and says what to remember; `result` words the outcome, first time and every repeat.

        A repeat of the same request does nothing: it gets what the first one remembered, with tickets and
        counters as they are by now. That holds too when nothing had to change, for which the journal gets an
        entry of its own, unless the verb happens by itself (`unasked`): that one may happen again.
        `at` and `line` are read together with the lock (see `Store.writing`).
        """
        with self._store.writing(wish.verb, wish.request, asked=wish.asked, at=at, line=line) as hall:
            facts = hall.earlier
            if facts is None:
                roll_day(hall)
                facts = body(hall)
                if hall.is_blank and not unasked:
                    hall.note(Kind.ALREADY_SO)
                hall.answer(facts)
            return result(hall, facts)


def the_ticket(hall: Hall, facts: Facts) -> Ticket:
    """The outcome of most verbs: the ticket they moved, as it is now; a repeat names the same ticket."""
    return hall.ticket(facts["ticket"])


def the_call(hall: Hall, facts: Facts) -> Called:
    """Who was called then and why, even if that visitor has long been served: a retry calls nobody else."""
    ticket = facts["ticket"]
    return Called(ticket=None if ticket is None else hall.ticket(ticket), why=Why(facts["why"]))


def person(hall: Hall, staff: StaffId, *roles: Role) -> Staff:
    """Somebody of the office; raises `UnknownStaff`, and `NotAllowed` for whom has none of the roles."""
    found = hall.setup.somebody(staff)
    if not found.may(*roles):
        raise NotAllowed(staff=found.name)
    return found


def check_known(hall: Hall, staff: StaffId | None) -> None:
    """Raise `UnknownStaff` for a name that is not the office's; None is a machine."""
    if staff is not None:
        hall.setup.somebody(staff)


def own_desk(hall: Hall, counter: CounterId, by: StaffId) -> Desk:
    """The counter where `by` is signed in; raises `NotSignedIn` for anybody else's."""
    desk = hall.desk(counter)
    if desk.staff != by:
        raise NotSignedIn(counter=counter)
    return desk


def open_desk(hall: Hall, counter: CounterId, by: StaffId) -> Desk:
    desk = own_desk(hall, counter, by)
    if desk.state not in {CounterState.OPEN, CounterState.READY}:
        raise CounterNotOpen(counter=counter)
    return desk


def empty_desk(hall: Hall, counter: CounterId, by: StaffId) -> Desk:
    """An open counter without a ticket; raises `CounterOccupied` otherwise."""
    desk = open_desk(hall, counter, by)
    ticket = hall.ticket_at(counter)
    if ticket is not None:
        raise CounterOccupied(counter=counter, label=ticket.label)
    return desk
