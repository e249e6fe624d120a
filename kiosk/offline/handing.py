"""Looks for the office while it is away, and hands over what was given meanwhile, in the order it was given."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING, Final

from waitline.model.errors import Refused, WaitlineError

from .record import Slip

if TYPE_CHECKING:
    from waitline.model.slip import Taken

    from .office import Office
    from .outpost import Outpost
    from .record import Progress, Record
    from .spool import Spool

logger = logging.getLogger(__name__)

LOOK_EVERY_S: Final = 10.0
TRY_EVERY_S: Final = 0.5
PAPER_EVERY_S: Final = 0.2
"""A slip that is in the printer this moment is waited for: what became of it goes over with its number."""
PAPER_AT_MOST_S: Final = 30.0
TOLD: Final = frozenset({Slip.PRINTED, Slip.COPY, Slip.FAILED})


class Handing:
    """A thread. `is_lost` from a failure on until every number that could be handed over has been."""

    def __init__(self, outpost: Outpost, there: Office) -> None:
        self._outpost = outpost
        self._there = there
        self._lost = threading.Event()
        self._has_looked = threading.Event()
        self._waking = threading.Event()
        self._closing = threading.Event()
        self._refused: set[int] = set()
        self._seen_sent = (0, 0.0)
        self._thread = threading.Thread(target=self._live, name="kiosk handing over", daemon=True)

    @property
    def is_lost(self) -> bool:
        return self._lost.is_set()

    @property
    def is_behind(self) -> bool:
        """Whether the office may not know yet what this kiosk has given, in this life or in an earlier one."""
        return self._lost.is_set() or not self._has_looked.is_set()

    @property
    def knows(self) -> bool:
        """Whether it has found out already if the office is in reach."""
        return self._lost.is_set() or self._has_looked.is_set()

    def lose(self) -> None:
        self._lost.set()
        self._waking.set()

    def start(self) -> None:
        self._thread.start()

    def close(self, within_s: float = 8.0) -> bool:
        """False if the thread hangs in the office and is left behind."""
        self._closing.set()
        self._waking.set()
        if self._thread.ident is not None:
            self._thread.join(within_s)
        if self._thread.is_alive():
            logger.error("handing_over_hangs")
        return not self._thread.is_alive()

    def _live(self) -> None:
        while not self._closing.is_set():
            self._waking.clear()
            try:
                pause = self._turn()
            except WaitlineError as trouble:
                pause = self._trouble(trouble)
            except Exception:  # the thread's edge
                logger.exception("handing_over_failed")
                pause = TRY_EVERY_S
            if pause:
                self._waking.wait(pause)

    def _turn(self) -> float:
        """One number, or one look; how long to rest then."""
        spool = self._outpost.spool()
        record = self._next(spool)
        if record is None:
            self._outpost.look()
            self._found(spool)
            return LOOK_EVERY_S
        if self._is_in_the_printer(spool, record):
            return PAPER_EVERY_S
        self._hand_over(spool, record)
        return 0.0

    def _is_in_the_printer(self, spool: Spool, record: Record) -> bool:
        """Not for ever: where nobody tells what became of a slip, it counts as failed, and a copy is marked."""
        if spool.progress(record.place).slip is not Slip.SENT:
            return False
        place, since = self._seen_sent
        if place != record.place:
            self._seen_sent = record.place, time.monotonic()
            return True
        if time.monotonic() - since < PAPER_AT_MOST_S:
            return True
        spool.move(record.place, slip=Slip.COPY)
        return False

    def _next(self, spool: Spool) -> Record | None:
        return next((record for record in spool.pending() if record.place not in self._refused), None)

    def _found(self, spool: Spool) -> None:
        """In touch, and nothing left to hand over; a number given this moment turns it back."""
        if self.is_lost:
            logger.info("in_touch_again")
        self._lost.clear()
        if self._next(spool) is not None:
            self.lose()
        self._has_looked.set()

    def _trouble(self, trouble: WaitlineError) -> float:
        """Numbers go on here only while it may pass by itself; else its words are for the staff."""
        logger.info("office_out_of_reach", extra={"why": type(trouble).__name__})
        if self._outpost.is_passing(trouble):
            self._lost.set()
        else:
            self._lost.clear()
        return TRY_EVERY_S

    def _hand_over(self, spool: Spool, record: Record) -> None:
        """Whatever happens between two steps of this, doing it again ends the same."""
        try:
            taken = self._there.hand_over(record.paper)
        except Refused:
            logger.exception("number_not_taken_over", extra={"number": record.paper.label})
            self._refused.add(record.place)
            return
        if not spool.hold(record.place):
            return  # its slip went into the printer meanwhile: once more when that has ended
        try:
            self._tell_slip(record, spool.progress(record.place), taken)
            spool.move(record.place, handed=True)
        finally:
            spool.release(record.place)
        logger.info("handed_over", extra={"number": record.paper.label, "ticket": taken.ticket.id})

    def _tell_slip(self, record: Record, progress: Progress, taken: Taken) -> None:
        """What has become of its paper here; what has not been printed here the office's own queue prints."""
        job, slip = taken.job, progress.slip
        if job is None or slip not in TOLD:
            return
        desk, request = self._there.print_desk(job.printer), f"{record.paper.request}~{slip}"
        if slip is Slip.PRINTED:
            desk.confirmed(job.id, request=request)
            return
        desk.failed(job.id, "out_of_touch", request=request)
        if slip is Slip.COPY:
            self._order_copy(record, job.printer)

    def _order_copy(self, record: Record, printer: str) -> None:
        label = record.paper.label
        try:
            self._there.reception().reprint(request=f"{record.paper.request}~again", label=label, printer=printer)
        except Refused as refusal:
            logger.info("copy_refused", extra={"number": label, "why": type(refusal).__name__})
