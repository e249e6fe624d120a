"""Waiting for one counter alone: only where somebody will call, and never longer than that."""

import pytest

from tests.builders import Clerk
from tests.verbs.soundness import check_hall
from waitline.model.clock import MINUTE, Instant
from waitline.model.errors import CounterTakesNobody, NotAccessible, UndoOvertaken
from waitline.model.ticket import Need, TicketState

SENDS = {
    "transferred": ("transfer", {"to_counter": "7"}),
    "going on": ("continue_with", {"service": "CERT", "to_counter": "7"}),
}
LEAVES = {"closes": ("close_counter", {}), "signs out": ("sign_out", {}), "pauses": ("pause", {"reason": "午休"})}


def at(hall, counter):
    return Clerk(hall=hall, counter=counter, staff=f"c{int(counter):02}")


def sent_to_seven(hall, verb="transfer", **facts):
    """A visitor of counter 3 who waits for counter 7 alone; (clerk of 3, clerk of 7, ticket)."""
    clerk, seven = hall.clerks("3", "7")
    hall.take()
    clerk.serves()
    return clerk, seven, clerk.do(verb, **({"to_counter": "7"} | facts))


@pytest.mark.parametrize(("verb", "facts"), SENDS.values(), ids=SENDS)
@pytest.mark.parametrize(("leaves", "how"), LEAVES.values(), ids=LEAVES)
def test_nobody_is_sent_to_a_counter_that_calls_nobody(hall, verb, facts, leaves, how):
    clerk, seven = hall.clerks("3", "7")
    hall.take()
    clerk.serves()
    seven.do(leaves, **how)
    with pytest.raises(CounterTakesNobody, match="Counter 7 is not open"):
        clerk.do(verb, **facts)
    assert hall.console("3").current.state is TicketState.SERVING


@pytest.mark.parametrize(("verb", "facts"), SENDS.values(), ids=SENDS)
def test_a_counter_that_says_when_it_is_back_may_be_waited_for(hall, verb, facts):
    clerk, seven = hall.clerks("3", "7")
    hall.take()
    clerk.serves()
    seven.do("pause", reason="影印", until=Instant(hall.now + 5 * MINUTE))
    ticket = clerk.do(verb, **facts)
    assert ticket.for_counter == "7"
    seven.do("open")
    assert seven.calls().id == ticket.id


def test_a_counter_late_from_its_pause_may_not(hall):
    clerk, seven = hall.clerks("3", "7")
    hall.take()
    clerk.serves()
    seven.do("pause", reason="影印", until=Instant(hall.now + 5 * MINUTE))
    hall.turn(minutes=5)
    with pytest.raises(CounterTakesNobody):
        clerk.do("transfer", to_counter="7")


@pytest.mark.parametrize(("leaves", "how"), LEAVES.values(), ids=LEAVES)
def test_who_waits_for_a_counter_that_leaves_is_called_by_the_rule_again(hall, leaves, how):
    _, seven, ticket = sent_to_seven(hall)
    hall.turn(minutes=1)
    before = hall.seq
    seven.do(leaves, **how)
    assert hall.kinds(before)[1:] == ["TicketFellBack"]
    fell = hall.journal(before)[1]
    assert (fell.ticket, fell.counter, fell.facts["label"]) == (ticket.id, "7", "A001")
    now = hall.ticket(ticket)
    assert (now.state, now.for_counter, now.key_at) == (TicketState.WAITING, None, ticket.key_at)
    assert at(hall, "3").calls().id == ticket.id
    check_hall(hall)


def test_a_counter_that_waits_for_work_gets_them_at_once(hall):
    _, seven, ticket = sent_to_seven(hall)
    hall.clerk("8").next()
    seven.do("close_counter")
    assert hall.console("8").current.id == ticket.id


def test_a_pause_with_a_planned_end_keeps_them_until_then_and_not_longer(hall):
    _, seven, ticket = sent_to_seven(hall)
    end = Instant(hall.now + 15 * MINUTE)
    seven.do("pause", reason="影印", until=end)
    assert hall.ticket(ticket).for_counter == "7"
    assert hall.board.settle_at == end
    hall.turn_to(end)
    hall.settle()
    assert hall.ticket(ticket).for_counter is None
    assert hall.board.settle_at > hall.now
    assert at(hall, "3").calls().id == ticket.id


def test_an_undone_close_takes_its_own_back(hall):
    _, seven, ticket = sent_to_seven(hall)
    seven.do("close_counter")
    undone = seven.do("undo")
    assert undone.tickets == ("A001",)
    assert hall.ticket(ticket).for_counter == "7"
    assert at(hall, "3").next().ticket is None
    assert seven.calls().id == ticket.id
    check_hall(hall)


def test_a_close_is_not_undone_once_another_counter_has_called_them(hall):
    clerk, seven, ticket = sent_to_seven(hall)
    seven.do("close_counter")
    clerk.calls()
    assert hall.console("7").undo is None
    with pytest.raises(UndoOvertaken, match="A001"):
        seven.do("undo")
    assert hall.ticket(ticket).counter == "3"


def test_an_undone_call_does_not_bring_back_the_wait_for_a_counter_that_closed_meanwhile(hall):
    clerk, seven, ticket = sent_to_seven(hall)
    clerk.do("call_ticket", label="A001", reason="回來了")
    seven.do("close_counter")
    clerk.do("undo")
    now = hall.ticket(ticket)
    assert (now.state, now.for_counter) == (TicketState.WAITING, None)
    assert clerk.calls().id == ticket.id
    check_hall(hall)


def test_a_visitor_in_a_wheelchair_is_not_sent_where_there_is_no_room(hall):
    clerk, _ = hall.clerks("3", "9")
    hall.take(needs=frozenset({Need.WHEELCHAIR}))
    clerk.serves()
    with pytest.raises(NotAccessible, match="Counter 9 has no room for a wheelchair"):
        clerk.do("transfer", to_counter="9")
    assert hall.console("3").current.state is TicketState.SERVING
