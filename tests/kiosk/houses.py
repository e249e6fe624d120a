"""A real office on SQLite with a kiosk in it: its window without a screen, its printer on a pty."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, QSizeF
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from drivers.printing.printer import Printer
from drivers.printing.profile import load_profile
from drivers.printing.queue.slip_printer import SlipPrinter
from drivers.printing.serial_transport import SerialTransport
from drivers.printing.status import PrinterStatus
from kiosk.attendant import Attendant
from kiosk.flow import Flow
from kiosk.hall import Hall
from kiosk.language_book import LanguageBook
from kiosk.offline.outpost import Outpost
from kiosk.offline.unseen_book import UnseenBook
from kiosk.staff.backstage import Backstage
from kiosk.staff.door import StaffDoor
from kiosk.tongue import Tongue
from kiosk.window import KioskWindow
from tests.fresh_database import make_database
from waitline.assets import asset
from waitline.look import Distance, Look, TouchButton
from waitline.look.glass import glass_of_panel
from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.office import KioskSetup
from waitline.model.slip import PrintJob
from waitline.model.staff import StaffId
from waitline.model.ticket import Ticket
from waitline.settings.office_folder import OfficeFolder, open_office
from waitline.store.engine import Store
from waitline.store.setting_up import begin_office, turn_clock
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request
from waitline.views import kiosk_view

TOUCHED = (QSize(800, 450), QSizeF(476, 268))
"""A 21.5 inch panel in miniature: touches reach only what is on the screenless platform's 800 × 800 pixels."""

LANDSCAPE = (QSize(1920, 1080), QSizeF(476, 268))
PORTRAIT = (QSize(1080, 1920), QSizeF(268, 476))
PANEL_17 = (QSize(1280, 1024), QSizeF(338, 270))


