"""The slips of numbers given out of touch: a print queue in the spool, until the office has them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from waitline.model.service import ServiceCode
from waitline.model.slip import JobState, PrintJob, Taken
from waitline.model.ticket import Origin, PriorityClass, Ticket, TicketId, TicketState

from .record import Progress, Record, Slip

if TYPE_CHECKING:
    from .outpost import Outpost

COPY_AFTER_S: Final = 1.5
_STATES: Final = {
    Slip.QUEUED: JobState.QUEUED,
    Slip.COPY: JobState.QUEUED,
    Slip.SENT: JobState.SENT,
    Slip.PRINTED: JobState.CONFIRMED,
    Slip.FAILED: JobState.FAILED,
}
_TO_PRINT: Final = frozenset({Slip.QUEUED, Slip.COPY})


class OwnSlips:
    """The same questions as a `PrintDesk` answers. Jobs are named by their place in the spool, below zero."""

    def __init__(self, outpost: Outpost) -> None:
        self._outpost = outpost
        self._not_before: dict[int, float] = {}

    def next_job(self) -> PrintJob | None:
        """The oldest slip that can be printed now."""
        now = time.monotonic()
        for record, progress in self._pending():
            if progress.slip in _TO_PRINT and self._not_before.get(record.place, 0.0) <= now:
                return job_of(record, progress)
        return None

    def unfinished(self) -> tuple[PrintJob, ...]:
        """Sent by an earlier life and never heard of again."""
        found = (job_of(record, progress) for record, progress in self._pending() if progress.slip is Slip.SENT)
        return tuple(job for job in found if job is not None)

    def sent(self, job: int) -> bool:
        """Note this before the first byte leaves; False: it has just been handed over, the office prints."""
        place, spool = -job, self._outpost.spool()

        def may(now: Progress) -> bool:
            return not now.handed and now.slip in _TO_PRINT and not spool.is_held(place)

        return spool.move(place, may, slip=Slip.SENT)

    def confirmed(self, job: int) -> None:
        self._outpost.spool().move(-job, slip=Slip.PRINTED)

    def failed(self, job: int, *, copy: bool) -> None:
        """`copy`: a marked copy is wanted once the printer is well."""
        place = -job
        self._not_before[place] = time.monotonic() + COPY_AFTER_S
        spool = self._outpost.spool()
        copies = spool.progress(place).copies + (1 if copy else 0)
        spool.move(place, slip=Slip.COPY if copy else Slip.FAILED, copies=copies)

    def _pending(self) -> list[tuple[Record, Progress]]:
        spool = self._outpost.spool()
        return [(record, spool.progress(record.place)) for record in spool.pending()]


def taken_of(record: Record, progress: Progress) -> Taken:
    """What the visitor is told; how many are before them nobody can know here."""
    return Taken(ticket=ticket_of(record), ahead=None, job=job_of(record, progress))


def job_of(record: Record, progress: Progress) -> PrintJob | None:
    paper = record.paper
    if paper.printer is None or progress.slip is Slip.NONE:
        return None
    return PrintJob(
        id=-record.place,
        printer=paper.printer,
        ticket=ticket_of(record),
        ahead=None,
        copy=progress.copies,
        state=_STATES[progress.slip],
        detail=None,
        queued_at=paper.issued_at,
    )


def ticket_of(record: Record) -> Ticket:
    """The ticket that it will be; its id is the office's to give."""
    paper = record.paper
    return Ticket(
        id=TicketId(0),
        day=record.day,
        series=paper.series,
        number=paper.number,
        lap=0,
        label=paper.label,
        service=None if paper.service is None else ServiceCode(paper.service),
        priority=PriorityClass.LOVE if paper.love else PriorityClass.ORDINARY,
        state=TicketState.WAITING,
        origin=Origin.OFFLINE,
        language=paper.language,
        issued_at=paper.issued_at,
        key_at=paper.issued_at,
        love_reason=paper.love_reason,
    )
