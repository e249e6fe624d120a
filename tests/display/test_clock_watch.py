"""A wrong clock is never silently wrong: this computer's own, and the hall's after a clock that was ahead."""

import time
from collections.abc import Iterator
from functools import partial

import pytest

from display.clock_watch import ClockWatch
from display.flow import Flow
from display.hall import Hall
from display.window import DisplayWindow
from tests.clock_ahead import set_last_entry
from tests.display.hall_on_paper import TurnedClock
from waitline.desktop import Follower
from waitline.look import ClockLabel, Distance
from waitline.model.clock import CLOCK_APART_S, HOUR, Instant

OWN_OFF, AHEAD = ["own_clock_off"], ["hall_clock_ahead"]
FIVE_HOURS_S = 5 * 3600


class OwnClock:
    """This computer's, so many seconds off."""

    def __init__(self) -> None:
        self.off_s = 0.0

    def __call__(self) -> float:
        return time.time() + self.off_s


@pytest.fixture
def own() -> OwnClock:
    return OwnClock()


@pytest.fixture
def window(qtbot, make_look, hall_at_work, own) -> Iterator[DisplayWindow]:
    hall = Hall(hall_at_work.office.database_url, hall_at_work.office.office_id, ())
    window = DisplayWindow(
        make_look(Distance.HALL),
        flow=Flow(clock=TurnedClock(), languages=()),
        follower=Follower("board", hall.watch, look_every_s=0.2),
        settle=hall.settle,
        clock=ClockWatch(partial(hall.report_clock, "lobby-1"), own=own),
    )
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.begin()
    yield window
    window.leave()
    hall.close()


def clock_of(window: DisplayWindow) -> str:
    return window.wall.heading.findChild(ClockLabel, "clock").text()


def test_a_computer_whose_own_clock_is_hours_off_is_told_and_the_board_keeps_the_halls_time(
    qtbot, window, hall_at_work, own
):
    qtbot.waitUntil(lambda: ":" in clock_of(window))
    assert hall_at_work.troubles() == []
    own.off_s = FIVE_HOURS_S
    qtbot.waitUntil(lambda: hall_at_work.troubles() == OWN_OFF)
    assert "–" not in clock_of(window)
    own.off_s = CLOCK_APART_S / 2
    qtbot.waitUntil(lambda: hall_at_work.troubles() == [])


def test_a_hall_whose_clock_was_ahead_shows_no_time_rather_than_a_wrong_one(qtbot, window, hall_at_work, caplog):
    qtbot.waitUntil(lambda: ":" in clock_of(window))
    hall_at_work.call(hall_at_work.take())
    with hall_at_work.store.reading() as look:
        right = look.now
    set_last_entry(hall_at_work.store, Instant(right + 10 * HOUR))
    qtbot.waitUntil(lambda: hall_at_work.troubles() == AHEAD)
    assert clock_of(window) == "–:––"
    assert "clock_off" in caplog.text
    set_last_entry(hall_at_work.store, right)
    qtbot.waitUntil(lambda: "–" not in clock_of(window))
    qtbot.waitUntil(lambda: hall_at_work.troubles() == [])


def test_a_rehearsal_whose_clock_is_turned_by_hand_is_no_wrong_clock(qtbot, turned_hall):
    hall = Hall(turned_hall.office.database_url, turned_hall.office.office_id, ())
    watch, told = hall.watch(), []
    clock = ClockWatch(told.append)
    clock.see(watch.read())
    qtbot.waitUntil(lambda: told == [()])
    assert not clock.hall_is_ahead
    clock.close()
    watch.feed.close()
    hall.close()
