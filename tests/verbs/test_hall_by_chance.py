"""Days by chance: whatever anybody does, legal or not, the hall is the one that is written apart."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.verbs.any_day import CLERK_VERBS, AnyDay, Tried

ACTIONS, BATCHES = 1000, 20


def some_days(make_hall, tried, *, days, steps):
    """Other days each time, also where Hypothesis would else take the same ones again; a fault tells its day."""
    chance = settings(
        max_examples=days,
        stateful_step_count=steps,
        deadline=None,
        derandomize=False,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(lambda: AnyDay(make_hall, tried), settings=chance)


def test_a_thousand_actions_on_any_day(sqlite_hall):
    tried = Tried()
    for _ in range(BATCHES):
        some_days(sqlite_hall, tried, days=8, steps=60)
        if tried.actions >= ACTIONS and set(tried.done) >= CLERK_VERBS:
            break
    assert tried.actions >= ACTIONS
    assert set(tried.done) >= CLERK_VERBS


@pytest.mark.parametrize("database", ["postgres"])
def test_any_day_on_a_server(make_hall, database):
    tried = Tried()
    some_days(make_hall, tried, days=8, steps=40)
    assert tried.actions > 0
