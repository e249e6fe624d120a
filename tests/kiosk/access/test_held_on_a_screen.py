"""A real X server repeats a key that is held, some of it unmarked: it is one press all the same."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.stages import Stage
from tests.kiosk.houses import House, Stand
from tests.kiosk.real_kiosk import needs_a_window_manager
from tests.kiosk.test_kiosk_takes_numbers import at_home
from waitline.cli.demo.waiting import wait_for
from waitline.model.words import Words

from .four_keys import NEXT, FourKeys

LONG_S = 3.0


def tickets(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "office" / "queue.db")) as queue:
        return int(queue.execute("SELECT count(*) FROM ticket").fetchone()[0])


@needs_a_window_manager
def test_enter_that_is_held_gives_no_number_that_nobody_chose(on_a_screen: Stage, tmp_path: Path) -> None:
    place = on_a_screen
    place.glass.hold_key("Return", LONG_S)
    place.control("access-page")
    place.control("service-TRANS")
    assert tickets(tmp_path) == 0, "the first press only begins"
    place.glass.key("Return")
    place.control("home")
    assert tickets(tmp_path) == 1
    place.glass.rest()
    place.glass.key("Left")

    def held_until_home() -> bool:
        """A number stands for a moment before anything ends its page."""
        place.glass.hold_key("Return", LONG_S)
        return place.window.find("ease") is not None

    wait_for(Words(zh="首頁", en="home"), held_until_home, within_s=20)
    place.crew.check()
    assert tickets(tmp_path) == 1, "the same visitor is home again, without a second number"


def test_what_an_x_server_sends_of_one_moment_is_one_hold(stand: object, house: House, qtbot: QtBot) -> None:
    """Pairs that Qt has not marked, as it leaves some where they come apart."""
    assert callable(stand)
    kiosk: Stand = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    first = keys.at
    window = kiosk.window.windowHandle()
    moment = 10_000_000

    def send(kind: QEvent.Type, at: int) -> None:
        event = QKeyEvent(kind, NEXT, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at)
        QApplication.sendEvent(window, event)

    send(QEvent.Type.KeyPress, moment)
    second = keys.at
    assert second != first
    for repeat in range(1, 40):
        send(QEvent.Type.KeyRelease, moment + 600 + 40 * repeat)
        send(QEvent.Type.KeyPress, moment + 600 + 40 * repeat)
    assert keys.at == second
    send(QEvent.Type.KeyRelease, moment + 5000)
    send(QEvent.Type.KeyPress, moment + 5090)
    assert keys.at not in {first, second}, "pressed again"


@pytest.mark.parametrize("key", ["Right", "Left"])
@needs_a_window_manager
def test_a_held_key_walks_slowly(on_a_screen: Stage, key: str) -> None:
    """In five seconds two choices further than the press itself: which one is told by what Enter then takes."""
    place = on_a_screen
    place.glass.hold_key(key, 5.0)
    place.control("access-page")
    place.glass.rest()
    place.glass.key("Return")
    if key == "Right":  # the third service
        assert place.window.await_text("number").text.startswith("C")
    else:  # love, help, then language and sound
        place.control("access-close")
    place.crew.check()
