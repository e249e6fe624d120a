"""The clerk's program: arguments and wiring."""

import argparse
import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QRect

from drivers.idle.computer import ComputerIdle
from waitline.desktop import Desktop
from waitline.look import Distance
from waitline.look.theme import VARIANTS
from waitline.model.counter import CounterId
from waitline.model.errors import WaitlineError
from waitline.model.staff import StaffId
from waitline.settings.command_line import CommandLine
from waitline.settings.key_file import key_settings
from waitline.settings.office_folder import OfficeFolder, open_office
from waitline.verbs.requests import new_request

from .actions import Action, Place
from .clerk_screen import Beginning
from .global_keys import GlobalKeys
from .hall_line import HallLine
from .keys import read_keys
from .lock import Untouched
from .own_printer import OwnPrinter
from .program import Program
from .words import LANGUAGES, ClerkWords
from .workplace_opening import open_workplace

GEOMETRY = re.compile(r"(\d+)x(\d+)\+(-?\d+)\+(-?\d+)")


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the clerk closes the window; 2 when the set-up is not usable."""
    given = _arguments().parse_args(argv)
    try:
        office = open_office(given.office)
        keys = read_keys(key_settings(given.keys))
        beginning = _beginning(given, office)
    except WaitlineError as error:
        print(f"{error.words.zh}\n{error.words.en}", file=sys.stderr)  # noqa: T201 - before there is a window
        return 2
    if given.card is not None:
        return _write_card(given.card, given.language, keys, office)
    with Desktop(
        "counter",
        distance=Distance.DESK,
        variant=given.theme,
        language=given.language,
        log_folder=office.state_dir / "logs",
    ) as desktop:
        desktop.app.setQuitOnLastWindowClosed(False)
        line = HallLine(lambda: open_workplace(office))
        desktop.on_leaving(line.close)
        screen = Program(
            look=desktop.look,
            words=ClerkWords(desktop.translations),
            keys=keys,
            setup=office.setup,
            line=line,
            new_request=new_request,
            beginning=beginning,
            printer=None if given.no_printer else _printer(office, line, desktop),
            global_keys=_global_keys(keys, desktop),
            computer=_computer(desktop),
        )
        desktop.on_leaving(screen.close)
        _describe(given.describe, desktop)
        screen.left.connect(desktop.leave)
        screen.show()
        return desktop.run()


def _write_card(file: Path, language: str, keys: Mapping[Action, str], office: OfficeFolder) -> int:
    """A PDF instead of a window, which needs no screen."""
    from .card import card_text, write_card  # noqa: PLC0415 - only where it is asked for

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with Desktop("counter", distance=Distance.DESK, language=language, log_folder=office.state_dir / "logs"):
        try:
            write_card(file, card_text(language, keys, office.setup.names.in_language(language)))
        except WaitlineError as error:
            print(f"{error.words.zh}\n{error.words.en}", file=sys.stderr)  # noqa: T201 - there is no window
            return 2
    return 0


def _describe(file: Path | None, desktop: Desktop) -> None:
    if file is not None:
        from waitline.desktop.describe import Describer  # noqa: PLC0415 - only where it is asked for

        desktop.on_leaving(Describer(desktop.app, file).close)


def _printer(office: OfficeFolder, line: HallLine, desktop: Desktop) -> OwnPrinter:
    printer = OwnPrinter(office.setup, line.workplace, new_request=new_request)
    desktop.on_leaving(printer.close)
    return printer


def _global_keys(keys: Mapping[Action, str], desktop: Desktop) -> GlobalKeys:
    found = GlobalKeys(keys)
    desktop.on_leaving(found.close)
    return found


def _computer(desktop: Desktop) -> Untouched:
    """How long nobody has touched it, whatever program was in front."""
    found = ComputerIdle()
    desktop.on_leaving(found.close)
    return found.untouched_s


def _beginning(given: argparse.Namespace, office: OfficeFolder) -> Beginning:
    counter = CounterId(given.counter) if given.counter else None
    staff = StaffId(given.staff) if given.staff else None
    if counter is not None:
        office.setup.counter(counter)
    if staff is not None:
        office.setup.somebody(staff)
    away = Place.STAND_BY if given.stand_by else Place.SERVICE_DESK if given.service_desk else None
    place = away or Place.COUNTER
    return Beginning(counter=counter, staff=staff, place=place, small=given.bar, geometry=given.geometry)


def _geometry(text: str) -> QRect:
    found = GEOMETRY.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError("WIDTHxHEIGHT+X+Y, e.g. 1366x768+0+0")
    width, height, left, top = (int(part) for part in found.groups())
    return QRect(left, top, width, height)


def _arguments() -> CommandLine:
    parser = CommandLine(
        prog="waitline-counter", description="The clerk's program: bar and console of one counter"
    )
    parser.add_argument("--office", type=Path, help="the office's folder or office file")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--counter", help="begin at this counter, e.g. 3")
    where.add_argument("--stand-by", action="store_true", help="stand by at a back-line desk, to be asked to come")
    parser.add_argument("--staff", help="sign in as this person at once")
    where.add_argument(
        "--service-desk", action="store_true", help="work at the service desk, away from the counters"
    )
    parser.add_argument(
        "--no-printer",
        action="store_true",
        help="leave this place's printer to another program",
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--bar", action="store_true", help="begin as the slim bar")
    size.add_argument("--full", action="store_true", help="begin as the full console (the default)")
    parser.add_argument("--geometry", type=_geometry, help="where the window stands: WIDTHxHEIGHT+X+Y")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--theme", choices=VARIANTS, default="day")
    parser.add_argument("--keys", type=Path, help='a TOML file of keys, e.g. call_next = "F9"')
    parser.add_argument("--card", type=Path, metavar="PDF", help="write the clerk's page with these keys, and end")
    parser.add_argument("--describe", type=Path, help="keep a list of the live controls in this JSON file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
