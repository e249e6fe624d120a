"""When a touch really happened, told from its stamp and from how busy the program was."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from waitline.look import Look, TouchButton
from waitline.look.event_clock import EventClock


class Wall:
    """A clock that stands until it is put forward."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def clock(qapp: QApplication, wall: Wall) -> EventClock:
    return EventClock(wall)


def busy(clock: EventClock, wall: Wall, seconds: float) -> None:
    """A turn of the event loop that takes so long."""
    clock.turn()
    wall.now += seconds


def pressed(stamp_ms: int, device: QPointingDevice | None = None) -> QMouseEvent:
    """A press of the usual mouse, or of another device, with a stamp as the system would give it."""
    at, button = QPointF(0, 0), Qt.MouseButton.LeftButton
    kind, keys = QEvent.Type.MouseButtonPress, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, at, at, button, button, keys, device or QPointingDevice.primaryPointingDevice())
    event.setTimestamp(stamp_ms)
    return event


def test_an_event_handled_at_once_happened_now(clock: EventClock) -> None:
    assert clock.happened_at(pressed(5_000)) == 100.0


def test_an_event_that_waited_for_a_busy_program_happened_before(clock: EventClock, wall: Wall) -> None:
    clock.happened_at(pressed(5_000))
    busy(clock, wall, 0.6)
    assert clock.happened_at(pressed(5_200)) == pytest.approx(100.2)


def test_a_stamp_is_believed_only_as_far_as_the_program_was_busy(clock: EventClock, wall: Wall) -> None:
    clock.happened_at(pressed(5_000))
    wall.now += 30
    clock.turn()
    wall.now += 0.01
    clock.turn()
    wall.now += 0.01
    assert clock.happened_at(pressed(5_001)) == pytest.approx(wall.now - 0.02), (
        "stamps that stand still make nothing old"
    )


def test_a_clock_of_stamps_that_is_set_forward_makes_nothing_happen_later(clock: EventClock, wall: Wall) -> None:
    clock.happened_at(pressed(5_000))
    busy(clock, wall, 0.1)
    assert clock.happened_at(pressed(9_000_000)) == pytest.approx(wall.now)


def test_a_mouse_whose_stamps_run_ahead_makes_no_finger_look_late(clock: EventClock, wall: Wall) -> None:
    glass = QTest.createTouchDevice()
    clock.happened_at(pressed(5_000, glass))
    busy(clock, wall, 30.0)
    clock.happened_at(pressed(9_000_000))
    assert clock.happened_at(pressed(35_000, glass)) == pytest.approx(wall.now)


def test_an_event_without_a_stamp_happened_now(clock: EventClock, wall: Wall) -> None:
    busy(clock, wall, 1.0)
    assert clock.happened_at(pressed(0)) == wall.now


def click(button: TouchButton, stamp_ms: int) -> None:
    """A mouse down and up on a button, stamped as the system would."""
    at = QPointF(button.rect().center())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        down = Qt.MouseButton.LeftButton if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, at, button.mapToGlobal(at), Qt.MouseButton.LeftButton, down, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(stamp_ms)
        QApplication.sendEvent(button, event)


def test_a_second_tap_that_is_handled_late_is_still_the_second_of_a_double_tap(
    qtbot: QtBot, make_look: Callable[..., Look], wall: Wall
) -> None:
    look = make_look(rest_s=0.35)
    look.events = EventClock(wall)
    button = TouchButton(look, "取號")
    qtbot.addWidget(button)
    button.show()
    heard: list[str] = []
    button.activated.connect(lambda: heard.append("wish"))
    click(button, 5_000)
    busy(look.events, wall, 0.6)
    click(button, 5_200)
    assert heard == ["wish"]
    click(button, 5_590)
    assert heard == ["wish", "wish"], "one that came later is another wish"
