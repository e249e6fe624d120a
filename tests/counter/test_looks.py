"""One look at the hall serves the press and the follower that the press wakes; every other one is made anew."""

import pytest

from counter.hall_time import HallTime
from counter.workplace import Workplace
from tests.counter.halls import RealHall
from waitline.model.clock import SECOND
from waitline.model.counter import CounterId

THREE, FOUR = CounterId("3"), CounterId("4")


@pytest.fixture
def place(turned_hall: RealHall) -> Workplace:
    return Workplace(turned_hall.store)


def test_while_nothing_happens_two_looks_are_one(place: Workplace):
    assert place.look(THREE) is place.look(THREE)


def test_whatever_happens_is_seen_at_once(turned_hall: RealHall, place: Workplace):
    before = place.look(THREE)
    ticket = turned_hall.take()
    assert before.waiting == ()
    assert [line.ticket.id for line in place.look(THREE).waiting] == [ticket.id]


def test_every_counter_has_its_own_look(place: Workplace):
    assert (place.look(THREE).counter.id, place.look(FOUR).counter.id) == (THREE, FOUR)


def test_time_alone_makes_a_look_old(turned_hall: RealHall, place: Workplace):
    before = place.look(THREE)
    turned_hall.turn(1 / 60)
    assert place.look(THREE).at == before.at + SECOND


def test_a_view_told_twice_does_not_set_the_clock_back(place: Workplace):
    seconds = [100.0]
    time = HallTime(lambda: seconds[0])
    view = place.look(THREE)
    time.came(view)
    seconds[0] += 0.2
    time.came(view)
    assert time.now == view.at + 200
