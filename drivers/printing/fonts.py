"""Where the letters come from that a printer's ROM does not have."""

import sys
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from PIL import ImageFont

from drivers.printing.errors import NoPaperFont

SHIPPED: Final = {False: "WaitlineSansTC-Regular", True: "WaitlineSansTC-Bold"}
_SUFFIXES: Final = (".otf", ".ttf")

_SYSTEMS: Final = {
    "linux": {
        False: (("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 3),),
        True: (("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", 3),),
    },
    "win32": {
        False: (("C:/Windows/Fonts/msjh.ttc", 0),),
        True: (("C:/Windows/Fonts/msjhbd.ttc", 0),),
    },
    "darwin": {
        False: (("/System/Library/Fonts/PingFang.ttc", 0),),
        True: (("/System/Library/Fonts/PingFang.ttc", 0),),
    },
}
"""Faces with Taiwan's glyphs that systems bring along (file, index), if the shipped ones are not there."""


@lru_cache(maxsize=32)
def paper_font(size: int, *, bold: bool = False, path: str | None = None) -> ImageFont.FreeTypeFont:
    """A face with Taiwan's glyphs, `size` dots to the em: from `path`, shipped, or a system's."""
    if path is not None:
        return ImageFont.truetype(path, size)
    looked = []
    for file, index in _candidates(bold=bold):
        if file.is_file():
            return ImageFont.truetype(str(file), size, index=index)
        looked.append(file.name)
    raise NoPaperFont(looked=", ".join(looked))


def _candidates(*, bold: bool) -> list[tuple[Path, int]]:
    shipped = [(Path(str(files("assets"))) / "fonts" / f"{SHIPPED[bold]}{suffix}", 0) for suffix in _SUFFIXES]
    system = _SYSTEMS.get(sys.platform, {}).get(bold, ())
    return shipped + [(Path(file), index) for file, index in system]
