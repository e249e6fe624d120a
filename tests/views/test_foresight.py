"""When visitors will be called, read from real halls on both databases."""

import pytest

from tests.builders import COUNTERS, FRIDAY_NINE, office_document, open_hall
from tests.verbs.back_line_hall import CREW, accepted, verbs
from waitline.model.clock import MINUTE, Instant
from waitline.model.forecast import WaitRange
from waitline.model.ticket import PriorityClass
from waitline.verbs.requests import new_request
from waitline.views import foresight

USUAL = 5.5
"""Minutes: the office's five and half a minute from one visitor to the next."""


def seen(hall):
    return foresight.read(hall.store)


def minutes(told):
    return None if told is None else told.reckoned / MINUTE


def newcomer(hall, service="TRANS", **facts):
    priority = facts.pop("priority", PriorityClass.ORDINARY)
    return minutes(foresight.read_newcomer(hall.store, service, priority, **facts))


def test_before_the_day_begins_nothing_is_known(hall):
    assert seen(hall) == foresight.Foresight()
    assert foresight.read_newcomer(hall.store, "TRANS", PriorityClass.ORDINARY) is None


def test_a_counter_that_waits_calls_at_once(hall):
    hall.clerk("1").next()
    found = seen(hall)
    assert found.services["TRANS"].announced == WaitRange(0, 0)
    assert "REG" not in found.services
    assert found.love is None


def test_a_busy_counter_is_free_when_its_visitor_has_stayed_the_usual_time(hall):
    clerk = hall.clerk("3")
    hall.take()
    clerk.serves()
    waiting = [hall.take(), hall.take("REG")]
    hall.turn(minutes=2)
    found = seen(hall)
    assert [minutes(found.calls[one.id]) for one in waiting] == [3.5, 3.5 + USUAL]
    assert minutes(found.services["TRANS"]) == newcomer(hall) == 3.5 + 2 * USUAL
    hall.turn(minutes=30)
    assert minutes(seen(hall).calls[waiting[0].id]) == pytest.approx(0.35 * USUAL)


def test_love_and_bookings_come_before_who_waits(hall):
    clerk = hall.clerk("7")
    hall.take()
    clerk.serves()
    for _ in range(3):
        hall.take()
    assert newcomer(hall) == 4 * USUAL
    assert newcomer(hall, None, priority=PriorityClass.LOVE) == minutes(seen(hall).love) == USUAL
    assert newcomer(hall, priority=PriorityClass.APPOINTMENT, slot=hall.now) == USUAL
    later = Instant(hall.now + 40 * MINUTE)
    assert newcomer(hall, priority=PriorityClass.APPOINTMENT, slot=later) == 4 * USUAL


def test_a_break_with_an_end_counts_and_one_without_does_not(hall):
    clerk = hall.clerk("3")
    hall.take()
    clerk.do("pause", reason="午休", until=Instant(hall.now + 20 * MINUTE))
    assert newcomer(hall) == 20 + USUAL
    clerk.do("open")
    clerk.do("pause", reason="開會")
    assert newcomer(hall) is None
    assert seen(hall).services == {}


def test_a_planned_break_is_reckoned_with(database_url, make_store):
    counters = {**COUNTERS, "3": {**COUNTERS["3"], "breaks": "09:08-10:08"}}
    hall = open_hall(make_store(database_url, "planned"), office_document(counters=counters).replace(
        'id = "office"', 'id = "planned"'), turned_to=FRIDAY_NINE)  # fmt: skip
    clerk = hall.clerk("3")
    hall.take()
    clerk.serves()
    assert newcomer(hall) == USUAL
    hall.take()
    assert newcomer(hall) == 68
    hall.turn(minutes=9)
    assert newcomer(hall) == 59 + USUAL
    hall.turn(minutes=65)
    assert newcomer(hall) == pytest.approx(1.35 * USUAL)


def test_who_is_on_the_way_is_reckoned_with_and_who_is_released_is_not(hall):
    number = accepted(hall)
    lonely = newcomer(hall)
    hall.clerk("7").next()
    hall.clerk("8").next()
    hall.turn(minutes=1)
    assert newcomer(hall) < lonely
    verbs(hall).arrive(request=new_request(), summons=number, staff=CREW[0])
    for _ in range(4):
        hall.take()
    with_them = newcomer(hall)
    verbs(hall).release(request=new_request(), summons=number, by="supervisor", reason="人少了")
    assert newcomer(hall) > with_them


def test_everybody_is_called_when_it_was_foreseen_if_all_stay_the_usual_time(hall):
    clerks = hall.clerks("1", "3", "7")
    for service in ("TRANS", "REG", "CERT", "SEAL", "ASK", "IDCARD", "TRANS", "CERT"):
        hall.take(service)
    for clerk in clerks:
        clerk.serves()
    foreseen = {one: hall.now + told.reckoned for one, told in seen(hall).calls.items()}
    for _ in range(2):
        hall.turn(minutes=USUAL)
        for clerk in clerks:
            if clerk.next().ticket is not None:
                clerk.do("begin")
    called = {ticket.id: ticket.called_at for ticket in hall.tickets() if ticket.id in foreseen}
    assert called == foreseen
