"""The hall as the display reaches it: opened after the first paint, on the threads that use it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from waitline.desktop import LateStore, Watch
from waitline.model.display_devices import clock_of, voice_of
from waitline.views.steady_waits import SteadyWaits

if TYPE_CHECKING:
    from waitline.model.counter import CounterId
    from waitline.store.engine import Store
    from waitline.verbs.settling import Settled
    from waitline.views.board import BoardView


class Hall:
    """One office's database. Every method may wait for disk and network: never call it on the UI thread."""

    def __init__(self, url: str, office: str, counters: tuple[CounterId, ...], *, accuracy: bool = False) -> None:
        self._counters, self._accuracy = counters, accuracy
        self._store = LateStore(url, office)
        self._waits = SteadyWaits()

    def watch(self) -> Watch[BoardView]:
        """A feed, and how to read the board. Raises what `check_version` and a lost database raise."""
        # all of SQL at once: nothing else is imported while the program runs
        from waitline.verbs import devices, learning, settling  # noqa: F401, PLC0415 half the start would be SQL's
        from waitline.views import board  # noqa: F401, PLC0415 as above

        store = self._store.look_again()
        return Watch(feed=store.feed(), read=lambda: self._steadied(self._read(store)))

    def _read(self, store: Store) -> BoardView:
        from waitline.views import board  # noqa: PLC0415 as above

        return board.read(store, self._counters, accuracy=self._accuracy)

    def _steadied(self, view: BoardView) -> BoardView:
        return replace(view, foresight=self._waits.of(view.foresight))

    def settle(self) -> Settled:
        """Do what time alone does to the hall, and once a day learn from the past."""
        from waitline.verbs.learning import learn_for_today  # noqa: PLC0415 as above
        from waitline.verbs.settling import Settling  # noqa: PLC0415 as above

        settled = Settling(self._store.opened()).settle()
        learn_for_today(self._store.opened())
        return settled

    def report_voice(self, display: str, causes: tuple[str, ...]) -> None:
        """How a display's voice is, for the office's staff."""
        self._report(voice_of(display), causes)

    def report_clock(self, display: str, causes: tuple[str, ...]) -> None:
        """Whether a display's time can be trusted, for the office's staff."""
        self._report(clock_of(display), causes)

    def _report(self, device: str, causes: tuple[str, ...]) -> None:
        from waitline.model.device import Health  # noqa: PLC0415 as above
        from waitline.verbs.devices import Devices  # noqa: PLC0415 as above
        from waitline.verbs.requests import new_request  # noqa: PLC0415 as above

        Devices(self._store.opened()).report_device(
            request=new_request(),
            device=device,
            place=device,
            health=Health.TROUBLE if causes else Health.WELL,
            causes=causes,
        )

    def close(self) -> None:
        """Give the connections back."""
        self._store.close()
