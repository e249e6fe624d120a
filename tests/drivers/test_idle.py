"""How long a computer has not been touched, as a real X server tells it."""

import math
import threading
from collections.abc import Callable

import pytest

from drivers.idle.computer import ANSWERS_WITHIN_S, ComputerIdle
from drivers.idle.opening import open_look
from tests.counter.real_program import registration_screen, until
from tests.counter.x_hands import Hands
from tests.programs import needs_a_screen, x_server


def answer_of(idle: ComputerIdle) -> float:
    """What it says once it has been looked up."""
    found: list[float] = []
    until(lambda: (told := idle.untouched_s()) is not None and not found.append(told))
    return found[0]


@pytest.fixture
def idle_of():
    begun: list[ComputerIdle] = []

    def begin(look: Callable[..., object]) -> ComputerIdle:
        begun.append(ComputerIdle(look))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "computer-idle"]


@needs_a_screen
def test_a_key_in_any_window_is_a_touch_of_the_computer(idle_of):
    with registration_screen() as screen, Hands(screen) as hands:
        idle = idle_of(lambda: open_look({"DISPLAY": screen}))
        hands.press("a")
        until(lambda: answer_of(idle) > 1.2)
        hands.press("a")
        until(lambda: answer_of(idle) < 1.0)


@needs_a_screen
def test_a_server_that_goes_tells_nothing_any_more_and_is_found_when_it_is_back(idle_of, caplog):
    caplog.set_level("INFO")
    screens: list[str] = []
    with registration_screen() as screen:
        screens.append(screen)
        idle = idle_of(lambda: open_look({"DISPLAY": screens[-1]}))
        assert answer_of(idle) < math.inf
    until(lambda: answer_of(idle) == math.inf)
    with registration_screen() as screen:
        screens.append(screen)
        until(lambda: answer_of(idle) < math.inf)
    assert "idle_not_told" in {record.message for record in caplog.records}


@needs_a_screen
def test_a_server_without_a_screen_saver_s_clock_tells_nothing(idle_of):
    with x_server("800x600", "-extension", "MIT-SCREEN-SAVER") as screen:
        assert answer_of(idle_of(lambda: open_look({"DISPLAY": screen}))) == math.inf


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":987"}])
def test_where_nobody_tells_it_never_was_touched(idle_of, environment):
    assert answer_of(idle_of(lambda: open_look(environment))) == math.inf


def test_whoever_does_not_answer_keeps_nobody_waiting(idle_of):
    go_on = threading.Event()

    def look() -> float:
        go_on.wait()
        return 0.0

    idle = idle_of(lambda: look)
    assert idle.untouched_s() is None
    until(lambda: idle.untouched_s() == math.inf)
    go_on.set()
    until(lambda: (told := idle.untouched_s()) is not None and told < ANSWERS_WITHIN_S)
