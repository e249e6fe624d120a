"""`waitline-keypads`: serves the counters whose panels and keypads are on this computer's serial lines."""

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from counter.workplace import Workplace
from counter.workplace_opening import open_workplace
from waitline.logs import start_logs
from waitline.model.errors import WaitlineError
from waitline.settings.office_folder import OfficeFolder, open_office
from waitline.verbs.requests import new_request

from .service import KeypadService


class NoBus(WaitlineError):
    """The office file names no line, or none of that name."""

    zh = "設定檔裡沒有這條面板與鍵盤線路（[[buses]]）：{bus}"
    en = "The office file has no such line of panels and keypads ([[buses]]): {bus}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run until told to end (SIGTERM, Ctrl-C); 2 when the set-up is not usable."""
    given = _arguments().parse_args(argv)
    try:
        office = open_office(given.office)
        hall = _Hall(office)
        service = KeypadService(office.setup, _buses(office, given.bus), place=hall.place, new_request=new_request)
    except WaitlineError as error:
        print(f"{error.words.zh}\n{error.words.en}", file=sys.stderr)  # noqa: T201 - before there is a log
        return 2
    with start_logs("keypads", folder=office.state_dir / "logs"):
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: service.stop())
        try:
            service.run()
        finally:
            hall.close()
    return 0


class _Hall:
    """The office's workplace, opened by whichever thread needs it first and shared by all."""

    def __init__(self, office: OfficeFolder) -> None:
        self._office = office
        self._opening = threading.Lock()
        self._opened: Workplace | None = None

    def place(self) -> Workplace:
        with self._opening:
            if self._opened is None:
                self._opened = open_workplace(self._office)
            return self._opened

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()


def _buses(office: OfficeFolder, wanted: list[str]) -> list[str]:
    known = [bus.id for bus in office.setup.buses]
    for bus in wanted or [""]:
        if bus not in known and (bus or not known):
            raise NoBus(bus=bus or "–")
    return wanted or known


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="waitline-keypads", description="Counter panels and clerks' keypads on this computer's serial lines"
    )
    parser.add_argument("--office", type=Path, help="the office's folder or office file")
    parser.add_argument(
        "--bus", action="append", default=[], metavar="ID", help="only this line of the office file; all otherwise"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
