"""The office as the print queue of a counter or the service desk asks for it: on the queue's own thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the database's library is loaded on the threads that use it, after the first paint
    from drivers.printing.queue.slip_office import JobDesk
    from drivers.printing.status import PrinterStatus

    from .workplace import Workplace


class SlipDesk:
    """`place`: where the printer stands; `is_free`: whether nobody of this program works it any more."""

    own_slips = None
    """The office gives every number here."""
    holds_slips = False

    def __init__(
        self, workplace: Callable[[], Workplace], place: str, is_free: Callable[[], bool] = lambda: True
    ) -> None:
        self._workplace = workplace
        self._place = place
        self._is_free = is_free

    @property
    def may_begin_printing(self) -> bool:
        return self._is_free()

    def print_desk(self, printer: str) -> JobDesk:
        return self._workplace().print_desk(printer)

    def report_printer(self, request: str, printer: str, status: PrinterStatus) -> None:
        self._workplace().report_printer(request, printer, self._place, status)

    def reprint(self, request: str, label: str, printer: str, of: int | None = None) -> object:
        return self._workplace().reprint(request, label, printer, of)
