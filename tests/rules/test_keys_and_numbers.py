"""Keys are set once, at issue; returned numbers come behind their old place; series count and wrap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import FRIDAY_NINE
from waitline.model.clock import MINUTE, Instant
from waitline.model.errors import NumbersUsedUp
from waitline.model.office import Rules
from waitline.model.service import NumberSeries, SeriesCode
from waitline.model.ticket import PriorityClass
from waitline.rules.dispatch import key_of, key_of_returned
from waitline.rules.numbering import next_free, number_of

RULES = Rules()
LOVE, ORDINARY, BOOKED = PriorityClass.LOVE, PriorityClass.ORDINARY, PriorityClass.APPOINTMENT
HEAD_START = {ORDINARY: 0, BOOKED: 30, LOVE: 120}
instants = st.integers(0, 10**13).map(Instant)


def minutes(count):
    return Instant(FRIDAY_NINE + count * MINUTE)


@pytest.mark.parametrize(
    ("priority", "slot", "key"),
    [
        (ORDINARY, None, 0),
        (LOVE, None, -120),
        (BOOKED, 20, -10),
        (BOOKED, -20, -30),
        (BOOKED, 90, 60),
    ],
    ids=["by arrival", "two hours early", "on time", "late: from when they came", "far too early"],
)
def test_the_key_at_issue(priority, slot, key):
    booked = None if slot is None else minutes(slot)
    assert key_of(priority, FRIDAY_NINE, booked, RULES) == minutes(key)


@given(first=instants, second=instants, priority=st.sampled_from([ORDINARY, LOVE]))
def test_within_a_class_whoever_came_first_is_first(first, second, priority):
    keys = [key_of(priority, at, None, RULES) for at in (first, second)]
    assert (keys[0] < keys[1]) == (first < second)


@given(old=instants, now=instants, priority=st.sampled_from(list(PriorityClass)))
def test_a_returned_number_never_gains(old, now, priority):
    key = key_of_returned(old, priority, now, RULES)
    assert key >= old
    assert key >= now - (10 + HEAD_START[priority]) * MINUTE
    assert key in (old, now - (10 + HEAD_START[priority]) * MINUTE)


SERIES = NumberSeries(code=SeriesCode("A"), prefix="A", first=5, last=9, digits=3)


@given(
    number=st.integers(5, 10),
    lap=st.integers(0, 3),
    in_hall=st.frozensets(st.integers(5, 9)),
)
def test_the_next_number_is_free_and_the_nearest_ahead(number, lap, in_hall):
    ahead = [(n, lap) for n in range(number, 10)] + [(n, lap + 1) for n in range(5, 10)]
    free = [(n, each) for n, each in ahead if each == 0 or n not in in_hall]
    if not free:
        with pytest.raises(NumbersUsedUp):
            next_free(SERIES, number, lap, in_hall.__contains__)
    else:
        assert next_free(SERIES, number, lap, in_hall.__contains__) == free[0]


@given(
    number=st.integers(0, 99_999), first=st.integers(0, 999), span=st.integers(0, 999), digits=st.integers(1, 5)
)
def test_a_label_is_read_back_as_its_number(number, first, span, digits):
    series = NumberSeries(code=SeriesCode("X"), prefix="X", first=first, last=first + span, digits=digits)
    found = number_of(series, series.label(number).lower())
    assert found == (number if first <= number <= first + span else None)


@given(st.text())
def test_whatever_is_typed_gives_a_number_of_the_series_or_none(label):
    found = number_of(SERIES, label)
    assert found is None or 5 <= found <= 9
