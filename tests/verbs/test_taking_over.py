"""Somebody signed in at one counter goes on at another: signed out there in the same moment, visitor and all."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.builders import Clerk, office_document
from tests.verbs import acts, back_line_hall
from tests.verbs.case_help_hall import asked, cases
from tests.verbs.soundness import check_hall
from waitline.model.counter import CounterState
from waitline.model.errors import NothingToUndo, WrongPin
from waitline.model.sign_in_errors import SignedInElsewhere, VisitorStays
from waitline.model.ticket import TicketState
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request


def test_it_is_said_where_since_when_and_with_whom(hall):
    acts.clerk(hall)
    hall.turn(minutes=72)
    hall.take()
    Clerk(hall=hall, counter="3", staff="c03").serves()
    hall.turn(minutes=5)
    with pytest.raises(SignedInElsewhere) as refused:
        hall.clerk("7", "c03")
    assert refused.value.words.zh == "同仁 c03 還登入在 3 號櫃台（09:00 起），正在服務 A001"
    assert refused.value.words.en == "同仁 c03 is still signed in at counter 3, since 09:00, serving A001"
    assert refused.value.facts["label"] == "A001"


def test_that_nobody_is_there_is_said_too_and_a_call(hall):
    clerk = acts.clerk(hall)
    with pytest.raises(SignedInElsewhere, match="with nobody there"):
        hall.clerk("7", "c03")
    hall.take()
    clerk.calls()
    with pytest.raises(SignedInElsewhere, match="calling A001"):
        hall.clerk("7", "c03")


def test_the_hour_is_that_of_the_latest_sign_in_there(hall):
    hall.clerk("3", "c07").do("sign_out")
    hall.turn(minutes=30)
    hall.clerk("3")
    with pytest.raises(SignedInElsewhere, match="since 09:30"):
        hall.clerk("7", "c03")


def test_the_counter_left_is_closed_and_nothing_there_can_be_undone(hall):
    clerk = acts.paused(hall)
    hall.turn(seconds=5)
    hall.clerk("7", "c03", leaving="3")
    left = hall.desk("3")
    assert (left.state, left.staff, left.pause_reason) == (CounterState.CLOSED, None, None)
    assert (hall.desk("7").state, hall.desk("7").staff) == (CounterState.OPEN, "c03")
    assert hall.console("3").undo is None
    hall.clerk("3", "c07")
    with pytest.raises(NothingToUndo):
        Clerk(hall=hall, counter="3", staff="c07").do("undo")
    with pytest.raises(NothingToUndo):
        Clerk(hall=hall, counter="7", staff="c03").do("undo")
    assert clerk.staff == "c03"


def test_a_visitor_being_served_goes_on_there_with_all_times_kept(hall):
    clerk = acts.serving(hall)
    before = hall.ticket(hall.tickets()[0])
    hall.turn(minutes=4)
    moved = hall.clerk("7", "c03", leaving="3")
    there = hall.ticket(before)
    kept = ("state", "issued_at", "key_at", "called_at", "last_called_at", "calls", "begun_at", "errands")
    assert {name: getattr(there, name) for name in kept} == {name: getattr(before, name) for name in kept}
    assert there.counter == "7"
    (errand,) = hall.errands(there)
    assert (errand.counter, errand.begun_at, errand.outcome) == ("7", before.begun_at, None)
    moved.do("finish")
    assert (hall.console("7").served_today, hall.console("3").served_today) == (1, 0)
    assert clerk.counter == "3"
    check_hall(hall)


def test_a_number_being_called_is_called_at_the_new_counter(hall):
    acts.called(hall)
    first = hall.board.calls[0]
    hall.clerk("7", "c03", leaving="3")
    now, *others = hall.board.calls
    assert (now.label, now.counter, now.live, now.seq > first.seq) == ("A001", "7", True, True)
    assert not any(call.live for call in others)
    there = hall.ticket(hall.tickets()[0])
    assert (there.state, there.calls, there.called_at) == (TicketState.CALLED, 2, first.at)
    check_hall(hall)


def test_who_waited_for_the_old_counter_alone_waits_for_the_service_again(hall):
    acts.clerk(hall)
    hall.clerk("8")
    hall.take()
    Clerk(hall=hall, counter="8", staff="c08").serves()
    Clerk(hall=hall, counter="8", staff="c08").do("transfer", to_counter="3")
    hall.clerk("7", "c03", leaving="3")
    assert [ticket.for_counter for ticket in hall.tickets()] == [None]


def test_a_question_about_the_case_goes_along(hall):
    asked(hall)
    hall.clerk("7", "c03", leaving="3")
    (case,) = cases(hall)
    assert case.counter == "7"
    assert hall.console("7").cases.own is not None
    hall.settle()
    assert len(cases(hall)) == 1


def test_whoever_came_by_a_summons_is_released_from_the_new_counter(hall):
    staff = {**back_line_hall.BACK_LINE_STAFF, "b11": {"roles": ["backline", "clerk"], "counters": ["11", "12"]}}
    document = office_document(counters=back_line_hall.BACK_LINE_COUNTERS, staff=staff, reserve="on")
    Floor(hall.store).set_up_office(document, request=new_request())
    back_line_hall.stand_by(hall, "b11")
    verbs = back_line_hall.verbs(hall)
    number = verbs.summon(request=new_request(), by="supervisor", reason="人多").id
    verbs.accept(request=new_request(), summons=number, by="b11")
    verbs.arrive(request=new_request(), summons=number, staff="b11")
    hall.clerk("12", "b11", leaving="11")
    one = back_line_hall.the_summons(hall)
    assert (one.counter, one.is_here) == ("12", True)


def test_a_wrong_pin_at_the_new_counter_moves_nobody(hall):
    acts.serving(hall)
    Floor(hall.store).set_pin(request=new_request(), staff="c03", pin="2468")
    with pytest.raises(WrongPin):
        hall.clerk("7", "c03", leaving="3", pin="0000")
    assert hall.desk("3").staff == "c03"
    hall.clerk("7", "c03", leaving="3", pin="2468")
    assert hall.desk("7").staff == "c03"


def test_a_counter_left_meanwhile_is_no_obstacle(hall):
    acts.clerk(hall).do("sign_out")
    hall.clerk("7", "c03", leaving="3")
    assert hall.desk("7").staff == "c03"


def test_a_visitor_whom_the_new_counter_does_not_take_stays_and_it_is_said_what_to_do(hall):
    hall.take("CERT")
    hall.clerk("7").serves()
    with pytest.raises(VisitorStays) as refused:
        hall.clerk("3", "c07", leaving="7")
    assert "3 號櫃台不能接著辦，請先在 7 號櫃台完成或轉移" in refused.value.words.zh


def test_of_two_that_take_over_at_once_one_wins_and_the_other_reads_where(hall, make_store):
    """Each time at two other counters, from one where a visitor sits: never at both, never lost."""
    acts.serving(hall)
    stores = [make_store(hall.store.url, hall.store.office) for _ in range(2)]
    here = "3"
    with ThreadPoolExecutor(2) as both:
        for _ in range(5):
            barrier = Barrier(2)
            wanted = [counter for counter in ("3", "7", "8") if counter != here]

            def take(store, counter, left=here, barrier=barrier):
                barrier.wait()
                try:
                    Calling(store).sign_in(request=new_request(), counter=counter, staff="c03", leaving=left)
                except SignedInElsewhere as error:
                    return error.facts["counter"]
                return None

            told = list(both.map(take, stores, wanted))
            assert told.count(None) == 1
            here = wanted[told.index(None)]
            assert here in told
            assert [desk.counter for desk in hall.board.counters if desk.serving] == [here]
            check_hall(hall)
