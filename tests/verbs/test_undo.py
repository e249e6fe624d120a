"""Undo: the clerk's last action goes back as one step; places, times, errands and the counter with it."""

import pytest

from tests.verbs import acts
from tests.verbs.soundness import check_hall
from waitline.model.counter import CounterState
from waitline.model.errors import CounterMovedOn, NothingToUndo, UndoOvertaken, UndoTooLate
from waitline.model.ticket import TicketState

UNDOABLE = [
    act
    for act in acts.ACTS
    if act.kinds != ("AlreadySo",)
    and act.verb
    in {"call_next", "call_ticket", "override_reserve", "recall", "begin", "finish", "no_show", "put_back", "park"}
    | {"transfer", "continue_with", "correct_service", "pause", "close_counter"}
]


def standing(hall, clerk):
    """Everything an undo must restore; which journal entry touched it last is history and stays."""
    desk = hall.desk(clerk.counter)
    return (
        [ticket._replace(changed_seq=0) for ticket in hall.tickets()],
        [hall.errands(ticket) for ticket in hall.tickets()],
        desk._replace(since=0, changed_seq=0),
    )


@pytest.mark.parametrize("act", UNDOABLE, ids=str)
def test_an_undone_action_leaves_the_hall_as_it_was(act, make_hall):
    hall = make_hall(reserve="on")
    clerk = act.prepare(hall)
    hall.turn(minutes=1)
    before = standing(hall, clerk)
    act.do(hall, clerk, "once")
    hall.turn(seconds=10)
    undone = clerk.do("undo")
    assert undone.verb == act.verb
    assert standing(hall, clerk) == before
    check_hall(hall)


def test_every_action_of_a_clerk_can_be_undone():
    irrevocable = {"sign_in", "sign_out", "open", "undo", "unpark", "unlock_console"}
    verbs = {act.verb for act in acts._acts_of_calling() + acts._acts_at_counters()}
    assert {act.verb for act in UNDOABLE} | {"serve_walk_in"} == verbs - irrevocable


def test_an_undone_call_is_withdrawn_from_the_board(hall):
    clerk = acts.called(hall)
    assert [call.label for call in hall.board.calls] == ["A001"]
    before = hall.seq
    clerk.do("undo")
    assert hall.kinds(before) == ["ActionUndone", "CallWithdrawn"]
    assert hall.board.calls == ()
    assert hall.console("3").waiting[0].ticket.label == "A001"


def test_next_while_serving_is_taken_back_whole(hall):
    clerk = acts.serving_and_waiting(hall)
    served, waiting = hall.tickets()
    assert clerk.calls().id == waiting.id
    undone = clerk.do("undo")
    assert set(undone.tickets) == {"A001", "A002"}
    assert hall.ticket(served).state is TicketState.SERVING
    assert hall.ticket(served).ended_at is None
    assert hall.ticket(waiting).called_at is None
    assert [errand.outcome for errand in hall.errands(served)] == [None]
    check_hall(hall)


def test_a_walk_in_taken_back_keeps_its_number_cancelled(hall):
    clerk = acts.clerk(hall)
    ticket = clerk.do("serve_walk_in", service="TRANS")
    clerk.do("undo")
    assert hall.ticket(ticket).state is TicketState.CANCELLED
    assert hall.errands(ticket) == []
    assert hall.take().label == "A002"
    check_hall(hall)


def test_a_counter_that_waited_waits_again(hall):
    clerk = acts.clerk(hall)
    clerk.next()
    assert hall.desk("3").state is CounterState.READY
    clerk.do("undo")
    assert hall.desk("3").state is CounterState.OPEN


def test_ten_seconds_and_not_a_moment_longer(hall):
    clerk = acts.called(hall)
    offer = hall.console("3").undo
    hall.turn_to(offer.until)
    assert hall.console("3").undo == offer
    hall.turn(ms=1)
    assert hall.console("3").undo is None
    with pytest.raises(UndoTooLate):
        clerk.do("undo")


def test_it_is_undone_once(hall):
    clerk = acts.called(hall)
    clerk.do("undo")
    with pytest.raises(NothingToUndo):
        clerk.do("undo")


