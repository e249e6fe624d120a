"""When everybody who waits will be called, as far as can be reckoned now.

Every counter is free at some time; whoever waits is given, in the order of the line, to the counter that can call
them first. One pass gives everybody's time. Who comes later is left out: past errors say how much that matters
(`rules.forecasting`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from waitline.model.clock import Instant
from waitline.model.counter import Counter, CounterId
from waitline.model.office import OfficeSetup
from waitline.model.ticket import PriorityClass, TicketId

from .dispatch import Waiting, is_all_round, opens_reserve_at, serves

LEAST_REST: Final = 0.35
"""However long somebody has been at a counter, this share of the usual time is expected to be left."""

Span = tuple[Instant, Instant]
"""From one instant until another."""
Lasting = Callable[[Waiting], float]
"""Milliseconds that a visitor is expected to be at a counter, from the call until it is free again."""


@dataclass(slots=True, kw_only=True)
class Server:
    """A counter that serves: when it is free next, and its planned breaks from then on, in order."""

    counter: Counter
    free_at: float
    breaks: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._skip_breaks()

    def take(self, at: float, lasts: float) -> None:
        """Somebody is called at `at` and stays for `lasts` milliseconds."""
        self.free_at = at + lasts
        self._skip_breaks()

    def _skip_breaks(self) -> None:
        """A break that has begun by the time it is free goes before the next visitor."""
        while self.breaks and self.free_at >= self.breaks[0][0]:
            self.free_at = max(self.free_at, self.breaks.pop(0)[1])


def rest_of_visit(usual: float, gone: float) -> float:
    """How long somebody who has been at the counter for `gone` is expected to stay yet; any unit."""
    return max(usual - gone, LEAST_REST * usual)


class LookAhead:
    """The counters as they fill up. `servers` are used up."""

    def __init__(self, setup: OfficeSetup, servers: Iterable[Server], now: Instant, lasting: Lasting) -> None:
        self._setup, self._now, self._lasting = setup, now, lasting
        self._servers = sorted(servers, key=lambda one: len(one.counter.services))  # as the rule offers work
        self._all_round = [one for one in self._servers if is_all_round(one.counter, setup)]
        self._keeps = setup.reserve_on and len(self._all_round) >= setup.rules.reserve_needs_counters
        self._all_round_ids = {one.counter.id for one in self._all_round}
        self._able: dict[tuple[object, ...], list[Server]] = {}

    def calls(self, line: Iterable[Waiting]) -> Iterator[tuple[TicketId, Instant | None]]:
        """When each of `line`, in key order, is called; None: by no counter of the moment."""
        for ticket in line:
            yield ticket.id, self.call(ticket)

    def call(self, ticket: Waiting) -> Instant | None:
        """The next of the line gets a counter."""
        found = self._first_for(ticket)
        if found is None:
            return None
        at, server = found
        server.take(at, self._lasting(ticket))
        return Instant(round(at))

    def would_call(self, ticket: Waiting) -> Instant | None:
        """When this one would be called if they were the next of the line."""
        found = self._first_for(ticket)
        return None if found is None else Instant(round(found[0]))

    def would_go_to(self, ticket: Waiting) -> CounterId | None:
        """The counter that would call this one first."""
        found = self._first_for(ticket)
        return None if found is None else found[1].counter.id

    def _first_for(self, ticket: Waiting) -> tuple[float, Server] | None:
        able = self._who_serves(ticket)
        if not able:
            return None
        if self._keeps and ticket.priority is not PriorityClass.LOVE:
            return self._beside_the_reserve(ticket, able)
        first = min(able, key=_free_at)
        return max(first.free_at, self._now), first

    def _who_serves(self, ticket: Waiting) -> list[Server]:
        kind = (ticket.service, ticket.wheelchair, ticket.for_counter)
        known = self._able.get(kind)
        if known is None:
            known = [one for one in self._servers if serves(one.counter, ticket, self._setup)]
            self._able[kind] = known
        return known

    def _beside_the_reserve(self, ticket: Waiting, able: Sequence[Server]) -> tuple[float, Server]:
        """The last free all-round counter is kept: an all-round one is to be had when a second is free, or once
        this ticket opens the reserve."""
        first, second = sorted(one.free_at for one in self._all_round)[:2]
        opens = min(second, max(opens_reserve_at(ticket, self._setup.rules), first))
        at, found = min(
            (
                (max(one.free_at, self._now, opens if one.counter.id in self._all_round_ids else 0), n)
                for n, one in enumerate(able)
            )
        )
        return at, self._last_free_by(at, able[found], able)

    def _last_free_by(self, at: float, found: Server, able: Sequence[Server]) -> Server:
        """Of the all-round counters free by then, the one that frees last: the others were kept meanwhile."""
        if found.counter.id not in self._all_round_ids:
            return found
        free = [one for one in able if one.counter.id in self._all_round_ids and one.free_at <= at]
        return max(free, key=_free_at, default=found)


def _free_at(server: Server) -> float:
    return server.free_at
