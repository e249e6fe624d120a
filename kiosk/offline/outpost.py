"""The kiosk's own small office: it knows whether the real one answers, and gives numbers when it does not."""

from __future__ import annotations

import logging
import threading
from functools import partial
from typing import TYPE_CHECKING, Final

from waitline.model.clock import Instant, business_day
from waitline.model.errors import DatabaseNotMade, NumbersUsedUp, WaitlineError
from waitline.model.ticket import PaperNumber

from .attempt import Attempt, GivenUp
from .clock import OfficeClock, this_machine
from .errors import PASSING, OfficeNeverSeen
from .handing import Handing
from .memory import Memory
from .slips import OwnSlips, taken_of
from .spool import Spool

if TYPE_CHECKING:
    from pathlib import Path

    from waitline.model.office import KioskSetup, OfficeSetup
    from waitline.model.service import NumberSeries, SeriesCode
    from waitline.model.slip import Taken
    from waitline.views.kiosk_view import KioskView

    from ..scenes import Take
    from .clock import Machine
    from .office import Office

logger = logging.getLogger(__name__)

ATTEMPT_S: Final = 0.8
"""How long the first visitor waits for an office that does not answer: what is left of 1.5 s is for the disk."""


class Outpost:
    """For any thread but the UI's, which may ask only `is_lost`, `office_time` and `kept_view`."""

    def __init__(
        self,
        there: Office,
        office: OfficeSetup,
        kiosk: KioskSetup,
        series: SeriesCode,
        folder: Path,
        *,
        machine: Machine | None = None,
    ) -> None:
        self._there = there
        self._office = office
        self._kiosk = kiosk
        self._series = series
        self._folder = folder
        self._busy = threading.Lock()
        self._spool: Spool | None = None
        self._asking: list[Attempt[Taken]] = []
        self._waiting_for = 0
        self._newest = 0
        """When the office gave this kiosk a number last: no later one is earlier by a clock's error."""
        self._clock = OfficeClock(folder / "clock.json", machine or this_machine())
        self._memory = Memory(folder / "office.json")
        self.slips = OwnSlips(self)
        self._handing = Handing(self, there)

    def start(self) -> None:
        """Begin to look for the office, and to hand over what an earlier life has left."""
        self._handing.start()

    def close(self) -> None:
        """Numbers not handed over stay on the disk for the next life."""
        self._handing.close()
        for attempt in self._asking:
            attempt.end(within_s=6.0)
        with self._busy:
            if self._spool is not None:
                self._spool.close()

    # --- in touch or not --------------------------------------------------------------------------------

    @property
    def is_lost(self) -> bool:
        """Out of touch, or back but not done with handing over: numbers come from here."""
        return self._handing.is_lost

    @property
    def is_behind(self) -> bool:
        """Whether the office may not know yet of some number that was given here, in this life or before."""
        return self._handing.is_behind

    @property
    def knows_touch(self) -> bool:
        """False while it is found out whether the office is in reach: at the beginning, and during a take."""
        return self._handing.knows and (self._waiting_for == 0 or self.is_lost)

    @property
    def holds_slips(self) -> bool:
        """Slips that the office queued have to wait: it may have one for a number that somebody has otherwise."""
        return self._handing.is_behind or self._waiting_for > 0

    def is_passing(self, why: Exception) -> bool:
        """Whether numbers may be given meanwhile; else somebody has to do what the error's words say.

        A database that is not there and was once has been taken away: nobody should be told to make another one.
        """
        taken_away = isinstance(why, DatabaseNotMade) and self._memory.setup is not None
        return taken_away or isinstance(why, (*PASSING, GivenUp))

    def lost_touch(self) -> None:
        """Somebody has found the office out of reach."""
        self._handing.lose()

    def office_time(self) -> Instant | None:
        return self._clock.now()

    def kept_view(self) -> KioskView | None:
        """The office as it was last known, nobody counted; None where it has never been seen."""
        from waitline.views.kiosk_view import KioskView  # noqa: PLC0415 - half the start would be SQL's
        from waitline.views.lines import LOVE_WORDS  # noqa: PLC0415 - as above
        from waitline.views.service_line import ServiceLine  # noqa: PLC0415 - as above

        setup, at = self._memory.setup, self._clock.now()
        if setup is None or at is None:
            return None
        love = ServiceLine(code=None, names=LOVE_WORDS, waiting=0, open_counters=1, again_at=None, icon="love")
        day = business_day(at, setup.zone)
        return KioskView(seq=0, at=at, day=day, setup=setup, services=(), love=love, settle_at=None)

    def look(self) -> None:
        """Remember how the office is now. Raises what the office raises."""
        found = self._there.look_there(self._series)
        self._clock.told(found.at)
        self._memory.keep(found)

    # --- numbers ----------------------------------------------------------------------------------------

    def take(self, wish: Take) -> Taken:
        """The office's number, or one of our own for the same request where it does not answer in time."""
        if self.is_lost:
            return self.give(wish)
        attempt = Attempt("kiosk take", partial(self._there.take_there, wish))
        with self._busy:
            self._asking = [one for one in self._asking if one.is_running] + [attempt]
            self._waiting_for += 1
        try:
            taken = attempt.answer(within_s=ATTEMPT_S)
        except (WaitlineError, GivenUp) as why:
            if not self.is_passing(why):
                raise
            logger.warning("out_of_touch", extra={"request": wish.request, "why": type(why).__name__})
            return self.give(wish)
        else:
            self._newest = max(self._newest, taken.ticket.issued_at)
            return taken
        finally:
            with self._busy:
                self._waiting_for -= 1

    def give(self, wish: Take) -> Taken:
        """A number of the kiosk's own range, on the disk when this returns; the same one for the same request.

        Raises `OfficeNeverSeen`, `SpoolFull`, `SpoolUnusable`, and `NumbersUsedUp` at the end of the range.
        """
        try:
            return self._give(wish)
        finally:
            self.lost_touch()

    def _give(self, wish: Take) -> Taken:
        spool = self.spool()
        with self._busy:
            known = spool.by_request(wish.request)
            if known is not None:
                return taken_of(known, spool.progress(known.place))
            at = self._clock.now(not_before=max(self._newest, spool.last_at()))
            if at is None:
                raise OfficeNeverSeen()
            setup = self._memory.setup or self._office
            day = business_day(at, setup.zone)
            series = self._own_series(setup)
            record = spool.add(day, self._paper(wish, series, self._next_number(spool, series, day), at))
        logger.info("number_given_here", extra={"request": wish.request, "number": record.paper.label})
        return taken_of(record, spool.progress(record.place))

    def _next_number(self, spool: Spool, series: NumberSeries, day: str) -> int:
        """Once round: who is still in the hall is not known here."""
        known = max(spool.last_number(series.code, day) or 0, self._memory.last_number(day))
        number = max(series.first, known + 1)
        if number > series.last:
            raise NumbersUsedUp(series=series.code)
        return number

    def _paper(self, wish: Take, series: NumberSeries, number: int, at: Instant) -> PaperNumber:
        return PaperNumber(
            request=wish.request,
            series=series.code,
            number=number,
            label=series.label(number),
            issued_at=at,
            service=wish.service,
            love=wish.love,
            love_reason=wish.love_reason,
            language=wish.language,
            printer=None if wish.paperless else self._kiosk.printer,
        )

    def _own_series(self, setup: OfficeSetup) -> NumberSeries:
        """As the office last had it; in its own file, where another file has come into use without it."""
        found = next((one for one in setup.series if one.code == self._series), None)
        return found or self._office.number_series(self._series)

    def spool(self) -> Spool:
        """Opened when it is first needed. Raises `SpoolInUse` and `SpoolUnusable`."""
        with self._busy:
            if self._spool is None:
                self._spool = Spool(self._folder)
            return self._spool
