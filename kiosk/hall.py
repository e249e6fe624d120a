"""The office as the kiosk reaches it: opened after the first paint, on the threads that use it."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from waitline.desktop import Watch

if TYPE_CHECKING:
    from waitline.model.office import KioskSetup
    from waitline.store.engine import Store
    from waitline.verbs.printing import PrintDesk
    from waitline.verbs.reception import Reception, Taken
    from waitline.verbs.settling import Settled
    from waitline.views.kiosk_view import KioskView

    from .scenes import CallHelp, Take


class Hall:
    """One office's database. Every method may wait for disk and network: never call it on the UI thread."""

    def __init__(self, url: str, office: str, kiosk: KioskSetup) -> None:
        self._url = url
        self._office = office
        self._kiosk = kiosk
        self._opening = threading.Lock()
        self._store: Store | None = None

    def watch(self) -> Watch[KioskView]:
        """A feed, and how to read the kiosk's view. Raises what `check_version` and a lost database raise."""
        from waitline.store.migrate import check_version  # noqa: PLC0415 - half the start would be SQL's
        from waitline.views import kiosk_view  # noqa: PLC0415 - as above

        store = self._opened()
        check_version(store.engine)
        return Watch(feed=store.feed(), read=partial(kiosk_view.read, store))

    def take(self, wish: Take) -> Taken:
        """A number. Sent again with the same request it is the same number."""
        return self.reception().take_ticket(
            request=wish.request,
            service=wish.service,
            love=wish.love,
            love_reason=wish.love_reason,
            language=wish.language,
            printer=self._kiosk.printer,
        )

    def call_help(self, wish: CallHelp) -> int:
        """Tell the staff that somebody at this kiosk asks for a person."""
        return self.reception().ask_for_help(request=wish.request, place=self._kiosk.id)

    def settle(self, request: str) -> Settled:
        """Do what time alone does to the hall."""
        from waitline.verbs.settling import Settling  # noqa: PLC0415 - as above

        return Settling(self._opened()).settle(request=request)

    def reception(self) -> Reception:
        from waitline.verbs.reception import Reception  # noqa: PLC0415 - as above

        return Reception(self._opened())

    def print_desk(self, printer: str) -> PrintDesk:
        from waitline.verbs.printing import PrintDesk  # noqa: PLC0415 - as above

        return PrintDesk(self._opened(), printer)

    def close(self) -> None:
        """Give the connections back."""
        with self._opening:
            if self._store is not None:
                self._store.close()
                self._store = None

    def _opened(self) -> Store:
        from waitline.store.engine import Store  # noqa: PLC0415 - as above

        with self._opening:
            if self._store is None:
                self._store = Store(self._url, self._office)
            return self._store
