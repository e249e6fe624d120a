"""No key, gesture or click of a visitor's leads out of the program, or to anything but the kiosk on the screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QNativeGestureEvent,
    QPointingDevice,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from benchmarks.glass import picture
from benchmarks.stages import Stage
from kiosk.in_front import InFront
from kiosk.scenes import Home
from waitline.cli.demo.waiting import wait_for
from waitline.model.words import Words

from .houses import Stand
from .monkey import KEYS, MODIFIERS
from .monkey_watch import nothing_else_is_seen
from .real_kiosk import needs_a_window_manager
from .test_kiosk_takes_numbers import NO_REASON, at_home, until_number

Stands = Callable[..., Stand]
CTRL, ALT, SHIFT, META = MODIFIERS
COMBINATIONS = (Qt.KeyboardModifier.NoModifier, CTRL, ALT, META, CTRL | ALT, CTRL | SHIFT, ALT | SHIFT)
TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select}
"""Keys that are meant to press a button."""


@pytest.fixture
def kiosk(stand: Stands, qtbot: QtBot) -> Stand:
    put_up = stand(kiosk=NO_REASON)
    at_home(qtbot, put_up)
    return put_up


def parts(kiosk: Stand) -> list[QWidget]:
    return [kiosk.window, *(one for one in kiosk.window.findChildren(QWidget) if one.isVisible())]


def still_gives_numbers(kiosk: Stand, qtbot: QtBot) -> None:
    kiosk.clock.later(130)
    qtbot.waitUntil(lambda: kiosk.sees("service-TRANS"))
    kiosk.clock.later(1)
    kiosk.touch("service-TRANS")
    until_number(qtbot, kiosk)


def test_no_key_with_any_modifiers_ends_it_or_opens_anything(kiosk: Stand, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    for modifiers in COMBINATIONS:
        for key in KEYS:
            if key not in TAKES:
                QTest.keyClick(kiosk.window.windowHandle(), key, modifiers)
                assert kiosk.window.isVisible(), (key, modifiers)
    assert nothing_else_is_seen(kiosk)
    assert clipboard.text() == "before", "nothing on the glass can be copied"
    still_gives_numbers(kiosk, qtbot)


def test_nobody_closes_the_window(kiosk: Stand, qtbot: QtBot) -> None:
    closing = QCloseEvent()
    QApplication.sendEvent(kiosk.window, closing)
    assert not closing.isAccepted()
    QApplication.closeAllWindows()
    assert kiosk.window.isVisible()
    still_gives_numbers(kiosk, qtbot)


def test_no_part_has_a_menu(kiosk: Stand) -> None:
    for part in parts(kiosk):
        for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
            middle = part.rect().center()
            QApplication.sendEvent(part, QContextMenuEvent(reason, middle, part.mapToGlobal(middle)))
            assert nothing_else_is_seen(kiosk), part.objectName()


def test_nothing_can_be_dropped_on_any_part(kiosk: Stand) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    files.setText("file:///etc/passwd")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for part in parts(kiosk):
        enters = QDragEnterEvent(part.rect().center(), copy, files, left, none)
        drops = QDropEvent(QPointF(part.rect().center()), copy, files, left, none)
        for event in (enters, drops):
            event.ignore()
            QApplication.sendEvent(part, event)
            assert not event.isAccepted(), part.objectName()
        assert not part.acceptDrops()


def test_pinching_and_swiping_change_nothing(kiosk: Stand, qtbot: QtBot) -> None:
    at = QPointF(kiosk.window.rect().center())
    for kind in (
        Qt.NativeGestureType.ZoomNativeGesture,
        Qt.NativeGestureType.SmartZoomNativeGesture,
        Qt.NativeGestureType.RotateNativeGesture,
        Qt.NativeGestureType.SwipeNativeGesture,
    ):
        device = QPointingDevice.primaryPointingDevice()
        pinch = QNativeGestureEvent(kind, device, 2, at, at, at, 1.5, QPointF(80, 0))
        QApplication.sendEvent(kiosk.window, pinch)
    two = (QPoint(300, 200), QPoint(500, 200))
    fingers = QTest.touchEvent(kiosk.window, kiosk.finger)
    fingers.press(1, two[0], kiosk.window).press(2, two[1], kiosk.window).commit()
    for apart in range(10, 140, 20):
        out = QPoint(0, apart)
        fingers.move(1, two[0] - out, kiosk.window).move(2, two[1] + out, kiosk.window).commit()
    fingers.release(1, QPoint(300, 70), kiosk.window).release(2, QPoint(500, 330), kiosk.window).commit()
    assert nothing_else_is_seen(kiosk)
    assert kiosk.flow.scene == Home()
    still_gives_numbers(kiosk, qtbot)


@pytest.mark.parametrize("pushed", ["minimised", "smaller", "moved"])
def test_a_window_that_was_pushed_away_comes_back(kiosk: Stand, qtbot: QtBot, pushed: str) -> None:
    window = kiosk.window
    watcher = InFront(window)
    window.showFullScreen()
    whole = window.screen().geometry()
    if pushed == "minimised":
        window.setWindowState(Qt.WindowState.WindowMinimized)
    elif pushed == "smaller":
        window.showNormal()
        window.resize(300, 200)
    else:
        window.move(120, 90)
    watcher.look()
    qtbot.waitUntil(lambda: window.isFullScreen() and window.geometry() == whole and window.isActiveWindow())
    watcher.deleteLater()


OF_THE_WINDOW_MANAGER = (
    *(("Alt_L", "F4"), ("Control_L", "q"), ("Alt_L", "Tab"), ("Alt_L", "Escape"), ("Super_L", "d")),
    *(("Alt_L", "space"), ("Control_L", "Alt_L", "Right"), ("Super_L", "F2"), ("Control_L", "Alt_L", "Delete")),
    *(("Menu",), ("F11",), ("Shift_L", "F1"), ("Print",), ("Control_L", "w")),
)
"""openbox closes, hides, moves and leaves windows by most of these."""


@needs_a_window_manager
def test_a_window_manager_s_keys_lead_nowhere(on_a_screen: Stage) -> None:
    place = on_a_screen
    box = place.box("love")
    wait_for(Words(zh="首頁", en="the page stands still"), lambda: stands_still(place), within_s=10)
    before = picture(place.glass.grab(box))
    for keys in OF_THE_WINDOW_MANAGER:
        place.glass.key(*keys)
        place.glass.rest()
        wait_for(
            Words(zh="取號機在最前面", en=f"the kiosk is in front after {keys}"),
            lambda: picture(place.glass.grab(box)) == before,
            within_s=5,
        )
    place.crew.check()
    place.touch("service-TRANS")
    assert place.window.await_text("number").text == "A001"


def stands_still(place: Stage) -> bool:
    first = picture(place.glass.grab(place.box("love")))
    place.glass.rest()
    return picture(place.glass.grab(place.box("love"))) == first
