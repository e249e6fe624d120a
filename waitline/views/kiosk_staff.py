"""What the staff panel of a kiosk shows: who may open it, and the slips that its printer made last."""

from dataclasses import dataclass
from typing import Final

from waitline.model.clock import Instant
from waitline.model.office import OfficeSetup
from waitline.model.slip import PrintJob
from waitline.model.staff import Staff
from waitline.store.engine import Store

SLIPS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffView:
    """`people` are those with a PIN, in the office file's order; `slips` newest first, each number once."""

    at: Instant
    setup: OfficeSetup
    people: tuple[Staff, ...]
    slips: tuple[PrintJob, ...]


def read(store: Store, printer: str | None) -> StaffView:
    """The picture as it is now; no `printer`: no slips."""
    with store.reading() as look:
        with_pin = look.with_pin()
        found = () if printer is None else look.latest_jobs(printer, 3 * SLIPS)
        by_label: dict[str, PrintJob] = {}
        for job in found:
            by_label.setdefault(job.ticket.label, job)
        return StaffView(
            at=look.now,
            setup=look.setup,
            people=tuple(person for person in look.setup.staff if person.id in with_pin),
            slips=tuple(by_label.values())[:SLIPS],
        )
