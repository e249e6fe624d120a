"""How the large page shares its glass: words, and below or beside them, within reach, what may be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRect

LEAST_WIDE_MM: Final = 106.0
"""A word of twelve letters in large type has room in a place of this width."""
LEAST_TALL_MM: Final = 56.0
"""Two lines in large type."""
LARGEST_TALL_MM: Final = 92.0
WORDY: Final = 0.36
"""Words that would take more of a lying glass' height than this stand beside the choices instead, where as many
have room there."""
MOST_WORDS: Final = 0.45
"""What words above the choices take at most; the rest is shown part after part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The glass in pixels without its margin; `reach`: above it nothing may be touched."""

    inside: QRect
    reach: int
    wide: int
    tall: int
    tallest: int
    gap: int

    @property
    def is_level(self) -> bool:
        return self.inside.width() > self.inside.height()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """`columns` and `rows` are the most that the choices' box carries."""

    words: QRect
    choices: QRect
    columns: int
    rows: int

    def room_above(self, kept: int) -> int:
        """How many choices have room above so many that stand on every page."""
        return max(0, self.columns * (self.rows - ceil(kept / self.columns)))


def beside(room: Room) -> Shares:
    """Words in the left half, choices in the right one."""
    inside = room.inside
    split = inside.width() // 2
    words = QRect(inside.x(), inside.y(), split - room.gap, inside.height())
    choices = QRect(inside.x() + split, inside.y(), inside.width() - split, inside.height())
    choices.setTop(max(choices.top(), room.reach))
    return _shares(room, words, choices)


def below(room: Room, words_tall: int) -> Shares:
    """Words above, choices below them as far up as somebody reaches; two rows of choices have room at least."""
    inside = room.inside
    lowest = inside.bottom() + 1 - 2 * room.tall
    top = min(lowest, max(inside.y() + words_tall + room.gap, room.reach))
    words = QRect(inside.x(), inside.y(), inside.width(), top - room.gap - inside.y())
    choices = QRect(inside.x(), top, inside.width(), inside.bottom() + 1 - top)
    return _shares(room, words, choices)


def _shares(room: Room, words: QRect, choices: QRect) -> Shares:
    return Shares(
        words=words,
        choices=choices,
        columns=max(1, choices.width() // room.wide),
        rows=max(1, choices.height() // room.tall),
    )


def grid(counts: tuple[int, int], shares: Shares, room: Room) -> list[QRect]:
    """Places for choices, row by row in reading order, low in their box and no taller than they need.

    `counts`: so many of the page, and below them so many that stand on every page.
    """
    rows = [ceil(count / shares.columns) for count in counts]
    if not sum(rows):
        return []
    box = shares.choices
    tall = min(room.tallest, box.height() // sum(rows))
    top = box.bottom() + 1 - tall * sum(rows)
    places = []
    for count, of in zip(counts, rows, strict=True):
        places += _rows(count, of, QRect(box.x(), top, box.width(), tall * of))
        top += tall * of
    return places


def _rows(count: int, rows: int, box: QRect) -> list[QRect]:
    """Each row as wide as the box; where they do not come out even, the last rows have fewer and wider places."""
    places, done = [], 0
    for row in range(rows):
        here = ceil((count - done) / (rows - row))
        top, bottom = (box.y() + box.height() * edge // rows for edge in (row, row + 1))
        for column in range(here):
            left, right = (box.x() + box.width() * edge // here for edge in (column, column + 1))
            places.append(QRect(left, top, right - left, bottom - top))
        done += here
    return places
