"""A line of panels and keypads on a real pty: the product's simulator on one end, its driver on the other."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from drivers.bus.bus import Bus
from drivers.bus.description import load_keypad, load_panel
from drivers.bus.devices import DeviceState, KeypadAt, PanelAt
from drivers.bus.keys import Key
from drivers.bus.simulator.bus import BusSimulator
from waitline.model.device import Health

PATIENCE_S = 30.0
"""How long something may take on a machine that has other work to do: no bar of the driver's."""
FAST = 115200


def panels(kind: str, count: int) -> tuple[PanelAt, ...]:
    """Called p1, p2 ... at addresses 1, 2 ..."""
    return tuple(PanelAt(name=f"p{n}", address=n, kind=load_panel(kind)) for n in range(1, count + 1))


def keypads(kind: str, count: int) -> tuple[KeypadAt, ...]:
    """Called k1, k2 ... at addresses 33, 34 ..."""
    return tuple(KeypadAt(name=f"k{n}", address=32 + n, kind=load_keypad(kind)) for n in range(1, count + 1))


class Presses:
    """Every key the driver told, and a way to wait for some."""

    def __init__(self) -> None:
        self.told: list[tuple[str, Key]] = []
        self._news = threading.Condition()

    def __call__(self, keypad: str, key: Key) -> None:
        with self._news:
            self.told.append((keypad, key))
            self._news.notify_all()

    def of(self, keypad: str) -> str:
        return " ".join(key for name, key in self.told if name == keypad)

    def until(self, count: int) -> list[tuple[str, Key]]:
        with self._news:
            assert self._news.wait_for(lambda: len(self.told) >= count, PATIENCE_S), self.told
            return list(self.told)


def until(wanted: Callable[[], bool], said: Callable[[], str] = lambda: "never came true") -> None:
    a_moment = threading.Event()
    for _ in range(round(PATIENCE_S / 0.01)):
        if wanted():
            return
        a_moment.wait(0.01)
    raise AssertionError(said())


class Line:
    """Both ends of one line."""

    def __init__(self, simulator: BusSimulator, bus: Bus, presses: Presses) -> None:
        self.simulator, self.bus, self.presses = simulator, bus, presses

    def until_state(self, name: str, wanted: Callable[[DeviceState], bool]) -> DeviceState:
        until(lambda: wanted(self.bus.states[name]), lambda: f"{name} is {self.bus.states[name]}")
        return self.bus.states[name]

    def until_well(self, *names: str) -> None:
        for name in names:
            self.until_state(name, lambda state: state.health is Health.WELL)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Callable[..., Line]]:
    with ExitStack() as everything:

        def make(*, baud: int = FAST, plugged_in: bool = True, **devices: Any) -> Line:
            simulator = everything.enter_context(BusSimulator(tmp_path / "bus", baud, **devices))
            presses = Presses()
            port = simulator.port
            if not plugged_in:
                simulator.do("unplug")
            bus = Bus(port, baud, on_key=presses, retry=(0.02, 0.1), **devices)
            everything.callback(bus.close)
            bus.start()
            if plugged_in:
                until(lambda: bus.is_up)  # opening a port throws away what was said before
            return Line(simulator, bus, presses)

        yield make
