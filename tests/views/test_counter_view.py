"""The clerk's console: what is here, what may be pressed, and whom the next key would bring."""

from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import COUNTERS, Clerk
from tests.verbs import acts
from tests.verbs.acts_learning import LEARNT
from waitline.model.clock import MINUTE, SECOND, Instant
from waitline.model.errors import Refused, UnknownCounter
from waitline.rules.dispatch import Why
from waitline.verbs.learning import Learning
from waitline.views import foresight
from waitline.views.counter_view import Allowed

BUTTONS = {
    "open": {},
    "pause": {"reason": "午休"},
    "call_next": {},
    "recall": {},
    "begin": {},
    "finish": {},
    "no_show": {},
    "put_back": {},
    "park": {"reason": "拍照"},
    "transfer": {"service": "SEAL"},
    "override_reserve": {},
    "close_counter": {},
}
STANDS = [acts.clerk, acts.clerk_and_waiting, acts.called, acts.serving, acts.paused, acts.kept_for_love]


def allowed_now(hall, clerk):
    view = hall.console(clerk.counter).allowed
    return {"close_counter" if f.name == "close" else f.name for f in fields(Allowed) if getattr(view, f.name)}


@pytest.mark.parametrize("verb", BUTTONS)
@pytest.mark.parametrize("stand", STANDS, ids=lambda stand: stand.__name__)
def test_a_live_button_works_and_a_dead_one_would_be_refused(sqlite_hall, stand, verb):
    hall = sqlite_hall(reserve="on")
    clerk = stand(hall)
    before = hall.seq
    if verb in allowed_now(hall, clerk):
        clerk.do(verb, **BUTTONS[verb])
        assert hall.seq > before
    elif verb == "override_reserve" and hall.console(clerk.counter).current is None and stand is not acts.paused:
        return  # harmless where nothing is kept: the clerk simply asks
    elif verb == "open" and stand is not acts.paused:
        clerk.do(verb)
        assert hall.kinds(before) == ["AlreadySo"]
    else:
        with pytest.raises(Refused):
            clerk.do(verb, **BUTTONS[verb])


def test_before_anybody_signs_in_nothing_may_be_pressed(hall):
    view = hall.console("3")
    assert view.allowed == Allowed()
    assert (view.staff, view.next, view.next_why, view.undo) == (None, None, None, None)


def test_where_begin_is_skipped_next_and_finish_follow_a_call(make_hall):
    hall = make_hall(begin_by_hand=False)
    clerk = acts.called(hall)
    assert {"call_next", "finish", "begin"} <= allowed_now(hall, clerk)
    hall.take()
    assert clerk.calls().label == "A002"


def test_it_says_who_sits_here_why_and_how_many_were_served(hall):
    clerk = acts.serving_and_waiting(hall)
    view = hall.console("3")
    assert (view.current.label, view.why, view.staff.id) == ("A001", Why.LONGEST_WAIT, "c03")
    assert (view.next.label, view.next_why, view.served_today) == ("A002", Why.LONGEST_WAIT, 0)
    clerk.calls()
    assert hall.console("3").served_today == 1


@pytest.mark.parametrize(
    ("take", "why"),
    [
        ({"service": "TRANS"}, Why.LONGEST_WAIT),
        ({"service": None, "love": True}, Why.LOVE_FIRST),
        ({"service": "TRANS", "slot": 0}, Why.APPOINTMENT),
    ],
    ids=["ordinary", "love", "booked"],
)
def test_the_one_line_why(hall, take, why):
    if "slot" in take:
        take = take | {"slot": hall.now}
    hall.take(**take)
    clerk = hall.clerk("7")
    assert hall.console("7").next_why is why
    assert clerk.next().why is why
    assert hall.console("7").why is why


def test_called_out_of_order_and_brought_say_so(hall):
    clerk = acts.clerk_and_waiting(hall)
    hall.take()
    assert clerk.do("call_ticket", label="A002", reason="趕車").why is Why.OUT_OF_ORDER
    assert hall.console("3").why is Why.OUT_OF_ORDER
    hall.clerk("7")
    hall.reception.bring_love_visitor(request="led", by="greeter", counter="7")
    assert hall.console("7").why is Why.BROUGHT


def test_everybody_who_waits_is_listed_in_call_order_and_ours_are_marked(hall):
    hall.clerk("1")
    hall.take("REG")
    hall.take("TRANS")
    hall.love()
    lines = [(line.ticket.label, line.ours) for line in hall.console("1").waiting]
    assert lines == [("901", False), ("B001", False), ("A001", True)]