class WallClock:
    """The kiosk's own clock; it can be put forward, and stopped."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._stopped_at: float | None = None

    def __call__(self) -> float:
        return (time.monotonic() if self._stopped_at is None else self._stopped_at) + self._ahead

    def later(self, seconds: float) -> None:
        """What is to be shown is painted first: nobody touches a page that is not to be seen yet."""
        QApplication.processEvents()
        self._ahead += seconds

    def stop(self) -> None:
        """From now on it moves only when it is put forward: no page leaves while a slow machine works."""
        self._stopped_at = time.monotonic()


class House:
    """An office folder, its database, and whoever works there."""

    def __init__(
        self,
        folder: Path,
        *,
        turned_to: Instant | None = None,
        ready: bool = True,
        changed: Callable[[str], str] = str,
    ) -> None:
        text = changed(asset("sample", "office.toml").read_text(encoding="utf-8"))
        # without any hours it is never closed by the clock, whenever the tests run
        text = re.sub(r'(?m)^((?:mon|tues|wednes|thurs|fri|satur|sun)day\s*=) "[^"]*"', r'\1 "closed"', text)
        (folder / "office.toml").write_text(text, encoding="utf-8")
        self.office: OfficeFolder = open_office(folder)
        self.store = Store(self.office.database_url, self.office.office_id)
        if ready:
            self.set_up(turned_to=turned_to)

    def set_up(self, *, turned_to: Instant | None = None) -> None:
        make_database(self.office.database_url)
        if turned_to is not None:
            begin_office(self.store, turned_to=turned_to)
        Floor(self.store).set_up_office(self.office.text, request=new_request(), name="office.toml")

    def open_counters(self, *numbers: str) -> None:
        for number in numbers:
            self.calling().sign_in(
                request=new_request(), counter=CounterId(number), staff=StaffId(f"c{int(number):02d}")
            )

    def calling(self) -> Calling:
        return Calling(self.store)

    def turn(self, to: Instant) -> None:
        turn_clock(self.store, to)

    def view(self) -> kiosk_view.KioskView:
        return kiosk_view.read(self.store)

    def waiting(self) -> list[Ticket]:
        with self.store.reading() as look:
            return look.waiting()

    def ticket(self, label: str) -> Ticket:
        with self.store.writing("look") as hall:
            return hall.ticket_numbered(label)

    def jobs(self, printer: str = "kiosk-1") -> list[PrintJob]:
        """Slips that are queued or sent."""
        with self.store.reading() as look:
            return look.open_jobs(printer)


@dataclass
class Stand:
    """One kiosk, as `python -m kiosk` would build it."""

    window: KioskWindow
    attendant: Attendant
    flow: Flow
    hall: Hall
    finger: QPointingDevice
    clock: WallClock
    door: StaffDoor
    look: Look
    slips: SlipPrinter | None = None
    closed: bool = False

    def button(self, name: str) -> TouchButton:
        found = [b for b in self.window.findChildren(TouchButton, name) if b.isVisible()]
        assert len(found) == 1, f"{len(found)} visible buttons {name}"
        return found[0]

    def label(self, name: str) -> str:
        found = [label for label in self.window.findChildren(QLabel, name) if label.isVisible()]
        return found[0].text() if found else ""

    def sees(self, name: str) -> bool:
        return any(b.isVisible() for b in self.window.findChildren(TouchButton, name))

    def touch(self, name: str) -> None:
        """A finger down on a button and up again."""
        button = self.button(name)
        at = button.rect().center()
        self.press(button, at)
        QTest.touchEvent(button, self.finger).release(1, at, button).commit()

    def press(self, button: QWidget, at: QPoint) -> None:
        QTest.touchEvent(button, self.finger).press(1, at, button).commit()

    def printer_is_well(self) -> bool:
        status = None if self.slips is None else self.slips.status
        return status is not None and status.may_print

    def close(self) -> None:
        """Once is enough, twice does no harm."""
        if self.closed:
            return
        self.closed = True
        self.door.close()
        self.attendant.close()
        self.window.may_close = True
        self.window.close()
        self.window.deleteLater()
        self.attendant.deleteLater()
        self.hall.close()


def a_stand(
    app: QApplication,
    house: House,
    *,
    kiosk: KioskSetup | None = None,
    panel: tuple[QSize, QSizeF] = TOUCHED,
    port: str | None = None,
    top: int = 0,
    url: str | None = None,
    rest_s: float | None = 0.0,
) -> Stand:
    """A kiosk at work; `port`: its printer's cable, without it there is none; `url`: another way to the office;
    `rest_s`: how long a button rests after a touch, None: as long as for a visitor.
    """
    setup = kiosk or KioskSetup(id="kiosk-1", printer="kiosk-1" if port else None)
    clock = WallClock()
    look = Look(variant="day", distance=Distance.FINGER, glass=glass_of_panel(*panel), rest_s=rest_s)
    flow = Flow(office=house.office.setup, kiosk=setup, new_request=new_request)
    window = KioskWindow(look, house.office.setup, setup, flow.language, may_close=False)
    look.setParent(window)
    hall = Hall(url or house.office.database_url, house.office.office_id, setup)
    folder = house.office.state_dir / "offline" / setup.id
    hall.unseen_book, hall.language_book = UnseenBook(folder), LanguageBook(folder)
    if setup.offline_series is not None:
        hall.outpost = Outpost(hall, house.office.setup, setup, setup.offline_series, folder)
    tongue = Tongue(setup.languages)
    attendant = Attendant(app, window, flow, tongue=tongue, hall=hall, new_request=new_request, monotonic=clock)
    window.resize(panel[0])
    window.move(0, top)
    window.show()
    slips = None if port is None else slips_of(house, hall, attendant, port)
    backstage = Backstage(kiosk=setup, hall=hall, flow=flow, slips=slips, new_request=new_request)
    door = StaffDoor(window, look, backstage)
    attendant.begin(slips)
    return Stand(
        window=window,
        attendant=attendant,
        flow=flow,
        hall=hall,
        finger=QTest.createTouchDevice(),
        clock=clock,
        door=door,
        look=look,
        slips=slips,
    )


def slips_of(house: House, hall: Hall, attendant: Attendant, port: str) -> SlipPrinter:
    return SlipPrinter(
        hall,
        house.office.setup,
        "kiosk-1",
        open_printer=partial(open_printer, port),
        new_request=new_request,
        office_time=attendant.office_time,
        on_slip=attendant.slip_news.emit,
        on_printer=attendant.printer_news.emit,
    )


def open_printer(port: str, on_status: Callable[[PrinterStatus], None], left_unfinished: bool) -> Printer:
    profile = load_profile("big5-80mm")
    transport = SerialTransport(port, baud=profile.baud, flow=profile.flow, retry=(0.02, 0.1))
    return Printer(profile, transport, on_status=on_status, left_unfinished=left_unfinished)
