"""Where a line may be broken: between words. Qt breaks Chinese after any character, which is hard to read."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont

from .fonts import advance
from .thai import has_thai

MAY_BREAK: Final = "\N{ZERO WIDTH SPACE}"
NEARLY: Final = 1.5
_JOINER: Final = "\N{WORD JOINER}"
_BETWEEN: Final = re.compile(rf"(?<=[，。、；：！？・）」』{MAY_BREAK}\s])|(?=[（「『])")
_COUNT: Final = re.compile(r"(?<=\d) (?=[\u4e00-\u9fff])")
_HELD: Final = "\N{NO-BREAK SPACE}"
_SHORT: Final = 9  # characters
_LATIN_ENDS: Final = 0x2000


def whole(text: str, font: QFont, width: float, *, nearly: float = NEARLY) -> str:
    """A text that is broken only between words or after a comma, as far as the pieces fit a width.

    Chinese may be broken after any character; 「星期／四」 is right by the book and hard to read across a hall.
    A short piece rather makes all words a little smaller (by `nearly` at most) than be broken. Thai is broken
    between words as it is (`thai.pieces`).
    """
    return _whole(text, font.pixelSize(), font.weight(), width, nearly)


@lru_cache(maxsize=1024)
def _whole(text: str, px: int, weight: int, width: float, nearly: float) -> str:
    if has_thai(text):
        return text

    def stays(piece: str) -> bool:
        room = width * nearly if len(piece) <= _SHORT else width
        return advance(piece, px, weight) <= room

    return "".join(_joined(piece) if stays(piece) else piece for piece in _BETWEEN.split(text))


def with_counts_held(text: str) -> str:
    """The text, as long as it was, in which a figure stays with what it counts (「12 人」)."""
    return _COUNT.sub(_HELD, text)


def together(text: str) -> tuple[str, ...]:
    """What is hard to read when it is broken: stretches of Chinese between commas, spaces and brackets."""
    return tuple(
        piece for piece in _BETWEEN.split(text) if any(ord(sign) >= _LATIN_ENDS for sign in piece.strip())
    )


def as_read(text: str) -> str:
    """A text without the signs that only guide the breaking of lines."""
    return text.replace(_JOINER, "").replace(MAY_BREAK, "")


def _joined(piece: str) -> str:
    if all(ord(character) < _LATIN_ENDS for character in piece):
        return piece
    bare = piece.rstrip()
    marks = (unicodedata.category(character).startswith("M") for character in bare)
    held = "".join(character if mark else _JOINER + character for character, mark in zip(bare, marks, strict=True))
    return held.removeprefix(_JOINER) + piece[len(bare) :]
