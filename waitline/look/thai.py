"""Where a line of Thai may end. Thai writes no spaces between words, and a broken word is hard to read.

Texts mark their words with U+200B, a space without width. What nobody has marked is cut by Qt's dictionary
(libthai, which Windows and a bare Debian lack), or else before the vowels that are written first and so begin
a syllable.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QTextBoundaryFinder

BREAK_HERE: Final = "\u200b"
WORD: Final = 24
"""Letters that a word may have in a text with marks: no word of ours is longer."""
UNMARKED: Final = 12
"""Letters in a row that stay whole in a text without any."""

_THAI: Final = re.compile("[\u0e00-\u0e7f]")
_STRETCH: Final = re.compile("[\u0e00-\u0e7f]+")
_VOWELS_IN_FRONT: Final = "\u0e40\u0e41\u0e42\u0e43\u0e44"


def has_thai(text: str) -> bool:
    """Whether any letter is Thai."""
    return _THAI.search(text) is not None


@lru_cache(maxsize=1024)
def pieces(text: str) -> tuple[str, ...]:
    """A text cut wherever a line may end, its spaces kept, its marks taken out."""
    found = _line_ends(text)
    longest = WORD if BREAK_HERE in text else UNMARKED
    unmarked = [
        (stretch.start(), stretch.end())
        for stretch in _STRETCH.finditer(text)
        if stretch.end() - stretch.start() > longest
    ]
    cuts = [at for at in found if not _within_thai(text, at)]
    for start, end in unmarked:
        by_dictionary = [at for at in found if start < at < end]
        cuts += by_dictionary or [at for at in range(start + 1, end) if text[at] in _VOWELS_IN_FRONT]
    ends = [0, *sorted(set(cuts)), len(text)]
    return tuple(text[start:end].replace(BREAK_HERE, "") for start, end in pairwise(ends) if end > start)


def _within_thai(text: str, at: int) -> bool:
    return _THAI.match(text, at - 1) is not None and _THAI.match(text, at) is not None


def _line_ends(text: str) -> list[int]:
    """Where Qt would end a line, the text's own two ends left out."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    found = []
    while (at := finder.toNextBoundary()) >= 0:
        if 0 < at < len(text):
            found.append(at)
    return found
