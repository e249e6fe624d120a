"""Where the letters come from that a printer's ROM does not have."""

import sys
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from PIL import ImageFont

from drivers.printing.errors import NoPaperFont


class Script(Enum):
    """Which face draws a letter."""

    TAIWAN = "Chinese as in Taiwan, and every kind of Latin"
    THAI = "Thai"


SHIPPED: Final = {Script.TAIWAN: "WaitlineSansTC", Script.THAI: "WaitlineSansThai"}
_SUFFIXES: Final = (".otf", ".ttf")

_SYSTEMS: Final = {
    ("linux", Script.TAIWAN): {
        False: ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 3),
        True: ("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", 3),
    },
    ("win32", Script.TAIWAN): {
        False: ("C:/Windows/Fonts/msjh.ttc", 0),
        True: ("C:/Windows/Fonts/msjhbd.ttc", 0),
    },
    ("darwin", Script.TAIWAN): {
        False: ("/System/Library/Fonts/PingFang.ttc", 0),
        True: ("/System/Library/Fonts/PingFang.ttc", 0),
    },
    ("linux", Script.THAI): {
        False: ("/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf", 0),
        True: ("/usr/share/fonts/truetype/noto/NotoSansThai-Bold.ttf", 0),
    },
    ("win32", Script.THAI): {
        False: ("C:/Windows/Fonts/LeelawUI.ttf", 0),
        True: ("C:/Windows/Fonts/LeelaUIb.ttf", 0),
    },
}
"""Faces that systems bring along (file, index), if the shipped ones are not there."""


@lru_cache(maxsize=64)
def paper_font(
    size: int, *, bold: bool = False, path: str | None = None, script: Script = Script.TAIWAN
) -> ImageFont.FreeTypeFont:
    """A face with the glyphs of `script`, `size` dots to the em: from `path`, shipped, or a system's."""
    if path is not None:
        return ImageFont.truetype(path, size)
    looked = []
    for file, index in _candidates(script, bold=bold):
        if file.is_file():
            return ImageFont.truetype(str(file), size, index=index)
        looked.append(file.name)
    raise NoPaperFont(looked=", ".join(looked))


def _candidates(script: Script, *, bold: bool) -> list[tuple[Path, int]]:
    name = f"{SHIPPED[script]}-{'Bold' if bold else 'Regular'}"
    found = [(Path(str(files("assets"))) / "fonts" / f"{name}{suffix}", 0) for suffix in _SUFFIXES]
    if (system := _SYSTEMS.get((sys.platform, script))) is not None:
        file, index = system[bold]
        found.append((Path(file), index))
    return found
