"""「需要協助」 at the console: seen and heard at every counter, answered by one, with the number if need be."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from counter.actions import Action
from counter.choice_button import TickButton
from counter.face import Stage, live_of
from counter.refusals import HelpGone, NobodyAsks
from tests.counter.builders import NINE, a_view
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import RealHall
from tests.counter.test_appearance import nothing_is_clipped, speak
from tests.counter.test_bar import overlapping
from tests.own_time import OwnTime, shortest
from waitline.look import Banner, Says
from waitline.model.errors import HelpUnknown
from waitline.model.help import HelpCall
from waitline.model.staff import StaffId
from waitline.model.ticket import Need, PriorityClass
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.views.counter_view import Allowed

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., ClerkAtWork]


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def small(request: pytest.FixtureRequest) -> bool:
    return request.param


def rings(clerk: ClerkAtWork) -> int:
    return clerk.face.help.rung


def how_said(clerk: ClerkAtWork) -> Says | None:
    banner = clerk.find("help_call")
    assert isinstance(banner, Banner)
    return banner.says


def begin_number(clerk: ClerkAtWork) -> None:
    """Open the questions for the number of whoever asks."""
    clerk.press(Key.Key_F8, SHIFT)
    clerk.until_asked()


def test_a_call_stands_at_every_console_with_place_and_time_and_rings_once(
    turned_hall: RealHall, sit_down: SitDown
):
    full, bar = sit_down(turned_hall), sit_down(turned_hall, counter="7", staff="c07", small=True)
    before = rings(full), rings(bar)

    turned_hall.ask_for_help()

    for clerk in (full, bar):
        clerk.until(lambda clerk=clerk: clerk.help != "")
        assert "取號機" in clerk.help
        assert "09:00" in clerk.help
    assert (rings(full), rings(bar)) == (before[0] + 1, before[1] + 1)
    QApplication.processEvents()
    assert rings(full) == before[0] + 1


def test_a_call_is_on_the_screen_within_300_ms(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)

    def measure() -> float:
        watch = OwnTime()
        call = hall.ask_for_help()
        clerk.until(lambda: clerk.help != "")
        clerk.window.repaint()
        took = watch.seconds()
        Reception(hall.store).withdraw_help(request=new_request(), help_id=call)
        clerk.until(lambda: clerk.help == "")
        return took

    assert shortest(measure, 0.3) <= 0.3


def test_it_takes_no_keyboard_moves_no_button_and_leaves_the_number(hall: RealHall, sit_down: SitDown, small):
    ticket = hall.take()
    clerk = sit_down(hall, small=small)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)
    before = QApplication.focusWidget()
    at = {name: place(clerk, name) for name in ("begin", "recall", "no_show")}

    hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")
    QApplication.processEvents()

    assert QApplication.focusWidget() is before
    assert {name: place(clerk, name) for name in at} == at
    number, strip = clerk.find("current_number"), clerk.find("help_strip")
    covered = QRect(strip.mapTo(clerk.window, strip.rect().topLeft()), strip.size())
    assert not covered.intersects(QRect(number.mapTo(clerk.window, number.rect().topLeft()), number.size()))
    assert clerk.number == ticket.label


def place(clerk: ClerkAtWork, name: str) -> QRect:
    there = clerk.find(name)
    return QRect(there.mapToGlobal(there.rect().topLeft()), there.size())


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_one_key_or_one_click_answers(hall: RealHall, sit_down: SitDown, small, how):
    hall.clerk("7")
    clerk = sit_down(hall, small=small)
    call = hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")

    if how == "key":
        clerk.press(Key.Key_F8)
    else:
        clerk.click("answer_help")

    clerk.until(lambda: "您正前往" in clerk.help)
    assert hall.view("7").help == ()
    assert how_said(clerk) is Says.GOOD
    assert not clerk.sees("answer_help")
    here = hall.here()
    assert here is not None
    assert (here.call.id, here.call.answered_by) == (call, "c03")


def test_what_a_colleague_answers_is_gone(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    call = hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")

    Reception(hall.store).answer_help(request=new_request(), help_id=call, by=StaffId("c07"))

    clerk.until(lambda: clerk.help == "")
    assert not clerk.sees("answer_help")


def test_unanswered_for_a_minute_it_is_said_louder_and_rings_again(
    turned_hall: RealHall, sit_down: SitDown, small
):
    clerk = sit_down(turned_hall, small=small)
    turned_hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")
    assert how_said(clerk) is Says.NOTICE
    rung = rings(clerk)

    turned_hall.turn(minutes=1)
    turned_hall.take()  # the feed tells the turned clock

    clerk.until(lambda: "還沒有人過去" in clerk.help)
    assert how_said(clerk) is Says.TROUBLE
    assert rings(clerk) == rung + 1


def test_two_at_once_the_older_first_and_a_click_puts_the_other_in_front(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    first, second = hall.ask_for_help("kiosk-8"), hall.ask_for_help("kiosk-9")
    clerk.until(lambda: clerk.sees("other_help_0"))
    assert "8 號取號機" in clerk.help

    clerk.click("other_help_0")
    assert "9 號取號機" in clerk.help
    clerk.press(Key.Key_F8)

    clerk.until(lambda: "8 號取號機" in clerk.help)
    states = {call.id: call.is_open for call in hall.view().help}
    assert states == {first: True, second: False}


def test_the_number_is_given_from_the_counter_with_all_that_was_asked(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    hall.ask_for_help(language="en")
    clerk.until(lambda: clerk.help != "")
    begin_number(clerk)
    assert next(b for b in clerk.answers("language") if b.isChecked()).text() == "英語"

    clerk.type("2")
    QApplication.processEvents()
    for tick in clerk.find("sheet").findChildren(TickButton):
        if tick.text() in {"聽障", "輪椅"}:
            tick.click()
    clerk.press(Key.Key_Return)

    clerk.until_message("已代為取號：B001")
    here = hall.here()
    assert here is not None
    assert here.taken is not None
    ticket = here.taken.ticket
    assert (ticket.label, ticket.language, ticket.needs) == ("B001", "en", {Need.DEAF, Need.WHEELCHAIR})
    assert here.taken.job is not None
    assert here.taken.job.printer == "kiosk-1"
    clerk.until(lambda: clerk.help == "")


def test_a_love_visitor_says_at_the_counter_what_for(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")
    begin_number(clerk)
    clerk.press(Key.Key_Return)
    clerk.until_message("請先選擇辦理項目")
    clerk.choose("service", "愛心（項目到櫃台再說）")
    assert clerk.answer("love", "愛心").isChecked()
    clerk.press(Key.Key_Return)
    clerk.until_message("已代為取號：901")
    here = hall.here()
    assert here is not None
    assert here.taken is not None
    assert (here.taken.ticket.priority, here.taken.ticket.service) == (PriorityClass.LOVE, None)


def test_who_answered_may_still_give_the_number(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")
    clerk.press(Key.Key_F8)
    clerk.until(lambda: "您正前往" in clerk.help)
    begin_number(clerk)
    clerk.type("1")
    clerk.press(Key.Key_Return)
    clerk.until_message("已代為取號：A001")


def test_questions_close_when_a_colleague_answers_and_say_why(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    call = hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")
    begin_number(clerk)

    Reception(hall.store).answer_help(request=new_request(), help_id=call, by=StaffId("c07"))

    clerk.until_message(HelpGone().words.zh)
    assert not clerk.sees("sheet")


def test_questions_stay_when_the_counter_is_given_a_visitor(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.READY)
    hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")
    begin_number(clerk)

    ticket = hall.take()
    clerk.until(lambda: clerk.number == ticket.label)

    assert clerk.sees("sheet")


def test_a_call_answered_a_moment_before_is_refused_in_words(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    call = hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")
    Reception(hall.store).answer_help(request=new_request(), help_id=call, by=StaffId("c07"))
    if clerk.help:  # the feed has not told yet
        clerk.press(Key.Key_F8)
        said = {HelpUnknown().words.zh, NobodyAsks().words.zh}
        clerk.until(lambda: clerk.message in said)
    clerk.until(lambda: clerk.help == "")


def test_the_keys_say_so_where_nobody_asks(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    clerk.press(Key.Key_F8)
    clerk.until_message(NobodyAsks().words.zh)
    clerk.press(Key.Key_F10)
    clerk.until_message("目前沒有叫號")
    clerk.press(Key.Key_F8, SHIFT)
    clerk.until_message(NobodyAsks().words.zh)


@pytest.mark.parametrize("may", [True, False])
def test_who_may_not_receive_visitors_sees_it_and_cannot_answer(may):
    call = HelpCall(id=7, place="kiosk-1", language="zh-TW", asked_at=NINE)
    live = live_of(a_view(allowed=Allowed(answer_help=may), help=(call,)), undo_seconds=0)
    assert (live >= {Action.ANSWER_HELP, Action.HELP_NUMBER}) is may


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_nothing_is_clipped_while_many_ask(turned_hall: RealHall, sit_down: SitDown, small, language):
    ticket = turned_hall.take(love=True, needs=frozenset(Need))
    clerk = sit_down(turned_hall, small=small)
    speak(clerk, language)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)
    for kiosk in range(1, 6):
        turned_hall.ask_for_help(f"kiosk-{kiosk}")
    clerk.until(lambda: clerk.sees("other_help_1"))
    nothing_is_clipped(clerk)
    begin_number(clerk)
    nothing_is_clipped(clerk)
    assert overlapping(clerk.window) == []
    clerk.press(Key.Key_Escape)
    turned_hall.turn(minutes=75)
    turned_hall.take()
    clerk.until(lambda: how_said(clerk) is Says.TROUBLE)
    nothing_is_clipped(clerk)


def test_the_listener_is_told_the_keys_and_the_other_calls(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    hall.ask_for_help("kiosk-1")
    hall.ask_for_help("kiosk-2")
    clerk.until(lambda: clerk.sees("other_help_0"))
    assert clerk.find("answer_help").accessibleName() == "我過去, F8"
    assert clerk.find("take_for_help").accessibleName() == "代為取號, Shift+F8"
    assert clerk.find("other_help_0").accessibleName().startswith("2 號取號機, ")
    assert clerk.find("help_strip").accessibleName() == "民眾求助"
