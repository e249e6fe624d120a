"""The office as the kiosk reaches it: opened after the first paint, on the threads that use it."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from waitline.desktop import LateStore, Watch
from waitline.model.errors import UnknownPrinter

if TYPE_CHECKING:
    from waitline.model.office import KioskSetup
    from waitline.model.slip import Taken
    from waitline.model.staff import Staff, StaffId
    from waitline.verbs.printing import PrintDesk
    from waitline.verbs.reception import Reception
    from waitline.verbs.settling import Settled
    from waitline.views.kiosk_staff import StaffView
    from waitline.views.kiosk_view import KioskView

    from .scenes import CallHelp, Take, Withdraw, WithdrawHelp

logger = logging.getLogger(__name__)


class Hall:
    """One office's database. Every method may wait for disk and network: never call it on the UI thread."""

    def __init__(self, url: str, office: str, kiosk: KioskSetup) -> None:
        self._kiosk = kiosk
        self._store = LateStore(url, office)

    def watch(self) -> Watch[KioskView]:
        """A feed, and how to read the kiosk's view. Raises what `check_version` and a lost database raise."""
        from waitline.views import kiosk_view  # noqa: PLC0415 - half the start would be SQL's

        store = self._store.look_again()
        return Watch(feed=store.feed(), read=partial(kiosk_view.read, store, self._kiosk.id))

    def take(self, wish: Take) -> Taken:
        """A number. Sent again with the same request it is the same number.

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
        )

    def withdraw(self, wish: Withdraw) -> str | None:
        """Give back a number that nobody saw, if the office ever gave it; its label."""
        ticket = self.reception().withdraw_unseen(request=wish.request, take=wish.take)
        return None if ticket is None else ticket.label

    def call_help(self, wish: CallHelp) -> int:
        """Tell the staff that somebody at this kiosk asks for a person."""
        return self.reception().ask_for_help(request=wish.request, place=self._kiosk.id, language=wish.language)

    def withdraw_help(self, wish: WithdrawHelp) -> None:
        """Tell the staff that nobody need come."""
        self.reception().withdraw_help(request=wish.request, help_id=wish.call)

    def staff_view(self) -> StaffView:
        """Who may open the staff panel, and the last slips of this kiosk's printer."""
        from waitline.views import kiosk_staff  # noqa: PLC0415 - as above

        return kiosk_staff.read(self._store.opened(), self._kiosk.printer)

    def unlock(self, request: str, staff: StaffId, pin: str) -> Staff:
        """Open this kiosk's staff panel. Raises `WrongPin`, `LockedOut`, `NoPin`."""
        from waitline.verbs.kiosk_staff import KioskStaff  # noqa: PLC0415 - as above

        desk = KioskStaff(self._store.opened())
        return desk.unlock(request=request, kiosk=self._kiosk.id, staff=staff, pin=pin)

    def settle(self, request: str) -> Settled:
        """Do what time alone does to the hall."""
        from waitline.verbs.settling import Settling  # noqa: PLC0415 - as above

        return Settling(self._store.opened()).settle(request=request)

    def reception(self) -> Reception:
        from waitline.verbs.reception import Reception  # noqa: PLC0415 - as above

        return Reception(self._store.opened())

    def print_desk(self, printer: str) -> PrintDesk:
        from waitline.verbs.printing import PrintDesk  # noqa: PLC0415 - as above

        return PrintDesk(self._store.opened(), printer)

    def close(self) -> None:
        """Give the connections back."""
        self._store.close()
