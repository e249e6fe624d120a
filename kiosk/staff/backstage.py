"""What the staff panel can do: the office, the printer and the visitors' language behind one door."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from waitline.model.errors import Trouble
from waitline.model.words import Words

from .words import (
    ALL_HANDED_OVER,
    DATABASE_AWAY,
    DATABASE_WELL,
    NO_RANGE,
    PRINTER_NONE,
    PRINTER_UNKNOWN,
    PRINTER_WELL,
    TO_HAND_OVER,
    filled,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from drivers.printing.queue.slip_printer import SlipPrinter
    from waitline.model.office import KioskSetup
    from waitline.model.slip import PrintJob
    from waitline.model.staff import Staff
    from waitline.views.kiosk_staff import StaffView

    from ..flow import Flow
    from ..hall import Hall


logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """How one device is."""

    name: str
    words: Words
    well: bool


class Backstage:
    """`look`, `unlock`, `reprint`, `devices` and `look_at_printer` may wait: never on the UI thread, which has the
    rest."""

    def __init__(
        self,
        *,
        kiosk: KioskSetup,
        hall: Hall,
        flow: Flow,
        slips: SlipPrinter | None,
        new_request: Callable[[], str],
    ) -> None:
        self._kiosk = kiosk
        self._hall = hall
        self._flow = flow
        self._slips = slips
        self._new_request = new_request

    @property
    def kiosk_id(self) -> str:
        return self._kiosk.id

    @property
    def has_printer(self) -> bool:
        return self._slips is not None

    @property
    def languages(self) -> tuple[str, ...]:
        return self._kiosk.languages

    @property
    def house_language(self) -> str:
        """The language that greets every visitor today."""
        return self._flow.house_language

    def look(self) -> StaffView:
        """Whether a PIN may be tried here, and the last slips."""
        return self._hall.staff_view()

    def unlock(self, login: str, pin: str) -> Staff:
        """Raises `WrongLogin` and `StaffDoorClosed`; with the office away what a lost database raises: no PIN is
        known here, so nobody comes in, and no try is counted.
        """
        return self._hall.unlock(self._new_request(), login, pin)

    def reprint(self, label: str) -> PrintJob:
        """A marked copy of a slip, at this kiosk's printer."""
        job = self._hall.reprint(self._new_request(), label, self._kiosk.printer or "")
        if self._slips is not None:
            self._slips.wake()
        return job

    def look_at_printer(self) -> None:
        """Ask the printer itself how it is, now."""
        if self._slips is not None:
            self._slips.look_again()

    def print_sample(self) -> bool:
        """The sample page; whether it came out."""
        return self._slips is not None and self._slips.print_sample()

    def printer_words(self) -> Words:
        """How the printer is, for the staff."""
        if self._slips is None:
            return PRINTER_NONE
        status = self._slips.status
        if status is not None and status.findings:
            return status.findings[0].words
        words = PRINTER_UNKNOWN if status is None or not status.may_print else PRINTER_WELL
        return filled(words, printer=self._kiosk.printer)

    def devices(self) -> tuple[Condition, ...]:
        """How all that the kiosk needs is, asked now: printer, database, numbers given without the database."""
        self.look_at_printer()
        try:
            self.look()
            database = Condition(name="database", words=DATABASE_WELL, well=True)
        except Trouble as away:
            logger.warning("staff_devices_no_database", extra={"why": type(away).__name__})
            database = Condition(name="database", words=DATABASE_AWAY, well=False)
        status = None if self._slips is None else self._slips.status
        printer = self._slips is None or (status is not None and status.may_print and not status.findings)
        return Condition(name="printer", words=self.printer_words(), well=printer), database, self._offline()

    def _offline(self) -> Condition:
        outpost = self._hall.outpost
        if outpost is None:
            return Condition(name="offline", words=NO_RANGE, well=True)
        behind = outpost.is_behind
        return Condition(name="offline", words=TO_HAND_OVER if behind else ALL_HANDED_OVER, well=not behind)

    def turn_language(self) -> None:
        """The next of the kiosk's languages greets visitors for the rest of the office's day."""
        languages = self._kiosk.languages
        place = languages.index(self._flow.house_language) if self._flow.house_language in languages else -1
        self._flow.speak_at_first(languages[(place + 1) % len(languages)])
