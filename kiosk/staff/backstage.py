"""What the staff panel can do: the office, the printer and the visitors' language behind one door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waitline.model.words import Words

from .words import PRINTER_NONE, PRINTER_UNKNOWN, PRINTER_WELL, filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.office import KioskSetup
    from waitline.model.slip import PrintJob
    from waitline.model.staff import Staff
    from waitline.views.kiosk_staff import StaffView

    from ..flow import Flow
    from ..hall import Hall
    from ..printing import SlipPrinter


class Backstage:
    """`look`, `unlock`, `reprint` and `look_at_printer` may wait: never on the UI thread. The rest is for it."""

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
        job = self._hall.reception().reprint(
            request=self._new_request(), label=label, printer=self._kiosk.printer or ""
        )
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

    def turn_language(self) -> None:
        """The next of the kiosk's languages greets visitors for the rest of the office's day."""
        languages = self._kiosk.languages
        place = languages.index(self._flow.house_language) if self._flow.house_language in languages else -1
        self._flow.speak_at_first(languages[(place + 1) % len(languages)])
