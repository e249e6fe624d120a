"""A counter that waits is called by whatever makes a number callable, time too: exactly when the views say."""

import pytest

from tests.builders import FRIDAY_NINE
from tests.verbs import acts
from tests.verbs.soundness import check_hall
from waitline.model.clock import HOUR, MINUTE, Instant
from waitline.model.counter import CounterState
from waitline.model.ticket import TicketState
from waitline.rules.dispatch import Why
from waitline.verbs.floor import Floor
from waitline.verbs.settling import Settling


@pytest.fixture
def patient(make_hall):
    """The reserve is on; a counter may wait for an hour before its clerk is asked."""
    return make_hall(reserve="on", ready_asks_after=60)


def happens_exactly_when_the_views_say(hall, expected):
    """Nothing a millisecond before; then what is asked, once; and the next time is later."""
    views = {hall.board.settle_at, hall.kiosk.settle_at, *(hall.console(n).settle_at for n in ("3", "7"))}
    assert views == {expected}
    hall.turn_to(Instant(expected - 1))
    before = hall.seq
    assert hall.settle() == hall.settle()
    assert hall.seq == before
    hall.turn_to(expected)
    settled = hall.settle()
    after = hall.seq
    assert after > before
    assert hall.board.settle_at > expected
    hall.settle()
    assert hall.seq == after
    check_hall(hall)
    return settled


def test_a_take_calls_the_counter_that_waits(hall):
    clerk = acts.ready(hall)
    ticket = hall.taken("CERT").ticket
    assert (ticket.state, ticket.counter) == (TicketState.CALLED, clerk.counter)
    assert hall.desk("7").state is CounterState.OPEN
    assert hall.console("7").why is Why.LONGEST_WAIT


def test_a_take_that_no_waiting_counter_serves_waits(hall):
    hall.clerk("1").next()
    assert hall.take("REG").state is TicketState.WAITING
    assert hall.desk("1").state is CounterState.READY


def test_a_returned_number_is_called_at_once(hall):
    clerk = acts.called(hall)
    ticket = clerk.do("no_show")
    clerk.next()
    hall.turn(minutes=2)
    assert hall.reception.welcome_back(request="back", label=ticket.label).state is TicketState.CALLED
    assert hall.console("3").current.calls == 2


def test_an_unparked_and_a_put_back_number_are_called_at_once(hall):
    acts.parked(hall)
    waiting = hall.clerk("8")
    waiting.next()
    unparked = acts.Calling(hall.store).unpark(request="asked", label="A001", by="c03")
    assert (unparked.state, unparked.counter) == (TicketState.CALLED, "8")
    hall.clerk("9").next()
    assert waiting.do("put_back").counter == "9"


def test_a_transferred_visitor_is_called_by_the_counter_that_waits(hall):
    clerk = acts.serving(hall)
    hall.clerk("7").next()
    ticket = clerk.do("transfer", service="CERT")
    assert (ticket.state, ticket.counter, ticket.service) == (TicketState.CALLED, "7", "CERT")


def test_a_second_free_counter_frees_the_one_kept_for_love(patient):
    keeper = acts.kept_for_love(patient)
    assert keeper.next().why is Why.RESERVED
    other = acts.Clerk(hall=patient, counter="8", staff="c08")
    promised = patient.console("8")
    assert (promised.next, promised.next_why) == (None, Why.RESERVED)
    assert other.next().why is Why.RESERVED
    assert patient.console("7").current.label == "A001"
    assert patient.desk("8").state is CounterState.READY


@pytest.mark.parametrize("verb", ["pause", "close_counter", "sign_out"])
def test_with_one_counter_fewer_nothing_is_kept_any_more(patient, verb):
    acts.kept_for_love(patient)
    leaving = acts.Clerk(hall=patient, counter="8", staff="c08")
    leaving.do("finish")
    assert patient.console("7").current is None
    leaving.do(verb, **({"reason": "午休"} if verb == "pause" else {}))
    assert patient.console("7").current.label == "A001"


