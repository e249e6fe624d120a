"""What the kiosk is told when it is started."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from waitline.model.errors import WaitlineError
from waitline.model.office import KioskSetup, OfficeSetup
from waitline.settings.command_line import CommandLine

GEOMETRY = re.compile(r"(\d+)x(\d+)\+(-?\d+)\+(-?\d+)")


class UnknownKiosk(WaitlineError):
    zh = "機關設定裡沒有「{kiosk}」這台取號機；現有：{known}"
    en = "The office file has no kiosk {kiosk}; there are: {known}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """`windowed`: left, top, width and height on the screen; None: the whole screen."""

    office: Path | None
    kiosk: str | None
    windowed: tuple[int, int, int, int] | None
    describe: Path | None


def read_arguments(argv: Sequence[str] | None) -> Arguments:
    parser = CommandLine(prog="waitline-kiosk", description="The visitors' kiosk.")
    parser.add_argument("--office", type=Path, help="the office's folder or office.toml")
    parser.add_argument(
        "--kiosk", metavar="ID", help="which kiosk of the office file this is (default: the first)"
    )
    parser.add_argument(
        "--windowed",
        type=_geometry,
        metavar="WxH+X+Y",
        help="a window instead of the whole screen",
    )
    parser.add_argument(
        "--describe",
        type=Path,
        metavar="FILE",
        help="keep FILE listing what the window shows (JSON), for acceptance tests and remote support",
    )
    given = parser.parse_args(argv)
    return Arguments(office=given.office, kiosk=given.kiosk, windowed=given.windowed, describe=given.describe)


def this_kiosk(office: OfficeSetup, wanted: str | None) -> KioskSetup:
    """The kiosk that was asked for, or the first. Raises UnknownKiosk."""
    for kiosk in office.kiosks:
        if wanted in (None, kiosk.id):
            return kiosk
    if wanted is None:
        return KioskSetup(id="kiosk")
    raise UnknownKiosk(kiosk=wanted, known=", ".join(kiosk.id for kiosk in office.kiosks) or "-")


def _geometry(text: str) -> tuple[int, int, int, int]:
    found = GEOMETRY.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not like 960x540+0+0")
    width, height, left, top = (int(figure) for figure in found.groups())
    return left, top, width, height
