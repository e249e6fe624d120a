"""A print queue: one thread, one printer, every slip once, a copy only marked as one."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING, Final

from waitline.model.clock import Instant
from waitline.model.errors import Refused, Trouble
from waitline.model.slip import JobState, PrintJob

from .marked_copies import WORTH_PRINTING, MarkedCopies
from .printer_report import PrinterReport
from .printer_words import NOT_NOW, PrinterWords
from .slip_marks import SlipMarks
from .slip_news import Slip, SlipNews
from .wanted import is_wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from drivers.printing.outcome import PrintOutcome
    from drivers.printing.printer import Printer
    from drivers.printing.status import PrinterStatus
    from waitline.model.office import OfficeSetup
    from waitline.model.words import Words

    from .slip_office import OwnSlips, SlipOffice

    OpenPrinter = Callable[[Callable[[PrinterStatus], None], bool], Printer]

logger = logging.getLogger(__name__)

LOOK_FOR_JOBS_S: Final = 1.0
LOOK_AT_TROUBLE_S: Final = 0.5
LOOK_AT_WELL_S: Final = 10.0


class SlipPrinter:
    """Works the queue of the printer named `printer`. `on_slip` and `on_printer` are called on its thread.

    `at_a_counter`: whoever is served there still wants the slip.
    """

    def __init__(
        self,
        hall: SlipOffice,
        office: OfficeSetup,
        printer: str,
        *,
        open_printer: OpenPrinter,
        new_request: Callable[[], str],
        office_time: Callable[[], Instant | None],
        on_slip: Callable[[SlipNews], object],
        on_printer: Callable[[Words | None], object],
        at_a_counter: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._hall = hall
        self.office = office  # whoever follows the office puts the newest here
        self._name = printer
        self._open_printer = open_printer
        self._new_request = new_request
        self._office_time = office_time
        self._on_slip = on_slip
        self._on_printer = on_printer
        self._at_a_counter = at_a_counter
        self._monotonic = monotonic
        self._own = hall.own_slips
        self._met_office = False
        self._printer: Printer | None = None
        self._words = PrinterWords(monotonic)
        self._report = PrinterReport(hall, printer, new_request)
        self._looked_at = 0.0
        self._marks = SlipMarks(hall, printer, new_request)
        self._copies = MarkedCopies(hall, printer, new_request, monotonic)
        self._waking = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._live, name=f"slips {printer}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """There may be a job; without it the queue is looked at every second."""
        self._waking.set()

    @property
    def status(self) -> PrinterStatus | None:
        """How the printer was when it was last heard of; None before it is opened."""
        return None if self._printer is None else self._printer.last_status

    def look_again(self) -> None:
        """Ask the printer itself, now, and go on at once if it is well. Waits for the answer."""
        if self._printer is not None:
            self._hear(self._printer.status())
        self._waking.set()

    def print_sample(self) -> bool:
        """The page by which a printer is set up, between two slips; whether it came out. Waits for its end."""
        from drivers.printing.sample_page import build_sample_page  # noqa: PLC0415 - only the staff ask for it

        if self._printer is None:
            return False
        page = build_sample_page(self._name, self._printer.profile)
        return self._printer.print_slip(page, job_id=0).state != "failed"

    @property
    def is_alive(self) -> bool:
        """Whether the queue is still worked: the printer is this thread's until it ends."""
        return self._thread.is_alive()

    def end(self) -> None:
        """Finish the slip in the printer, then end, without anybody waiting for it."""
        self._closing.set()
        self._waking.set()

    def close(self, within_s: float = 8.0) -> bool:
        """Finish the slip in the printer, then end; False if the thread is left behind."""
        self.end()
        if self._thread.ident is not None:
            self._thread.join(within_s)
        return not self._thread.is_alive()

    @property
    def pause_s(self) -> float:
        """Seconds to wait for work; fewer at a printer in trouble, and where a copy is due."""
        troubled = self._printer is not None and not self._printer.last_status.may_print
        return min([LOOK_AT_TROUBLE_S if troubled else LOOK_FOR_JOBS_S, *self._copies.due_in()])

    def _live(self) -> None:
        pause = LOOK_FOR_JOBS_S
        try:
            while not self._closing.is_set():
                try:
                    pause = 0.0 if self.turn() else self.pause_s
                except Trouble as trouble:
                    logger.info("slips_wait_for_the_office", extra={"why": type(trouble).__name__})
                    pause = LOOK_FOR_JOBS_S
                except Exception:  # the thread's edge
                    logger.exception("slip_failed", extra={"printer": self._name})
                    pause = LOOK_FOR_JOBS_S
                self._waking.wait(pause)
                self._waking.clear()
        finally:
            if self._printer is not None:
                self._printer.close()

    def turn(self) -> bool:
        """One step of work, on the thread that owns the queue; False when there is nothing to do now."""
        if self._printer is None and not self._hall.may_begin_printing:
            return False
        printer = self._printer or self._begin()
        may_print = self._look(printer)
        job = None if self._own is None else self._own.next_job()
        if job is None:
            job = self._job_of_the_office(may_print=may_print)
        if job is None:
            return False
        if not self._is_wanted(job):
            self._fail(job, "out_of_date", copy=False)
            return True
        if not may_print:
            if (words := self._words.of_slip(printer.last_status)) is not None:
                self._on_slip(SlipNews(label=job.ticket.label, slip=Slip.TROUBLE, words=words))
            return False
        self._print(job, printer)
        return True

    def _begin(self) -> Printer:
        """The printer; out of touch it may stand in the middle of a slip that only the office knows of."""
        left = () if self._own is None else self._own.unfinished()
        unknown = self._hall.holds_slips
        if not unknown:
            left = (*left, *self._unfinished_at_the_office())
        self._printer = self._open_printer(self._hear, unknown or bool(left))
        self._printer.start()
        self._end_unfinished(left)
        return self._printer

    def _unfinished_at_the_office(self) -> tuple[PrintJob, ...]:
        left = self._hall.print_desk(self._name).unfinished()
        self._met_office = True
        return left

    def _end_unfinished(self, left: Iterable[PrintJob]) -> None:
        """Slips that an earlier life sent and never heard of again: whatever is on paper, a copy is marked."""
        for job in left:
            logger.warning("slip_left_unfinished", extra={"number": job.ticket.label, "job": job.id})
            self._fail(job, "left_unfinished", copy=self._is_wanted(job))

    def _job_of_the_office(self, *, may_print: bool) -> PrintJob | None:
        """The oldest that the office has queued; none while it may have one that somebody has otherwise."""
        if self._hall.holds_slips:
            return None
        self._marks.tell()
        self._report.tell(self._words.sure)
        if not self._met_office:
            self._end_unfinished(self._unfinished_at_the_office())
        if may_print:
            self._copies.order()
        job = self._hall.print_desk(self._name).next_job()
        return None if self._hall.holds_slips else job

    def _look(self, printer: Printer) -> bool:
        """Whether to print now; asks the printer itself from time to time, more often in trouble."""
        status = printer.last_status
        every = LOOK_AT_WELL_S if status.may_print else LOOK_AT_TROUBLE_S
        if self._monotonic() - self._looked_at >= every:
            status = printer.make_ready()
            self._looked_at = self._monotonic()
            self._hear(status)
        return status.may_print or not printer.profile.answers

    def _print(self, job: PrintJob, printer: Printer) -> None:
        from drivers.printing.slip import build_slip  # noqa: PLC0415 - loads the slip library, on this thread

        from .slip_text import slip_of  # noqa: PLC0415 - as above

        content = build_slip(slip_of(job, self.office), printer.profile)
        try:
            if not self._send(job):
                return
        except Refused as refusal:  # cancelled since it was looked at; the next look puts it away
            logger.info("slip_refused", extra={"number": job.ticket.label, "why": type(refusal).__name__})
            return
        self._on_slip(SlipNews(label=job.ticket.label, slip=Slip.PRINTING))
        self._end(job, printer, printer.print_slip(content, job.id))

    def _end(self, job: PrintJob, printer: Printer, outcome: PrintOutcome) -> None:
        """Confirmed; or sent all there is to know to a printer that never answers; or failed."""
        if outcome.state == "confirmed" or (outcome.state == "sent" and not printer.profile.answers):
            self._on_slip(SlipNews(label=job.ticket.label, slip=Slip.PRINTED))
            if (own := self._own_of(job)) is not None:
                own.confirmed(job.id)
            else:
                self._marks.add(job.id, JobState.CONFIRMED)
            return
        words = self._words.hear(printer.last_status) or NOT_NOW
        self._on_slip(SlipNews(label=job.ticket.label, slip=Slip.TROUBLE, words=words))
        self._fail(job, "+".join(outcome.causes) or str(outcome.state), copy=True)

    def _own_of(self, job: PrintJob) -> OwnSlips | None:
        """Its own queue where the slip stands in that, not in the office's."""
        return self._own if job.id < 0 else None

    def _send(self, job: PrintJob) -> bool:
        """Note that its bytes are about to leave; False where it has just been handed over."""
        if (own := self._own_of(job)) is not None:
            return own.sent(job.id)
        self._hall.print_desk(self._name).sent(job.id, request=self._new_request())
        return True

    def _fail(self, job: PrintJob, cause: str, *, copy: bool) -> None:
        """`copy`: a marked copy follows once the printer is well."""
        if (own := self._own_of(job)) is not None:
            own.failed(job.id, copy=copy)
            return
        if copy:
            self._copies.plan(job)
        self._marks.add(job.id, JobState.FAILED, cause)

    def _hear(self, status: PrinterStatus) -> None:
        """The printer is well, or is not; called by the driver's thread too."""
        self._on_printer(self._words.hear(status))
        if status.may_print:
            self._waking.set()

    def _is_wanted(self, job: PrintJob) -> bool:
        now = self._office_time()
        fresh = now is None or now - job.queued_at < WORTH_PRINTING
        return fresh and is_wanted(job, at_a_counter=self._at_a_counter)