def test_parked_and_missed_are_listed_apart(hall):
    acts.parked(hall)
    clerk = Clerk(hall=hall, counter="3", staff="c03")
    hall.take()
    clerk.calls()
    clerk.do("no_show")
    view = hall.console("3")
    assert [t.label for t in view.parked] == ["A001"]
    assert [t.label for t in view.missed] == ["A002"]


def test_what_can_be_undone_is_offered_with_its_end(hall):
    acts.called(hall)
    offer = hall.console("3").undo
    assert (offer.verb, offer.label, offer.until) == ("call_next", "A001", hall.now + 10 * SECOND)
    assert hall.console("7").undo is None


def test_a_counter_that_is_not_there(hall):
    with pytest.raises(UnknownCounter):
        hall.console("99")


visits = st.tuples(
    st.sampled_from(["TRANS", "REG", "CERT", None]), st.sampled_from(["", "love", "slot"]), st.integers(0, 12)
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    line=st.lists(visits, max_size=6),
    states=st.lists(st.sampled_from(["closed", "open", "ready", "serving"]), min_size=7, max_size=7),
    asking=st.integers(0, 6),
    reserve=st.sampled_from(["on", "off"]),
)
def test_the_next_key_brings_whom_the_console_promises(sqlite_hall, line, states, asking, reserve):
    hall = sqlite_hall(reserve=reserve)
    clerks = {}
    for counter, state in zip(COUNTERS, states, strict=True):
        if state != "closed":
            clerks[counter] = hall.clerk(counter)
        if state == "serving":
            clerks[counter].do("serve_walk_in", service="TRANS")
    for counter, state in zip(COUNTERS, states, strict=True):
        if state == "ready":
            clerks[counter].next()
    for service, how, minutes in line:
        love = how == "love" or service is None
        slot = Instant(hall.now - 20 * MINUTE) if how == "slot" and not love else None
        hall.take(service, love=love, slot=slot)
        hall.turn(minutes=minutes)
    for counter, clerk in list(clerks.items())[asking % 7 : asking % 7 + 1]:
        view = hall.console(counter)
        if not view.allowed.call_next:
            return
        called = clerk.next()
        assert (view.next and view.next.id, view.next_why) == (called.ticket and called.ticket.id, called.why)


def test_a_clerk_sees_when_those_who_wait_are_called_as_their_tickets_were_foreseen(hall):
    hall.clerk("7")
    Learning(hall.store).learn(LEARNT)
    tickets = [hall.take() for _ in range(3)]
    view, foreseen = hall.console("7"), foresight.read(hall.store)
    expected = {line.ticket.id: line.expected - view.at for line in view.waiting}
    assert list(expected) == [ticket.id for ticket in tickets]
    for ticket, wait in foreseen.calls.items():
        assert expected[ticket] == pytest.approx(wait.likely, abs=5 * SECOND)  # the clock runs between two looks
    last = view.waiting[-1]
    assert view.longest_wait == last.expected - last.ticket.issued_at


def test_nothing_is_foreseen_for_an_empty_chair_nor_before_five_days_are_known(hall):
    hall.clerk("7")
    hall.take()
    assert [line.expected for line in hall.console("7").waiting] == [None]
    Learning(hall.store).learn(LEARNT)
    assert [line.expected for line in hall.console("8").waiting] == [None]
    assert hall.console("8").longest_wait is None
    assert hall.console("7").waiting[0].expected is not None


def test_a_walk_in_is_taken_for_what_the_last_one_at_that_counter_came_for_today(hall):
    clerk = hall.clerk("3")
    assert hall.console("3").walk_in == "TRANS"
    clerk.do("serve_walk_in", service="TRANS")
    clerk.do("correct_service", service="SEAL")
    hall.clerk("8").do("serve_walk_in", service="REG")
    assert hall.console("3").walk_in == "SEAL"
    clerk.do("finish")
    hall.take("REG")
    clerk.serves()
    assert hall.console("3").walk_in == "SEAL", "somebody with a number is no walk-in"
    clerk.do("continue_with", service="TRANS")
    assert hall.console("3").walk_in == "SEAL"
    hall.turn(minutes=24 * 60)
    hall.clerk("3")
    assert hall.console("3").walk_in == "TRANS"
    assert hall.console("7").walk_in is None


def test_a_walk_in_taken_back_is_nobodys_habit(hall):
    clerk = hall.clerk("3")
    clerk.do("serve_walk_in", service="SEAL")
    clerk.do("undo")
    assert hall.console("3").walk_in == "TRANS"
