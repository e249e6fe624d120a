"""The office's clock is the database's, and never runs backwards."""

import time

import pytest

from tests.clock_ahead import set_last_entry
from waitline.model.clock import HOUR, MINUTE, Instant


@pytest.fixture
def live(make_hall):
    return make_hall(live_clock=True)


def test_it_is_about_now(live):
    assert abs(live.now - time.time() * 1000) < 5_000
    assert abs(live.take().issued_at - time.time() * 1000) < 5_000


def test_it_goes_on_by_itself(live):
    began = live.now
    until = time.monotonic() + 30
    while live.now == began:
        assert time.monotonic() < until


def test_set_back_it_stands_still_until_it_has_caught_up(live):
    ahead = Instant(live.now + HOUR)
    set_last_entry(live.store, ahead)
    assert live.now == ahead
    times = [live.take().issued_at for _ in range(3)]
    assert times == [ahead] * 3
    assert live.board.at == ahead
    assert [t.number for t in live.tickets()] == [1, 2, 3]


def test_a_journal_never_goes_back_in_time(live):
    live.take()
    set_last_entry(live.store, Instant(live.now + MINUTE))
    live.take()
    times = [entry.at for entry in live.journal()]
    assert times == sorted(times)


def test_a_turned_clock_is_turned_forward_only_and_never_a_real_one(live, hall):
    with pytest.raises(ValueError, match="forward"):
        hall.turn(ms=-1)
    with pytest.raises(ValueError, match="rehearsal"):
        live.turn(minutes=1)
