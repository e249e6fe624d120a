"""The keyboard stands on a useful button, whatever happens to the one it stood on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from counter.actions import Action
from counter.face import Stage
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import RealHall

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., ClerkAtWork]


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def small(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture(params=[True, False], ids=["active", "in the background"])
def active(request: pytest.FixtureRequest, qtbot) -> bool:
    """Whether our window has the keyboard, or another program (here another window) has it."""
    return request.param


@pytest.fixture
def put_behind(qtbot, active: bool) -> Callable[[], None]:
    def put() -> None:
        if not active:
            other = QWidget()
            qtbot.addWidget(other)
            other.show()
            other.activateWindow()
            qtbot.waitUntil(lambda: QApplication.activeWindow() is other)

    return put


def test_it_is_on_the_main_button_once_the_counter_is_open(hall: RealHall, sit_down: SitDown, small):
    hall.take()
    assert sit_down(hall, small=small).keyboard == "call_next"


def test_it_stays_useful_through_a_whole_day(hall: RealHall, sit_down: SitDown, small, put_behind):
    clerk = sit_down(hall, small=small)
    put_behind()
    want = clerk.screen.want
    want(Action.CALL_NEXT)
    clerk.until_stage(Stage.READY)
    assert clerk.keyboard == "call_next"
    ticket = hall.take()
    clerk.until_number(ticket.label)
    assert clerk.keyboard in {"begin", "recall"}
    want(Action.BEGIN)
    clerk.until_stage(Stage.SERVING)
    assert clerk.keyboard == "call_next"
    want(Action.FINISH)
    clerk.until_stage(Stage.IDLE)
    assert clerk.keyboard == "call_next"
    want(Action.CLOSE)
    clerk.until_stage(Stage.CLOSED)
    assert clerk.keyboard == "open"
    want(Action.OPEN)
    clerk.until_stage(Stage.IDLE)
    assert clerk.keyboard == "call_next"


def test_it_comes_back_from_a_question(hall: RealHall, sit_down: SitDown, small):
    ticket = hall.take()
    clerk = sit_down(hall, small=small)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)
    clerk.press(Key.Key_P, CTRL)
    clerk.until_asked()
    clerk.press(Key.Key_Return)

    clerk.until_stage(Stage.IDLE)
    assert clerk.keyboard == "call_next"


def test_it_comes_back_from_the_undo_button(hall: RealHall, sit_down: SitDown, small):
    ticket = hall.take()
    clerk = sit_down(hall, small=small)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)
    clerk.find("undo").setFocus()
    clerk.click("undo")

    clerk.until_stage(Stage.IDLE)
    clerk.until(lambda: not clerk.sees("undo"))
    assert clerk.keyboard == "call_next"


def test_it_waits_while_the_hall_is_out_of_touch_and_is_back_with_it(hall: RealHall, sit_down: SitDown, small):
    hall.take()
    clerk = sit_down(hall, small=small)

    clerk.screen._flow.lost_touch()
    clerk.screen._draw()
    assert clerk.keyboard in {"action_pad", "bar"}
    clerk.screen._back_in_touch()

    assert clerk.keyboard == "call_next"


def test_what_the_clerk_chose_keeps_it(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    clerk.press(Key.Key_F, CTRL)

    ticket = hall.take()
    clerk.until(lambda: any(ticket.label in row for row in clerk.rows))

    assert clerk.keyboard == "search"
