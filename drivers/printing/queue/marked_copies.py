"""Slips to be printed again once the printer is well: marked copies, asked for at the office."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from waitline.model.clock import MINUTE, Instant
from waitline.model.errors import Refused
from waitline.model.slip import SlipForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.slip import PrintJob

    from .slip_office import SlipOffice

logger = logging.getLogger(__name__)

COPY_AFTER_S: Final = 1.5
WORTH_PRINTING: Final = Instant(10 * MINUTE)
"""A slip that could not be printed for so long has lost its visitor; the number counts without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One request, however often it is asked for. `of`: the job that is repeated, None for the number's own."""

    label: str
    of: int | None
    request: str
    not_before: float
    until: float


class MarkedCopies:
    """For the print queue's own thread. `order` raises what the office raises; what was not ordered stays."""

    def __init__(
        self, office: SlipOffice, printer: str, new_request: Callable[[], str], monotonic: Callable[[], float]
    ) -> None:
        self._office = office
        self._printer = printer
        self._new_request = new_request
        self._monotonic = monotonic
        self._copies: list[Copy] = []

    def plan(self, job: PrintJob) -> None:
        """One copy of this slip, however often it fails meanwhile."""
        now = self._monotonic()
        label, of = job.ticket.label, None if job.form is SlipForm.NUMBER else job.id
        if any((copy.label, copy.of) == (label, of) for copy in self._copies):
            return
        until = now + WORTH_PRINTING / 1000
        request = self._new_request()
        self._copies.append(Copy(label=label, of=of, request=request, not_before=now + COPY_AFTER_S, until=until))

    def due_in(self) -> list[float]:
        """Seconds until each copy that is still to wait."""
        now = self._monotonic()
        return [copy.not_before - now for copy in self._copies if copy.not_before > now]

    def order(self) -> None:
        """Ask the office for a marked copy of each slip that failed; the copies then stand in the queue."""
        now = self._monotonic()
        self._copies = [copy for copy in self._copies if copy.until > now]
        for copy in [copy for copy in self._copies if copy.not_before <= now]:
            try:
                self._office.reprint(copy.request, copy.label, self._printer, copy.of)
            except Refused as refusal:
                logger.info("copy_refused", extra={"number": copy.label, "why": type(refusal).__name__})
            self._copies.remove(copy)
