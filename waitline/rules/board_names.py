"""How large the names of services can be written on the board: the board writes them so, `waitline check` says so.

Lengths are the board's own millimetres. Chinese stands above its English; what is too long for a line goes on
below, and only what is too long for its box is smaller.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from waitline.model.words import Words

from .letter_room import line_of, lines_of, widest_short
from .tile_letters import CAPITAL

Size = tuple[float, float]

ARCMIN: Final = 10.0
"""Half of what a recent call has from the last seat: who sees half as well as others just reads such letters.
Names are read on the way to the board, not from the seat: a capital beside the Chinese is so large from
`READ_FROM_M`, one of the English from `SECOND_FROM_M`."""
READ_FROM_M: Final = 3.0
SECOND_FROM_M: Final = 2.0
LEAST: Final = 8.73
SECOND_LEAST: Final = 5.82
"""The same in millimetres."""
SECOND, SECOND_LESS = 0.667, 0.5
"""The English beside the Chinese; and where both are large, or the Chinese would be too small else."""
APART: Final = 1.0
"""The ground between the letters of one line and those of the next."""
PITCH: Final = 0.95
"""The em that a line takes at least."""
NEARLY_FITS: Final = 1.5
"""A short stretch of Chinese is rather written smaller by so much than broken (`waitline.look.breaking`)."""
OTHERS: Final = 3
"""One name of so many may be smaller than the rest."""
ALIKE: Final = 0.72
"""A name is one of the rest where it may be so large, of what most may be."""
_STEP: Final = 0.97
_STEPS: Final = 72
_SLACK: Final = 0.985
"""Of a width: fonts have whole pixels."""


@dataclass(frozen=True, slots=True)
class NameLetters:
    """How high capitals are beside a name's Chinese, and in its English."""

    first: float
    second: float


def letters_of(names: Sequence[Words], box: Size, full: float) -> tuple[NameLetters, ...]:
    """Of each of these names in a box of this size; `full` is what short names have. Alike where they can be."""
    first = _alike([_first(one.zh, one.en, box, full) for one in names], LEAST)
    pairs = zip(names, first, strict=True)
    second = _alike([_second(one.zh, one.en, box, full, cap) for one, cap in pairs], SECOND_LEAST)
    return tuple(map(NameLetters, first, second))


def _alike(caps: Sequence[float], least: float) -> list[float]:
    """All as small as the smallest that is neither much smaller than most may be nor too small; else by itself."""
    most = sorted(caps)[len(caps) // OTHERS]
    enough = max(most * ALIKE, least if most >= least else 0)
    common = min(cap for cap in caps if cap >= enough)
    return [min(cap, common) for cap in caps]


def _sizes(full: float) -> list[float]:
    """From the full one down; among them the least that is readable."""
    return sorted({full * _STEP**step for step in range(_STEPS)} | {LEAST, SECOND_LEAST}, reverse=True)


@lru_cache(maxsize=4096)
def _first(zh: str, en: str, box: Size, full: float) -> float:
    """The Chinese, where the English below it is large enough too; long English leaves the Chinese readable."""
    sizes = _sizes(full)
    found = bisect_left(sizes, True, key=lambda cap: _fits(zh, en, box, full, (cap, cap * _share(cap))))
    if sizes[min(found, len(sizes) - 1)] < LEAST:
        sizes = sizes[bisect_left(sizes, -LEAST, key=lambda cap: -cap) :]
        found = bisect_left(sizes, True, key=lambda cap: _fits(zh, en, box, full, (cap, cap * SECOND_LESS)))
    return sizes[min(found, len(sizes) - 1)]


def _share(first: float) -> float:
    """The English beside Chinese of this size: less where both are large."""
    return max(SECOND_LESS, min(SECOND, SECOND_LEAST / first))


@lru_cache(maxsize=4096)
def _second(zh: str, en: str, box: Size, full: float, first: float) -> float:
    """The English below Chinese of that size."""
    sizes = [first * SECOND, *(cap for cap in _sizes(full) if cap < first * SECOND)]
    found = bisect_left(sizes, True, key=lambda cap: _fits(zh, en, box, full, (first, cap)))
    return sizes[min(found, len(sizes) - 1)]


def _fits(zh: str, en: str, box: Size, full: float, caps: Size) -> bool:
    first, second = caps[0] / CAPITAL, caps[1] / CAPITAL
    width = box[0] * _SLACK
    if widest_short(zh, NEARLY_FITS * width / (full / CAPITAL)) * first > width:
        return False
    return _height(zh, width, first) + _height(en, width, second) <= box[1]


def _height(text: str, width: float, em: float) -> float:
    lines, _ = lines_of(text, round(width / em, 2))
    return lines * line_of(text, round(APART / em, 3)) * em
