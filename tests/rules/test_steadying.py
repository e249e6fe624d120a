"""What is shown of a wait for a long time: calm upwards, honest always."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from waitline.model.forecast import WaitRange
from waitline.rules.steadying import WORSE_MINUTES, steady

RANGES = st.tuples(st.integers(0, 60), st.integers(0, 30)).map(lambda ends: WaitRange(ends[0], sum(ends)))
HALL = st.lists(st.one_of(st.none(), RANGES, st.just(WaitRange(0, 0))), min_size=1, max_size=40)
DRIFT = st.lists(st.integers(-3, 3), min_size=1, max_size=60)


def shown_of(found):
    shown = []
    for one in found:
        shown.append(steady(shown[-1] if shown else None, one))
    return shown


def is_calm_and_honest(found):
    shown = shown_of(found)
    assert shown[0] == found[0]
    for before, one, now in zip([None, *shown], found, shown, strict=False):
        assert (now is None) == (one is None)
        if one is None or now is None:
            continue
        assert 0 <= now.least <= now.most
        assert now.least <= one.least, "nobody is promised a longer wait than is found"
        assert now.most >= one.most - WORSE_MINUTES, "never more than two minutes under what is found"
        assert now.is_long <= one.is_long
        if before is None or not before.most:
            assert now == one
        elif one.most <= before.most:
            assert now == one, "it falls at once"
        else:
            assert now.most == before.most or now.most - before.most > WORSE_MINUTES


@given(HALL)
def test_the_upper_end_never_rises_by_two_minutes_or_less_and_falls_at_once(found):
    is_calm_and_honest(found)


@given(RANGES, DRIFT)
def test_a_wait_that_creeps_up_is_raised_by_what_was_shown_not_by_what_was_found_last(begins, steps):
    found = [begins]
    for step in steps:
        least, most = found[-1]
        found.append(WaitRange(max(0, least + step), max(0, least + step, most + step)))
    is_calm_and_honest(found)


def test_a_minute_more_every_minute_is_told_every_third():
    shown = shown_of([WaitRange(5, 10 + more) for more in range(7)])
    assert [one.most for one in shown] == [10, 10, 10, 13, 13, 13, 16]
    assert all(after.most >= one.most for one, after in pairwise(shown))


def test_a_new_lower_end_is_shown_though_the_upper_one_stays():
    assert steady(WaitRange(20, 30), WaitRange(12, 31)) == WaitRange(12, 30)
    assert steady(WaitRange(20, 30), WaitRange(24, 31)) == WaitRange(20, 30)


def test_nobody_who_was_told_minutes_reads_over_forty_for_two_more():
    assert not steady(WaitRange(38, 44), WaitRange(40, 46)).is_long
    assert steady(WaitRange(38, 44), WaitRange(41, 47)).is_long
