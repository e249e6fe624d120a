"""The office as a print queue asks for it. All may wait for disk and network, and raise what the office raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from drivers.printing.status import PrinterStatus
    from waitline.model.slip import PrintJob


class JobDesk(Protocol):
    """The office's queue of one printer."""

    def next_job(self) -> PrintJob | None:
        """The oldest slip that nobody has sent yet."""

    def unfinished(self) -> tuple[PrintJob, ...]:
        """Sent by an earlier life and never heard of again."""

    def sent(self, job_id: int, *, request: str | None = None) -> None:
        """Note this before the first byte leaves; raises `Refused` where it must not."""

    def confirmed(self, job_id: int, *, request: str | None = None) -> None: ...

    def failed(self, job_id: int, cause: str, *, request: str | None = None) -> None: ...


class OwnSlips(Protocol):
    """Slips of numbers that the office does not know of yet; their jobs are numbered below zero."""

    def next_job(self) -> PrintJob | None: ...

    def unfinished(self) -> tuple[PrintJob, ...]: ...

    def sent(self, job: int) -> bool:
        """False: it has just been handed over, the office prints."""

    def confirmed(self, job: int) -> None: ...

    def failed(self, job: int, *, copy: bool) -> None:
        """`copy`: a marked copy is wanted once the printer is well."""


class SlipOffice(Protocol):
    """`holds_slips`: what the office has queued must wait, since somebody may have it otherwise."""

    @property
    def own_slips(self) -> OwnSlips | None: ...

    @property
    def may_begin_printing(self) -> bool:
        """Not before it is known whose slip may stand in the printer."""

    @property
    def holds_slips(self) -> bool: ...

    def print_desk(self, printer: str) -> JobDesk: ...

    def report_printer(self, request: str, printer: str, status: PrinterStatus) -> None:
        """How it is, for the office's staff."""

    def reprint(self, request: str, label: str, printer: str, of: int | None = None) -> object:
        """Queue a marked copy of a number's slip; `of`: of a slip in another form."""
