"""What the staff panel of a kiosk shows: whether its door is open, and the slips that its printer made last."""

from dataclasses import dataclass
from typing import Final

from waitline.model.clock import Instant
from waitline.model.office import OfficeSetup
from waitline.model.slip import PrintJob
from waitline.rules.staff_door import closed_for
from waitline.store.engine import Store

SLIPS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffView:
    """`anybody`: whether somebody of the office has a PIN at all. `closed_for`: milliseconds until a PIN may be
    tried again here. `slips` newest first, each number once.
    """

    at: Instant
    setup: OfficeSetup
    anybody: bool
    closed_for: int
    slips: tuple[PrintJob, ...]


def read(store: Store, kiosk: str, printer: str | None) -> StaffView:
    """The picture as it is now; no `printer`: no slips. Nobody is named: whoever finds the corner sees it."""
    with store.reading() as look:
        with_pin = look.with_pin()
        found = () if printer is None else look.latest_jobs(printer, 3 * SLIPS)
        by_label: dict[str, PrintJob] = {}
        for job in found:
            by_label.setdefault(job.ticket.label, job)
        return StaffView(
            at=look.now,
            setup=look.setup,
            anybody=any(person.id in with_pin for person in look.setup.staff),
            closed_for=closed_for(look.staff_door(kiosk), look.now),
            slips=tuple(by_label.values())[:SLIPS],
        )
