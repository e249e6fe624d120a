"""The lines of an office file: which panels and keypads are on them, by the counter they belong to."""

from collections.abc import Callable

from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup

from .bus import RETRY, Bus
from .description import load_keypad, load_panel
from .devices import KeypadAt, PanelAt
from .keys import Key


def panels_of(setup: OfficeSetup, bus: str) -> dict[CounterId, PanelAt]:
    """The panels on this line. Raises BadDescription."""
    found = ((one.id, one.panel) for one in setup.counters if one.panel is not None and one.panel.bus == bus)
    return {
        counter: PanelAt(name=f"panel-{counter}", address=at.address, kind=load_panel(at.kind))
        for counter, at in found
    }


def keypads_of(setup: OfficeSetup, bus: str) -> dict[CounterId, KeypadAt]:
    """The keypads on this line. Raises BadDescription."""
    found = ((one.id, one.keypad) for one in setup.counters if one.keypad is not None and one.keypad.bus == bus)
    return {
        counter: KeypadAt(name=f"keypad-{counter}", address=at.address, kind=load_keypad(at.kind))
        for counter, at in found
    }


class OfficeBus:
    """One line of the office, not started yet. `on_key` is called on its own thread, with the counter's id."""

    def __init__(
        self,
        setup: OfficeSetup,
        bus_id: str,
        *,
        on_key: Callable[[CounterId, Key], None] = lambda _counter, _key: None,
        retry: tuple[float, float] = RETRY,
    ) -> None:
        of_file = next(bus for bus in setup.buses if bus.id == bus_id)
        self.id = bus_id
        self.panels = panels_of(setup, bus_id)
        self.keypads = keypads_of(setup, bus_id)
        counters = {keypad.name: counter for counter, keypad in self.keypads.items()}
        self.line = Bus(
            of_file.port,
            of_file.baud,
            panels=tuple(self.panels.values()),
            keypads=tuple(self.keypads.values()),
            on_key=lambda name, key: on_key(counters[name], key),
            retry=retry,
        )

    @property
    def answering(self) -> frozenset[str]:
        """The names of those that answer when they are told or asked something; of others nothing can be known."""
        panels = {one.name for one in self.panels.values() if one.kind.answer is not None}
        return frozenset(panels | {one.name for one in self.keypads.values() if one.kind.poll is not None})

    def show(self, counter: CounterId, text: str) -> None:
        """Nothing where this counter has no panel on this line."""
        panel = self.panels.get(counter)
        if panel is not None:
            self.line.show(panel.name, text)
