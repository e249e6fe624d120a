"""A number as it is given out, and its print jobs: which slip goes to which printer, and how far it is."""

from dataclasses import dataclass
from enum import StrEnum

from .clock import Instant
from .forecast import WaitRange
from .ticket import Ticket


class SlipForm(StrEnum):
    """What is printed about a number."""

    NUMBER = "number"
    """The number itself, or a marked copy of it."""
    NEXT_ERRAND = "next_errand"
    """Where the visitor goes on with the number that they hold."""
    RECEIPT = "receipt"
    """What is pending of their case, and when to come back."""


class Pending(StrEnum):
    """What a case waits for, as visitors are told."""

    PAPERS = "papers"
    CHECK = "check"
    MAKING = "making"
    OTHER_OFFICE = "other_office"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReceipt:
    """`words`: the clerk's own, beside or instead of `pending`. `due_at`: when to come back, None: they will be
    told; `whole_day`: only the day of it is meant.
    """

    pending: Pending | None = None
    words: str = ""
    due_at: Instant | None = None
    whole_day: bool = False


class JobState(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One slip for one printer. `copy` 0 is the original; `ahead` is how many were before it at issue, None
    where nobody could know; `wait` is what the visitor was told then, None where nothing was announced
    and on copies, which come later. `receipt` only with a receipt.
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
    form: SlipForm = SlipForm.NUMBER
    receipt: CaseReceipt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A new ticket, how many were before it at issue (None: unknown), and its slip if it named a printer.

    `wait`: what the visitor was told, None where nothing was announced.
    """

    ticket: Ticket
    ahead: int | None
    job: PrintJob | None
    wait: WaitRange | None = None
