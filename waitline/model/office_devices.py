"""Everything of an office whose health may be told."""

from .bus_devices import bus_devices
from .display_devices import clock_of, voice_of
from .office import OfficeSetup


def all_devices(setup: OfficeSetup) -> frozenset[str]:
    """Their names: printers, lines with what is on those, voices and clocks of displays."""
    return frozenset(
        {printer.id for printer in setup.printers}
        | {one.id for one in bus_devices(setup)}
        | {of(one.id) for one in setup.displays for of in (voice_of, clock_of)}
    )
