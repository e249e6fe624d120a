"""What a place is called where somebody has to go: a kiosk, a counter, the service desk, a display, a line."""

import re

from .bus_devices import line_at
from .display_devices import display_at, display_words
from .office import OfficeSetup
from .printer_hands import SERVICE_DESK_PLACE, counter_at
from .words import Words

_NUMBERED = re.compile(r"kiosk[-_. ]?(\w+)", re.IGNORECASE)


def place_words(place: str, setup: OfficeSetup) -> Words:
    """The name the office gave it; else the only kiosk is the kiosk, and one of several has its id with it.

    A counter or the service desk where a device stands has its name.
    """
    if place == SERVICE_DESK_PLACE:
        return Words(zh="服務台", en="Service desk")
    line = line_at(setup, place)
    if line is not None:
        return Words(zh=f"線路 {line}", en=f"Line {line}")
    display = display_at(place)
    if display is not None:
        return display_words(display, setup)
    counter = next((one.names for one in setup.counters if one.id == counter_at(place)), None)
    if counter is not None:
        return counter
    return _kiosk_words(place, setup)


def _kiosk_words(place: str, setup: OfficeSetup) -> Words:
    named = next((kiosk.names for kiosk in setup.kiosks if kiosk.id == place), None)
    if named is not None:
        return named
    if [kiosk.id for kiosk in setup.kiosks] == [place]:
        return Words(zh="取號機", en="Kiosk")
    numbered = _NUMBERED.fullmatch(place)
    short = numbered[1] if numbered else place
    if short.isdecimal():
        return Words(zh=f"{short} 號取號機", en=f"Kiosk {short}")
    return Words(zh=f"取號機 {short}", en=f"Kiosk {short}")