def test_the_clerk_may_give_up_the_reserve_this_once(patient):
    clerk = acts.kept_for_love(patient)
    called = clerk.do("override_reserve")
    assert (called.ticket.label, called.why) == ("A001", Why.LONGEST_WAIT)
    assert clerk.do("begin").state is TicketState.SERVING
    patient.take()
    assert clerk.next().why is Why.RESERVED


def test_giving_up_the_reserve_passes_over_numbers_this_counter_does_not_serve(make_hall):
    hall = make_hall(reserve="on")
    asking, *others = hall.clerks("3", "7", "8")
    for other in others:
        hall.love()
        other.serves()
    hall.take("CERT")
    served = hall.take("TRANS")
    assert asking.next().why is Why.RESERVED
    assert asking.do("override_reserve").ticket.id == served.id


def test_the_reserve_opens_when_an_ordinary_visitor_has_waited_25_minutes(patient):
    acts.kept_for_love(patient)
    settled = happens_exactly_when_the_views_say(patient, Instant(FRIDAY_NINE + 25 * MINUTE))
    assert settled.called == ("A001",)


def test_the_reserve_opens_when_a_booking_is_8_minutes_late(patient):
    acts.kept_for_love(patient)
    patient.reception.cancel(request="gone", label="A001")
    slot = Instant(FRIDAY_NINE + 10 * MINUTE)
    patient.take("SEAL", slot=slot)
    settled = happens_exactly_when_the_views_say(patient, Instant(slot + 8 * MINUTE))
    assert settled.called == ("D001",)


def test_a_parked_visitor_is_due(hall):
    acts.parked(hall)
    settled = happens_exactly_when_the_views_say(hall, Instant(FRIDAY_NINE + 5 * MINUTE))
    assert settled.returned == ("A001",)


def test_a_parked_visitor_that_is_due_is_called_in_the_same_moment(patient):
    acts.parked(patient)
    patient.clerk("7").next()
    settled = happens_exactly_when_the_views_say(patient, Instant(FRIDAY_NINE + 5 * MINUTE))
    assert (settled.returned, settled.called) == (("A001",), ("A001",))


def test_a_parked_visitor_who_is_due_has_the_old_place(hall):
    parked = acts.parked(hall)
    later = hall.take()
    hall.turn(minutes=5)
    hall.settle()
    assert [line.ticket.id for line in hall.console("3").waiting] == [parked.id, later.id]


def test_an_empty_hall_before_its_day_needs_no_settling(hall):
    assert hall.board.settle_at is None
    hall.reception.ask_for_help(request="first", place="kiosk-1")
    assert hall.board.settle_at == FRIDAY_NINE + 15 * HOUR
    hall.turn(minutes=15 * 60)
    assert hall.board.settle_at is None


def test_a_missed_number_is_void_after_the_grace(hall):
    acts.missed(hall)
    settled = happens_exactly_when_the_views_say(hall, Instant(FRIDAY_NINE + 30 * MINUTE))
    assert settled.expired == ("A001",)
    assert hall.board.missed == ()


def test_a_counter_nobody_touches_rests_after_ten_minutes(hall):
    acts.ready(hall)
    settled = happens_exactly_when_the_views_say(hall, Instant(FRIDAY_NINE + 10 * MINUTE))
    assert settled.rested == ("7",)
    assert hall.desk("7").state is CounterState.OPEN
    assert hall.take("CERT").state is TicketState.WAITING


def test_asking_again_begins_the_ten_minutes_anew(hall):
    clerk = acts.ready(hall)
    hall.turn(minutes=9)
    clerk.next()
    assert hall.board.settle_at == FRIDAY_NINE + 19 * MINUTE


def test_two_programs_that_settle_at_once_do_it_once(hall):
    acts.parked(hall)
    hall.turn(minutes=5)
    settling = Settling(hall.store)
    assert settling.settle(request="kiosk").returned == ("A001",)
    assert settling.settle(request="display").returned == ()
    assert hall.kinds(0).count("TicketUnparked") == 1


def test_a_changed_office_file_calls_whom_it_makes_callable(patient):
    acts.kept_for_love(patient)
    document = patient.document.replace('reserve = "on"', 'reserve = "off"')
    Floor(patient.store).set_up_office(document, request="changed")
    assert patient.console("7").current.label == "A001"
