"""A text in one font, broken into lines for a width; what was found before is remembered.

A window asks for the same words in many sizes and widths until everything fits, and again on its next page.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QTextLayout, QTextOption

from .breaking import with_counts_held
from .fonts import advance, font_of
from .thai import has_thai, pieces

SHORTEST = 3  # characters: so short a Chinese word is not broken
SLACK = 0.5
WIDTHS = 32
"""So many widths of a text are remembered."""


def broken(text: str, px: int, weight: int, width: float) -> tuple[str, ...]:
    """Lines as full as the width allows; a word that is wider has a line of its own."""
    return _lines_of(text, px, weight).in_width(width)


def balanced(text: str, px: int, weight: int, width: float) -> tuple[str, ...]:
    """Lines of about one length, as few as the width allows: no single character alone on the last."""
    found = _lines_of(text, px, weight)
    lines = found.in_width(width)
    if len(lines) < 2:
        return lines
    narrow, wide = width / 2, width
    while wide - narrow > max(2.0, px / 4):
        middle = (narrow + wide) / 2
        tried = found.in_width(middle)
        fits = len(tried) <= len(lines) and _widest(tried, px, weight) <= middle + SLACK
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return found.in_width(wide)


def _widest(lines: Sequence[str], px: int, weight: int) -> float:
    return max(advance(line, px, weight) for line in lines)


class _Lines:
    """The lines of one text in one font for each width that was asked for.

    The wider the room, the more a line holds: between two widths with the same lines there are no others.
    """

    __slots__ = ("_found", "_px", "_text", "_weight", "_widths")

    def __init__(self, text: str, px: int, weight: int) -> None:
        self._text, self._px, self._weight = text, px, weight
        self._widths: list[float] = []
        self._found: list[tuple[str, ...]] = []

    def in_width(self, width: float) -> tuple[str, ...]:
        at = bisect_left(self._widths, width)
        if at < len(self._widths):
            wider = self._found[at]
            if self._widths[at] == width or (at and self._found[at - 1] == wider):
                return wider
        elif self._found and len(self._found[-1]) == 1:
            return self._found[-1]
        return self._keep(at, width)

    def _keep(self, at: int, width: float) -> tuple[str, ...]:
        if len(self._widths) >= WIDTHS:
            self._widths.clear()
            self._found.clear()
            at = 0
        self._widths.insert(at, width)
        self._found.insert(at, tuple(_broken(self._text, self._px, self._weight, width)))
        return self._found[at]


_lines_of = lru_cache(maxsize=1024)(_Lines)


def _filled(words: Sequence[str], px: int, weight: int, width: float) -> list[str]:
    """Lines of as many words as the width holds."""
    lines = [""]
    for word in words:
        if lines[-1] and advance((lines[-1] + word).rstrip(), px, weight) > width:
            lines.append("")
        lines[-1] += word
    return [line.strip() for line in lines]


def _broken(text: str, px: int, weight: int, width: float) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if has_thai(paragraph):
            lines += _filled(pieces(paragraph), px, weight, width)
        elif 0 < len(paragraph) <= SHORTEST:
            lines.append(paragraph)
        else:
            lines += _by_qt(paragraph, px, weight, width)
    return lines


def _by_qt(paragraph: str, px: int, weight: int, width: float) -> list[str]:
    lines: list[str] = []
    layout = QTextLayout(with_counts_held(paragraph), font_of(px, weight))
    layout.setTextOption(_between_words())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        lines.append(paragraph[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines


@lru_cache(maxsize=1)
def _between_words() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option
