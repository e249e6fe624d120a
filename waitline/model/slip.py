"""A number as it is given out, and its print jobs: which slip goes to which printer, and how far it is."""

from dataclasses import dataclass
from enum import StrEnum

from .clock import Instant
from .forecast import WaitRange
from .ticket import Ticket


class JobState(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One slip for one printer. `copy` 0 is the original; `ahead` is how many were before it at issue, None
    where nobody could know; `wait` is what the visitor was told then, None where nothing was announced
    and on copies, which come later.
    """

    id: int
    printer: str
    ticket: Ticket
    ahead: int | None
    copy: int
    state: JobState
    detail: str | None
    queued_at: Instant
    wait: WaitRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A new ticket, how many were before it at issue (None: unknown), and its slip if it named a printer.

    `wait`: what the visitor was told, None where nothing was announced.
    """

    ticket: Ticket
    ahead: int | None
    job: PrintJob | None
    wait: WaitRange | None = None
