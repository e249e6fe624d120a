"""Which devices need somebody."""

from typing import Final

from waitline.model.device import DeviceReport, Health
from waitline.store.look import Look

NO_TROUBLE: Final = frozenset({"", "one_way"})
"""A printer that cannot report its state prints all the same."""


def device_troubles(look: Look) -> tuple[DeviceReport, ...]:
    """Devices of the office as it is set up now that are not well, or soon will not be; longest first."""
    ours = {printer.id for printer in look.setup.printers}
    return tuple(report for report in look.devices() if report.device in ours and _needs_somebody(report))


def staff_know(look: Look, device: str | None, *, anybody: bool) -> bool:
    """Whether somebody is at a counter where this device's trouble stands on the screen."""
    return anybody and any(
        report.device == device and report.health is not Health.WELL for report in device_troubles(look)
    )


def _needs_somebody(report: DeviceReport) -> bool:
    return report.causes not in NO_TROUBLE
