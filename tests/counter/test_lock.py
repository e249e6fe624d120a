"""A locked console: what stays to be seen, what is heard, and that the day goes on behind it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from counter.face import Stage
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import DOCUMENT, RealHall
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., ClerkAtWork]
PIN = "4711"


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def small(request: pytest.FixtureRequest) -> bool:
    return request.param


def at_work(hall: RealHall, sit_down: SitDown, **facts: object) -> ClerkAtWork:
    """The clerk of counter 3 has given a PIN."""
    hall.set_pin("c03", PIN)
    clerk = sit_down(hall, **facts)
    clerk.until(lambda: clerk.sees("pin"))
    give_pin(clerk)
    clerk.until_stage(Stage.IDLE)
    return clerk


def give_pin(clerk: ClerkAtWork, pin: str = PIN) -> None:
    clerk.until(lambda: clerk.keyboard == "pin")
    clerk.type(pin)
    clerk.press(Key.Key_Return)


def lock(clerk: ClerkAtWork) -> None:
    clerk.press(Key.Key_L, CTRL)
    assert clerk.face.locked


def serve(clerk: ClerkAtWork) -> None:
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.CALLED)
    clerk.press(Key.Key_F9, SHIFT)
    clerk.until_stage(Stage.SERVING)


def seen(clerk: ClerkAtWork) -> str:
    """Every word that can be read on the window, tool tips and what a screen reader is told included."""
    widgets = [w for w in clerk.window.findChildren(QWidget) if w.isVisible()]
    said = [part for w in widgets for part in (w.accessibleName(), w.accessibleDescription(), w.toolTip())]
    return "\n".join(said + [w.text() for w in widgets if isinstance(w, QLabel)])


def test_a_key_locks_the_pin_opens_and_the_visitor_is_still_there(hall: RealHall, sit_down: SitDown, small):
    ticket = hall.take()
    clerk = at_work(hall, sit_down, small=small)
    serve(clerk)
    lock(clerk)
    assert clerk.number == ticket.label
    give_pin(clerk)
    clerk.until(lambda: not clerk.face.locked)
    assert clerk.face.stage is Stage.SERVING
    assert clerk.live("finish")
    clerk.press(Key.Key_F12)
    clerk.until_stage(Stage.IDLE)


def test_no_name_and_no_note_is_left_on_a_locked_screen(hall: RealHall, sit_down: SitDown, small):
    hall.clerk("4")
    hall.take()
    clerk = at_work(hall, sit_down, small=small)
    serve(clerk)
    hall.clerk("7")
    hall.take("REG", love=True)
    with hall.store.writing("note") as page:
        current = page.ticket_numbered(clerk.number)
        page.note("TicketPrechecked", ticket=current.id)
        page.keep(current, note="缺印章")
    clerk.until(lambda: small or "缺印章" in seen(clerk))
    if not small:
        assert "3 號櫃台同仁" in seen(clerk)
    lock(clerk)
    said = seen(clerk)
    assert "缺印章" not in said
    assert not any(person.name in said for person in hall.setup.staff)
    assert clerk.number in said


@pytest.mark.parametrize("key", [Key.Key_F9, Key.Key_F11, Key.Key_F12, Key.Key_F8])
def test_no_key_reaches_the_hall_through_the_lock(hall: RealHall, sit_down: SitDown, small, key):
    hall.take()
    hall.ask_for_help()
    clerk = at_work(hall, sit_down, small=small)
    serve(clerk)
    lock(clerk)
    before = hall.view().seq
    clerk.press(key)
    give_pin(clerk)
    clerk.until(lambda: not clerk.face.locked)
    assert hall.view().seq == before + 1, "nothing but the unlocking"


def test_keys_of_other_programs_windows_are_given_back_while_it_is_locked(hall: RealHall, sit_down: SitDown):
    clerk = at_work(hall, sit_down)
    told: list[object] = []
    clerk.screen.stands_at.connect(told.append)
    lock(clerk)
    assert told == [None]
    give_pin(clerk)
    clerk.until(lambda: not clerk.face.locked)
    assert told[1:] == [hall.view().counter]


def test_a_number_called_behind_the_lock_is_shown_and_waits_for_its_clerk(
    hall: RealHall, sit_down: SitDown, small
):
    clerk = at_work(hall, sit_down, small=small)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.READY)
    lock(clerk)
    ticket = hall.take()
    clerk.until(lambda: clerk.number == ticket.label)
    assert clerk.face.ringing
    give_pin(clerk)
    clerk.until(lambda: not clerk.face.locked)
    clerk.press(Key.Key_F9, SHIFT)
    clerk.until_stage(Stage.SERVING)


def test_a_call_for_help_is_told_on_a_locked_screen_without_a_button(hall: RealHall, sit_down: SitDown, small):
    clerk = at_work(hall, sit_down, small=small)
    lock(clerk)
    hall.ask_for_help()
    clerk.until(lambda: clerk.sees("locked_help"))
    assert "需要協助" in clerk.text("locked_help")
    assert not clerk.sees("answer_help")


def test_a_wrong_pin_is_said_and_five_of_them_shut_the_door(hall: RealHall, sit_down: SitDown, small):
    clerk = at_work(hall, sit_down, small=small)
    lock(clerk)
    give_pin(clerk, "0000")
    clerk.until_message("密碼不正確")
    for _ in range(hall.setup.rules.pin_tries - 1):
        give_pin(clerk, "0000")
        clerk.until(lambda: clerk.face.under_way is None)
    clerk.until_message("5 分鐘")
    give_pin(clerk)
    clerk.until(lambda: clerk.face.under_way is None)
    assert clerk.face.locked


def test_a_question_half_answered_is_gone_with_its_words(hall: RealHall, sit_down: SitDown, small):
    hall.take()
    clerk = at_work(hall, sit_down, small=small)
    serve(clerk)
    clerk.press(Key.Key_P, CTRL)
    clerk.until_asked()
    clerk.press(Key.Key_L, CTRL)
    clerk.until(lambda: clerk.face.locked)
    assert not clerk.sees("sheet")


def test_a_locked_console_goes_on_keeping_the_hall(turned_hall: RealHall, sit_down: SitDown):
    hall = turned_hall
    hall.take()
    other = hall.clerk("4")
    other.do("call_next")
    other.do("begin")
    other.do("park", reason="拍照", until=hall.view().at + 60_000)
    clerk = at_work(hall, sit_down)
    lock(clerk)
    hall.turn(2)
    clerk.until(lambda: hall.state_of("A001") == "WAITING")
    assert clerk.face.locked


def test_nobody_touches_it_and_it_locks_itself(hall: RealHall, sit_down: SitDown, small):
    document = DOCUMENT.replace("lock_after = 15 ", "lock_after = 0.02 ", 1)
    Floor(hall.store).set_up_office(document, request=new_request())
    clerk = at_work(hall, sit_down, small=small)
    clerk.until(lambda: clerk.face.locked)
    clerk.until(lambda: clerk.keyboard == "pin")


def test_without_a_pin_nothing_is_locked_and_it_is_said(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    clerk.press(Key.Key_L, CTRL)
    clerk.until_message("沒有設定密碼")
    assert not clerk.live("lock")
