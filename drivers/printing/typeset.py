"""Texts in letters that no printer's ROM has: told apart, broken into lines by their real width, and drawn."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from PIL import Image, ImageDraw, ImageFont, features

from drivers.printing.errors import NoPaperFont
from drivers.printing.fonts import Script, paper_font

BREAK_HERE: Final = "\u200b"
"""A place in a text without spaces where a line may end; never drawn."""

_THAI: Final = re.compile("[\u0e00-\u0e7f]")
_FOREIGN: Final = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f\u0e00-\u0e7f\u1e00-\u1eff]")
_CLUSTER: Final = re.compile("[\u0e40-\u0e44]?.[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0300-\u036f]*", re.DOTALL)
"""What stands over and under a Thai consonant, and what is written before it, stays with it."""

_WORD: Final = re.compile(f"[^ {BREAK_HERE}]+[ {BREAK_HERE}]*")
_NOBODY: Final = "\U0010ffff"


def is_foreign(text: str) -> bool:
    """Whether `text` has accented Latin (Vietnamese) or Thai letters: it is then drawn whole."""
    return _FOREIGN.search(text) is not None


def can_be_drawn(text: str) -> bool:
    """Whether every letter has a face, and Thai is put together right: without shaping its marks collide."""
    runs = list(_runs(text.replace(BREAK_HERE, "")))
    if any(script is Script.THAI for script, _ in runs) and not _shapes():
        return False
    try:
        return all(_has(script, letter) for script, run in runs for letter in run if not letter.isspace())
    except NoPaperFont:
        return False


def width_of(text: str, *, height: int, bold: bool = False, font: str | None = None) -> int:
    """Dots that `text` takes in one line, in letters `height` dots to the em."""
    return round(sum(face.getlength(run) for face, run in _set(text, height, bold=bold, font=font)))


@lru_cache(maxsize=256)
def lines_of(
    text: str, *, widest: int, height: int, bold: bool = False, font: str | None = None
) -> tuple[str, ...]:
    """`text` in lines at most `widest` dots wide: broken between words; inside one only where it is too wide."""

    def fits(line: str) -> bool:
        return width_of(line.rstrip(), height=height, bold=bold, font=font) <= widest

    lines: list[str] = []
    line = ""
    for word in _WORD.findall(text.strip()):
        shown = word.replace(BREAK_HERE, "")
        if line and not fits(line + shown):
            lines.append(line.rstrip())
            line = ""
        if fits(line + shown):
            line += shown
            continue
        for cluster in _CLUSTER.findall(shown):
            if line and not fits(line + cluster):
                lines.append(line.rstrip())
                line = ""
            line += cluster
    return tuple([*lines, line.rstrip()] if line.strip() else lines)


def drawn(text: str, *, height: int, pad: int, bold: bool, font: str | None) -> Image.Image:
    """White letters on black in shades of grey, `pad` dots from either side, high enough for marks upon marks."""
    parts = _set(text.replace(BREAK_HERE, ""), height, bold=bold, font=font)
    wide = round(sum(face.getlength(run) for face, run in parts))
    box = Image.new("L", (max(1, wide) + 2 * pad, height * 7 // 4), 0)
    pen, x = ImageDraw.Draw(box), float(pad)
    for face, run in parts:
        pen.text((round(x), round(height * BASELINE)), run, font=face, fill=255, anchor="ls")
        x += face.getlength(run)
    return box


BASELINE: Final = 1.25
"""Of the em, from the top of what is drawn."""


def _set(text: str, height: int, *, bold: bool, font: str | None) -> list[tuple[ImageFont.FreeTypeFont, str]]:
    return [(paper_font(height, bold=bold, path=font, script=script), run) for script, run in _runs(text)]


def _runs(text: str) -> Iterator[tuple[Script, str]]:
    for script, letters in groupby(text, lambda one: Script.THAI if _THAI.match(one) else Script.TAIWAN):
        yield script, "".join(letters)


@cache
def _shapes() -> bool:
    """Pillow puts letters together by raqm, which needs fribidi of the system."""
    return bool(features.check("raqm")) and bool(features.check("fribidi"))


@cache
def _has(script: Script, letter: str) -> bool:
    """Whether the face draws it otherwise than a letter that does not exist."""
    face = paper_font(24, script=script)
    return bytes(face.getmask(letter)) != bytes(face.getmask(_NOBODY))
