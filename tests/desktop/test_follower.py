import threading
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.desktop.halls import Hall
from waitline.desktop import Follower, OutOfTouch


class Screen:
    """What a window would hear of a follower, in order."""

    def __init__(self, follower: Follower) -> None:
        self.heard: list[object] = []
        self.ages: list[OutOfTouch] = []
        follower.view_changed.connect(self.heard.append)
        follower.out_of_touch.connect(self._out)
        follower.back_in_touch.connect(lambda: self.heard.append("back"))

    def _out(self, out: OutOfTouch) -> None:
        if self.heard[-1:] != ["out"]:
            self.heard.append("out")
        self.ages.append(out)


@pytest.fixture
def hall() -> Hall:
    return Hall()


PATIENCE_S = 30.0
IMPATIENT = pytest.mark.parametrize("limit_s", [0.3], ids=["impatient"])


@pytest.fixture
def limit_s() -> float:
    """A minute, so that no slow machine is out of touch, but where that is what the test is about."""
    return 60.0


@pytest.fixture
def follower(qtbot: QtBot, hall: Hall, limit_s: float) -> Iterator[Follower]:
    follower = Follower("under-test", hall.watch, limit_s=limit_s, look_every_s=0.1)
    yield follower
    hall.light.set()
    assert follower.close(within_s=PATIENCE_S)
    assert hall.closed == hall.opened


@pytest.fixture
def screen(follower: Follower) -> Screen:
    screen = Screen(follower)
    follower.start()
    return screen


def test_a_change_reaches_the_screen_and_what_is_the_same_does_not(
    qtbot: QtBot, hall: Hall, screen: Screen
) -> None:
    qtbot.waitUntil(lambda: screen.heard == [0])
    hall.change_to(1)
    qtbot.waitUntil(lambda: screen.heard == [0, 1])
    hall.changed.set()
    hall.change_to(2)
    qtbot.waitUntil(lambda: screen.heard[-1] == 2)
    assert screen.heard == [0, 1, 2]
    assert hall.read_by == {"under-test"}


def test_a_lost_wake_up_is_late_never_lost(qtbot: QtBot, hall: Hall, screen: Screen) -> None:
    qtbot.waitUntil(lambda: screen.heard == [0])
    hall.value = 5
    qtbot.waitUntil(lambda: screen.heard == [0, 5])


@IMPATIENT
def test_a_cut_line_is_said_and_the_follower_comes_back_by_itself(
    qtbot: QtBot, hall: Hall, screen: Screen
) -> None:
    qtbot.waitUntil(lambda: 0 in screen.heard)
    hall.cut = True
    qtbot.waitUntil(lambda: screen.heard[-1] == "out")
    assert screen.ages[0].for_s >= 0.3
    assert screen.ages[0].words.zh == "與資料庫失去連線"
    hall.cut = False
    hall.change_to(7)
    qtbot.waitUntil(lambda: screen.heard[-2:] == ["back", 7])


@IMPATIENT
def test_the_age_of_what_is_shown_is_told_again_while_it_grows(qtbot: QtBot, hall: Hall, screen: Screen) -> None:
    hall.cut = True
    qtbot.waitUntil(lambda: any(later.for_s > one.for_s + 0.8 for one, later in pairwise(screen.ages)))


@IMPATIENT
def test_a_read_that_hangs_is_out_of_touch_too_and_blocks_no_screen(
    qtbot: QtBot, hall: Hall, screen: Screen
) -> None:
    qtbot.waitUntil(lambda: 0 in screen.heard)
    hall.dark = True
    qtbot.waitUntil(lambda: "out" in screen.heard)
    hall.dark = False
    hall.light.set()
    qtbot.waitUntil(lambda: screen.heard[-1] == "back")


@IMPATIENT
def test_a_hall_that_was_never_reached_is_said(qtbot: QtBot, hall: Hall, follower: Follower) -> None:
    hall.cut = True
    screen = Screen(follower)
    follower.start()
    qtbot.waitUntil(lambda: screen.heard == ["out"])
    qtbot.waitUntil(lambda: hall.opened >= 2)
    assert screen.heard == ["out"]


def test_a_mistake_of_ours_in_reading_is_logged_and_tried_again(
    qtbot: QtBot, hall: Hall, follower: Follower, caplog: pytest.LogCaptureFixture
) -> None:
    hall.read = lambda: 1 // (hall.opened - 1)
    screen = Screen(follower)
    follower.start()
    qtbot.waitUntil(lambda: 1 in screen.heard)
    assert "ZeroDivisionError" in caplog.text


def test_closing_is_quick_and_nothing_is_told_afterwards(qtbot: QtBot, hall: Hall, follower: Follower) -> None:
    screen = Screen(follower)
    follower.start()
    qtbot.waitUntil(lambda: screen.heard == [0])
    hall.change_to(3)
    assert follower.close(within_s=PATIENCE_S)
    assert max(hall.waited_s) <= 0.25, "no close has to wait longer for a healthy feed"
    QCoreApplication.processEvents()
    assert screen.heard == [0]


def test_a_hanging_read_does_not_hold_the_end_of_the_program(qtbot: QtBot, hall: Hall, follower: Follower) -> None:
    hall.dark = True
    follower.start()
    qtbot.waitUntil(lambda: bool(hall.read_by))
    assert not follower.close(within_s=0.05)
    hall.light.set()


def test_a_follower_never_started_closes(follower: Follower) -> None:
    assert follower.close()


def test_forty_changes_in_a_moment_are_all_told_in_order(qtbot: QtBot, hall: Hall, follower: Follower) -> None:
    seen = iter(range(40))
    hall.read = lambda: next(seen, 39)
    kicker = Kicker(hall.changed.set)
    screen = Screen(follower)
    follower.start()
    qtbot.waitUntil(lambda: screen.heard[-1:] == [39])
    kicker.stop()
    assert screen.heard == list(range(40))


class Kicker:
    """Rings a bell as fast as it can until stopped."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ring,))
        self._thread.start()

    def _run(self, ring: Callable[[], None]) -> None:
        while not self._stopped.wait(0.005):
            ring()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()
