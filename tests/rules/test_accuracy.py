"""How often visitors were called in the time they were told: of which days, and of how many visitors at least."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waitline.model.forecast import Accuracy, Kept, Period, WaitRange
from waitline.rules.accuracy import LEAST_VISITORS, accuracies

FRIDAY = "2026-11-20"


def day_before(days):
    return (date.fromisoformat(FRIDAY) - timedelta(days=days)).isoformat()


def test_the_week_begins_on_monday_and_the_month_thirty_dates_ago():
    kept = {
        day_before(0): Kept(1000, 0),
        day_before(1): Kept(60, 50),
        day_before(4): Kept(60, 40),
        day_before(5): Kept(60, 30),
        day_before(30): Kept(60, 60),
        day_before(31): Kept(1000, 0),
    }
    assert accuracies(kept, FRIDAY) == (Accuracy(Period.WEEK, 75, 120), Accuracy(Period.MONTH, 75, 240))


@pytest.mark.parametrize(("visitors", "said"), [(49, ()), (50, (Period.WEEK, Period.MONTH))])
def test_of_fewer_than_fifty_visitors_nothing_is_said(visitors, said):
    assert tuple(one.period for one in accuracies({day_before(2): Kept(visitors, 30)}, FRIDAY)) == said


def test_on_a_monday_the_month_is_all_there_is():
    kept = {day_before(7): Kept(80, 70)}
    assert accuracies(kept, day_before(4)) == (Accuracy(Period.MONTH, 87, 80),)


def test_a_share_is_never_rounded_up():
    assert [one.percent for one in accuracies({day_before(1): Kept(1000, 999)}, FRIDAY)] == [99, 99]


KEPT = st.tuples(st.integers(0, 90), st.integers(0, 90)).map(lambda two: Kept(max(two), min(two)))


@given(st.dictionaries(st.integers(0, 45).map(day_before), KEPT))
def test_what_is_said_is_true_of_some_fifty_visitors_who_were_told(kept):
    for one in accuracies(kept, FRIDAY):
        assert LEAST_VISITORS <= one.visitors <= sum(day.told for day in kept.values())
        assert 0 <= one.percent <= 100
        assert one.percent * one.visitors <= 100 * sum(day.inside for day in kept.values())


@pytest.mark.parametrize(
    ("told", "minutes", "held"),
    [
        (WaitRange(5, 14), 4.99, False),
        (WaitRange(5, 14), 5, True),
        (WaitRange(5, 14), 14, True),
        (WaitRange(5, 14), 14.01, False),
        (WaitRange(40, 44), 90, True),
        (WaitRange(40, 44), 39.9, False),
        (WaitRange(0, 0), 0, True),
    ],
)
def test_a_range_holds_what_lies_in_it_and_a_long_one_has_no_end(told, minutes, held):
    assert told.holds(minutes) == held
