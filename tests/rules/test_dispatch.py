"""The calling rule against a small model written apart from it, and its promises one by one."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.builders import COUNTERS, FRIDAY_NINE, office_document
from tests.rules.rule_model import RuleModel, in_order
from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterId, CounterState, Desk
from waitline.model.ticket import PriorityClass, TicketId
from waitline.rules.dispatch import Waiting, Why, assign, held_until, key_of
from waitline.settings.office_file import parse_office

NOW = FRIDAY_NINE
WITH_RESERVE = parse_office(office_document(reserve="on"), "office.toml")
WITHOUT = parse_office(office_document(reserve="off"), "office.toml")
LOVE, ORDINARY, BOOKED = PriorityClass.LOVE, PriorityClass.ORDINARY, PriorityClass.APPOINTMENT
SERVICES = [service.code for service in WITHOUT.services]


def desk(counter, state):
    return Desk(counter=CounterId(counter), state=state, staff="somebody")


def desks_of(**states):
    """`c7="READY"` and so on; counters left out are closed."""
    return [desk(name[1:], CounterState[state]) for name, state in states.items()]


def waiting(number, *, service="TRANS", priority=ORDINARY, minutes=5.0, slot=None, wheelchair=False, to=None):
    """A ticket taken so many minutes ago."""
    issued = Instant(NOW - round(minutes * MINUTE))
    slot = None if slot is None else Instant(NOW + round(slot * MINUTE))
    key = key_of(priority, issued, slot, WITHOUT.rules)
    return Waiting(TicketId(number), service, priority, key, issued, slot, wheelchair, to)


def settled(setup, desks, line):
    """What the rule itself gives, asked until it gives nothing; (ticket, counter) in order."""
    desks, line, found = list(desks), in_order(line), []
    while (next_one := assign(setup, desks, line, NOW)) is not None:
        found.append((next_one.ticket, next_one.counter))
        line = [one for one in line if one.id != next_one.ticket]
        desks = [d._replace(state=CounterState.OPEN) if d.counter == next_one.counter else d for d in desks]
    return found


# -- every hall there could be -----------------------------------------------------------------------------------

states = st.sampled_from(["CLOSED", "PAUSED", "OPEN", "READY", "READY"])
halls = st.fixed_dictionaries(dict.fromkeys(COUNTERS, states))
visitors = st.builds(
    dict,
    service=st.sampled_from(SERVICES),
    minutes=st.floats(0, 60),
    wheelchair=st.sampled_from([False, False, True]),
    to=st.sampled_from([None, None, None, *COUNTERS]),
) | st.builds(
    dict,
    service=st.sampled_from([None, *SERVICES]),
    minutes=st.floats(0, 60),
    priority=st.just(LOVE),
    wheelchair=st.booleans(),
) | st.builds(
    dict,
    service=st.sampled_from(SERVICES),
    minutes=st.floats(0, 60),
    priority=st.just(BOOKED),
    slot=st.floats(-60, 60),
)  # fmt: skip
lines = st.lists(visitors, max_size=8)


def made(line):
    return [waiting(number, **facts) for number, facts in enumerate(line, start=1)]


@settings(max_examples=400, deadline=None)
@given(hall=halls, line=lines, reserve=st.booleans())
@example(hall={"7": "READY", "8": "OPEN", "9": "OPEN"}, line=[{"minutes": 26}], reserve=True)
@example(
    hall={"1": "READY", "7": "READY", "8": "OPEN", "9": "OPEN"},
    line=[{"service": "REG", "priority": BOOKED, "minutes": 60, "slot": -1}, {"minutes": 29}, {"minutes": 28}],
    reserve=True,
)
@example(
    hall={"2": "READY", "8": "OPEN", "9": "READY", "10": "OPEN"},
    line=[{"service": "REG", "priority": BOOKED, "minutes": 0, "slot": 0}, {"minutes": 25}],
    reserve=True,
)
def test_the_rule_gives_what_its_two_sentences_say(hall, line, reserve):
    setup = WITH_RESERVE if reserve else WITHOUT
    desks = [desk(counter, CounterState[state]) for counter, state in hall.items()]
    model = RuleModel(reserve_on=setup.reserve_on, now=NOW, desks=dict(hall), line=made(line))
    assert dict(settled(setup, desks, made(line))) == model.settle()


@settings(max_examples=200, deadline=None)
@given(hall=halls, line=lines, reserve=st.booleans())
def test_nobody_is_overtaken_by_a_worse_ticket_that_the_same_counter_serves(hall, line, reserve):
    setup = WITH_RESERVE if reserve else WITHOUT
    desks = [desk(counter, CounterState[state]) for counter, state in hall.items()]
    tickets = {one.id: one for one in made(line)}
    model = RuleModel(reserve_on=setup.reserve_on, now=NOW, desks=dict(hall), line=list(tickets.values()))
    left = dict(tickets)
    for ticket, counter in settled(setup, desks, tickets.values()):
        called = left.pop(ticket)
        kept = model.reserve()
        for other in left.values():
            worse = (other.key_at, other.id) > (called.key_at, called.id)
            assert worse or not model.can(counter, other) or (counter == kept and called.priority is LOVE)
        model.desks[counter] = "OPEN"


@settings(max_examples=200, deadline=None)
@given(hall=halls, line=lines)
def test_the_reserve_goes_to_nobody_but_love_before_somebody_has_waited_long_enough(hall, line):
    desks = [desk(counter, CounterState[state]) for counter, state in hall.items()]
    tickets = made(line)
    model = RuleModel(reserve_on=True, now=NOW, desks=dict(hall), line=tickets)
    first = assign(WITH_RESERVE, desks, in_order(tickets), NOW)
    kept = model.reserve()
    if first is not None and first.counter == kept:
        called = next(one for one in tickets if one.id == first.ticket)
        long = [one for one in tickets if model.can(kept, one) and model.has_waited_long_enough(one)]
        assert called.priority is LOVE or long


@settings(max_examples=200, deadline=None)
@given(hall=halls, line=lines)
def test_held_until_is_the_moment_the_rule_gives_the_reserve_away(hall, line):
    desks = [desk(counter, CounterState[state]) for counter, state in hall.items()]
    left = in_order(made(line))
    for ticket, counter in settled(WITH_RESERVE, desks, left):
        left = [one for one in left if one.id != ticket]
        desks = [d._replace(state=CounterState.OPEN) if d.counter == counter else d for d in desks]
    when = held_until(WITH_RESERVE, desks, left)
    if when is not None:
        assert when > NOW
        assert assign(WITH_RESERVE, desks, left, Instant(when - 1)) is None
        assert assign(WITH_RESERVE, desks, left, when) is not None


# -- its promises, one by one ----------------------------------------------------------------------------------


def test_the_longest_wait_is_next_and_ties_go_by_number():
    line = [waiting(3, minutes=5), waiting(2, minutes=5), waiting(1, minutes=4)]
    assert [ticket for ticket, _ in settled(WITHOUT, desks_of(c7="READY", c8="READY", c9="READY"), line)] == [
        2,
        3,
        1,
    ]


def test_love_comes_first_unless_somebody_came_two_hours_before():
    fresh_love = waiting(9, service=None, priority=LOVE, minutes=0)
    assert settled(WITHOUT, desks_of(c7="READY"), [waiting(1, minutes=119), fresh_love]) == [(9, "7")]
    assert settled(WITHOUT, desks_of(c7="READY"), [waiting(1, minutes=121), fresh_love]) == [(1, "7")]


def test_a_booking_counts_from_half_an_hour_before_its_time():
    booked = waiting(9, priority=BOOKED, minutes=20, slot=10)
    assert settled(WITHOUT, desks_of(c7="READY"), [waiting(1, minutes=19), booked]) == [(9, "7")]
    assert settled(WITHOUT, desks_of(c7="READY"), [waiting(1, minutes=21), booked]) == [(1, "7")]


def test_the_counter_with_the_fewest_services_is_offered_work_first():
    ready = desks_of(c7="READY", c3="READY", c1="READY", c10="READY")
    line = [waiting(number) for number in (1, 2, 3, 4)]
    assert [counter for _, counter in settled(WITHOUT, ready, line)] == ["1", "3", "7", "10"]


def test_the_love_counter_is_first_for_love():
    ready = desks_of(c3="READY", c7="READY", c10="READY")
    line = [waiting(number, service="TRANS", priority=LOVE) for number in (1, 2, 3)]
    assert [counter for _, counter in settled(WITHOUT, ready, line)] == ["10", "3", "7"]


def test_a_wheelchair_goes_where_it_can():
    assert settled(WITHOUT, desks_of(c2="READY", c9="READY"), [waiting(1, wheelchair=True)]) == []
    assert settled(WITHOUT, desks_of(c2="READY", c7="READY"), [waiting(1, wheelchair=True)]) == [(1, "7")]


def test_a_love_visitor_without_a_service_goes_to_all_round_counters_only():
    assert settled(WITHOUT, desks_of(c1="READY"), [waiting(1, service=None, priority=LOVE)]) == []
    assert settled(WITHOUT, desks_of(c3="READY"), [waiting(1, service=None, priority=LOVE)]) == [(1, "3")]


def test_whoever_is_sent_to_a_counter_is_called_by_that_counter():
    line = [waiting(1, to="8")]
    assert settled(WITHOUT, desks_of(c7="READY"), line) == []
    found = assign(WITHOUT, desks_of(c7="READY", c8="READY"), line, NOW)
    assert (found.counter, found.why) == ("8", Why.BROUGHT)


def test_the_last_free_all_round_counter_is_kept_for_love():
    hall = desks_of(c7="READY", c8="OPEN", c9="OPEN")
    assert settled(WITH_RESERVE, hall, [waiting(1, minutes=24.9)]) == []
    assert settled(WITH_RESERVE, hall, [waiting(1, minutes=24.9), waiting(2, service=None, priority=LOVE)]) == [
        (2, "7")
    ]
    assert settled(WITH_RESERVE, hall, [waiting(1, minutes=25)]) == [(1, "7")]


def test_with_fewer_than_three_all_round_counters_nothing_is_kept():
    assert settled(WITH_RESERVE, desks_of(c7="READY", c8="OPEN", c1="OPEN"), [waiting(1)]) == [(1, "7")]


def test_a_quick_counter_is_never_the_reserve():
    hall = desks_of(c1="READY", c7="OPEN", c8="OPEN", c9="OPEN")
    assert settled(WITH_RESERVE, hall, [waiting(1)]) == [(1, "1")]


def test_while_the_reserve_is_kept_the_quick_counter_goes_on():
    hall = desks_of(c1="READY", c7="READY", c8="OPEN", c9="OPEN")
    line = [waiting(1, service="REG", minutes=9), waiting(2, minutes=8), waiting(3, minutes=7)]
    assert settled(WITH_RESERVE, hall, line) == [(2, "1")]


def test_an_open_reserve_takes_the_smallest_key_not_whoever_opened_it():
    hall = desks_of(c7="READY", c8="OPEN", c9="OPEN")
    booked = waiting(1, priority=BOOKED, minutes=40, slot=-5)
    assert settled(WITH_RESERVE, hall, [booked]) == []
    assert settled(WITH_RESERVE, hall, [booked, waiting(2, minutes=26)]) == [(1, "7")]


def test_a_love_visitor_the_reserve_cannot_take_does_not_open_it():
    hall = desks_of(c9="READY", c7="OPEN", c8="OPEN")
    wheelchair = waiting(1, service=None, priority=LOVE, wheelchair=True)
    assert settled(WITH_RESERVE, hall, [wheelchair, waiting(2)]) == []
