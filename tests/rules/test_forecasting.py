"""What a reckoned wait is worth by how wrong past reckonings were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import office_document
from waitline.model.clock import HOUR, MINUTE, Instant
from waitline.model.forecast import Experience, Line, WaitRange
from waitline.rules.forecasting import LEAST_DAYS, MOST_LENGTHS, Learner, Reckoned, by_the_clock, forecast, usual
from waitline.settings.office_file import parse_office

SETUP = parse_office(office_document(), "office.toml")
CONFIGURED = 5.5 * MINUTE
"""The office's five minutes and half a minute from one visitor to the next."""


def learnt(errors, *, days=10, reckoned=lambda n: (n + 1) * 1_000):
    """Of ordinary visitors, `errors[n]` minutes late each."""
    learner = Learner()
    for n, late in enumerate(errors):
        learner.saw_wait(Line.ORDINARY, Reckoned(reckoned(n), reckoned(n) + round(late * MINUTE)))
    return learner.learnt("2026-11-20", days=days)


def test_whoever_is_called_at_once_is_told_so_without_any_experience():
    told = forecast(0, Line.ORDINARY, Experience())
    assert told.announced == WaitRange(0, 0)
    assert told.likely == 0


@pytest.mark.parametrize("days", range(LEAST_DAYS + 1))
def test_no_range_is_announced_before_five_days_are_known(days):
    told = forecast(10 * MINUTE, Line.ORDINARY, learnt([0, 1, 2] * 100, days=days))
    assert (told.announced is None) == (days < LEAST_DAYS)
    assert told.reckoned == 10 * MINUTE


def test_without_errors_the_reckoned_wait_is_the_likely_one():
    assert forecast(10 * MINUTE, Line.AHEAD, learnt([0, 1, 2] * 100)).likely == 10 * MINUTE


def test_the_range_leaves_out_an_eighth_at_either_end_in_whole_minutes():
    told = forecast(10 * MINUTE, Line.ORDINARY, learnt(range(-5, 16), reckoned=lambda _: 10 * MINUTE))
    assert told.likely == 15 * MINUTE
    assert told.announced == WaitRange(7, 23)


def test_errors_of_short_waits_say_nothing_of_long_ones():
    late = [1] * 400 + [9] * 400
    known = learnt(late, reckoned=lambda n: (2 if n < 400 else 20) * MINUTE + n)
    assert forecast(2 * MINUTE, Line.ORDINARY, known).likely == pytest.approx(3 * MINUTE, abs=500)
    assert forecast(21 * MINUTE, Line.ORDINARY, known).likely == 30 * MINUTE


def test_however_many_days_are_known_the_lessons_stay_short():
    known = learnt([0, 1, 2, 9] * 5_000)
    assert len(known.errors[Line.ORDINARY]) <= MOST_LENGTHS + 1
    assert forecast(10 * MINUTE, Line.ORDINARY, known).announced == WaitRange(10, 19)


def test_a_wait_is_never_below_nothing():
    told = forecast(2 * MINUTE, Line.ORDINARY, learnt([-9] * 50))
    assert told.likely == 0
    assert told.announced == WaitRange(0, 0)


def test_whoever_is_likely_to_wait_for_more_than_forty_minutes_is_told_just_that():
    told = forecast(
        45 * MINUTE, Line.ORDINARY, learnt([-10, -3, 0, 3, 30] * 60, reckoned=lambda n: 45 * MINUTE + n)
    )
    assert told.announced is not None
    assert told.announced.is_long
    told = forecast(
        39 * MINUTE, Line.ORDINARY, learnt([-10, -3, 0, 3, 30] * 60, reckoned=lambda n: 39 * MINUTE + n)
    )
    assert told.announced == WaitRange(29, 69)
    assert not told.announced.is_long


@given(st.lists(st.floats(-20, 40), min_size=1, max_size=400), st.integers(1, 60 * MINUTE))
def test_a_range_holds_the_likely_wait(errors, reckoned):
    told = forecast(reckoned, Line.ORDINARY, learnt(errors))
    assert told.announced is not None
    assert 0 <= told.announced.least <= told.likely / MINUTE
    assert told.likely / MINUTE <= told.announced.most


def test_usual_durations_shrink_from_the_configured_towards_what_was_seen():
    def seen(visits):
        learner = Learner()
        for _ in range(visits):
            learner.saw_visit("TRANS", love=False, lasted=12 * MINUTE)
        return learner.learnt("2026-11-20", days=9)

    assert usual(SETUP, Experience(), "TRANS", love=False) == CONFIGURED
    assert usual(SETUP, seen(25), "TRANS", love=False) == (CONFIGURED + 12 * MINUTE) / 2
    assert usual(SETUP, seen(2_500), "TRANS", love=False) == pytest.approx(12 * MINUTE, rel=0.01)
    assert usual(SETUP, seen(25), "TRANS", love=True) == CONFIGURED
    assert usual(SETUP, Experience(), None, love=True) == (SETUP.rules.love_mean_minutes + 0.5) * MINUTE


@given(st.integers(0, 10 * 24 * HOUR), st.integers(0, 3 * HOUR), st.integers(0, MINUTE))
def test_a_time_by_the_clock_is_never_early_and_keeps_the_order_of_the_line(now, wait, more):
    told, after = (by_the_clock(Instant(now + at), Instant(now)) for at in (wait, wait + more))
    assert 0 <= told - now - wait < 5 * MINUTE
    assert told % MINUTE == 0
    assert told <= after
    if wait <= 10 * MINUTE:
        assert told - now - wait < MINUTE
    else:
        assert told % (5 * MINUTE) == 0
