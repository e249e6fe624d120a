"""Which devices need somebody."""

from typing import Final

from waitline.model.device import DeviceReport, Health
from waitline.model.printer_hands import is_worked_at
from waitline.store.look import Look

NO_TROUBLE: Final = frozenset({"", "one_way"})
"""A printer that cannot report its state prints all the same."""


def device_troubles(look: Look, at: str = "") -> tuple[DeviceReport, ...]:
    """Devices of the office as it is set up now that are not well, or soon will not be; longest first.

    `at`: the place whose people are told. The printer of a counter or of the service desk is nobody else's to see
    to, and comes first.
    """
    ours = {printer.id for printer in look.setup.printers}
    found = [report for report in look.devices() if report.device in ours and _needs_somebody(report)]
    there = [report for report in found if report.place == at or not is_worked_at(report.place)]
    return tuple(sorted(there, key=lambda report: report.place != at))


def staff_know(look: Look, device: str | None, *, anybody: bool) -> bool:
    """Whether somebody is at a counter where this device's trouble stands on the screen."""
    return anybody and any(
        report.device == device and report.health is not Health.WELL for report in device_troubles(look)
    )


def _needs_somebody(report: DeviceReport) -> bool:
    return report.causes not in NO_TROUBLE
