"""How a print job ended."""

from dataclasses import dataclass
from enum import StrEnum

from drivers.printing.status import Cause


class PrintState(StrEnum):
    """`SENT`: the printer has it all and seems well, but never said that it is done."""

    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOutcome:
    """How a job ended. Where `may_be_on_paper` is true a repeat must be a marked copy."""

    job_id: int
    state: PrintState
    causes: tuple[Cause, ...]
    may_be_on_paper: bool
    seconds: float
