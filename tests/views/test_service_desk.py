"""What the service desk sees, on both databases."""

from tests.builders import LiveHall
from waitline.views import service_desk
from waitline.views.service_desk import LedTo, ServiceDeskView


def seen(hall: LiveHall) -> ServiceDeskView:
    return service_desk.read(hall.store, "greeter")


def test_love_visitors_first_and_each_kind_by_its_wait(hall):
    hall.clerk("3")
    first = hall.take()
    hall.turn(seconds=60)
    second = hall.take()
    love = hall.take(service=None, love=True)
    assert [ticket.id for ticket in seen(hall).waiting] == [love.id, first.id, second.id]


def test_a_counter_that_waits_is_where_love_visitors_are_led(hall):
    hall.take()
    assert seen(hall).led_to is None
    clerk = hall.clerk("7")
    assert seen(hall).led_to == LedTo(counter="7", free=False)
    clerk.do("call_next")
    assert seen(hall).led_to == LedTo(counter="7", free=False), "busy, but the only one"
    clerk.do("begin")
    clerk.do("finish")
    clerk.do("call_next")
    assert seen(hall).led_to == LedTo(counter="7", free=True)


def test_who_is_called_and_who_was_missed_is_found_too(hall):
    ticket = hall.take()
    clerk = hall.clerk("7")
    clerk.do("call_next")
    assert [one.id for one in seen(hall).called] == [ticket.id]
    clerk.do("no_show")
    assert [one.id for one in seen(hall).missed] == [ticket.id]
    assert [one.id for one in seen(hall).everybody] == [ticket.id]
