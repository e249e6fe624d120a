"""Somebody without a number sits down: one key, what it was taken for is said, and easily put right."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from counter.face import Stage
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import RealHall
from tests.counter.test_live import locked
from waitline.model.errors import DatabaseBusy
from waitline.model.ticket import TicketState

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., ClerkAtWork]


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def small(request: pytest.FixtureRequest) -> bool:
    return request.param


def walk_in(clerk: ClerkAtWork) -> str:
    """One key. The number."""
    clerk.press(Key.Key_N, CTRL)
    clerk.until_stage(Stage.SERVING)
    return clerk.number


def correct(clerk: ClerkAtWork, digit: Key) -> None:
    clerk.press(Key.Key_E, CTRL, SHIFT)
    clerk.until_asked()
    clerk.press(digit)
    clerk.press(Key.Key_Return)


def finish(clerk: ClerkAtWork) -> None:
    clerk.until_keyboard()
    clerk.press(Key.Key_F12)
    clerk.until_stage(Stage.IDLE)


def test_one_key_takes_the_number_begins_and_says_for_what_and_how_to_change_it(
    hall: RealHall, sit_down: SitDown, small
):
    clerk = sit_down(hall, small=small)

    label = walk_in(clerk)

    assert clerk.message == f"{label} 現場受理：戶籍謄本。項目不對請按 Ctrl+Shift+E「更正項目」"
    assert clerk.live("undo")
    assert hall.state_of(label) == "SERVING"


def test_the_line_says_it_in_english_and_by_the_clerks_own_keys(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small, keys={"correct_service": "Ctrl+Shift+1"})
    clerk.screen._change_language()

    label = walk_in(clerk)

    assert clerk.message == (
        f"{label} taken for: Household transcript. Something else? Ctrl+Shift+1 (Fix service)"
    )


def test_a_key_that_is_taken_away_leaves_the_buttons_name(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall, keys={"correct_service": ""})

    walk_in(clerk)

    assert clerk.message.endswith("項目不對請按 「更正項目」")


def test_the_next_one_is_taken_for_what_the_last_one_came_for(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    label = walk_in(clerk)

    correct(clerk, Key.Key_2)

    clerk.until_message(f"{label} 改為：戶籍登記")
    assert clerk.number == label
    finish(clerk)
    walk_in(clerk)
    assert "戶籍登記" in clerk.message


def test_the_sheet_stands_on_what_one_key_would_take(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    walk_in(clerk)
    correct(clerk, Key.Key_2)
    clerk.until(lambda: clerk.face.view.current.service == "REG")
    finish(clerk)

    clerk.press(Key.Key_N, CTRL, SHIFT)
    clerk.until_asked()

    assert [answer.isChecked() for answer in clerk.answers("service")].index(True) == 1


def test_both_are_taken_back_within_ten_seconds(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    label = walk_in(clerk)
    correct(clerk, Key.Key_2)
    clerk.until(lambda: clerk.face.view.current.service == "REG")
    clerk.until_keyboard()

    clerk.press(Key.Key_Z, CTRL)
    clerk.until(lambda: clerk.face.view.current.service == "TRANS")
    clerk.until(lambda: clerk.face.under_way is None)
    finish(clerk)
    other = walk_in(clerk)
    clerk.press(Key.Key_Z, CTRL)
    clerk.until_stage(Stage.IDLE)

    assert hall.state_of(label) == "DONE"
    assert hall.state_of(other) == "CANCELLED"


def test_three_presses_are_one_visitor(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)

    for _ in range(3):
        clerk.press(Key.Key_N, CTRL)
    clerk.until_stage(Stage.SERVING)

    with hall.store.reading() as look:
        assert len(look.tickets_between(0, look.seq)) == 1
    assert "更正項目" in clerk.message, "what it was taken for is still said"


def test_one_more_press_says_who_sits_there_and_takes_nobody(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    label = walk_in(clerk)

    clerk.press(Key.Key_N, CTRL)

    clerk.until_message(f"正在服務 {label}")
    with hall.store.reading() as look:
        assert len(look.tickets_between(0, look.seq)) == 1


def test_nobody_is_taken_while_a_number_is_called(hall: RealHall, sit_down: SitDown, small):
    called = hall.take()
    clerk = sit_down(hall, small=small)
    clerk.press(Key.Key_F9)
    clerk.until_number(called.label)

    for keys in ((CTRL,), (CTRL, SHIFT)):
        clerk.press(Key.Key_N, *keys)
        clerk.until_message(called.label)
    clerk.press(Key.Key_E, CTRL, SHIFT)

    clerk.until_message("不能更正項目")
    assert not clerk.sees("sheet")
    assert hall.state_of(called.label) == "CALLED"


def test_nobody_is_taken_on_a_break(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    clerk.press(Key.Key_P, CTRL, SHIFT)
    clerk.until_asked()
    clerk.press(Key.Key_Return)
    clerk.until_stage(Stage.PAUSED)
    clerk.until_keyboard()

    for keys in ((CTRL,), (CTRL, SHIFT)):
        clerk.press(Key.Key_N, *keys)
        clerk.until_message("尚未開放")

    with hall.store.reading() as look:
        assert look.tickets_between(0, look.seq) == []


def test_a_busy_database_takes_nobody_twice(hall: RealHall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    with locked(hall):
        clerk.press(Key.Key_N, CTRL)
        clerk.until(lambda: clerk.message != "")
        clerk.press(Key.Key_N, CTRL)
    clerk.until_stage(Stage.SERVING)

    with hall.store.reading() as look:
        (ticket,) = look.tickets_between(0, look.seq)
    assert ticket.state is TicketState.SERVING
    assert DatabaseBusy().words.zh not in clerk.message


def test_two_buttons_share_a_place_with_what_is_done_for_whoever_is_there(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    places = {name: clerk.find(name).geometry() for name in ("serve_walk_in", "choose_walk_in")}
    assert not clerk.sees("correct_service")

    clerk.click("serve_walk_in")
    clerk.until_stage(Stage.SERVING)

    assert clerk.find("correct_service").geometry() == places["serve_walk_in"]
    assert clerk.find("continue_with").geometry() == places["choose_walk_in"]
    assert not clerk.sees("serve_walk_in")
