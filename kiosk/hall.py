"""The office as the kiosk reaches it: opened after the first paint, on the threads that use it."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from waitline.desktop import LateStore, Watch
from waitline.model.errors import DatabaseAway, UnknownPrinter
from waitline.views.steady_waits import SteadyWaits

if TYPE_CHECKING:
    from drivers.printing.status import PrinterStatus
    from waitline.model.clock import Instant
    from waitline.model.office import KioskSetup
    from waitline.model.slip import PrintJob, Taken
    from waitline.model.staff import Staff
    from waitline.model.ticket import PaperNumber
    from waitline.verbs.printing import PrintDesk
    from waitline.verbs.reception import Reception
    from waitline.verbs.settling import Settled
    from waitline.views.kept_office import KeptOffice
    from waitline.views.kiosk_staff import StaffView
    from waitline.views.kiosk_view import KioskView

    from .language_book import LanguageBook
    from .offline.outpost import Outpost
    from .offline.slips import OwnSlips
    from .offline.unseen_book import UnseenBook
    from .scenes import CallHelp, Take, Withdraw, WithdrawHelp

logger = logging.getLogger(__name__)


class Hall:
    """One office's database. Every method may wait for disk and network: never call it on the UI thread."""

    def __init__(self, url: str, office: str, kiosk: KioskSetup) -> None:
        self._kiosk = kiosk
        self._store = LateStore(url, office)
        self._waits = SteadyWaits()
        self.outpost: Outpost | None = None
        """Where the kiosk has a range of its own."""
        self.unseen_book: UnseenBook | None = None
        self.language_book: LanguageBook | None = None

    def watch(self) -> Watch[KioskView]:
        """A feed, and how to read the kiosk's view. Raises what `check_version` and a lost database raise."""
        from waitline.views import kiosk_view  # noqa: PLC0415 - half the start would be SQL's

        store = self._store.look_again()
        return Watch(feed=store.feed(), read=lambda: self._steadied(kiosk_view.read(store, self._kiosk.id)))

    def _steadied(self, view: KioskView) -> KioskView:
        """What the tiles tell is what the question, the number and its slip tell."""
        return replace(view, foresight=self._waits.of(view.foresight))

    def take(self, wish: Take) -> Taken:
        """A number. Sent again with the same request it is the same number; where the kiosk has a range of its
        own, that number is from there when the office does not answer in time.
        """
        return self.take_there(wish) if self.outpost is None else self.outpost.take(wish)

    def take_there(self, wish: Take) -> Taken:
        """The office's number, however long it takes.

        Where the office has taken this kiosk's printer out of its file meanwhile, it is a number without a slip.
        """
        try:
            return self._take(wish, None if wish.paperless else self._kiosk.printer)
        except UnknownPrinter as error:
            logger.warning("printer_unknown", extra={"printer": self._kiosk.printer, "why": error.words.en})
            return self._take(wish, None)

    def _take(self, wish: Take, printer: str | None) -> Taken:
        return self.reception().take_ticket(
            request=wish.request,
            service=wish.service,
            love=wish.love,
            love_reason=wish.love_reason,
            language=wish.language,
            printer=printer,
            told=wish.told,
        )

    def withdraw(self, wish: Withdraw) -> str | None:
        """Give back a number that nobody saw, if it was ever given; its label.

        While the office may not know yet what this kiosk has given out of touch, nothing can be said of it.
        """
        if self.outpost is not None and self.outpost.is_behind:
            raise DatabaseAway()
        ticket = self.reception().withdraw_unseen(request=wish.request, take=wish.take)
        return None if ticket is None else ticket.label

    def call_help(self, wish: CallHelp) -> int:
        """Tell the staff that somebody at this kiosk asks for a person. Raises at once while out of touch."""
        if self.outpost is not None and self.outpost.is_lost:
            raise DatabaseAway()
        return self.reception().ask_for_help(request=wish.request, place=self._kiosk.id, language=wish.language)

    def withdraw_help(self, wish: WithdrawHelp) -> None:
        """Tell the staff that nobody need come."""
        self.reception().withdraw_help(request=wish.request, help_id=wish.call)

    def staff_view(self) -> StaffView:
        """Whether the staff panel may be opened, and the last slips of this kiosk's printer."""
        from waitline.views import kiosk_staff  # noqa: PLC0415 - as above

        return kiosk_staff.read(self._store.opened(), self._kiosk.id, self._kiosk.printer)

    def unlock(self, request: str, login: str, pin: str) -> Staff:
        """Open this kiosk's staff panel. Raises `WrongLogin` and `StaffDoorClosed`."""
        from waitline.verbs.kiosk_staff import KioskStaff  # noqa: PLC0415 - as above

        desk = KioskStaff(self._store.opened())
        return desk.unlock(request=request, kiosk=self._kiosk.id, login=login, pin=pin)

    def settle(self, request: str) -> Settled:
        """Do what time alone does to the hall."""
        from waitline.verbs.settling import Settling  # noqa: PLC0415 - as above

        return Settling(self._store.opened()).settle(request=request)

    def lost_touch(self, *, passing: bool) -> KioskView | None:
        """The office is out of reach; as it was last known, where the kiosk keeps that. For the UI thread too."""
        if self.outpost is None:
            return None
        if passing:
            self.outpost.lost_touch()
        return self.outpost.kept_view()

    @property
    def is_complete(self) -> bool:
        """Whether the hall that is read holds every number that was given here. For the UI thread too."""
        return self.outpost is None or not self.outpost.is_lost

    def goes_on(self, *, passing: bool) -> bool:
        """Whether numbers are given out of touch. For the UI thread too."""
        return self.outpost is not None and (passing or self.outpost.is_lost)

    def office_time(self) -> Instant | None:
        """The office's time as the kiosk keeps it. For any thread."""
        return None if self.outpost is None else self.outpost.office_time()

    @property
    def own_slips(self) -> OwnSlips | None:
        """Slips of numbers that this kiosk gives itself."""
        return None if self.outpost is None else self.outpost.slips

    @property
    def may_begin_printing(self) -> bool:
        """Not before it is known whether the office is in reach, and so whose slip may stand in the printer.

        A slip of the kiosk's own that an earlier life left there is known at once, and the hand-over waits for it.
        """
        outpost = self.outpost
        return outpost is None or outpost.knows_touch or bool(outpost.slips.unfinished())

    @property
    def holds_slips(self) -> bool:
        """Whether slips that the office has queued must wait; any thread may ask."""
        return self.outpost is not None and self.outpost.holds_slips

    def reception(self) -> Reception:
        from waitline.verbs.reception import Reception  # noqa: PLC0415 - as above

        return Reception(self._store.opened())

    def look_there(self, series: str) -> KeptOffice:
        """What to keep of the office for when it is out of reach."""
        from waitline.views import kept_office  # noqa: PLC0415 - as above

        return kept_office.read(self._store.opened(), series)

    def hand_over(self, paper: PaperNumber) -> Taken:
        """A number that was given while out of touch."""
        from waitline.verbs.handing_over import HandingOver  # noqa: PLC0415 - as above

        return HandingOver(self._store.opened()).hand_over(paper)

    def report_printer(self, request: str, printer: str, status: PrinterStatus) -> None:
        """How this kiosk's printer is, for the office's staff."""
        from waitline.verbs.devices import Devices  # noqa: PLC0415 - as above

        Devices(self._store.opened()).report_device(
            request=request, device=printer, place=self._kiosk.id, health=status.health, causes=status.causes
        )

    def reprint(self, request: str, label: str, printer: str, of: int | None = None) -> PrintJob:
        """A marked copy of a number's slip, queued at that printer; `of`: of a slip in another form."""
        return self.reception().reprint(request=request, label=label, printer=printer, of=of)

    def print_desk(self, printer: str) -> PrintDesk:
        """The office's own print queue."""
        from waitline.verbs.printing import PrintDesk  # noqa: PLC0415 - as above

        return PrintDesk(self._store.opened(), printer)

    def close(self) -> None:
        """Give the connections back."""
        if self.outpost is not None:
            self.outpost.close()
        self._store.close()
