"""Playing a recorded day: the world comes, walks, sits and leaves; the real verbs decide who is called."""

import heapq
from collections import deque
from collections.abc import Callable
from functools import partial
from itertools import count

from waitline.model.clock import Instant
from waitline.model.counter import CounterId, CounterKind
from waitline.model.journal import Entry, Kind
from waitline.model.service import ServiceCode
from waitline.model.staff import StaffId
from waitline.model.ticket import PriorityClass, TicketId
from waitline.store.engine import Store
from waitline.store.setting_up import turn_clock
from waitline.verbs.calling import Calling
from waitline.verbs.reception import Reception
from waitline.verbs.settling import Settling
from waitline.views import day_view, foresight

from .back_line import BackLineCrew
from .office_of_day import KIOSK_OPEN_S, KNOWN_S, at_second, clerk_at
from .plan import Plan
from .recorded import Rest, Visitor, WorldCounter

ABSENT_S = 60
"""How long a counter calls somebody who is not there."""
ASKED_S = 30
"""How long a clerk asks what somebody came for who must then be sent to another counter."""

Event = Callable[[], None]


class Play:
    """One day in one rehearsal office. Everything the hall knows is in the database; here is only the world.

    `before` is told to which second after opening the clock is turned next, and may take its time: somebody looks
    on.
    """

    def __init__(self, store: Store, plan: Plan, *, before: Callable[[float], object] | None = None) -> None:
        self._store = store
        self._before = before
        self._day = day = plan.day
        self._love_unknown = plan.love_unknown
        self._reception = Reception(store)
        self._calling = Calling(store)
        self._settling = Settling(store)
        self._visitors: dict[TicketId, Visitor] = {}
        self._absent: set[int] = {visitor.id for visitor in day.visitors if not visitor.shows_up}
        self._counters = {counter.id: counter for counter in day.counters}
        self._back_line = [counter for counter in day.counters if counter.kind is CounterKind.BACK_LINE]
        self._crew = BackLineCrew(store, self._back_line if plan.back_line else [], self._request, self._at)
        self._open: set[str] = set()
        self._off_duty: set[str] = set()
        self._rests = {number: deque(counter.rests) for number, counter in self._counters.items()}
        self._idle: set[str] = set()
        self._events: list[tuple[float, int, Event]] = []
        self._order = count()
        self._requests = count(1)
        self._now = 0.0
        self._seen = 0
        self._settle_at: Instant | None = None

    def run(self) -> None:
        """From opening until nobody waits and nobody is on the way."""
        self._look()
        self._crew.begin()
        self._open_counters()
        for visitor in self._day.visitors:
            if visitor.comes_s < KIOSK_OPEN_S:
                self._at(visitor.comes_s, partial(self._arrives, visitor))
        for number, rests in self._rests.items():
            for rest in rests:
                self._at(rest.from_s, partial(self._rests_if_idle, number))
        while self._events:
            self._step()
        for number in sorted(self._open):  # a set has another order in every process
            self._closes(number)

    # -- time ---------------------------------------------------------------------------------------------

    def _at(self, seconds: float, event: Event) -> None:
        heapq.heappush(self._events, (seconds, next(self._order), event))

    def _step(self) -> None:
        """The next thing that happens: in the world, or in the hall because time has passed."""
        seconds = self._events[0][0]
        if self._settle_at is not None and self._settle_at < at_second(seconds):
            self._turn(max(self._now, (self._settle_at - at_second(0)) / 1000))
            self._settling.settle(request=self._request())
        else:
            _, _, event = heapq.heappop(self._events)
            self._turn(seconds)
            event()
        self._look()

    def _turn(self, seconds: float) -> None:
        if seconds > self._now:
            if self._before is not None:
                self._before(seconds)
            self._now = seconds
            turn_clock(self._store, at_second(seconds))

    def _look(self) -> None:
        """Read what the hall has decided since the last look, and let the world follow."""
        while True:
            news = day_view.read_news(self._store, self._seen)
            self._seen, self._settle_at = news.seq, news.settle_at
            if not news.entries:
                return
            for entry in news.entries:
                self._follow(entry)

    def _follow(self, entry: Entry) -> None:
        if entry.kind is Kind.TICKET_CALLED and entry.ticket is not None and entry.counter is not None:
            self._is_called(self._visitors[entry.ticket], entry.counter)
        elif entry.kind is Kind.COUNTER_RESTED and entry.counter is not None:
            self._asks_for_next(entry.counter)
        else:
            self._crew.follow(entry, self._now, self._comes_to, self._goes_if_idle)

    # -- visitors -----------------------------------------------------------------------------------------

    def _arrives(self, visitor: Visitor) -> None:
        love = visitor.priority is PriorityClass.LOVE
        service = None if love and self._love_unknown else ServiceCode(visitor.service)
        slot = None if visitor.slot_s is None else at_second(visitor.slot_s)
        taken = self._reception.take_ticket(
            request=self._request(),
            service=service,
            love=love,
            slot=slot,
            told=foresight.read_newcomer(self._store, service, visitor.priority, slot=slot),
        )
        self._visitors[taken.ticket.id] = visitor

    def _is_called(self, visitor: Visitor, number: CounterId) -> None:
        self._idle.discard(number)
        counter = self._counters[number]
        if visitor.id in self._absent:
            self._at(self._now + ABSENT_S, partial(self._is_absent, visitor, counter))
            return
        sits = self._now + visitor.walk_s
        if visitor.service not in counter.services:
            self._at(sits + ASKED_S, partial(self._sends_on, visitor, counter))
            return
        self._at(sits, partial(self._begins, visitor, counter))
        self._at(sits + visitor.service_s * counter.speed, partial(self._is_done, counter))

    def _is_absent(self, visitor: Visitor, counter: WorldCounter) -> None:
        self._absent.discard(visitor.id)
        missed = self._calling.no_show(
            request=self._request(), counter=CounterId(counter.id), by=self._clerk(counter.id)
        )
        if visitor.back_s is not None:
            self._at(self._now + visitor.back_s, partial(self._comes_back, missed.label))
        self._goes_on(counter)

    def _comes_back(self, label: str) -> None:
        self._reception.welcome_back(request=self._request(), label=label)

    # -- counters -----------------------------------------------------------------------------------------

    def _open_counters(self) -> None:
        own = (counter for counter in self._counters.values() if counter not in self._back_line)
        fewest_first = sorted(own, key=_asking_order)
        at_opening = [counter.id for counter in fewest_first if any(s.from_s == 0 for s in counter.shifts)]
        for number in at_opening:
            self._signs_in(number)
        for number in at_opening:
            self._asks_for_next(number)
        for counter in fewest_first:
            self._plan_shifts(counter)
        self._look()

    def _plan_shifts(self, counter: WorldCounter) -> None:
        for shift in counter.shifts:
            if shift.from_s > 0:
                self._at(shift.from_s, partial(self._begins_shift, counter))
            if shift.until_s is not None:
                self._at(shift.until_s, partial(self._ends_shift, counter.id))

    def _begins_shift(self, counter: WorldCounter) -> None:
        self._off_duty.discard(counter.id)
        if counter.id not in self._open:
            self._signs_in(counter.id)
            self._goes_on(counter)

    def _ends_shift(self, number: str) -> None:
        self._off_duty.add(number)
        self._goes_if_idle(number)

    def _signs_in(self, number: str) -> None:
        self._calling.sign_in(request=self._request(), counter=CounterId(number), staff=self._clerk(number))
        self._open.add(number)

    def _is_leaving(self, number: str) -> bool:
        """Whether whoever sits there goes as soon as nobody is at the counter."""
        return number in self._off_duty or self._crew.is_released(number)

    def _begins(self, visitor: Visitor, counter: WorldCounter) -> None:
        """Now the clerk hears what they came for, if nobody knew."""
        said = visitor.service if visitor.priority is PriorityClass.LOVE and self._love_unknown else None
        self._calling.begin(
            request=self._request(), counter=CounterId(counter.id), by=self._clerk(counter.id), service=said
        )

    def _sends_on(self, visitor: Visitor, counter: WorldCounter) -> None:
        """Whoever had not said what for and cannot be served here goes where they can, with their place kept."""
        self._calling.transfer(
            request=self._request(),
            counter=CounterId(counter.id),
            by=self._clerk(counter.id),
            service=visitor.service,
        )
        self._goes_on(counter)

    def _is_done(self, counter: WorldCounter) -> None:
        if self._rest_due(counter.id) is not None or self._is_leaving(counter.id):
            self._calling.finish(
                request=self._request(), counter=CounterId(counter.id), by=self._clerk(counter.id)
            )
        self._goes_on(counter)

    def _goes_on(self, counter: WorldCounter) -> None:
        """A break if one is due, else the next visitor (which finishes the one at the counter)."""
        if self._is_leaving(counter.id):
            self._closes(counter.id)
            return
        rest = self._rest_due(counter.id)
        if rest is None:
            self._asks_for_next(counter.id)
        else:
            self._begins_rest(counter.id, rest)

    def _asks_for_next(self, number: str) -> None:
        self._idle.add(number)
        self._calling.call_next(request=self._request(), counter=CounterId(number), by=self._clerk(number))

    def _comes_to(self, number: str) -> None:
        """Somebody of the back line has opened their counter."""
        self._open.add(number)
        self._asks_for_next(number)

    def _goes_if_idle(self, number: str) -> None:
        """Released or off duty: at once where nobody is at the counter, else when that visitor is done."""
        if number in self._idle:
            self._closes(number)

    def _closes(self, number: str) -> None:
        self._idle.discard(number)
        self._open.discard(number)
        self._crew.went(number)
        self._calling.sign_out(request=self._request(), counter=CounterId(number), by=self._clerk(number))

    def _rest_due(self, number: str) -> Rest | None:
        rests = self._rests[number]
        return rests[0] if rests and rests[0].from_s <= self._now else None

    def _rests_if_idle(self, number: str) -> None:
        rest = self._rest_due(number)
        if rest is not None and number in self._idle:
            self._begins_rest(number, rest)

    def _begins_rest(self, number: str, rest: Rest) -> None:
        self._idle.discard(number)
        self._rests[number].popleft()
        until = self._now + rest.length_s
        self._calling.pause(
            request=self._request(),
            counter=CounterId(number),
            by=self._clerk(number),
            reason="午休" if rest.length_s >= KNOWN_S else "休息",
            until=at_second(until),
        )
        self._at(until, partial(self._ends_rest, number))

    def _ends_rest(self, number: str) -> None:
        self._calling.open(request=self._request(), counter=CounterId(number), by=self._clerk(number))
        self._goes_on(self._counters[number])

    def _clerk(self, number: str) -> StaffId:
        return StaffId(clerk_at(number))

    def _request(self) -> str:
        """The same day asks in the same words every time, so that its journal is the same on every database."""
        return f"rehearsal-{next(self._requests):06d}"


def _asking_order(counter: WorldCounter) -> tuple[bool, int, str]:
    return counter.kind is CounterKind.LOVE, len(counter.services), counter.id
