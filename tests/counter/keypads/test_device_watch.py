"""What is news of a line and what is on it: a real line, and a clock turned by hand."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from counter.keypads.device_watch import REFUSED_RETRY_S, RETRY_S, TROUBLE_STANDS_S, WELL_STANDS_S, DeviceWatch
from drivers.bus.opening import OfficeBus, keypads_of, panels_of
from drivers.bus.simulator.bus import BusSimulator
from tests.builders import office_document
from tests.counter.keypads.keypad_hall import LINE, counters_on_a_line
from tests.drivers.bus.conftest import FAST, until
from waitline.model.device import Health
from waitline.model.errors import DatabaseAway, UnknownDevice
from waitline.settings.office_file import parse_office


class Watched:
    """One line of seven counters, looked at whenever a test says so."""

    def __init__(self, simulator: BusSimulator, bus: OfficeBus) -> None:
        self.simulator, self.bus = simulator, bus
        self.seconds = 0.0
        self.watch = DeviceWatch([bus], lambda: self.seconds)

    def news(self) -> list[str]:
        """What is to be told now, as it would be read."""
        return sorted(f"{found.device.name} {'+'.join(found.causes)}".strip() for found in self.watch.news())

    def after(self, seconds: float) -> list[str]:
        """What is to be told once it has been so for that long."""
        self.watch.news()
        self.seconds += seconds
        return self.news()

    def told(self) -> None:
        for found in self.watch.news():
            self.watch.told(found)

    def settled(self) -> None:
        """Everything was found well, and told."""
        self.until(*self.bus.answering, health=Health.WELL)
        assert self.after(WELL_STANDS_S) != []
        self.told()

    def until(self, *names: str, health: Health) -> None:
        until(lambda: all(self.bus.line.states[one].health is health for one in names))

    def silence(self, name: str) -> None:
        self.simulator.do(f"silent {name}")
        if name.startswith("panel"):
            self.bus.line.show(name, "A999")  # asked at once, not when it is its turn again
        self.until(name, health=Health.TROUBLE)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    with ExitStack() as everything:

        def start(panel: str = "ascii-panel", keypad: str = "ff68") -> Watched:
            port = tmp_path / "line"
            counters = counters_on_a_line(panel, keypad)
            document = office_document(counters=counters, buses={LINE: {"port": str(port), "baud": FAST}})
            setup = parse_office(document, "office.toml")
            panels, keypads = panels_of(setup, LINE), keypads_of(setup, LINE)
            simulator = BusSimulator(port, FAST, panels=tuple(panels.values()), keypads=tuple(keypads.values()))
            everything.enter_context(simulator)
            bus = OfficeBus(setup, LINE, retry=(0.02, 0.1))
            everything.callback(bus.line.close)
            bus.line.start()
            until(lambda: bus.line.is_up)
            return Watched(simulator, bus)

        yield start


@pytest.mark.parametrize("name", ["keypad-3", "panel-3"])
def test_what_falls_silent_is_told_once_when_it_has_been_so_for_a_while(watched, name):
    line = watched()
    line.settled()
    line.silence(name)
    assert line.after(TROUBLE_STANDS_S - 1) == []
    assert line.after(1) == [f"{name} silent"]
    line.told()
    assert line.after(1000) == []
    line.simulator.do(f"speak {name}")
    line.bus.line.show("panel-3", "A998")
    line.until(name, health=Health.WELL)
    assert line.after(WELL_STANDS_S - 1) == []
    assert line.after(1) == [name]


def test_a_keypad_that_comes_back_at_once_is_no_news(watched):
    line = watched()
    line.settled()
    line.silence("keypad-3")
    assert line.after(TROUBLE_STANDS_S - 1) == []
    line.simulator.do("speak keypad-3")
    line.until("keypad-3", health=Health.WELL)
    assert line.after(1000) == []


def test_a_line_that_is_gone_is_one_trouble_not_fifteen(watched):
    line = watched()
    line.settled()
    line.silence("keypad-3")
    assert line.after(TROUBLE_STANDS_S - 1) == []
    line.simulator.do("unplug")
    until(lambda: not line.bus.line.is_up)
    assert line.after(TROUBLE_STANDS_S) == ["line unplugged"]
    line.told()
    line.simulator.do("speak keypad-3")
    line.simulator.do("plug")
    until(lambda: line.bus.line.is_up)
    line.until(*line.bus.answering, health=Health.WELL)
    assert line.after(WELL_STANDS_S) == ["line"]


def test_of_a_panel_that_never_answers_nothing_is_known(watched):
    line = watched(panel="hi-lo")
    line.until(*line.bus.answering, health=Health.WELL)
    first = line.after(WELL_STANDS_S)
    assert [one for one in first if one.startswith("panel")] == [
        f"panel-{number} one_way" for number in sorted(counters_on_a_line())
    ]


def test_what_could_not_be_told_is_tried_again_later_and_what_the_office_does_not_know_rarely(watched):
    line = watched()
    line.settled()
    line.silence("keypad-3")
    line.after(TROUBLE_STANDS_S)
    (found,) = line.watch.news()
    for error, again_s in ((DatabaseAway(), RETRY_S), (UnknownDevice(device="x"), REFUSED_RETRY_S)):
        line.watch.not_told(found, error)
        assert line.after(again_s / 2) == []
        assert line.after(again_s / 2) == ["keypad-3 silent"]


def test_a_hall_that_is_read_anew_is_told_all(watched):
    line = watched()
    line.settled()
    assert line.news() == []
    line.watch.tell_all_anew()
    assert len(line.news()) == 1 + 2 * len(counters_on_a_line())
