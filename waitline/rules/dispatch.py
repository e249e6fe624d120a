"""Who is next: the smallest key that a free counter can serve, with the last all-round counter kept for love.

The rule in two sentences is in ``docs`` for citizens and in `assign` for programs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import Counter, CounterId, CounterKind, CounterState, Desk
from waitline.model.office import OfficeSetup, Rules
from waitline.model.service import ServiceCode
from waitline.model.ticket import PriorityClass, TicketId


class Why(StrEnum):
    """The one line a clerk reads beside a number."""

    LONGEST_WAIT = "longest_wait"
    LOVE_FIRST = "love_first"
    APPOINTMENT = "appointment"
    OUT_OF_ORDER = "out_of_order"
    BROUGHT = "brought"
    RESERVED = "reserved"
    NOBODY = "nobody"


class Waiting(NamedTuple):
    """What the rule needs to know of a waiting ticket. `key_at` orders the line, ties by `id`."""

    id: TicketId
    service: ServiceCode | None
    priority: PriorityClass
    key_at: Instant
    issued_at: Instant
    slot: Instant | None
    wheelchair: bool
    for_counter: CounterId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """This ticket goes to this counter, and why."""

    ticket: TicketId
    counter: CounterId
    why: Why


def key_of(priority: PriorityClass, issued_at: Instant, slot: Instant | None, rules: Rules) -> Instant:
    """The place in the line, set once at issue: ordinary by arrival, love and bookings with a head start."""
    if priority is PriorityClass.LOVE:
        return Instant(issued_at - round(rules.love_head_start * MINUTE))
    if priority is PriorityClass.APPOINTMENT:
        due = issued_at if slot is None else max(slot, issued_at)
        return Instant(due - round(rules.appointment_head_start * MINUTE))
    return issued_at


def key_of_returned(old: Instant, priority: PriorityClass, now: Instant, rules: Rules) -> Instant:
    """A no-show who came back: not before its old place, and not ahead of the last ten minutes."""
    head_start = {
        PriorityClass.LOVE: rules.love_head_start,
        PriorityClass.APPOINTMENT: rules.appointment_head_start,
        PriorityClass.ORDINARY: 0.0,
    }[priority]
    return Instant(max(old, now - round((rules.returned_behind + head_start) * MINUTE)))


def is_all_round(counter: Counter, setup: OfficeSetup) -> bool:
    """Serves at least five sixths of the services."""
    return len(counter.services) >= setup.rules.all_round_share * len(setup.services) - 1e-9


def serves(counter: Counter, ticket: Waiting, setup: OfficeSetup) -> bool:
    """Whether this counter may take this ticket at all, free or not."""
    if ticket.for_counter is not None:
        return ticket.for_counter == counter.id
    if ticket.wheelchair and not counter.accessible:
        return False
    if ticket.service is None:
        return is_all_round(counter, setup)
    return ticket.service in counter.services


def opens_reserve_at(ticket: Waiting, rules: Rules) -> Instant:
    """From when on this ticket may have the reserved counter; reckoned from its key, so returns keep fair."""
    if ticket.priority is PriorityClass.LOVE:
        return ticket.key_at
    if ticket.priority is PriorityClass.APPOINTMENT:
        late = rules.appointment_head_start + rules.reserve_opens_for_late_appointment
        return Instant(ticket.key_at + round(late * MINUTE))
    return Instant(ticket.key_at + round(rules.reserve_opens_after * MINUTE))


def why_called(ticket: Waiting) -> Why:
    if ticket.for_counter is not None:
        return Why.BROUGHT
    return {
        PriorityClass.LOVE: Why.LOVE_FIRST,
        PriorityClass.APPOINTMENT: Why.APPOINTMENT,
        PriorityClass.ORDINARY: Why.LONGEST_WAIT,
    }[ticket.priority]


class Floor:
    """The counters of the moment: which are READY, and whether one of them is the reserve."""

    def __init__(self, setup: OfficeSetup, desks: Iterable[Desk]) -> None:
        self._setup = setup
        standing = {desk.counter: desk for desk in desks if desk.is_open}
        opened = [counter for counter in setup.counters if counter.id in standing]
        ready = [c for c in opened if standing[c.id].state is CounterState.READY]
        self.ready = sorted(ready, key=lambda c: (c.kind is CounterKind.LOVE, len(c.services), c.id))
        self._all_round_open = sum(is_all_round(counter, setup) for counter in opened)
        free_all_round = [counter for counter in self.ready if is_all_round(counter, setup)]
        self.reserve: Counter | None = None
        if (
            setup.reserve_on
            and len(free_all_round) == 1
            and self._all_round_open >= setup.rules.reserve_needs_counters
        ):
            self.reserve = free_all_round[0]

    def place_for(self, ticket: Waiting, *, reserve_open: bool) -> Counter | None:
        """The READY counter that this ticket would get: fewest services first, love counter by class."""
        love = ticket.priority is PriorityClass.LOVE
        able = [counter for counter in self.ready if serves(counter, ticket, self._setup)]
        if love:
            able.sort(key=lambda c: c.kind is not CounterKind.LOVE)
        elif not reserve_open:
            able = [counter for counter in able if counter is not self.reserve]
        return able[0] if able else None


def _nobody_else(floor: Floor, key_at: Instant, now: Instant, rules: Rules) -> bool:
    """Only the reserve is free, and from this key on nobody has waited long enough to open it."""
    if len(floor.ready) > 1 or floor.ready[:1] != [floor.reserve]:
        return False
    soonest = min(rules.reserve_opens_after, rules.appointment_head_start, rules.love_head_start)
    return key_at > now - round(soonest * MINUTE)


def assign(
    setup: OfficeSetup,
    desks: Sequence[Desk],
    line: Iterable[Waiting],
    now: Instant,
    *,
    override: CounterId | None = None,
) -> Assignment | None:
    """The next ticket that a READY counter gets, or None. Call again, with the line anew, until None.

    1. The smallest key that a READY counter can serve is next.
    2. The last free all-round counter is kept for a love ticket until somebody it could serve has waited
       long enough; then it too takes the smallest key. `override` names a counter whose clerk gives up
       the reserve this once.
    """
    floor = Floor(setup, desks)
    if not floor.ready:
        return None
    kept = floor.reserve
    open_by_hand = kept is not None and kept.id == override
    first_held: Waiting | None = None
    for ticket in line:
        opens = kept is not None and serves(kept, ticket, setup) and opens_reserve_at(ticket, setup.rules) <= now
        counter = floor.place_for(ticket, reserve_open=open_by_hand)
        if counter is not None and not (opens and first_held is not None):
            return Assignment(ticket=ticket.id, counter=counter.id, why=why_called(ticket))
        if kept is not None and serves(kept, ticket, setup):
            first_held = first_held or ticket
            if opens:  # also for whom another counter is free: the smaller key comes first
                return Assignment(ticket=first_held.id, counter=kept.id, why=why_called(first_held))
        if not open_by_hand and _nobody_else(floor, ticket.key_at, now, setup.rules):
            return None
    return None


def ahead_of(
    setup: OfficeSetup, desks: Iterable[Desk], one: Waiting, before: Sequence[tuple[Waiting, int]]
) -> int:
    """How many are called before `one` at the counter that comes to it first, if nobody else comes.

    `before` are those with a smaller key, alike ones counted together. A counter that may call `one` calls
    first whomever of them it may serve too, of any service and class: nine for registration at the only open
    counter are nine before a transcript. With several such counters it is the one with the fewest that will
    call. Who can only be called elsewhere is not before `one` at all, however early they came. With no such
    counter open it is reckoned as if all were; 0 when the office has none.
    """
    able = [counter for counter in setup.counters if serves(counter, one, setup)]
    opened = {desk.counter for desk in desks if desk.is_open}
    able = [counter for counter in able if counter.id in opened] or able
    return min((sum(n for w, n in before if serves(c, w, setup)) for c in able), default=0)


def held_until(setup: OfficeSetup, desks: Sequence[Desk], line: Iterable[Waiting]) -> Instant | None:
    """When the reserve opens by time passing, if somebody waits for it now."""
    kept = Floor(setup, desks).reserve
    if kept is None:
        return None
    times = [opens_reserve_at(t, setup.rules) for t in line if serves(kept, t, setup)]
    return min(times, default=None)
