"""The hall's screen and voice: reads the arguments, builds the parts, hands them on."""

import logging
import sys
import time
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect, QSizeF, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from waitline.desktop import HANGS_S, Desktop, FirstPaint, Follower
from waitline.desktop.describe import Describer
from waitline.desktop.sound import Sound
from waitline.desktop.whole_screen import WholeScreen
from waitline.look import Distance
from waitline.model.counter import CounterId
from waitline.model.errors import WaitlineError
from waitline.model.media import MediaSetup
from waitline.model.office import DisplaySetup
from waitline.settings.office_folder import OfficeFolder, open_office

from .arguments import Arguments, read_arguments, this_counter, this_display
from .board.plan import SEAT_M
from .clock_watch import ClockWatch
from .flow import Flow
from .hall import Hall
from .hall_seen import HallSeen
from .hall_voice import HallVoice
from .late_voice import LateVoice
from .one_voice import Seat, Turn
from .recordings_known import RecordingsKnown
from .shown_note import ShownNote
from .sign.window import SignWindow
from .speaking import Loudspeaker
from .window import DisplayWindow

logger = logging.getLogger(__name__)

TYPE_REPORT_MS = 3_000
"""By then the window manager has given the window its size."""


def main() -> int:
    """Run one display until it is closed."""
    asked = read_arguments(sys.argv[1:])
    try:
        office = open_office(asked.office)
        display = this_display(office.setup, asked.display)
        if asked.record is not None:
            return _record(asked.record, asked, office)
        sign = None if asked.sign is None else this_counter(office.setup, asked.sign)
    except WaitlineError as error:
        sys.stderr.write(f"{error.words.zh}\n{error.words.en}\n")
        return 2
    with Desktop(
        "display",
        distance=Distance.HALL,
        variant=display.theme,
        panel_mm=QSizeF(*display.screen_mm) if display.screen_mm else None,
        seat_m=SEAT_M,
        log_folder=office.state_dir / "logs",
    ) as desktop:
        counters = display.counters if sign is None else (sign,)
        hall = Hall(office.database_url, office.office_id, counters, accuracy=display.accuracy)
        desktop.on_leaving(hall.close)
        window = (
            _window(desktop, office, display, hall, mute=asked.mute)
            if sign is None
            else _sign(desktop, sign, hall, still=display.reduced_motion)
        )
        desktop.on_leaving(window.leave)
        logger.info("display_is", extra={"id": display.id, "sign": sign or "no", "counters": " ".join(counters)})
        if asked.describe is not None:
            desktop.on_leaving(Describer(desktop.app, asked.describe).close)
        _show(window, desktop, asked, display)
        return desktop.run(ends_if_hung_s=HANGS_S)


def _record(language: str, asked: Arguments, office: OfficeFolder) -> int:
    from .recording.opening import record  # noqa: PLC0415 - a board needs none of it

    return record(language, office, shown_in=asked.language, windowed=asked.windowed, describe=asked.describe)


def _sign(desktop: Desktop, counter: CounterId, hall: Hall, *, still: bool) -> SignWindow:
    return SignWindow(
        desktop.look,
        counter,
        hall=HallSeen(time.monotonic),
        follower=Follower("sign", hall.watch),
        settle=hall.settle,
        still=still,
    )


def _window(
    desktop: Desktop, office: OfficeFolder, display: DisplaySetup, hall: Hall, *, mute: bool
) -> DisplayWindow:
    counters = display.counters or [counter.id for counter in office.setup.counters]
    note = ShownNote(office.state_dir / "display", display.id, counters)
    flow = Flow(clock=time.monotonic, languages=display.voice, shown=note.take())
    return DisplayWindow(
        desktop.look,
        flow=flow,
        follower=Follower("board", hall.watch),
        settle=hall.settle,
        voice=None if mute else _voice(flow, office, display, hall),
        still=display.reduced_motion,
        media=_media(office, display),
        note=note,
        clock=ClockWatch(partial(hall.report_clock, display.id) if _is_known(office, display) else None),
    )


def _is_known(office: OfficeFolder, display: DisplaySetup) -> bool:
    """Whether the office has this display, so that its health can be told."""
    return any(one.id == display.id for one in office.setup.displays)


def _media(office: OfficeFolder, display: DisplaySetup) -> MediaSetup | None:
    """What is shown beside the calls, from where the office's folder is."""
    if display.media is None:
        return None
    return replace(display.media, folder=str(office.path / display.media.folder))


def _voice(flow: Flow, office: OfficeFolder, display: DisplaySetup, hall: Hall) -> HallVoice:
    spoken = [language for kiosk in office.setup.kiosks for language in kiosk.languages]
    languages = tuple(dict.fromkeys((*display.voice, *spoken)))
    folder = office.state_dir / "voice"
    recordings = RecordingsKnown(office.setup)
    return HallVoice(
        flow,
        Loudspeaker(LateVoice(folder, languages, told=recordings.hear), Sound()),
        display,
        tell=partial(hall.report_voice, display.id) if _is_known(office, display) else None,
        seat=Seat(folder, display.counters or [counter.id for counter in office.setup.counters], display.voice),
        turn=Turn(folder),
        recordings=recordings,
    )


def _show(window: DisplayWindow | SignWindow, desktop: Desktop, asked: Arguments, display: DisplaySetup) -> None:
    """Paint first, follow the hall then."""
    FirstPaint(window, window.begin)
    report = QTimer(window, singleShot=True, interval=TYPE_REPORT_MS)
    report.timeout.connect(partial(_report_type, window, desktop, display))
    if asked.windowed is not None:
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.setGeometry(QRect(*asked.windowed))
        window.show()
        report.start()
    else:
        WholeScreen(window, number=asked.screen, seen=lambda _: report.start())


def _report_type(window: DisplayWindow | SignWindow, desktop: Desktop, display: DisplaySetup) -> None:
    if isinstance(window, DisplayWindow):
        screen = QGuiApplication.screenAt(window.geometry().center()) or window.screen()
        window.report_type(desktop.glass_of(screen), display.far_seat_m)


if __name__ == "__main__":
    sys.exit(main())
