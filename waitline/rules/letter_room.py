"""How much room words take where nobody has a screen to measure them, in em of the house's bold letters.

Widths are those of `assets/fonts` (a test holds them against Qt); what is not among them counts as a whole em.
Lines end where the kiosk ends them (`waitline.look.breaking`, `waitline.look.thai`).
"""

import re
import unicodedata
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import Final

_SMALL: Final = "59 65 53 65 58 37 60 64 31 31 61 32 97 64 63 65 65 44 50 42 64 58 87 57 58 51"
_CAPITAL: Final = "64 68 66 72 62 59 72 76 33 57 69 58 86 75 77 67 77 68 63 63 75 62 92 63 58 61"
_LATIN: Final = {
    letter: int(wide) / 100
    for letters, widths in ((ascii_lowercase, _SMALL), (ascii_uppercase, _CAPITAL))
    for letter, wide in zip(letters, widths.split(), strict=True)
}
"""A to Z; in hundredths of an em above."""
_OTHERS: Final = {" ": 0.23, "đ": 0.65, "Đ": 0.75, "-": 0.37, "/": 0.39, "(": 0.38, ")": 0.38} | dict.fromkeys(
    ".,:;'", 0.33
)
_DIGIT: Final = 0.59
_THAI: Final = {"า": 0.44, "ำ": 0.44, "ะ": 0.36} | {
    letter: wide
    for letters, wide in (
        ("เโใไ", 0.35),
        ("รว", 0.52),
        ("งจฐธ", 0.575),
        ("ขชซลสอฮ", 0.605),
        ("ฌญฒณ", 0.94),
        ("พฟ", 0.73),
    )
    for letter in letters
}
_THAI_LETTER: Final = 0.65
_THAI_SIGNS: Final = ("\u0e00", "\u0e7f")

TOO_WIDE: Final = 99
"""Lines of a text that holds a word wider than its room."""
_PLAIN_LINE: Final = 1.01
_MARKED_LINE: Final = 1.22
_CAPITAL_MARKED_LINE: Final = 1.31
_THAI_LINE: Final = 1.35
"""The height of a line, in em: marks above and below letters need their own room."""

_BETWEEN: Final = re.compile("(?<=[-，。、；：！？・）」』\u200b\\s])|(?=[（「『])")
_THAI_STRETCH: Final = re.compile("[\u0e00-\u0e7f]+")
_THAI_WORD: Final = 9
_THAI_UNMARKED: Final = 12
_LATIN_ENDS: Final = 0x2000


@lru_cache(maxsize=4096)
def width_of(text: str) -> float:
    """The width of a text on one line."""
    return sum(_letter(letter) for letter in unicodedata.normalize("NFD", text))


def lines_of(text: str, room: float) -> tuple[int, float]:
    """How many lines a text takes in a width, and how wide the last of them is; `TOO_WIDE` where it cannot."""
    lines, last = (1, 0.0) if text else (0, 0.0)
    for wide, bare in _pieces(text, room):
        if bare > room:
            return TOO_WIDE, room
        if last + bare > room:
            lines, last = lines + 1, 0.0
        last += wide
    return lines, last


@lru_cache(maxsize=1024)
def line_of(text: str) -> float:
    """The height of each line of a text."""
    if any(_is_thai(letter) for letter in text):
        return _THAI_LINE
    marked = [letter for letter in text if len(unicodedata.normalize("NFD", letter)) > 1]
    if any(letter.isupper() for letter in marked):
        return _CAPITAL_MARKED_LINE
    return _MARKED_LINE if marked else _PLAIN_LINE


def _letter(letter: str) -> float:
    if letter in _LATIN:
        return _LATIN[letter]
    if unicodedata.category(letter) in {"Mn", "Cf"}:
        return 0.0
    if _is_thai(letter):
        return _THAI.get(letter, _THAI_LETTER)
    return _DIGIT if letter.isdigit() else _OTHERS.get(letter, 1.0)


def _is_thai(letter: str) -> bool:
    return _THAI_SIGNS[0] <= letter <= _THAI_SIGNS[1]


def _pieces(text: str, room: float) -> list[tuple[float, float]]:
    """What may not be broken, each with its width, and without the space at its end."""
    found: list[str] = []
    for piece in _cut(text):
        is_chinese = all(ord(letter) >= _LATIN_ENDS for letter in piece.strip())
        found += piece if is_chinese and width_of(piece) > room else [piece]
    return [(width_of(piece), width_of(piece.rstrip())) for piece in found]


@lru_cache(maxsize=1024)
def _cut(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for piece in _BETWEEN.split(text):
        if _THAI_STRETCH.match(piece) and len(piece.strip()) > _THAI_UNMARKED:
            found += [piece[at : at + _THAI_WORD] for at in range(0, len(piece), _THAI_WORD)]
        elif piece:
            found.append(piece)
    return tuple(found)
