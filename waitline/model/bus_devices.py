"""What is on an office's serial lines, by the names under which its health is told and read.

A line and what is on it are named by the office file: ``counters:line``, ``counters:panel-3``. No printer has a
colon in its name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .counter import CounterId
from .office import OfficeSetup
from .printer_hands import counter_place


class BusPart(StrEnum):
    LINE = "line"
    PANEL = "panel"
    KEYPAD = "keypad"


@dataclass(frozen=True, slots=True, kw_only=True)
class BusDevice:
    """A line, or the panel or keypad of a `counter` on it."""

    bus: str
    part: BusPart
    counter: CounterId | None = None

    @property
    def name(self) -> str:
        """What it is called on its line."""
        return str(self.part) if self.counter is None else f"{self.part}-{self.counter}"

    @property
    def id(self) -> str:
        """What it is called in the office."""
        return f"{self.bus}:{self.name}"

    @property
    def place(self) -> str:
        """Where it stands; a line is a place of its own."""
        return self.id if self.counter is None else counter_place(self.counter)


def bus_devices(setup: OfficeSetup) -> Iterator[BusDevice]:
    """Every line with what is on it, in the order of the office file."""
    for bus in setup.buses:
        yield BusDevice(bus=bus.id, part=BusPart.LINE)
        for counter in setup.counters:
            for part, at in ((BusPart.PANEL, counter.panel), (BusPart.KEYPAD, counter.keypad)):
                if at is not None and at.bus == bus.id:
                    yield BusDevice(bus=bus.id, part=part, counter=counter.id)


def bus_device(setup: OfficeSetup, device: str) -> BusDevice | None:
    """None for printers, and for what is not in the office file any more."""
    return next((one for one in bus_devices(setup) if one.id == device), None)


def line_at(setup: OfficeSetup, place: str) -> str | None:
    """The id of the line that this place is; None for other places."""
    found = (one for one in bus_devices(setup) if one.part is BusPart.LINE)
    return next((one.bus for one in found if one.place == place), None)
