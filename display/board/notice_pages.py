"""How a notice comes to one line: at once, page by page, or as a ribbon that runs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from waitline.look.breaking import as_read, whole
from waitline.look.fonts import advance, font_of, ink_of
from waitline.look.lines import balanced
from waitline.model.words import Words

_WORDS: Final = re.compile(r"[\x21-\u1fff]+\s*|.\s*", re.DOTALL)
"""Latin words are never cut; between two Chinese characters there is nothing to cut."""
_AIR_PX: Final = 3
_PIECE_EM: Final = 8
"""A piece of the ribbon is about so long; the whole could be longer than a picture may be wide."""


class Manner(Enum):
    """Whether it stands, turns its pages, or runs."""

    STANDS = "stands"
    TURNS = "turns"
    RUNS = "runs"


@dataclass(frozen=True, slots=True)
class Run:
    """A text in its language: its font, and the line it stands on, in pixels from the top."""

    text: str
    font: QFont
    baseline: int
    second: bool
    """In the second language."""

    def width(self, words: str) -> float:
        """Of some of its words, in pixels."""
        return advance(words, self.font.pixelSize(), self.font.weight())


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a run that are drawn in one go, and from where on, in pixels."""

    words: str
    run: Run
    x: float

    @property
    def width(self) -> float:
        """In pixels."""
        return self.run.width(self.words)


Page = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """One page that stands, several that turn, or one that runs and begins anew after `round_px`."""

    manner: Manner
    pages: tuple[Page, ...]
    round_px: float = 0.0


def paginate(words: Words, room: QSize, fonts: tuple[QFont, QFont], *, still: bool) -> Pages:
    """Both languages beside each other if they fit; else in turn, each on one line; else running.

    `still`: nothing may run, so that long ones turn line by line. `fonts`: Chinese and English.
    """
    width, apart = room.width(), fonts[0].pixelSize()
    runs = list(_runs(words, fonts, room.height()))
    together = tuple(_beside(runs, apart))
    if _end(together) <= width:
        return Pages(Manner.STANDS, (together,))
    alone = tuple((Piece(run.text, run, 0.0),) for run in runs)
    if all(_end(page) <= width for page in alone):
        return Pages(Manner.TURNS, alone)
    if still:
        return Pages(Manner.TURNS, tuple(_lines(runs, width)))
    ribbon = tuple(_beside(runs, 2 * apart, cut=True))
    return Pages(Manner.RUNS, (ribbon,), _end(ribbon) + 2 * apart)


def said(page: Page) -> str:
    """The words of a page as they are read."""
    told = "".join(("  " if one.run != after.run else "") + after.words for one, after in pairwise(page))
    return "".join(one.words for one in page[:1]) + told


def _runs(words: Words, fonts: tuple[QFont, QFont], height: int) -> Iterator[Run]:
    """Each language once, its ink in the middle of the height; smaller where capitals have marks above them."""
    texts = dict.fromkeys(" ".join(text.split()) for text in (words.zh, words.en))
    for number, (text, font) in enumerate(zip(filter(None, texts), fonts, strict=False)):
        above, below = ink_of(text, font.weight())
        px = min(font.pixelSize(), int((height - _AIR_PX) / (above + below)))
        baseline = round((height - (above + below) * px) / 2 + above * px)
        yield Run(text, font_of(max(1, px), font.weight()), baseline, second=number > 0)


def _end(page: Page) -> float:
    return page[-1].x + page[-1].width if page else 0.0


def _beside(runs: Iterable[Run], apart: float, *, cut: bool = False) -> Iterator[Piece]:
    x = 0.0
    for run in runs:
        for words in _cut(run) if cut else [run.text]:
            yield Piece(words, run, x)
            x += run.width(words)
        x += apart


def _cut(run: Run) -> Iterator[str]:
    """Pieces that make the text again, about as long as each other, cut between words."""
    piece = ""
    for word in _WORDS.findall(run.text):
        if piece and run.width(piece + word) > run.font.pixelSize() * _PIECE_EM:
            yield piece
            piece = ""
        piece += word
    if piece:
        yield piece


def _lines(runs: Iterable[Run], width: float) -> Iterator[Page]:
    for run in runs:
        text = whole(run.text, run.font, width)
        for line in balanced(text, run.font.pixelSize(), run.font.weight(), width):
            yield (Piece(as_read(line).strip(), run, 0.0),)