def test_another_clerk_does_not_undo_what_the_last_one_did(hall):
    clerk = acts.clerk(hall)
    clerk.do("pause", reason="午休")
    clerk.do("sign_out")
    successor = hall.clerk("3", "supervisor")
    assert hall.console("3").undo is None
    with pytest.raises(NothingToUndo):
        successor.do("undo")


def test_a_finished_visitor_does_not_come_back_onto_somebody_elses_chair(hall):
    clerk = acts.serving(hall)
    clerk.do("finish")
    brought = hall.reception.bring_love_visitor(request="led", by="greeter", counter="3")
    with pytest.raises(UndoOvertaken) as refused:
        clerk.do("undo")
    assert refused.value.facts == {"label": brought.label}
    assert hall.ticket(brought).state is TicketState.SERVING
    check_hall(hall)


@pytest.mark.parametrize("verb", ["put_back", "transfer"])
def test_a_number_that_another_counter_has_got_meanwhile_stays_there(verb, hall):
    clerk = acts.called(hall)
    other = hall.clerk("8")
    other.next()
    facts = {"service": "SEAL"} if verb == "transfer" else {}
    ticket = clerk.do(verb, **facts)
    assert hall.ticket(ticket).counter == "8"
    with pytest.raises(UndoOvertaken):
        clerk.do("undo")
    assert hall.ticket(ticket).counter == "8"
    assert hall.board.calls[0].live
    check_hall(hall)


def test_a_visitor_given_back_to_the_line_goes_to_the_counter_that_waits(hall):
    clerk = acts.called(hall)
    other = hall.clerk("8")
    other.next()
    clerk.do("undo")
    (ticket,) = hall.tickets()
    assert (ticket.state, ticket.counter) == (TicketState.CALLED, "8")
    assert [(call.counter, call.live) for call in hall.board.calls] == [("8", True)]


def test_an_undone_recall_leaves_the_first_call(hall):
    clerk = acts.called(hall)
    hall.turn(seconds=30)
    clerk.do("recall")
    assert [call.recall for call in hall.board.calls] == [1, 0]
    clerk.do("undo")
    assert [(call.recall, call.live) for call in hall.board.calls] == [(0, True)]


def test_the_journal_keeps_both_the_action_and_its_undoing(hall):
    clerk = acts.called(hall)
    clerk.do("undo")
    kinds = hall.kinds(0)
    assert kinds.count("TicketCalled") == 1
    assert kinds.index("TicketCalled") < kinds.index("ActionUndone")


# -- what is offered works, and nothing else is offered ---------------------------------------------------------


def test_asking_for_the_next_is_not_offered_back_once_somebody_was_given(hall):
    clerk = acts.clerk(hall)
    clerk.next()
    assert hall.console("3").undo.verb == "call_next"
    hall.take()
    assert hall.console("3").current.label == "A001"
    assert hall.console("3").undo is None
    with pytest.raises(UndoOvertaken, match="A001"):
        clerk.do("undo")


def test_a_pause_that_has_ended_is_not_offered_back(hall):
    clerk = acts.clerk(hall)
    clerk.do("pause", reason="午休")
    assert hall.console("3").undo.verb == "pause"
    clerk.do("open")
    assert hall.console("3").undo is None
    with pytest.raises(NothingToUndo):
        clerk.do("undo")


def test_an_open_that_changed_nothing_leaves_the_offer(hall):
    clerk = acts.serving(hall)
    clerk.do("finish")
    clerk.do("open")
    assert hall.console("3").undo.verb == "finish"
    assert clerk.do("undo").tickets == ("A001",)


def test_a_ready_counter_whose_visitor_came_and_went_has_moved_on(hall):
    clerk = acts.clerk(hall)
    clerk.next()
    hall.take()
    hall.reception.cancel(request="left", label="A001")
    assert hall.console("3").undo is None
    with pytest.raises(CounterMovedOn) as refused:
        clerk.do("undo")
    assert refused.value.words.zh == "3 號櫃台已有後續動作，不能復原"
    assert refused.value.words.en == "Counter 3 has moved on; it cannot be undone"
