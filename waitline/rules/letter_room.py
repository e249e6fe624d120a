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
_OTHERS: Final = {
    " ": 0.23,
    "\u00a0": 0.23,
    "đ": 0.65,
    "Đ": 0.75,
    "-": 0.37,
    "/": 0.39,
    "(": 0.38,
    ")": 0.38,
} | dict.fromkeys(".,:;'", 0.33)
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
_ABOVE, _BELOW = 0.865, 0.105
"""How far letters reach above and below the line they stand on, in em: Chinese ones, and those named below."""
_REACH_ABOVE: Final = {
    **dict.fromkeys(ascii_lowercase, 0.815),
    **dict.fromkeys(ascii_uppercase, 0.755),
    **dict.fromkeys("đĐ0123456789 .,:;'-", 0.8),
}
_MARKED, _CAPITAL_MARKED = 0.925, 1.02
_THAI_REACH, _THAI_TALL, _THAI_STACKED = 0.61, 0.86, 1.045
"""Thai letters; those that are taller, or have one sign above them; with two of them."""
_THAI_TALL_ONES: Final = frozenset("ปฝฟฬใไโ")
_TAILS: Final = dict.fromkeys("gjpqyQ,;()/", 0.25) | dict.fromkeys("ญฐฎฏฤฦๆ", 0.22)
_MARKS_BELOW: Final = {"\u0323": 0.255} | dict.fromkeys("\u0e38\u0e39\u0e3a", 0.265)
_BARE_BELOW: Final = 0.02
_LEAST_ABOVE, _LEAST_BELOW = 0.84, 0.11
"""What a line takes even of letters that are lower."""

_MARKS: Final = "[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_LETTER: Final = re.compile(f"(?!{_MARKS}).{_MARKS}*", re.DOTALL)
"""A letter with its marks."""
_BETWEEN: Final = re.compile("(?<=[-，。、；：！？・）」』\u200b])|(?<=[^\\S\u00a0])|(?=[（「『])")
_THAI_STRETCH: Final = re.compile("[\u0e00-\u0e7f]+")
_THAI_WORD: Final = 9
_THAI_UNMARKED: Final = 12
_LATIN_ENDS: Final = 0x2000
_SHORT: Final = 9


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


def widest_short(text: str, most: float) -> float:
    """The width of the widest short stretch of Chinese that is no wider than `most`: what is better not broken."""
    stretches = (piece.strip() for piece in _cut(text) if len(piece) <= _SHORT)
    widths = (width_of(piece) for piece in stretches if any(ord(sign) >= _LATIN_ENDS for sign in piece))
    return max((wide for wide in widths if wide <= most), default=0.0)


@lru_cache(maxsize=1024)
def reach_of(text: str) -> tuple[float, float]:
    """How far the letters of a text and their marks reach above and below the line they stand on."""
    signs = unicodedata.normalize("NFD", text)
    above = max((_reach_above(found[0]) for found in _LETTER.finditer(signs)), default=0.0)
    return above, max((_reach_below(sign) for sign in signs), default=0.0)


def line_of(text: str, apart: float) -> float:
    """The height of each line of a text, whose letters are so far apart from those of the next, in em."""
    above, below = reach_of(text)
    return max(_LEAST_ABOVE, above + apart / 2) + max(_LEAST_BELOW, below + apart / 2)


def _reach_above(letter: str) -> float:
    """Of a letter with its marks."""
    base, marks = letter[0], [mark for mark in letter[1:] if mark not in _MARKS_BELOW]
    if _is_thai(base):
        high = (base in _THAI_TALL_ONES) + len(marks)
        return (_THAI_REACH, _THAI_TALL, _THAI_STACKED)[min(high, 2)]
    if marks:
        return _CAPITAL_MARKED if base.isupper() else _MARKED
    return _REACH_ABOVE.get(base, _ABOVE)


def _reach_below(sign: str) -> float:
    known = _TAILS.get(sign) or _MARKS_BELOW.get(sign)
    return known or (_BARE_BELOW if sign in _REACH_ABOVE or _is_thai(sign) else _BELOW)


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
