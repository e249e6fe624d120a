"""How many are ahead: those whom the counter that comes to this visitor first will call before."""

import pytest

from tests.builders import COUNTERS
from tests.verbs import acts
from waitline.model.clock import MINUTE, Instant
from waitline.model.ticket import Need

WHEELCHAIR = frozenset({Need.WHEELCHAIR})


def ahead(hall, service="TRANS", **facts):
    return hall.taken(service, **facts).ahead


def line(hall, *services):
    for service in services:
        hall.take(service)


def test_everybody_the_only_counter_will_call_first_is_ahead_whatever_they_came_for(hall):
    hall.clerk("7")
    line(hall, *["REG"] * 9)
    assert ahead(hall, "TRANS") == 9


def test_so_many_are_called_before_with_one_counter_open(hall):
    clerk = hall.clerk("7")
    line(hall, "REG", "CERT", "TRANS", "SEAL")
    hall.love()
    told = hall.taken("TRANS")
    called = 0
    while clerk.serves(service="TRANS").id != told.ticket.id:
        called += 1
    assert called == told.ahead == 5


def test_with_several_counters_it_is_the_one_with_the_fewest_before(hall):
    hall.clerks("1", "7")
    line(hall, "REG", "REG", "REG", "TRANS")
    assert ahead(hall, "TRANS") == 1
    assert ahead(hall, "CERT") == 5


def test_who_can_only_be_called_elsewhere_is_not_ahead(hall):
    hall.clerks("1", "7")
    line(hall, "REG", "CERT")
    assert ahead(hall, "TRANS") == 0


def test_a_closed_or_paused_counter_helps_nobody(hall):
    quick, _ = hall.clerks("1", "7")
    quick.do("pause", reason="午休")
    line(hall, "REG", "REG")
    assert ahead(hall, "TRANS") == 2


def test_with_no_counter_open_it_is_reckoned_as_if_all_were(hall):
    line(hall, "TRANS", "REG", "TRANS")
    assert ahead(hall, "TRANS") == 2
    assert ahead(hall, "CERT") == 4


def test_a_love_visitor_has_only_love_visitors_ahead(hall):
    hall.clerk("7")
    line(hall, "REG", "TRANS")
    assert [ahead(hall, None, love=True), ahead(hall, "TRANS", love=True)] == [0, 1]
    assert ahead(hall, "TRANS") == 4


def test_a_booking_of_the_past_hour_stands_before_who_came_earlier(hall):
    hall.clerk("7")
    line(hall, "REG")
    assert ahead(hall, "TRANS", slot=Instant(hall.now - 60 * MINUTE)) == 0


def test_a_wheelchair_waits_for_the_counters_it_can_reach(hall):
    hall.clerks("9", "3")
    line(hall, "TRANS", "TRANS")
    hall.take("TRANS", needs=WHEELCHAIR)
    assert ahead(hall, "TRANS") == 2
    assert ahead(hall, "TRANS", needs=WHEELCHAIR) == 4
    assert not COUNTERS["9"]["accessible"]


def test_who_waits_for_one_counter_alone_is_ahead_there_only(hall):
    hall.clerks("7", "8")
    here = hall.clerk("3")
    hall.take("REG")
    here.serves()
    here.do("transfer", to_counter="7")
    assert ahead(hall, "CERT") == 0
    assert ahead(hall, "CERT") == 1


def test_a_copy_does_not_count_its_own_visitor(hall):
    hall.clerk("7")
    line(hall, "REG", "REG")
    hall.take("TRANS")
    hall.take("TRANS")
    assert hall.reception.reprint(request="copy", label="A001", printer="desk").ahead == 2


def test_a_copy_for_who_is_not_waiting_tells_of_nobody(hall):
    acts.called(hall)
    hall.take()
    assert hall.reception.reprint(request="copy", label="A001", printer="desk").ahead == 0


@pytest.mark.parametrize("service", ["TRANS", None])
def test_a_love_visitor_is_counted_once_and_in_the_love_line(hall, service):
    hall.take("TRANS")
    hall.love(service)
    for view in (hall.board.services, (*hall.kiosk.services, hall.kiosk.love)):
        assert {line.code: line.waiting for line in view if line.waiting} == {"TRANS": 1, None: 1}
