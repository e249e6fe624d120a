"""What a press means, what is tried again, and what rings: no window needed."""

from dataclasses import replace
from itertools import count

import pytest

from counter.actions import Action, Wish
from counter.attempt import Answer
from counter.face import Stage, Tone
from counter.flow import ClerkFlow
from counter.refusals import PinNeeded
from tests.counter.builders import CLERK, COUNTER, NINE, OFFICE, a_called_ticket, a_desk, a_ticket, a_view
from waitline.model.clock import MINUTE, SECOND, Instant
from waitline.model.counter import CounterId, CounterState, Desk
from waitline.model.errors import (
    CounterNotOpen,
    DatabaseAway,
    DatabaseBusy,
    DatabaseFull,
    LockedOut,
    WrongPin,
)
from waitline.model.office import Rules
from waitline.model.sign_in_errors import SignedInElsewhere, VisitorStays
from waitline.model.ticket import TicketState
from waitline.model.words import Words
from waitline.rules.dispatch import Why
from waitline.views.counter_view import Allowed, UndoOffer

SIGN_IN = Wish(action=Action.SIGN_IN, counter=COUNTER.id, staff=CLERK.id)
NEXT = Wish(action=Action.CALL_NEXT)


class Clock:
    """A steady clock that a test turns by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def newcomer(clock):
    numbers = count(1)
    return ClerkFlow(new_request=lambda: f"r{next(numbers)}", clock=clock)


@pytest.fixture
def flow(newcomer):
    attempt = newcomer.press(SIGN_IN)
    newcomer.done(attempt, Answer(desk=a_desk(changed_seq=9), view=a_view(10)))
    return newcomer


def test_a_clerk_without_a_pin_is_at_the_counter_after_one_press(newcomer):
    attempt = newcomer.press(SIGN_IN)

    newcomer.done(attempt, Answer(desk=a_desk(), view=a_view()))

    assert newcomer.face().stage is Stage.IDLE
    assert newcomer.face().post == attempt.post


def test_a_pin_is_asked_for_only_when_the_hall_wants_one_and_not_called_wrong(newcomer):
    newcomer.failed(newcomer.press(SIGN_IN), PinNeeded())

    assert newcomer.face().pin_wanted
    assert newcomer.face().message is None


def test_a_wrong_pin_is_said_and_asked_for_again(newcomer):
    newcomer.failed(newcomer.press(SIGN_IN), PinNeeded())
    newcomer.failed(newcomer.press(replace(SIGN_IN, pin="0000")), WrongPin())

    face = newcomer.face()
    assert face.pin_wanted
    assert face.message.words.zh == "密碼不正確"


def test_choosing_another_name_takes_the_pin_question_away(newcomer):
    newcomer.failed(newcomer.press(SIGN_IN), PinNeeded())

    newcomer.another_name_chosen()

    assert not newcomer.face().pin_wanted


def test_a_locked_out_clerk_reads_for_how_long(newcomer):
    newcomer.failed(newcomer.press(replace(SIGN_IN, pin="1")), LockedOut(minutes=5))

    assert "5 分鐘" in newcomer.face().message.words.zh


RECALL = Wish(action=Action.RECALL)


def test_what_is_pressed_meanwhile_waits_once_and_is_done_in_its_order(flow):
    first = flow.press(NEXT)
    undo, open_again = Wish(action=Action.UNDO), Wish(action=Action.OPEN)

    assert [flow.press(wish) for wish in (NEXT, undo, undo, open_again, NEXT)] == [None] * 5
    assert flow.face().waiting == (Action.UNDO, Action.OPEN, Action.CALL_NEXT)
    assert flow.next_waiting() is None

    flow.done(first, Answer(view=a_view(11)))
    for wish in (undo, open_again, NEXT):
        attempt = flow.next_waiting()
        assert attempt.wish == wish
        assert attempt.request != first.request
        flow.done(attempt, Answer(view=a_view(11)))
    assert flow.next_waiting() is None
    assert flow.face().message is None


def test_what_waits_already_does_not_wait_twice_once_those_before_it_are_done(flow):
    first = flow.press(NEXT)
    flow.press(Wish(action=Action.UNDO))
    flow.press(NEXT)
    flow.done(first, Answer(view=a_view(11)))
    assert flow.next_waiting().wish.action is Action.UNDO

    assert flow.press(NEXT) is None

    assert flow.face().waiting == (Action.CALL_NEXT,)


def test_a_press_about_the_visitor_who_is_seen_already_is_done(flow):
    first = flow.press(NEXT)
    called = a_view(11, current=a_called_ticket())
    flow.view_came(called)

    assert flow.press(RECALL) is None
    flow.done(first, Answer(ticket=called.current, view=called))

    assert flow.next_waiting().wish == RECALL


@pytest.mark.parametrize("answered", [a_view(12, current=a_called_ticket(2)), a_view(12), None])
def test_a_press_about_another_visitor_than_was_seen_is_dropped_with_a_word(flow, answered):
    flow.view_came(a_view(11, current=a_called_ticket(1)))
    first = flow.press(NEXT)
    flow.press(RECALL)
    flow.press(NEXT)

    flow.done(first, Answer(ticket=a_called_ticket(2), view=answered))

    assert flow.next_waiting() is None
    face = flow.face()
    assert (face.under_way, face.waiting) == (None, ())
    assert face.message.actions == (Action.RECALL, Action.CALL_NEXT)


def test_what_waits_is_dropped_with_a_word_when_nobody_answers(flow, clock):
    attempt = flow.press(NEXT)
    flow.press(Wish(action=Action.UNDO))
    assert flow.failed(attempt, DatabaseBusy()) is not None
    assert flow.face().waiting == (Action.UNDO,)
    clock.seconds += 7

    assert flow.failed(flow.to_try_again(), DatabaseBusy()) is None

    face = flow.face()
    assert face.waiting == ()
    assert "{actions}" in face.message.words.zh
    assert face.message.actions == (Action.UNDO,)


def test_nothing_waits_for_a_clerk_who_has_signed_out(flow):
    leaving = flow.press(Wish(action=Action.SIGN_OUT))
    flow.press(NEXT)

    flow.done(leaving, Answer())

    assert flow.next_waiting() is None
    flow.done(flow.press(SIGN_IN), Answer(desk=a_desk(changed_seq=12), view=a_view(13)))
    assert flow.next_waiting() is None


def test_a_busy_database_is_tried_again_with_the_same_request(flow):
    attempt = flow.press(NEXT)

    pause = flow.failed(attempt, DatabaseBusy())

    assert pause > 0
    assert flow.to_try_again().request == attempt.request
    assert flow.face().message.tone is Tone.TROUBLE


def test_after_some_seconds_of_trouble_the_clerk_is_told_to_press_again(flow, clock):
    attempt = flow.press(NEXT)
    clock.seconds += 7

    assert flow.failed(attempt, DatabaseBusy()) is None
    face = flow.face()
    assert face.under_way is None
    assert "請再按一次" in face.message.words.zh


def test_pressing_again_what_was_never_answered_is_still_the_same_request(flow, clock):
    attempt = flow.press(NEXT)
    clock.seconds += 7
    flow.failed(attempt, DatabaseAway())

    assert flow.press(NEXT).request == attempt.request


def test_a_planned_return_does_not_move_when_the_press_is_repeated(flow, clock):
    park = Wish(action=Action.PARK, reason="補件", minutes=10)
    first = flow.press(park)
    clock.seconds += 7
    flow.failed(first, DatabaseAway())

    assert first.until == NINE + 10 * MINUTE
    assert flow.press(park).until == first.until


def test_once_the_hall_has_answered_the_next_press_is_a_new_one(flow, clock):
    attempt = flow.press(NEXT)
    clock.seconds += 7
    flow.failed(attempt, DatabaseAway())
    flow.view_came(a_view(12, current=a_called_ticket()))

    assert flow.press(NEXT).request != attempt.request


def test_another_wish_after_trouble_is_a_new_request(flow, clock):
    attempt = flow.press(NEXT)
    clock.seconds += 7
    flow.failed(attempt, DatabaseAway())

    assert flow.press(Wish(action=Action.PAUSE, reason="午休")).request != attempt.request


def test_a_full_disk_is_said_at_once_and_not_tried_again(flow):
    assert flow.failed(flow.press(NEXT), DatabaseFull()) is None
    assert "磁碟" in flow.face().message.words.zh


def test_a_refusal_is_said_in_the_hall_own_words_and_fades(flow, clock):
    flow.failed(flow.press(NEXT), CounterNotOpen(counter="3"))

    assert flow.face().message.words.zh == "3 號櫃台尚未開放"
    clock.seconds += 31
    assert flow.face().message is None


def test_the_next_press_takes_the_last_message_away(flow):
    flow.failed(flow.press(NEXT), CounterNotOpen(counter="3"))

    flow.press(NEXT)

    assert flow.face().message is None


def test_an_answer_that_comes_for_an_older_press_changes_nothing(flow, clock):
    old = flow.press(NEXT)
    clock.seconds += 7
    flow.failed(old, DatabaseFull())
    newer = flow.press(Wish(action=Action.PAUSE, reason="會議"))

    flow.done(old, Answer())

    assert flow.face().under_way is Action.PAUSE
    assert flow.to_try_again() == newer


@pytest.mark.parametrize(
    ("view", "stage"),
    [
        (a_view(desk=a_desk(CounterState.CLOSED)), Stage.CLOSED),
        (a_view(desk=a_desk(CounterState.PAUSED)), Stage.PAUSED),
        (a_view(), Stage.IDLE),
        (a_view(desk=a_desk(CounterState.READY), next_why=Why.NOBODY), Stage.READY),
        (a_view(desk=a_desk(CounterState.READY), next_why=Why.RESERVED), Stage.RESERVED),
        (a_view(current=a_called_ticket()), Stage.CALLED),
        (a_view(current=a_called_ticket(state=TicketState.SERVING, begun_at=NINE)), Stage.SERVING),
    ],
)
def test_the_screen_knows_where_the_clerk_stands(flow, view, stage):
    flow.view_came(replace(view, seq=11))

    assert flow.face().stage is stage


def test_the_button_that_stands_out_is_the_one_most_clerks_press_next(flow):
    assert flow.face().primary is Action.CALL_NEXT
    flow.view_came(a_view(11, current=a_called_ticket()))
    assert flow.face().primary is Action.BEGIN
    flow.view_came(a_view(12, desk=a_desk(CounterState.PAUSED)))
    assert flow.face().primary is Action.OPEN


def test_a_number_that_comes_to_a_waiting_counter_rings(flow, clock):
    flow.view_came(a_view(11, desk=a_desk(CounterState.READY)))

    flow.view_came(a_view(12, current=a_called_ticket()))

    assert flow.face().ringing
    clock.seconds += 13
    assert not flow.face().ringing


def test_a_number_the_clerk_called_does_not_ring(flow):
    attempt = flow.press(NEXT)

    flow.view_came(a_view(11, current=a_called_ticket()))
    flow.done(attempt, Answer(ticket=a_called_ticket(), view=a_view(11, current=a_called_ticket())))

    assert not flow.face().ringing


def test_a_number_that_comes_while_the_call_is_still_on_its_way_back_rings(flow):
    """Nobody waited when the key was pressed; somebody was there when the hall was read again."""
    attempt = flow.press(NEXT)

    flow.done(attempt, Answer(ticket=None, view=a_view(12, current=a_called_ticket())))

    assert flow.face().ringing


def test_a_walk_in_served_while_waiting_does_not_ring(flow):
    flow.view_came(a_view(11, desk=a_desk(CounterState.READY)))
    attempt = flow.press(Wish(action=Action.WALK_IN, service="TRANS"))
    serving = a_called_ticket(state=TicketState.SERVING, begun_at=NINE)

    flow.done(attempt, Answer(ticket=serving, view=a_view(12, current=serving)))

    assert not flow.face().ringing


def test_a_program_started_in_the_middle_of_a_call_does_not_ring(newcomer):
    newcomer.done(newcomer.press(SIGN_IN), Answer(desk=a_desk(), view=a_view(10, current=a_called_ticket())))

    assert not newcomer.face().ringing


def test_any_press_quiets_the_ring(flow):
    flow.view_came(a_view(11, desk=a_desk(CounterState.READY)))
    flow.view_came(a_view(12, current=a_called_ticket(), allowed=Allowed(begin=True)))

    flow.press(Wish(action=Action.BEGIN))

    assert not flow.face().ringing


def test_an_older_look_at_the_hall_never_replaces_a_newer_one(flow):
    flow.view_came(a_view(20, current=a_called_ticket()))

    flow.view_came(a_view(15))

    assert flow.face().stage is Stage.CALLED


def test_what_was_read_before_the_sign_in_cannot_sign_the_clerk_out(newcomer):
    newcomer.done(newcomer.press(SIGN_IN), Answer(desk=a_desk(changed_seq=30)))

    newcomer.view_came(a_view(29, desk=a_desk(staff=None)))

    assert newcomer.face().stage is Stage.ARRIVING


def test_a_counter_signed_out_elsewhere_says_so_and_goes_back_to_the_sign_in(flow):
    flow.view_came(a_view(11, desk=a_desk(CounterState.CLOSED, staff=None)))

    face = flow.face()
    assert face.stage is Stage.SIGNED_OUT
    assert "別處登出" in face.message.words.zh


def test_a_clerk_who_went_on_at_another_counter_reads_where_and_since_when_for_as_long_as_it_takes(flow, clock):
    there = Desk(counter=CounterId("5"), state=CounterState.OPEN, staff=CLERK.id)
    left = a_desk(CounterState.CLOSED, staff=None, since=Instant(NINE + 40 * MINUTE))
    flow.view_came(replace(a_view(11, desk=left), desks=(left, there), setup=with_counter_five()))
    clock.seconds += 3600

    words = flow.face().message.words
    assert words.zh == "三號同仁已於 09:40 改在 5 號櫃台登入，這裡已登出"
    assert words.en == "三號同仁 went on at Counter 5 at 09:40 and is signed out here"


def with_counter_five():
    five = replace(COUNTER, id=CounterId("5"), names=Words(zh="5 號櫃台", en="Counter 5"))
    return replace(OFFICE, counters=(COUNTER, five))


# -- the lock ----------------------------------------------------------------------------------------------------


def at_work_with_pin(newcomer, minutes=15):
    attempt = newcomer.press(replace(SIGN_IN, pin="4711"))
    office = replace(OFFICE, rules=Rules(lock_after=minutes))
    newcomer.done(attempt, Answer(desk=a_desk(changed_seq=9), view=replace(a_view(10), setup=office)))
    return newcomer


def look(flow):
    """What the screen does four times a second."""
    flow.look_at_seat()


def test_a_console_that_nobody_touches_is_locked_after_the_offices_minutes(newcomer, clock):
    flow = at_work_with_pin(newcomer)
    clock.seconds += 15 * 60 - 1
    look(flow)
    assert not flow.face().locked
    clock.seconds += 1
    look(flow)
    assert flow.face().locked


@pytest.mark.parametrize("touch", ["a press", "a question", "a row of the queue"])
def test_whatever_the_clerk_does_puts_the_lock_off(newcomer, clock, touch):
    flow = at_work_with_pin(newcomer)
    clock.seconds += 14 * 60
    if touch == "a press":
        flow.failed(flow.press(NEXT), CounterNotOpen(counter="3"))
    elif touch == "a question":
        assert flow.may_ask(Wish(action=Action.PAUSE))
    else:
        flow.choose_row("A001")
    clock.seconds += 14 * 60
    look(flow)
    assert not flow.face().locked


def test_nothing_is_locked_with_minutes_of_none_or_without_a_pin(newcomer, flow, clock):
    clock.seconds += 24 * 3600
    look(flow)
    assert not flow.face().locked
    flow.attendance.asked(Action.LOCK)
    assert not flow.face().locked
    assert "沒有設定密碼" in flow.face().message.words.zh
    assert Action.LOCK not in flow.face().live


def test_no_minutes_mean_never(newcomer, clock):
    flow = at_work_with_pin(newcomer, minutes=0)
    clock.seconds += 24 * 3600
    look(flow)
    assert not flow.face().locked


def test_a_locked_console_hears_only_the_pin_and_calls_go_on_coming(newcomer):
    flow = at_work_with_pin(newcomer)
    flow.view_came(a_view(11, desk=a_desk(CounterState.READY)))
    flow.attendance.asked(Action.LOCK)

    assert flow.press(NEXT) is None
    assert not flow.may_ask(Wish(action=Action.PAUSE))
    flow.view_came(a_view(12, current=a_called_ticket()))
    assert (flow.face().locked, flow.face().ringing, flow.face().stage) == (True, True, Stage.CALLED)
    attempt = flow.press(Wish(action=Action.UNLOCK, pin="0000"))
    flow.failed(attempt, WrongPin())
    assert flow.face().locked
    flow.done(
        flow.press(Wish(action=Action.UNLOCK, pin="4711")), Answer(view=a_view(13, current=a_called_ticket()))
    )
    assert not flow.face().locked


def test_a_press_under_way_when_the_lock_falls_is_answered_all_the_same(newcomer, clock):
    flow = at_work_with_pin(newcomer)
    attempt = flow.press(NEXT)
    flow.attendance.asked(Action.LOCK)
    flow.done(attempt, Answer(ticket=a_called_ticket(), view=a_view(11, current=a_called_ticket())))

    assert (flow.face().locked, flow.face().view.current.label) == (True, "A001")


def test_a_clerk_signed_out_elsewhere_finds_no_lock_but_the_first_page(newcomer):
    flow = at_work_with_pin(newcomer)
    flow.attendance.asked(Action.LOCK)
    flow.view_came(a_view(11, desk=a_desk(CounterState.CLOSED, staff=None)))

    assert (flow.face().locked, flow.face().stage) == (False, Stage.SIGNED_OUT)


def still_at_three(label=None):
    return SignedInElsewhere(
        staff="三號同仁",
        counter="3",
        since="10:12",
        label=label,
        doing_zh="目前沒有民眾",
        doing_en="with nobody there",
    )


def test_who_is_still_signed_in_elsewhere_is_offered_to_take_over_until_another_name_is_chosen(newcomer, clock):
    attempt = newcomer.press(SIGN_IN)
    newcomer.failed(attempt, still_at_three("A012"))
    clock.seconds += 60

    offer = newcomer.face().take_over
    assert (offer.post, offer.leaving, offer.label) == (attempt.post, "3", "A012")
    assert "10:12" in newcomer.face().message.words.en
    newcomer.another_name_chosen()
    assert newcomer.face().take_over is None
    assert newcomer.face().message is None


def test_nothing_is_offered_where_the_visitor_has_to_stay(newcomer):
    newcomer.failed(newcomer.press(SIGN_IN), VisitorStays(to="3", **still_at_three("A012").facts))

    assert newcomer.face().take_over is None
    assert "請先在 3 號櫃台完成或轉移" in newcomer.face().message.words.zh


def test_signing_out_leaves_nothing_of_the_last_clerk_on_the_screen(flow):
    flow.done(flow.press(Wish(action=Action.SIGN_OUT)), Answer())

    face = flow.face()
    assert (face.stage, face.view, face.post) == (Stage.SIGNED_OUT, None, None)


def test_out_of_touch_keeps_what_is_known_and_takes_the_buttons_away(flow):
    flow.lost_touch()

    face = flow.face()
    assert not face.in_touch
    assert face.view is not None
    assert face.live == frozenset()
    flow.view_came(a_view(11))
    assert flow.face().in_touch
    assert Action.CALL_NEXT in flow.face().live


def test_the_clock_on_the_screen_is_the_office_own(flow, clock):
    clock.seconds += 61

    assert flow.face().now == NINE + 61 * SECOND


def test_the_undo_counts_down_and_ends(flow, clock):
    offer = UndoOffer(verb="call_next", label="A001", until=Instant(NINE + 10 * SECOND))
    flow.view_came(a_view(11, undo=offer))

    assert flow.face().undo_seconds == 10
    clock.seconds += 9.5
    assert flow.face().undo_seconds == 1
    assert Action.UNDO in flow.face().live
    clock.seconds += 1
    assert flow.face().undo_seconds == 0
    assert Action.UNDO not in flow.face().live


def test_the_hall_is_settled_once_its_time_has_come_and_not_in_a_rush(flow, clock):
    flow.view_came(a_view(11, settle_at=Instant(NINE + 30 * SECOND)))

    assert flow.settle_due()  # a day that is new to this program
    clock.seconds += 3
    assert not flow.settle_due()
    clock.seconds += 27
    assert flow.settle_due()
    assert not flow.settle_due()
    clock.seconds += 3
    assert flow.settle_due()


def test_asking_to_park_nobody_is_answered_in_words(flow):
    assert not flow.may_ask(Wish(action=Action.PARK))
    assert flow.face().message.words.zh == "3 號櫃台目前沒有叫號"


def test_a_love_visitor_without_a_service_is_asked_for_it_when_serving_begins(flow):
    flow.view_came(a_view(11, current=a_called_ticket(service=None)))
    assert flow.asks_first(Action.BEGIN)

    flow.view_came(a_view(12, current=a_called_ticket()))
    assert not flow.asks_first(Action.BEGIN)


def test_nobody_can_press_before_signing_in(newcomer):
    assert newcomer.press(NEXT) is None
    assert not newcomer.may_ask(Wish(action=Action.CHOOSE_WALK_IN))


def test_a_waiting_list_knows_a_walk_in_needs_an_empty_counter(flow):
    assert Action.WALK_IN in flow.face().live
    flow.view_came(a_view(11, current=a_called_ticket(), waiting=()))
    assert Action.WALK_IN not in flow.face().live
    assert a_ticket().state is TicketState.WAITING
