"""What the display is told on its command line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from waitline.model.counter import CounterId
from waitline.model.errors import UnknownCounter
from waitline.model.office import DisplaySetup, OfficeSetup
from waitline.model.words import SOURCE_LANGUAGE, Words
from waitline.settings.command_line import CommandLine

from .errors import UnknownDisplay

_LEAST_PX: Final = 64
_GEOMETRY = re.compile(r"(\d+)x(\d+)\+(-?\d+)\+(-?\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """`windowed`: x, y, width, height; None fills the screen. `sign`: the counter over which this is a sign.
    `record`: the language recorded here, in windows of `language`. `screen`: the one that is filled, from 1;
    None: the computer's first."""

    office: Path | None
    display: str | None
    windowed: tuple[int, int, int, int] | None
    mute: bool
    describe: Path | None
    sign: str | None = None
    record: str | None = None
    language: str = SOURCE_LANGUAGE
    screen: int | None = None


def read_arguments(words: Sequence[str]) -> Arguments:
    """Read the command line; ends the program with a hint when it makes no sense."""
    parser = CommandLine(prog="waitline-display", description="The hall's screen and voice.")
    parser.add_argument("--office", type=Path, help="the office's folder or office.toml")
    parser.add_argument("--display", help="which display of the office file this is (default: the first)")
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--sign", metavar="COUNTER", help="a sign over this counter instead of the hall's board")
    other.add_argument("--record", metavar="LANGUAGE", help="record the office's own voice, e.g. nan-TW or hak-TW")
    parser.add_argument(
        "--language",
        choices=(SOURCE_LANGUAGE, "en"),
        default=SOURCE_LANGUAGE,
        help="the recording room's language",
    )
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--screen", metavar="N", help="which of the computer's screens to fill (default: 1)")
    place.add_argument("--windowed", metavar="WxH+X+Y", help="a window instead of the whole screen")
    parser.add_argument("--mute", action="store_true", help="no voice and no chime on this display")
    parser.add_argument(
        "--describe",
        type=Path,
        metavar="FILE",
        help="keep FILE listing what the window shows (JSON), for acceptance tests and remote support",
    )
    found = parser.parse_args(words)
    return Arguments(
        office=found.office,
        display=found.display,
        windowed=None if found.windowed is None else _geometry(parser, found.windowed),
        mute=found.mute,
        sign=found.sign,
        describe=found.describe,
        record=found.record,
        language=found.language,
        screen=None if found.screen is None else _screen(parser, found.screen),
    )


def this_display(setup: OfficeSetup, display: str | None) -> DisplaySetup:
    """The display's settings: the one named, else the first, else the defaults. Raises UnknownDisplay."""
    if display is None:
        return setup.displays[0] if setup.displays else DisplaySetup(id="display")
    for found in setup.displays:
        if found.id == display:
            return found
    raise UnknownDisplay(display=display, known=", ".join(found.id for found in setup.displays) or "-")


def this_counter(setup: OfficeSetup, sign: str) -> CounterId:
    """The counter of a sign. Raises UnknownCounter."""
    found = next((counter.id for counter in setup.counters if counter.id == sign), None)
    if found is None:
        raise UnknownCounter(counter=sign)
    return found


def _screen(parser: CommandLine, text: str) -> int:
    if re.fullmatch(r"[1-9]\d?", text) is None:
        parser.refuse(
            Words(
                zh=f"--screen 不能是 {text}；要寫第幾個螢幕，例如 2",
                en=f"--screen {text} is no screen's number, e.g. 2 for the second",
            )
        )
    return int(text)


def _geometry(parser: CommandLine, text: str) -> tuple[int, int, int, int]:
    found = _GEOMETRY.fullmatch(text)
    if found is None:
        parser.refuse(
            Words(
                zh=f"--windowed 不能是 {text}；要像 1920x1080+1920+0（寬x高+左+上）",
                en=f"--windowed {text} is no WxH+X+Y, e.g. 1920x1080+1920+0",
            )
        )
    width, height, x, y = (int(part) for part in found.groups())
    if min(width, height) < _LEAST_PX:
        parser.refuse(
            Words(
                zh=f"--windowed {text} 太小，沒有人看得到；寬與高至少 {_LEAST_PX} 像素",
                en=f"--windowed {text} is too small to be seen; width and height are {_LEAST_PX} pixels at least",
            )
        )
    return x, y, width, height
