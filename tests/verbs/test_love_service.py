"""A love visitor touches nothing: what they came for is asked when they sit down."""

import pytest

from tests.verbs.soundness import check_hall
from waitline.model.errors import NotServedHere, ServiceNeeded, UnknownService
from waitline.model.ticket import TicketState


@pytest.fixture
def called(hall):
    """The clerk of counter 7, with a love visitor called who has not said for what."""
    clerk = hall.clerk("7")
    hall.love()
    clerk.calls()
    return clerk


def test_begin_asks_for_it(hall, called):
    with pytest.raises(ServiceNeeded) as refused:
        called.do("begin")
    assert refused.value.words.zh == "請先選擇 901 要辦的服務"
    assert called.do("begin", service="CERT").service == "CERT"
    assert [errand.service for errand in hall.errands(hall.tickets()[0])] == ["CERT"]


def test_who_has_said_it_at_the_kiosk_is_not_asked_again(hall):
    clerk = hall.clerk("7")
    hall.love("SEAL")
    clerk.calls()
    assert clerk.do("begin").service == "SEAL"


def test_who_was_led_to_the_chair_is_finished_with_it_or_without(hall):
    clerk = hall.clerk("7")
    for said in ("CERT", None):
        ticket = hall.reception.bring_love_visitor(request=f"led {said}", by="greeter", counter="7")
        clerk.do("finish", service=said)
        assert hall.ticket(ticket).service == said
        assert [errand.service for errand in hall.errands(ticket)] == [said]
    check_hall(hall)


def test_the_next_visitor_is_not_held_up_by_it(hall):
    clerk = hall.clerk("7")
    hall.reception.bring_love_visitor(request="led", by="greeter", counter="7")
    hall.take()
    assert clerk.calls().label == "A001"


def test_where_begin_is_skipped_nothing_is_asked_but_it_may_be_said(make_hall):
    hall = make_hall(begin_by_hand=False)
    clerk = hall.clerk("7")
    for said in (None, "SEAL"):
        hall.love()
        ticket = clerk.calls()
        assert clerk.do("finish", service=said).service == said
        assert [errand.service for errand in hall.errands(ticket)] == [said]


def test_an_undone_finish_forgets_what_was_said_with_it(hall):
    clerk = hall.clerk("7")
    ticket = hall.reception.bring_love_visitor(request="led", by="greeter", counter="7")
    clerk.do("finish", service="CERT")
    clerk.do("undo")
    now = hall.ticket(ticket)
    assert (now.state, now.service) == (TicketState.SERVING, None)
    assert [(errand.service, errand.outcome) for errand in hall.errands(ticket)] == [(None, None)]


@pytest.mark.parametrize(("service", "refusal"), [("VISA", UnknownService), ("CERT", NotServedHere)])
def test_only_what_the_counter_serves_can_be_said_at_the_end(hall, service, refusal):
    clerk = hall.clerk("3")
    hall.take()
    clerk.serves()
    with pytest.raises(refusal):
        clerk.do("finish", service=service)
    assert hall.console("3").current.state is TicketState.SERVING
