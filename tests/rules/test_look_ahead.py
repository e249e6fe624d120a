"""When people will be called: against a hall that is really played to its end, and promise by promise."""

import heapq

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.test_dispatch import BOOKED, LOVE, NOW, SERVICES, WITH_RESERVE, WITHOUT, visitors, waiting
from waitline.model.clock import MINUTE
from waitline.model.counter import CounterId, CounterState, Desk
from waitline.rules.dispatch import assign
from waitline.rules.look_ahead import LookAhead, Server, rest_of_visit

COUNTERS = [counter.id for counter in WITHOUT.counters]
FIVE = 5 * MINUTE


def server(counter, minutes, *breaks):
    """Free in so many minutes; breaks from minute to minute from now."""
    spans = [(NOW + begins * MINUTE, NOW + ends * MINUTE) for begins, ends in breaks]
    return Server(counter=WITHOUT.counter(counter), free_at=NOW + minutes * MINUTE, breaks=spans)


def minutes_ahead(setup, servers, line, lasts=FIVE):
    """In how many minutes each is called, by ticket."""
    ahead = LookAhead(setup, servers, NOW, lambda _: lasts)
    ordered = sorted(line, key=lambda one: (one.key_at, one.id))
    return {one: None if at is None else (at - NOW) / MINUTE for one, at in ahead.calls(ordered)}


def played(free, line):
    """The same by the rule of dispatch itself: whenever a counter is free it is offered work."""
    events = [(round(NOW + minutes * MINUTE), counter) for counter, minutes in free.items()]
    heapq.heapify(events)
    ready, waits, found = set(), sorted(line, key=lambda one: (one.key_at, one.id)), {}
    while events:
        now, counter = heapq.heappop(events)
        ready.add(counter)
        while True:
            desks = [
                Desk(CounterId(c), CounterState.READY if c in ready else CounterState.OPEN, staff="somebody")
                for c in free
            ]
            called = assign(WITHOUT, desks, waits, now)
            if called is None:
                break
            found[called.ticket] = (now - NOW) / MINUTE
            waits = [one for one in waits if one.id != called.ticket]
            ready.discard(called.counter)
            heapq.heappush(events, (now + FIVE, called.counter))
    return found


different = st.lists(st.integers(1, 10**6), min_size=1, max_size=len(COUNTERS), unique=True)


@settings(max_examples=300)
@given(offsets=different, others=st.lists(visitors, max_size=12))
def test_it_is_what_the_rule_itself_does_when_nobody_else_comes(offsets, others):
    free = {counter: offset / 1e6 * 20 for counter, offset in zip(COUNTERS, offsets, strict=False)}
    line = [waiting(n, **facts) for n, facts in enumerate(others, 1)]
    reckoned = minutes_ahead(WITHOUT, [server(counter, at) for counter, at in free.items()], line)
    found = played(free, line)
    assert {one for one, at in reckoned.items() if at is not None} == set(found)
    assert all(abs(reckoned[one] - at) < 0.001 for one, at in found.items())


def test_whom_no_counter_of_the_moment_serves_is_called_at_no_time():
    assert minutes_ahead(WITHOUT, [server("1", 2)], [waiting(1, service="REG")]) == {1: None}
    assert minutes_ahead(WITHOUT, [], [waiting(1)]) == {1: None}


def test_a_planned_break_goes_before_the_next_visitor_once_it_has_begun():
    line = [waiting(n, minutes=60 - n) for n in range(1, 5)]
    assert minutes_ahead(WITHOUT, [server("3", 0, (8, 68))], line) == {1: 0, 2: 5, 3: 68, 4: 73}


def test_the_last_free_all_round_counter_is_kept_and_opens_for_who_has_waited_long():
    everybody = [server(counter, at) for counter, at in {"7": 0, "8": 30, "9": 40}.items()]
    assert minutes_ahead(WITH_RESERVE, everybody, [waiting(1, minutes=0)]) == {1: 25}
    everybody = [server(counter, at) for counter, at in {"7": 0, "8": 12, "9": 40}.items()]
    assert minutes_ahead(WITH_RESERVE, everybody, [waiting(1, minutes=0)]) == {1: 12}
    everybody = [server(counter, at) for counter, at in {"7": 0, "8": 12, "9": 40}.items()]
    assert minutes_ahead(WITH_RESERVE, everybody, [waiting(1, minutes=0, priority=LOVE)]) == {1: 0}


def test_a_late_booking_opens_the_reserve():
    everybody = [server(counter, at) for counter, at in {"7": 0, "8": 30, "9": 40}.items()]
    booked = waiting(1, minutes=0, priority=BOOKED, slot=-3)
    assert 0 < minutes_ahead(WITH_RESERVE, everybody, [booked])[1] <= 8


def test_who_would_come_next_changes_nothing_for_others():
    ahead = LookAhead(WITHOUT, [server("3", 2)], NOW, lambda _: FIVE)
    newcomers = [waiting(n, service=service, minutes=0) for n, service in enumerate(SERVICES, 1)]
    first = [ahead.would_call(one) for one in newcomers]
    assert first == [ahead.would_call(one) for one in newcomers]
    assert first.count(NOW + 2 * MINUTE) == 5
    assert ahead.call(waiting(9, minutes=0)) == NOW + 2 * MINUTE


def test_however_long_somebody_sits_there_a_third_of_the_usual_time_is_left():
    assert rest_of_visit(10, 0) == 10
    assert rest_of_visit(10, 4) == 6
    assert rest_of_visit(10, 60) == 3.5
