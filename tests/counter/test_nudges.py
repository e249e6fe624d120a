"""Reminders: a visitor not finished, people who wait before a free counter; quiet, and gone by themselves."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter.actions import Action, Wish
from counter.attempt import Answer
from counter.face import Post, Stage, Tone
from counter.flow import ClerkFlow
from counter.nudges import REST_S, SHOWN_S, UNTOUCHED_S, Forgotten
from tests.counter.builders import CLERK, COUNTER, NINE, OFFICE, TRANS, a_called_ticket, a_desk, a_ticket, a_view
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import DOCUMENT, RealHall
from waitline.look import Banner, Says
from waitline.model.case_help import CaseHelp, Team
from waitline.model.clock import Instant
from waitline.model.counter import CounterState
from waitline.model.errors import CounterNotOpen
from waitline.model.office import Rules
from waitline.model.ticket import TicketState
from waitline.rules.dispatch import Why
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request
from waitline.views.cases import Cases
from waitline.views.counter_view import WaitingLine

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., ClerkAtWork]
SERVING = a_called_ticket(state=TicketState.SERVING, begun_at=NINE)
NEXT_ONE = a_ticket(7)
CALLABLE = {"next": NEXT_ONE, "next_why": Why.LONGEST_WAIT, "waiting": (WaitingLine(ticket=NEXT_ONE, ours=True),)}


class Desk:
    """A clerk's flow whose clock and office's time run together, looked at as the screen does."""

    def __init__(self, **rules: float) -> None:
        self.seconds = 0.0
        self.flow = ClerkFlow(new_request=lambda: "r", clock=lambda: self.seconds)
        self.office = replace(OFFICE, rules=Rules(**rules))
        self.flow.signed_in(Post(counter=COUNTER.id, staff=CLERK.id), None, has_pin=True)
        self.seq = 10

    def sees(self, **facts: object) -> None:
        self.seq += 1
        at = Instant(NINE + round(self.seconds * 1000))
        self.flow.view_came(replace(a_view(self.seq, **facts), setup=facts.get("setup", self.office), at=at))
        self.flow.look_at_seat()

    def passes(self, seconds: float) -> None:
        self.seconds += seconds
        self.flow.look_at_seat()

    @property
    def said(self) -> str:
        message = self.flow.face().message
        return "" if message is None else message.words.zh


def test_a_visitor_beyond_a_multiple_of_the_target_is_reminded_of():
    service = replace(TRANS, target_minutes=10)
    desk = Desk()
    desk.office = replace(desk.office, services=(service,))
    desk.sees(current=SERVING)
    desk.passes(15 * 60 - 1)
    assert desk.said == ""
    desk.passes(1)
    assert desk.said == "A001 已辦理 15 分鐘，辦完了請按「辦理完成」"
    assert desk.flow.face().message.tone is Tone.NUDGE


def test_without_a_target_a_number_of_minutes_counts_and_for_a_number_only_called_too():
    desk = Desk()
    desk.sees(current=SERVING)
    desk.passes(20 * 60)
    assert "已辦理 20 分鐘" in desk.said
    called = Desk()
    called.sees(current=a_called_ticket())
    called.passes(20 * 60)
    assert called.said == "A001 已叫號 20 分鐘，請按「開始辦理」或「過號」"


def test_whoever_touches_the_console_is_not_reminded_of_the_visitor_before_them():
    desk = Desk(lock_after=0.0)
    desk.sees(current=SERVING)
    desk.passes(20 * 60)
    desk.flow.choose_row("A007")
    desk.passes(1)
    assert desk.said == ""
    desk.passes(UNTOUCHED_S)
    assert "已辦理 23 分鐘" in desk.said


def test_a_case_that_a_colleague_is_asked_about_is_not_forgotten():
    case = CaseHelp(
        id=5, ticket=SERVING.id, counter=COUNTER.id, staff=CLERK.id, team=Team.SUPERVISOR, team_since=NINE,
        asked_at=NINE,
    )  # fmt: skip
    desk = Desk()
    desk.sees(current=SERVING, cases=Cases(own=case))
    desk.passes(40 * 60)
    assert desk.said == ""


def test_people_wait_before_a_free_counter_and_it_is_said_after_a_minute():
    desk = Desk()
    desk.sees(**CALLABLE)
    desk.passes(59)
    assert desk.said == ""
    desk.passes(1)
    assert desk.said == "有 1 位在等候，下一位是 A007：請按「下一位」"
    assert desk.flow.face().nudge.kind is Forgotten.NEXT


@pytest.mark.parametrize(
    "facts",
    [
        {"desk": a_desk(CounterState.PAUSED, pause_reason="休息")} | CALLABLE,
        {"desk": a_desk(CounterState.CLOSED)} | CALLABLE,
        {"desk": a_desk(CounterState.READY)} | CALLABLE,
        CALLABLE | {"next": None, "next_why": Why.RESERVED},
        CALLABLE | {"next": None, "next_why": Why.NOBODY, "waiting": ()},
    ],
    ids=["on a break", "closed", "waiting for a number", "kept for love visitors", "nobody waits"],
)
def test_nobody_is_nagged(facts):
    desk = Desk()
    desk.sees(**facts)
    desk.passes(10 * 60)
    desk.sees(**facts)
    desk.passes(60)
    assert desk.said == ""
    assert desk.flow.face().nudge is None


def test_the_minute_begins_when_somebody_can_be_called_and_anew_with_every_touch():
    desk = Desk()
    desk.sees()
    desk.passes(300)
    desk.sees(**CALLABLE)
    desk.passes(50)
    desk.flow.choose_row("A007")
    desk.passes(50)
    assert desk.said == ""
    desk.passes(10)
    assert desk.said != ""


def test_a_reminder_goes_by_itself_and_comes_again_after_ten_minutes():
    desk = Desk()
    desk.sees(**CALLABLE)
    desk.passes(60)
    assert desk.said != ""
    desk.passes(SHOWN_S)
    assert desk.said == ""
    desk.passes(REST_S - 1)
    assert desk.said == ""
    desk.passes(1)
    assert desk.said != ""


def test_later_means_ten_minutes_for_this_and_nothing_for_another_visitor():
    desk = Desk()
    desk.sees(current=SERVING)
    desk.passes(20 * 60)
    desk.flow.attendance.asked(Action.SNOOZE)
    desk.passes(REST_S - 1)
    assert desk.said == ""
    another = a_called_ticket(2, state=TicketState.SERVING, begun_at=NINE)
    desk.sees(current=another)
    assert "A002" in desk.said


def test_what_the_hall_answers_goes_before_a_reminder():
    desk = Desk()
    desk.sees(**CALLABLE)
    desk.passes(60)
    desk.flow.say(CounterNotOpen(counter="3"))
    assert desk.said == "3 號櫃台尚未開放"


def test_a_locked_screen_reminds_too_but_nobody_does_who_is_out_of_touch():
    desk = Desk()
    desk.sees(**CALLABLE)
    desk.passes(60)
    desk.flow.attendance.asked(Action.LOCK)
    assert desk.said != ""
    desk.flow.lost_touch()
    desk.passes(1)
    assert desk.said == ""


@pytest.mark.parametrize("rules", [{"nudge_unfinished": 0.0}, {"nudge_idle_seconds": 0}])
def test_an_office_may_want_no_reminders(rules):
    desk = Desk(lock_after=0.0, **rules)
    facts = CALLABLE if "nudge_idle_seconds" in rules else {"current": SERVING}
    desk.sees(**facts)
    desk.passes(3 * 3600)
    assert desk.said == ""


def test_a_press_that_was_answered_begins_the_minute_anew():
    desk = Desk()
    desk.sees(current=SERVING)
    attempt = desk.flow.press(Wish(action=Action.FINISH))
    desk.flow.done(attempt, Answer())
    desk.sees(**CALLABLE)
    desk.passes(59)
    assert desk.said == ""


# -- at a real window --------------------------------------------------------------------------------------------


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def reminded(request: pytest.FixtureRequest, hall: RealHall, sit_down: SitDown) -> ClerkAtWork:
    """A free counter, somebody waits, and the office reminds after a second."""
    document = DOCUMENT.replace("nudge_idle_seconds = 60", "nudge_idle_seconds = 1", 1)
    assert document != DOCUMENT
    Floor(hall.store).set_up_office(document, request=new_request())
    hall.take()
    clerk = sit_down(hall, small=request.param)
    clerk.until_message("請按「下一位」")
    return clerk


def test_it_stands_quietly_where_messages_do_and_the_keyboard_stays(reminded: ClerkAtWork):
    banner = reminded.find("message")
    assert isinstance(banner, Banner)
    assert banner.says is Says.QUIET
    assert not banner.squeezed
    assert reminded.keyboard == "call_next"
    assert [w.objectName() for w in QApplication.topLevelWidgets() if w.isVisible() and w.isModal()] == []


def test_a_key_puts_it_off_and_calling_ends_it(reminded: ClerkAtWork):
    reminded.press(Key.Key_F12, SHIFT)
    assert reminded.message == ""
    reminded.press(Key.Key_F9)
    reminded.until_stage(Stage.CALLED)
    assert reminded.message == ""


def test_nothing_of_it_is_in_the_journal(hall: RealHall, reminded: ClerkAtWork):
    with hall.store.reading() as look:
        kinds = [str(entry.kind) for entry in look.entries_after(0)]
    assert kinds[-2:] == ["SignedIn", "CounterOpened"]
    assert reminded.message
