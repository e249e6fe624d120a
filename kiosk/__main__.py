"""The visitor's program: reads the arguments, builds the parts, hands them on."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, QSizeF, Qt

from drivers.printing.queue.slip_printer import SlipPrinter
from waitline.desktop import HANGS_S, Desktop, FirstPaint
from waitline.desktop.sound import Sound
from waitline.look import Distance, glass_of_diagonal
from waitline.look.glass import glass_of_panel
from waitline.model.errors import WaitlineError
from waitline.settings.office_folder import OfficeFolder, open_office
from waitline.verbs.requests import new_request

from .access.late_voice import LateReadingVoice
from .access.speech import Speech
from .arguments import Arguments, read_arguments, this_kiosk
from .attendant import Attendant
from .flow import Flow
from .hall import Hall
from .in_front import InFront
from .language_book import LanguageBook
from .offline.outpost import Outpost
from .offline.unseen_book import UnseenBook
from .renewal import Renewal
from .staff.backstage import Backstage
from .staff.door import StaffDoor
from .tongue import Tongue
from .window import KioskWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drivers.printing.printer import Printer
    from drivers.printing.status import PrinterStatus
    from waitline.look import Glass
    from waitline.model.office import KioskSetup, PrinterSetup

PANEL_INCHES = 21.5
AGAIN = 75
"""The event loop ends with this when the staff want the program to begin anew."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one kiosk until it is told to end; 2 when the set-up is not usable."""
    asked = read_arguments(argv)
    try:
        office = open_office(asked.office)
        kiosk = this_kiosk(office.setup, asked.kiosk)
    except WaitlineError as error:
        sys.stderr.write(f"{error.words.zh}\n{error.words.en}\n")
        return 2
    panel = QSizeF(*kiosk.screen_mm) if kiosk.screen_mm else None
    with Desktop(
        "kiosk", distance=Distance.FINGER, panel_mm=panel, log_folder=office.state_dir / "logs"
    ) as desktop:
        desktop.app.setQuitOnLastWindowClosed(asked.windowed is not None)
        if asked.windowed is not None:
            desktop.look.change(glass=_miniature(asked.windowed, panel))
        hall = Hall(office.database_url, office.office_id, kiosk)
        folder = office.state_dir / "offline" / kiosk.id
        hall.unseen_book, hall.language_book = UnseenBook(folder), LanguageBook(folder)
        if kiosk.offline_series is not None:
            hall.outpost = Outpost(hall, office.setup, kiosk, kiosk.offline_series, folder)
        desktop.on_leaving(hall.close)
        _run(desktop, office, kiosk, hall, asked)
        ended = desktop.run(ends_if_hung_s=HANGS_S)
    if ended == AGAIN:  # everything is closed by now: this process becomes the new one
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - our own words, no shell
    return ended


def _run(desktop: Desktop, office: OfficeFolder, kiosk: KioskSetup, hall: Hall, asked: Arguments) -> None:
    tongue = Tongue(kiosk.languages)
    flow = Flow(office=office.setup, kiosk=kiosk, new_request=new_request)
    window = KioskWindow(desktop.look, office.setup, kiosk, flow.language, may_close=asked.windowed is not None)
    attendant = Attendant(desktop.app, window, flow, tongue=tongue, hall=hall, new_request=new_request)
    desktop.on_leaving(window.deleteLater)
    desktop.on_leaving(_guide(window, office, kiosk).close)
    desktop.on_leaving(attendant.close)
    if asked.describe is not None:
        from waitline.desktop.describe import Describer  # noqa: PLC0415 - only where it is asked for

        desktop.on_leaving(Describer(desktop.app, asked.describe).close)
    slips = _slips(office, kiosk, hall, attendant)
    backstage = Backstage(kiosk=kiosk, hall=hall, flow=flow, slips=slips, new_request=new_request)
    door = StaffDoor(window, desktop.look, backstage)
    desktop.on_leaving(door.close)
    door.leave_wanted.connect(lambda again: desktop.leave(AGAIN if again else 0))
    renewal = Renewal(
        kiosk.id,
        office.setup,
        read_file=lambda: open_office(office.file).setup,
        is_at_rest=lambda: flow.is_at_rest and not door.is_open and not desktop.look.is_held,
        parent=window,
    )
    desktop.on_leaving(renewal.close)
    attendant.office_news.connect(renewal.office_told)
    window.touched.connect(renewal.touched)
    renewal.due.connect(lambda: desktop.leave(AGAIN))
    FirstPaint(window, partial(attendant.begin, slips))
    _show(window, asked)


def _guide(window: KioskWindow, office: OfficeFolder, kiosk: KioskSetup) -> Speech:
    """Reads the glass aloud to whoever asks for it; until then it has no process."""
    player = Sound(window)
    speech = Speech(LateReadingVoice(office.state_dir / "voice", kiosk.languages), player, window)
    player.audible_changed.connect(lambda _: window.access.refresh())
    speech.changed.connect(window.access.refresh)
    window.access.speak_with(speech)
    return speech


def _show(window: KioskWindow, asked: Arguments) -> None:
    if asked.windowed is not None:
        window.setGeometry(QRect(*asked.windowed))
        window.show()
        return
    window.setWindowFlags(
        Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.X11BypassWindowManagerHint  # its keys hide windows, and let none come back by itself
    )
    window.setGeometry(window.screen().geometry())  # a kiosk without a window manager has nobody to do it
    window.showFullScreen()
    InFront(window)


def _slips(office: OfficeFolder, kiosk: KioskSetup, hall: Hall, attendant: Attendant) -> SlipPrinter | None:
    setup = next((printer for printer in office.setup.printers if printer.id == kiosk.printer), None)
    if setup is None:
        return None
    return SlipPrinter(
        hall,
        office.setup,
        setup.id,
        open_printer=partial(_open_printer, setup),
        new_request=new_request,
        office_time=attendant.office_time,
        on_slip=attendant.slip_news.emit,
        on_printer=attendant.printer_news.emit,
    )


def _open_printer(
    setup: PrinterSetup, on_status: Callable[[PrinterStatus], None], left_unfinished: bool
) -> Printer:
    """Loads the cable's library: on the print queue's thread, so that the first page never waits for it."""
    from drivers.printing.opening import open_printer  # noqa: PLC0415 - see above

    return open_printer(setup, on_status=on_status, left_unfinished=left_unfinished)


def _miniature(window: tuple[int, int, int, int], panel: QSizeF | None) -> Glass:
    """In a window everything has the proportions of the whole panel, only smaller."""
    size = QSize(window[2], window[3])
    return glass_of_diagonal(size, PANEL_INCHES) if panel is None else glass_of_panel(size, panel)


if __name__ == "__main__":
    sys.exit(main())
