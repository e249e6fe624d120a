"""Whose printer it is: the one program that works its queue. A printer on a cable has one master."""

from dataclasses import dataclass
from typing import Final

from .counter import CounterId
from .office import KioskSetup, OfficeSetup, PrinterSetup
from .words import Words

SERVICE_DESK_PLACE: Final = "service_desk"
"""How the service desk is named among the places of devices."""

_COUNTER_PLACE: Final = "counter-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Who works a printer: `key` is the entry of the office file that names it, `words` what people call it."""

    section: str
    place: int
    words: Words


def counter_place(counter: str) -> str:
    """How a counter is named among the places of devices."""
    return f"{_COUNTER_PLACE}{counter}"


def counter_at(place: str) -> CounterId | None:
    """Which counter that place is; None for other places."""
    return CounterId(place.removeprefix(_COUNTER_PLACE)) if place.startswith(_COUNTER_PLACE) else None


def is_worked_at(place: str) -> bool:
    """Whether people sit at that place who see to its devices themselves."""
    return place == SERVICE_DESK_PLACE or counter_at(place) is not None


def hands_of(setup: OfficeSetup, printer: str) -> tuple[Hands, ...]:
    """Every kiosk and counter that names it; without any the service desk, if that does. Only one should."""
    kiosks = [
        Hands(section="kiosks", place=n, words=_named(kiosk))
        for n, kiosk in enumerate(setup.kiosks)
        if kiosk.printer == printer
    ]
    counters = [
        Hands(section="counters", place=n, words=counter.names)
        for n, counter in enumerate(setup.counters)
        if counter.printer == printer
    ]
    if kiosks or counters or setup.service_desk_printer != printer:
        return (*kiosks, *counters)
    return (Hands(section="service_desk", place=0, words=Words(zh="服務台", en="the service desk")),)


def own_printer(setup: OfficeSetup, place: str) -> PrinterSetup | None:
    """The printer that the counter program works at that place; the service desk may have a kiosk's instead."""
    counter = counter_at(place)
    if counter is not None:
        name = next((one.printer for one in setup.counters if one.id == counter), None)
    elif any(hands.section != "service_desk" for hands in hands_of(setup, setup.service_desk_printer or "")):
        name = None
    else:
        name = setup.service_desk_printer
    return next((printer for printer in setup.printers if printer.id == name), None)


def _named(kiosk: KioskSetup) -> Words:
    return kiosk.names or Words(zh=f"取號機 {kiosk.id}", en=f"kiosk {kiosk.id}")
