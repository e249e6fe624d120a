"""Which devices need somebody."""

from typing import Final

from waitline.model.bus_devices import BusPart, bus_devices
from waitline.model.device import DeviceReport, Health
from waitline.model.office_devices import all_devices
from waitline.model.printer_hands import is_worked_at
from waitline.store.look import Look

NO_TROUBLE: Final = frozenset({"", "one_way"})
"""A device that cannot report its state works all the same."""


def all_troubles(look: Look) -> tuple[DeviceReport, ...]:
    """Devices of the office as it is set up now that are not well, or soon will not be; longest first."""
    ours = all_devices(look.setup)
    return tuple(report for report in look.devices() if report.device in ours and _needs_somebody(report))


def device_troubles(look: Look, at: str = "") -> tuple[DeviceReport, ...]:
    """Those that people at a place (`at`) are told of: what stands there first, then kiosks and lines.

    The printer of a counter or of the service desk is nobody else's to see to. A panel or keypad is everybody's,
    after all else: a counter that has a keypad may have no screen.
    """
    at_counters = {one.id for one in bus_devices(look.setup) if one.part is not BusPart.LINE}
    found = [
        report
        for report in all_troubles(look)
        if report.place == at or report.device in at_counters or not is_worked_at(report.place)
    ]
    return tuple(sorted(found, key=lambda report: (report.place != at, report.device in at_counters)))


def staff_know(look: Look, device: str | None, *, anybody: bool) -> bool:
    """Whether somebody is at a counter where this device's trouble stands on the screen."""
    return anybody and any(
        report.device == device and report.health is not Health.WELL for report in device_troubles(look)
    )


def _needs_somebody(report: DeviceReport) -> bool:
    return report.causes not in NO_TROUBLE
