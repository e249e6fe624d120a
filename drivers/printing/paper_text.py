"""Text as a printer's character ROM has it: strictly encoded or not at all, and broken into lines."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from drivers.printing.profile import Encoding

_SAME_ON_PAPER: Final = str.maketrans(
    {
        "・": "·",  # katakana middle dot: no Big5
        "‧": "·",  # Big5 has it at A145, which ROMs draw as anything from a dot to a bullet
        "•": "·",
        "–": "-",  # between figures; the ROM's own dash is as wide as a Chinese character
        "−": "-",
        "〜": "～",
        "\u00a0": " ",
        "\u3000": "  ",
        "\u200b": "",
    }
)
"""Signs that read the same on paper, put into one that every ROM has: a dash is no reason for a picture."""

_OPENING: Final = "（「『【〈《〔“‘(["
_CLOSING: Final = "）」』】〉》〕”’)]、。，．；：？！…～％,.;:?!%"
_ACCENTED: Final = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f\u0e00-\u0e7f\u1e00-\u1eff"
"""Letters of words that no ROM has and that are drawn narrow: accented Latin (Vietnamese) and Thai."""

_UNIT: Final = re.compile(
    rf"\s+|[{re.escape(_OPENING)}]*(?:[!-'*-+\--~{_ACCENTED}]+|.)[{re.escape(_CLOSING)}]*",
    re.DOTALL,
)
_NARROW: Final = re.compile(rf"[\x00-\x7f{_ACCENTED}]")


def as_printed(text: str) -> str:
    """`text` with signs that look alike put into the one every ROM has, and on one line."""
    return on_one_line(text.translate(_SAME_ON_PAPER))


def on_one_line(text: str) -> str:
    """`text` without line ends, each letter one with its marks."""
    return unicodedata.normalize("NFC", " ".join(text.split("\n")))


def encoded(text: str, encoding: Encoding) -> bytes | None:
    """The bytes of `text` for a ROM of this kind; None if one character is not in it."""
    if text.isascii():
        return text.encode("ascii") if text.isprintable() else None
    match encoding:
        case Encoding.BIG5:
            return _big5(text, level_end=0xF9D5)
        case Encoding.CP950:
            return _big5(text, level_end=0xF9FE)
        case Encoding.GB18030:
            return _two_byte(text, "gb18030")
        case Encoding.PICTURE:
            return None


def columns_of(text: str) -> int:
    """Width in Font A columns (12 dots); a Chinese character and its signs take two."""
    return sum(1 if _NARROW.match(char) else 2 for char in text)


def broken_into_lines(text: str, columns: int) -> tuple[str, ...]:
    """Lines at most `columns` wide; words stay whole, and no line begins with 、 or ends with 「."""
    lines: list[str] = []
    line = ""
    for unit in _units(text, columns):
        if columns_of(line) + columns_of(unit.rstrip()) > columns and line.strip():
            lines.append(line.rstrip())
            line = ""
        line += unit if line else unit.lstrip()
    if line.strip():
        lines.append(line.rstrip())
    return tuple(lines)


def balanced(break_at: Callable[[int], tuple[str, ...]], widest: int) -> tuple[str, ...]:
    """As few lines as `break_at` makes of the whole width, about as long as each other: no word stands alone.

    `break_at` breaks a text into lines at most so wide. Of Chinese the first width is taken at which lines end
    with a sign, not within a word; if there is none, the lines are as even as can be.
    """
    lines = break_at(widest)
    enough, too_narrow = widest, widest // 2
    while len(lines) > 1 and enough - too_narrow > 1:
        tried = (enough + too_narrow) // 2
        narrower = break_at(tried)
        if len(narrower) > len(lines):
            too_narrow = tried
        else:
            enough, lines = tried, narrower
    wider = (lines if width == enough else break_at(width) for width in range(enough, widest + 1))
    return next((found for found in wider if all(_ends_well(line) for line in found[:-1])), lines)


def _ends_well(line: str) -> bool:
    return line[-1] in _CLOSING or columns_of(line[-1]) == 1


def _units(text: str, columns: int) -> list[str]:
    """What may not be torn apart; only a unit wider than the paper is."""
    units: list[str] = []
    for unit in _UNIT.findall(text):
        units.extend([unit] if columns_of(unit) <= columns else list(unit))
    return units


def _big5(text: str, *, level_end: int) -> bytes | None:
    """Big5 by way of Python's cp950, less what ROMs do not agree on (C6A1-C8FE, above `level_end`)."""
    codes = _two_byte(text, "cp950")
    if codes is None:
        return None
    at = 0
    while at < len(codes):
        if codes[at] < 0x80:
            at += 1
            continue
        code = codes[at] << 8 | codes[at + 1]
        if not (0xA140 <= code <= 0xA3BF or 0xA440 <= code <= 0xC67E or 0xC940 <= code <= level_end):
            return None
        at += 2
    return codes


def _two_byte(text: str, codec: str) -> bytes | None:
    """`text` in `codec`, unless a character is missing, is a control, or takes four bytes (beyond GBK)."""
    try:
        codes = [char.encode(codec) for char in text]
    except UnicodeEncodeError:
        return None
    if any(len(code) > 2 for code in codes) or any(char < " " or char == "\x7f" for char in text):
        return None
    return b"".join(codes)
