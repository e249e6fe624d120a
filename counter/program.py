"""One program, several places to work: from the first page to a counter, the service desk or stand-by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from waitline.look import Look
from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup
from waitline.model.printer_hands import SERVICE_DESK_PLACE, counter_place
from waitline.model.staff import StaffId

from .actions import Action, Place
from .clerk_screen import Beginning, ClerkScreen
from .global_keys import GlobalKeys
from .hall_line import HallLine
from .keys import keys_at
from .lock import Untouched, tells_nothing
from .own_printer import OwnPrinter
from .service_desk.screen import ServiceDeskScreen
from .stand_by.screen import StandByScreen
from .words import ClerkWords


class Program(QObject):
    """Shows one place at a time. Whoever came from stand-by to a counter goes back to it by signing out."""

    left = Signal()

    def __init__(
        self,
        *,
        look: Look,
        words: ClerkWords,
        keys: Mapping[Action, str],
        setup: OfficeSetup,
        line: HallLine,
        new_request: Callable[[], str],
        beginning: Beginning,
        printer: OwnPrinter | None = None,
        global_keys: GlobalKeys | None = None,
        computer: Untouched = tells_nothing,
        tray_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        """`printer` works the queue where somebody is signed in, `global_keys` hold its keys; None: none here.
        `computer`: how long nobody has touched it."""
        super().__init__()
        self._look, self._words, self._keys, self._line = look, words, keys, line
        self._new_request, self._tray_there = new_request, tray_there
        self.clerk = ClerkScreen(
            look=look,
            words=words,
            keys=keys,
            setup=setup,
            line=line,
            new_request=new_request,
            beginning=beginning,
            computer=computer,
        )
        self._computer = computer
        self._geometry = beginning.geometry
        self.stand_by: StandByScreen | None = None
        self.service_desk: ServiceDeskScreen | None = None
        self._stood_by: tuple[StaffId, bool] | None = None
        """Who went from stand-by to a counter, and whether they have a PIN."""
        self._printer = printer
        self._wire(global_keys)

    def _wire(self, global_keys: GlobalKeys | None) -> None:
        self.clerk.left.connect(self.left)
        self.clerk.goes_elsewhere.connect(self._go)
        self.clerk.signed_out.connect(self._signed_out)
        if self._printer is not None:
            self._print_with(self._printer)
        if global_keys is not None:
            self._hold_keys_with(global_keys)

    def _hold_keys_with(self, keys: GlobalKeys) -> None:
        self.clerk.stands_at.connect(keys.work_at)
        keys.pressed.connect(self.clerk.want)
        keys.told.connect(self.clerk.keys_told)

    def _print_with(self, printer: OwnPrinter) -> None:
        self.clerk.works_at.connect(
            lambda counter: printer.work_at(None if counter is None else counter_place(counter))
        )
        self.clerk.paper_queued.connect(printer.wake)
        for came in (self._line.view_came, self._line.service_desk_came):
            came.connect(lambda view: printer.office_told(view.setup, view.at))

    def show(self) -> None:
        """The first page."""
        self.clerk.show()

    def close(self) -> None:
        """Take everything off the screen; what is still to be told the hall goes before it is left."""
        if self.stand_by is not None:
            self.stand_by.give_up()
        self._leave_stand_by()
        self._leave_service_desk()
        self.clerk.close()

    def _go(self, place: Place, staff: StaffId, has_pin: bool) -> None:
        if place is Place.STAND_BY:
            self._stand_by(staff, has_pin=has_pin)
        elif place is Place.SERVICE_DESK:
            self._serve_at_desk(staff, has_pin=has_pin)

    def _serve_at_desk(self, staff: StaffId, *, has_pin: bool) -> None:
        self.clerk.stand_aside()
        screen = ServiceDeskScreen(
            look=self._look,
            words=self._words,
            keys=keys_at(Place.SERVICE_DESK, self._keys),
            line=self._line,
            staff=staff,
            new_request=self._new_request,
            geometry=self._geometry,
            has_pin=has_pin,
            computer=self._computer,
        )
        self.service_desk = screen
        screen.ended.connect(self._left_desk)
        screen.closed.connect(self.left)
        if self._printer is not None:
            screen.paper_queued.connect(self._printer.wake)
            self._printer.work_at(SERVICE_DESK_PLACE)
        screen.show()

    def _leave_service_desk(self) -> None:
        if self.service_desk is not None:
            screen, self.service_desk = self.service_desk, None
            if self._printer is not None:
                self._printer.work_at(None)
            screen.close()
            screen.deleteLater()

    def _left_desk(self) -> None:
        self._leave_service_desk()
        self.clerk.come_back()

    def _stand_by(self, staff: StaffId, *, has_pin: bool) -> None:
        self._stood_by = None
        self.clerk.stand_aside()
        screen = StandByScreen(
            look=self._look,
            words=self._words,
            keys=keys_at(Place.STAND_BY, self._keys),
            line=self._line,
            staff=staff,
            new_request=self._new_request,
            tray_there=self._tray_there,
            has_pin=has_pin,
            computer=self._computer,
        )
        self.stand_by = screen
        screen.ended.connect(self._stood_down)
        screen.arrived.connect(lambda counter: self._arrived(staff, CounterId(counter), has_pin=has_pin))
        screen.closed.connect(self.left)
        screen.show()

    def _leave_stand_by(self) -> None:
        if self.stand_by is not None:
            screen, self.stand_by = self.stand_by, None
            screen.close()
            screen.deleteLater()

    def _stood_down(self) -> None:
        self._leave_stand_by()
        self.clerk.come_back()

    def _arrived(self, staff: StaffId, counter: CounterId, *, has_pin: bool) -> None:
        """The console takes over: signing in at that counter is arriving, and asks for a PIN as ever."""
        self._leave_stand_by()
        self._stood_by = staff, has_pin
        self.clerk.come_back()
        self.clerk.sign_in_at(counter, staff)

    def _signed_out(self, staff: StaffId) -> None:
        """Signing out at the counter ends the summons, not the stand-by."""
        if self._stood_by is not None and self._stood_by[0] == staff:
            self._stand_by(staff, has_pin=self._stood_by[1])
