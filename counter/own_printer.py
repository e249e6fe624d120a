"""The printer of whoever works here: its queue is worked as long as somebody is signed in at that place."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from drivers.printing.queue.slip_printer import SlipPrinter
from waitline.model.clock import SECOND, Instant
from waitline.model.printer_hands import own_printer

from .slip_desk import SlipDesk

if TYPE_CHECKING:
    from drivers.printing.printer import Printer
    from drivers.printing.status import PrinterStatus
    from waitline.model.office import OfficeSetup, PrinterSetup

    from .workplace import Workplace

    Open = Callable[[PrinterSetup, Callable[[PrinterStatus], None], bool], Printer]

SLIP_ENDS_WITHIN_S: Final = 8.0


def open_printer(
    setup: PrinterSetup, on_status: Callable[[PrinterStatus], None], left_unfinished: bool
) -> Printer:
    """Loads the cable's library: on the print queue's thread, so that no page waits for it."""
    from drivers.printing import opening  # noqa: PLC0415 - see above

    return opening.open_printer(setup, on_status=on_status, left_unfinished=left_unfinished)


class OwnPrinter:
    """For the screen's thread; nothing here waits but `close`. How the printer is, the office's feed tells."""

    def __init__(
        self,
        setup: OfficeSetup,
        workplace: Callable[[], Workplace],
        *,
        new_request: Callable[[], str],
        open_printer: Open = open_printer,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`workplace` may wait: it is asked for on the queue's thread."""
        self._setup = setup
        self._workplace = workplace
        self._new_request = new_request
        self._open_printer = open_printer
        self._monotonic = monotonic
        self._place: str | None = None
        self._works: PrinterSetup | None = None
        self._slips: SlipPrinter | None = None
        self._ending: list[SlipPrinter] = []
        self._told_at: tuple[Instant, float] | None = None

    def work_at(self, place: str | None) -> None:
        """Somebody is signed in there from now on; None: nobody with this program."""
        self._place = place
        self._follow()

    def office_told(self, setup: OfficeSetup, at: Instant) -> None:
        """The office as just read, and its time."""
        self._setup, self._told_at = setup, (at, self._monotonic())
        self._follow()

    def wake(self) -> None:
        """There may be a slip to print."""
        if self._slips is not None:
            self._slips.wake()

    def close(self) -> None:
        """Finish the slip in the printer, then end. Waits for it."""
        self._end()
        for slips in self._ending:
            slips.close(SLIP_ENDS_WITHIN_S)

    def _follow(self) -> None:
        """The queue of the printer that the office file names for this place, and of no other."""
        wanted = None if self._place is None else own_printer(self._setup, self._place)
        if wanted == self._works:
            if self._slips is not None:
                self._slips.office = self._setup
            return
        self._end()
        self._works = wanted
        if wanted is not None and self._place is not None:
            self._slips = self._begin(wanted, self._place)

    def _begin(self, printer: PrinterSetup, place: str) -> SlipPrinter:
        self._ending = [slips for slips in self._ending if slips.is_alive]
        before = tuple(self._ending)
        slips = SlipPrinter(
            SlipDesk(self._workplace, place, lambda: not any(one.is_alive for one in before)),
            self._setup,
            printer.id,
            open_printer=partial(self._open_printer, printer),
            new_request=self._new_request,
            office_time=self._office_time,
            on_slip=_nothing,
            on_printer=_nothing,
            at_a_counter=True,
        )
        slips.start()
        return slips

    def _end(self) -> None:
        """Let go of the queue once the slip in the printer is out; nobody waits for that."""
        if self._slips is not None:
            self._slips.end()
            self._ending.append(self._slips)
        self._slips = self._works = None

    def _office_time(self) -> Instant | None:
        if self._told_at is None:
            return None
        at, then = self._told_at
        return Instant(at + round((self._monotonic() - then) * SECOND))


def _nothing(_: object) -> None:
    """The printer's state comes back with the office's view, also to the other screens of this place."""
