"""How a printer is, told to the office: its staff see to it, and visitors may be told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from drivers.printing.status import PrinterStatus

    from .slip_office import SlipOffice


class PrinterReport:
    """For the print queue's own thread. `tell` raises what the office raises; what was not told is told later."""

    def __init__(self, office: SlipOffice, printer: str, new_request: Callable[[], str]) -> None:
        self._office = office
        self._printer = printer
        self._new_request = new_request
        self._told: tuple[object, ...] | None = None

    def tell(self, status: PrinterStatus | None) -> None:
        """`status`: how it surely is; None while that is not known."""
        if status is None or self._told == (status.health, status.causes):
            return
        self._office.report_printer(self._new_request(), self._printer, status)
        self._told = (status.health, status.causes)
