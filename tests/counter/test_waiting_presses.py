"""Keys that come while an earlier one is still being answered: they wait, they are seen to wait, none is lost."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import Qt

from counter.actions import Place
from counter.face import Stage
from tests.counter.back_line_desk import AtTheDesk
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import RealHall, set_up_hall

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
SitDown = Callable[..., ClerkAtWork]
AtDesk = Callable[..., AtTheDesk]
DESK = "service_desk_window"


@pytest.fixture
def hall(own_database_url: str) -> Iterator[RealHall]:
    """The sample office on either database."""
    found = set_up_hall(own_database_url, Path(own_database_url.removeprefix("sqlite:///")))
    yield found
    found.store.close()


@contextmanager
def held(hall: RealHall) -> Iterator[None]:
    """Another program holds the lock of every verb."""
    if hall.url.startswith("sqlite"):
        with closing(sqlite3.connect(hall.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
    else:
        with closing(psycopg.connect(hall.url)) as other:
            other.execute("SELECT 1 FROM office_head WHERE office_id = %s FOR UPDATE", [hall.setup.id])
            yield
            other.rollback()


def serving(clerk: ClerkAtWork, label: str) -> None:
    called(clerk, label)
    clerk.press(Key.Key_F9, SHIFT)
    clerk.until_stage(Stage.SERVING)


def called(clerk: ClerkAtWork, label: str) -> None:
    clerk.press(Key.Key_F9)
    clerk.until_number(label)


@pytest.mark.parametrize("small", [False, True], ids=["console", "bar"])
def test_a_key_pressed_before_the_last_is_answered_waits_and_is_done(
    hall: RealHall, sit_down: SitDown, small: bool
):
    first, second = hall.take(), hall.take()
    clerk = sit_down(hall, small=small)
    called(clerk, first.label)

    with held(hall):
        clerk.press(Key.Key_F9, SHIFT)
        clerk.press(Key.Key_F9)
        clerk.until_message("請稍候，接著：下一位")

    clerk.until_number(second.label)
    assert hall.state_of(first.label) == "DONE"
    assert clerk.message == ""


def test_what_waits_is_said_in_the_clerk_own_language(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall)
    called(clerk, ticket.label)
    clerk.translations.switch("en")

    with held(hall):
        clerk.press(Key.Key_F9, SHIFT)
        clerk.press(Key.Key_F12)
        clerk.press(Key.Key_F9)
        clerk.until_message("One moment, then: Finish, Next")

    clerk.until_stage(Stage.READY)
    assert hall.state_of(ticket.label) == "DONE"


def test_the_same_key_twice_within_one_call_calls_one_visitor(hall: RealHall, sit_down: SitDown):
    first, second = hall.take(), hall.take()
    clerk = sit_down(hall)

    with held(hall):
        for _ in range(3):
            clerk.press(Key.Key_F9)
        clerk.until_message("資料庫")

    clerk.until_number(first.label)
    assert hall.state_of(second.label) == "WAITING"
    assert clerk.message == ""


def test_a_no_show_meant_for_the_last_visitor_never_falls_on_the_next(hall: RealHall, sit_down: SitDown):
    first, second = hall.take(), hall.take()
    clerk = sit_down(hall)
    serving(clerk, first.label)

    with held(hall):
        clerk.press(Key.Key_F9)
        clerk.press(Key.Key_F11)
        clerk.press(Key.Key_F10)
        clerk.until_message("接著：過號，重呼")

    clerk.until_number(second.label)
    assert "號碼已換，未執行：過號，重呼" in clerk.message
    assert hall.state_of(second.label) == "CALLED"


def test_what_was_to_follow_a_refused_key_is_not_done_and_named(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall)
    called(clerk, ticket.label)

    with held(hall):
        clerk.press(Key.Key_F9)
        clerk.press(Key.Key_F10)
        clerk.press(Key.Key_F11)
        clerk.until_message("接著：重呼，過號")

    clerk.until_message("之後按的也沒有執行：重呼，過號")
    assert hall.state_of(ticket.label) == "CALLED"


def test_questions_asked_for_too_early_open_in_their_turn(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall)
    called(clerk, ticket.label)

    with held(hall):
        clerk.press(Key.Key_F9, SHIFT)
        clerk.press(Key.Key_T, CTRL)
        clerk.until_message("接著：轉移")
        assert not clerk.sees("sheet")

    clerk.until_stage(Stage.SERVING)
    clerk.until(lambda: clerk.sees("sheet"))


def test_a_greeter_key_waits_as_well(hall: RealHall, at_desk: AtDesk):
    first = hall.take()
    desk = at_desk(hall, staff="greeter", place=Place.SERVICE_DESK)
    desk.until_desk()
    desk.enter(first.label)

    with held(hall):
        desk.press(Key.Key_F5, within=DESK)
        desk.press(Key.Key_F4, within=DESK)
        desk.until(lambda: "接著：愛心免抽號" in desk.said("message"))

    desk.until(lambda: len(hall.view("10").waiting) == 2)
    with hall.store.writing("look") as inside:
        assert inside.ticket_numbered(first.label).prechecked
