"""What reaches the clerk's screen by itself, and what is said when nothing can."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest
from PySide6.QtCore import Qt

from counter.face import Stage
from tests.clock_ahead import set_last_entry
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import DEAF, RealHall
from tests.own_time import OwnTime
from waitline.model.clock import HOUR, MINUTE, Instant
from waitline.store import connect

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SitDown = Callable[..., ClerkAtWork]


@contextmanager
def locked(hall: RealHall) -> Iterator[None]:
    """Another program holds the database for writing."""
    with closing(sqlite3.connect(hall.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def unreadable(hall: RealHall) -> Iterator[None]:
    """The office's table is gone for a while, as in the middle of somebody's repair."""
    with closing(sqlite3.connect(hall.path)) as other:
        other.execute("ALTER TABLE office_head RENAME TO office_head_away")
        other.commit()
        yield
        other.execute("ALTER TABLE office_head_away RENAME TO office_head")
        other.commit()


def test_a_number_taken_at_the_kiosk_comes_to_the_waiting_counter_and_rings(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.READY)
    assert clerk.text("calm_words") == "等候中"

    ticket = hall.take(needs=DEAF)

    clerk.until_number(ticket.label)
    assert clerk.face.ringing
    assert "等候最久" in clerk.text("why_line")


def test_a_number_the_clerk_called_does_not_ring(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall)

    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)

    assert not clerk.face.ringing


def test_the_queue_grows_on_the_screen_while_people_come(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)

    labels = [hall.take().label for _ in range(3)]

    clerk.until(lambda: len(clerk.rows) == 3)
    assert [row.split("，")[0] for row in clerk.rows] == labels


def test_two_consoles_on_one_queue_never_call_the_same_number(hall: RealHall, sit_down: SitDown):
    labels = {hall.take().label for _ in range(4)}
    one, other = sit_down(hall), sit_down(hall, counter="4", staff="c04")

    one.click("call_next")
    other.click("call_next")
    one.until_stage(Stage.CALLED)
    other.until_stage(Stage.CALLED)

    assert {one.number, other.number} < labels
    assert one.number != other.number
    one.until(lambda: len(one.rows) == 2)
    other.until(lambda: one.rows == other.rows)


def test_a_second_console_at_the_same_counter_shows_the_same_visitor(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    one, second = sit_down(hall), sit_down(hall)

    one.click("call_next")

    one.until_number(ticket.label)
    second.until_number(ticket.label)
    assert not second.face.ringing


def test_a_counter_signed_out_on_another_device_goes_back_to_the_names(hall: RealHall, sit_down: SitDown):
    one, second = sit_down(hall), sit_down(hall)

    second.click("sign_out")

    one.until(lambda: one.sees("sign_in"))
    assert "別處登出" in one.text("sign_in_message")


def test_a_key_pressed_twice_calls_once(hall: RealHall, sit_down: SitDown):
    first, second = hall.take(), hall.take()
    clerk = sit_down(hall)

    clerk.press(Key.Key_F9)
    clerk.press(Key.Key_F9)

    clerk.until_number(first.label)
    assert hall.state_of(second.label) == "WAITING"


def test_a_locked_database_is_said_and_the_press_is_done_once_it_is_free(hall: RealHall, sit_down: SitDown):
    first, second = hall.take(), hall.take()
    clerk = sit_down(hall)

    with locked(hall):
        clerk.press(Key.Key_F9)
        clerk.until_message("資料庫尚未回應")
        clerk.press(Key.Key_F9)
        assert clerk.number == ""

    clerk.until_number(first.label)
    assert clerk.message == ""
    assert hall.state_of(second.label) == "WAITING"


def test_a_database_out_of_reach_is_said_within_three_seconds_and_found_again(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)

    with unreadable(hall):
        watch = OwnTime()
        clerk.until(lambda: clerk.sees("out_of_touch"))
        assert watch.seconds() <= 3.0
        assert clerk.number == ticket.label
        assert not clerk.live("begin")

    clerk.until(lambda: not clerk.sees("out_of_touch"))
    clerk.click("begin")
    clerk.until_stage(Stage.SERVING)


def test_an_answer_that_takes_long_never_holds_up_the_screen(
    hall: RealHall, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(connect, "BUSY_SECONDS", 60.0)
    hall.take()
    clerk = sit_down(hall)
    begun = threading.Event()

    with locked(hall):
        clerk.press(Key.Key_F9)
        clerk.screen._tick.timeout.connect(begun.set)
        clerk.until(begun.is_set)
        clerk.click("resize")
        assert clerk.window.objectName() == "bar"
        assert clerk.face.under_way is not None, "the database has not answered yet"

    clerk.until_stage(Stage.CALLED)


def test_what_a_counter_may_not_do_is_said_beside_the_buttons(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    clerk.click("close_counter")
    clerk.until_stage(Stage.CLOSED)
    assert not clerk.sees("call_next")

    clerk.press(Key.Key_F9)

    clerk.until_message("3 號櫃台尚未開放")


def test_asking_to_park_nobody_is_answered_in_words(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)

    clerk.press(Key.Key_P, CTRL)

    clerk.until_message("目前沒有叫號")
    assert not clerk.sees("sheet")


def test_a_parked_visitor_is_due_and_the_console_lets_the_hall_know(turned_hall: RealHall, sit_down: SitDown):
    hall = turned_hall
    ticket = hall.take()
    colleague = hall.clerk("4")
    colleague.do("call_next")
    colleague.do("park", reason="補件", until=Instant(hall.view().at + 10 * MINUTE))
    clerk = sit_down(hall)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.READY)

    hall.turn(11)

    clerk.until_number(ticket.label)
    assert clerk.face.ringing


def test_questions_close_when_the_visitor_they_are_about_has_gone(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    one, second = sit_down(hall), sit_down(hall)
    one.click("call_next")
    one.until_number(ticket.label)
    second.until_number(ticket.label)
    one.click("park")
    assert one.sees("sheet")

    second.click("no_show")

    one.until(lambda: not one.sees("sheet"))


def test_while_a_question_is_open_every_other_key_still_works(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)
    clerk.click("transfer")

    clerk.press(Key.Key_F11)

    clerk.until_stage(Stage.IDLE)
    assert hall.state_of(ticket.label) == "NO_SHOW"
    assert not clerk.sees("sheet")


def test_a_hall_restored_from_an_older_copy_is_the_one_that_is_shown(hall: RealHall, sit_down: SitDown, tmp_path):
    hall.take()
    clerk = sit_down(hall)
    clerk.press(Key.Key_F9)
    clerk.until_number("A001")
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(hall.path)) as now, closing(sqlite3.connect(copy)) as kept:
        now.backup(kept)
    clerk.press(Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    clerk.until_stage(Stage.SERVING)
    hall.take()
    clerk.press(Key.Key_F9)
    clerk.until_number("A002")
    aside = tmp_path / "aside"
    aside.mkdir()
    for file in hall.path.parent.glob(f"{hall.path.name}*"):
        file.rename(aside / file.name)
    copy.rename(hall.path)
    clerk.until_number("A001")
    clerk.until_stage(Stage.CALLED)


def test_after_a_clock_that_was_ahead_no_time_stands_rather_than_a_wrong_one(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    clerk.until(lambda: ":" in clerk.text("clock"))
    with hall.store.reading() as look:
        right = look.now
    set_last_entry(hall.store, Instant(right + 10 * HOUR))
    hall.take()
    clerk.until(lambda: clerk.text("clock") == "–:––")
    set_last_entry(hall.store, right)
    hall.take()
    clerk.until(lambda: "–" not in clerk.text("clock"))
