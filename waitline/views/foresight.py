"""When everybody will be called, as the hall stands now: of those who wait, and of whoever comes next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Final

from waitline.model.back_line import Summons
from waitline.model.clock import MINUTE, Instant, instant, local
from waitline.model.counter import Counter, CounterId, CounterState, Desk
from waitline.model.forecast import Forecast, WaitRange, line_of
from waitline.model.service import ServiceCode
from waitline.model.ticket import PriorityClass, Ticket, TicketId
from waitline.rules.back_line import CHANGEOVER_MINUTES
from waitline.rules.dispatch import Waiting, assign, key_of
from waitline.rules.forecasting import LEAST_DAYS, forecast, usual
from waitline.rules.look_ahead import LookAhead, Server, Span, rest_of_visit
from waitline.store.engine import Store
from waitline.store.look import Look

ON_THE_WAY: Final = 2 * MINUTE
"""So long after accepting somebody of the back line is reckoned to be at the counter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foresight:
    """`calls`: those who wait, but for whom no counter of the moment serves; `services`: an ordinary visitor who
    takes a number now, by service; `love`: a love visitor who names none. None: no counter serves them now.
    """

    calls: Mapping[TicketId, Forecast] = field(default_factory=dict)
    services: Mapping[ServiceCode, Forecast] = field(default_factory=dict)
    love: Forecast | None = None

    @property
    def waits(self) -> dict[ServiceCode | None, WaitRange]:
        """What is announced to whoever comes now, by line (None: the love line); left out where nothing is."""
        told: list[tuple[ServiceCode | None, Forecast | None]] = [*self.services.items(), (None, self.love)]
        return {code: wait.announced for code, wait in told if wait is not None and wait.announced is not None}


NOTHING_FORESEEN: Final = Foresight()


class Foreseer:
    """The hall of one picture, read once."""

    def __init__(self, look: Look, desks: Sequence[Desk], line: Sequence[Waiting] | None = None) -> None:
        """`line`: who waits, where that was read before."""
        self._look = look
        self._setup, self._now, self._desks = look.setup, look.now, list(desks)
        self._experience = look.experience()
        self._line = list(look.line()) if line is None else line
        self._lasting: dict[tuple[ServiceCode | None, bool], float] = {}
        self._servers = list(self._stand(desks))

    def everybody(self) -> Foresight:
        """One pass over the line for those who wait and ordinary newcomers, another for a love visitor."""
        ahead, calls = self._ahead(), {}
        services: dict[ServiceCode, Forecast] = {}
        newcomers = [self._newcomer(service.code, PriorityClass.ORDINARY) for service in self._setup.services]
        asked = False
        for ticket in self._line:
            if ticket.key_at > self._now and not asked:
                asked, services = True, self._told(ahead, newcomers)
            found = self._forecast(ahead.call(ticket), ticket.priority)
            if found is not None:
                calls[ticket.id] = found
        if not asked:
            services = self._told(ahead, newcomers)
        return Foresight(calls=calls, services=services, love=self.newcomer(None, PriorityClass.LOVE))

    def waiting(self) -> dict[TicketId, Forecast]:
        """Those who wait only. Nothing before ranges are announced: a clerk would only read out a guess."""
        if self._experience.days < LEAST_DAYS:
            return {}
        ahead = self._ahead()
        found = {ticket.id: self._forecast(ahead.call(ticket), ticket.priority) for ticket in self._line}
        return {ticket: wait for ticket, wait in found.items() if wait is not None}

    def newcomer(
        self,
        service: ServiceCode | None,
        priority: PriorityClass,
        *,
        slot: Instant | None = None,
    ) -> Forecast | None:
        """The wait of somebody who takes a number now; None: no counter of the moment serves them."""
        one = self._newcomer(service, priority, slot=slot)
        ahead = self._ahead()
        for ticket in self._line:
            if ticket.key_at > one.key_at:
                break
            ahead.call(ticket)
        return self._forecast(ahead.would_call(one), priority)

    def led_to(self) -> CounterId | None:
        """Where a love visitor who comes now is served first, as the rule has it; None: at none."""
        one, ahead = self._newcomer(None, PriorityClass.LOVE), self._ahead()
        found = assign(self._setup, self._desks, [one], self._now)
        if found is not None:
            return found.counter
        for ticket in self._line:
            if ticket.key_at > one.key_at:
                break
            ahead.call(ticket)
        return ahead.would_go_to(one)

    def goes_to(self, ticket: TicketId) -> CounterId | None:
        """Which counter will call somebody who waits, as things stand; None: none of the moment."""
        ahead = self._ahead()
        for one in self._line:
            if one.id == ticket:
                return ahead.would_go_to(one)
            ahead.call(one)
        return None

    def _told(self, ahead: LookAhead, newcomers: Sequence[Waiting]) -> dict[ServiceCode, Forecast]:
        found = {one.service: self._forecast(ahead.would_call(one), one.priority) for one in newcomers}
        return {code: wait for code, wait in found.items() if code is not None and wait is not None}

    def _forecast(self, at: Instant | None, priority: PriorityClass) -> Forecast | None:
        return None if at is None else forecast(at - self._now, line_of(priority), self._experience)

    def _newcomer(
        self,
        service: ServiceCode | None,
        priority: PriorityClass,
        *,
        slot: Instant | None = None,
    ) -> Waiting:
        return Waiting(
            id=TicketId(self._look.seq + 1),
            service=service,
            priority=priority,
            key_at=key_of(priority, self._now, slot, self._setup.rules),
            issued_at=self._now,
            slot=slot,
            wheelchair=False,
            for_counter=None,
        )

    def _ahead(self) -> LookAhead:
        servers = [
            Server(counter=one.counter, free_at=one.free_at, breaks=list(one.breaks)) for one in self._servers
        ]
        return LookAhead(self._setup, servers, self._now, self._lasts)

    def _lasts(self, ticket: Waiting) -> float:
        return self._usual(ticket.service, love=ticket.priority is PriorityClass.LOVE)

    def _usual(self, service: ServiceCode | None, *, love: bool) -> float:
        known = self._lasting.get((service, love))
        if known is None:
            known = usual(self._setup, self._experience, service, love=love)
            self._lasting[service, love] = known
        return known

    def _stand(self, desks: Sequence[Desk]) -> Iterator[Server]:
        """The counters that serve, or will at a time that is known."""
        at = {ticket.counter: ticket for ticket in self._look.at_counters()}
        every = self._look.back_line().open if self._setup.has_back_line else ()
        coming = {one.counter: one for one in every if one.is_coming}
        leaving = {one.counter for one in every if one.is_here and one.released_at is not None}
        for desk in desks:
            own = next((counter for counter in self._setup.counters if counter.id == desk.counter), None)
            if own is None or desk.counter in leaving:
                continue
            free_at = self._free_at(desk, at.get(desk.counter), coming.get(desk.counter))
            if free_at is not None:
                begun = free_at if desk.state is CounterState.PAUSED else self._now
                yield Server(counter=own, free_at=free_at, breaks=list(self._breaks(own, desk, begun)))

    def _free_at(self, desk: Desk, ticket: Ticket | None, coming: Summons | None) -> float | None:
        now = self._now
        if desk.state is CounterState.READY:
            return now
        if desk.state is CounterState.PAUSED:
            return None if desk.pause_until is None else max(now, desk.pause_until)
        if desk.state is CounterState.CLOSED:
            accepted = None if coming is None else coming.accepted_at
            return None if accepted is None else max(now, accepted + ON_THE_WAY)
        if ticket is None or ticket.last_called_at is None:
            return now + CHANGEOVER_MINUTES * MINUTE
        lasts = self._usual(ticket.service, love=ticket.priority is PriorityClass.LOVE)
        return now + rest_of_visit(lasts, now - ticket.last_called_at)

    def _breaks(self, counter: Counter, desk: Desk, begun: float) -> Iterator[Span]:
        """Planned for later today; for a counter that is busy also the one that is overdue."""
        midnight = datetime.combine(local(self._now, self._setup.zone).date(), time.min, tzinfo=self._setup.zone)
        for span in counter.breaks:
            begins, ends = (_at(midnight, minute) for minute in span)
            overdue = desk.state is CounterState.OPEN and ends > self._now
            if begins > begun or overdue:
                yield begins, ends


def read(store: Store) -> Foresight:
    """The hall's foresight now."""
    with store.reading() as look:
        return foresee(look, look.desks())


def foresee(look: Look, desks: Sequence[Desk]) -> Foresight:
    """Of one picture; nothing while the day is not open."""
    return Foreseer(look, desks).everybody() if look.day_is_open else NOTHING_FORESEEN


def read_newcomer(
    store: Store, service: ServiceCode | None, priority: PriorityClass, *, slot: Instant | None = None
) -> Forecast | None:
    """The wait of one visitor who takes a number now; None: nobody can know."""
    with store.reading() as look:
        if not look.day_is_open:
            return None
        return Foreseer(look, look.desks()).newcomer(service, priority, slot=slot)


def _at(midnight: datetime, minute: int) -> Instant:
    return instant(midnight + timedelta(minutes=minute))
