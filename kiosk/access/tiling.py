"""Tiles in rows: so wide and tall that every name is whole in large letters, all of one size; and their pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, inf
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect

from waitline.look import Look, Space

from .tile import ROUND_MM, frame_of
from .tile_words import LEANEST, MANNERS, TELLING, Manner, Writing, kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .reading import Choice

LARGEST_CAP_MM: Final = 17.0
LARGEST_TALL_MM: Final = 92.0
LEAST_WIDE_MM: Final = 58.0
STEP: Final = 0.96
ENDLESS: Final = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Choices beside each other, as wide as their box together; how tall they have to be, in pixels, and how many
    stretches of words are cut."""

    choices: tuple[Choice, ...]
    needs: float
    cuts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaking:
    """What may be done where a line is too narrow. `cuts`: Chinese may end anywhere; `words`: so may Latin."""

    cuts: bool = True
    words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiling:
    """Rows in a box, from its lower edge up. `fits` False: letters are smaller than they may be."""

    manner: Manner
    em: int
    rows: tuple[Row, ...]
    fits: bool = True

    @property
    def needs(self) -> float:
        return sum(row.needs for row in self.rows)

    @property
    def cuts(self) -> int:
        return sum(row.cuts for row in self.rows)

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(choice for row in self.rows for choice in row.choices)


class Tiler:
    """Finds rows for choices in one width."""

    def __init__(self, look: Look, width: int) -> None:
        self._look = look
        self._width = width
        self._writing = Writing(look, balanced=False)
        self._frame = frame_of(look)
        self._least_tall = look.px(Space.BUTTON) + 2 * (look.mm(ROUND_MM) + look.px(Space.FOCUS) + 1)
        self._most_columns = max(1, int(width // look.mm(LEAST_WIDE_MM)))
        self._least = round(look.least_px)
        self._largest = round(look.font_of_cap(LARGEST_CAP_MM, strong=True).pixelSize())

    def largest(self, blocks: Sequence[Sequence[Choice]], height: float) -> Tiling | None:
        """Blocks one above the other: all that has room at the least size, then as large as can be; or None.

        Of Chinese as few words as can be are cut, whatever else has to go.
        """
        for cutting in (False, True):
            tilings = [self._tiled(blocks, manner, self._least, Breaking(cuts=cutting)) for manner in MANNERS]
            having_room = [tiling for tiling in tilings if tiling.needs <= height]
            if having_room:
                best = min(having_room, key=lambda tiling: tiling.cuts)
                return self._grown(blocks, best, height, Breaking(cuts=cutting))
        return None

    def smallest(self, blocks: Sequence[Sequence[Choice]], height: float) -> Tiling:
        """Where nothing has room: letters smaller than they may be, but all of them."""
        em = float(self._least)
        while em > 8:
            tiling = self._tiled(blocks, LEANEST, round(em), Breaking(words=True))
            if tiling.needs <= height:
                break
            em *= STEP
        return Tiling(manner=LEANEST, em=round(em), rows=tiling.rows, fits=False)

    def has_room(self, blocks: Sequence[Sequence[Choice]], height: float) -> bool:
        """Whether they have room with nothing but their names."""
        left = height
        for block in blocks:
            left -= sum(row.needs for row in self._block(block, LEANEST, self._least, Breaking()))
            if left < 0:
                return False
        return True

    def tells(self, blocks: Sequence[Sequence[Choice]], height: float) -> bool:
        """Whether they have room with the wait beside their names; so they have where none is told."""
        if not any(note.spare for block in blocks for choice in block for note in kept(choice, TELLING)):
            return True
        return self._tiled(blocks, TELLING, self._least, Breaking()).needs <= height

    def _grown(
        self, blocks: Sequence[Sequence[Choice]], least: Tiling, height: float, breaking: Breaking
    ) -> Tiling:
        """As large as can be without cutting more words."""
        em = float(self._largest)
        while round(em) > self._least:
            tiling = self._tiled(blocks, least.manner, round(em), breaking)
            if tiling.needs <= height and tiling.cuts <= least.cuts:
                return tiling
            em *= STEP
        return least

    def _tiled(self, blocks: Sequence[Sequence[Choice]], manner: Manner, em: int, breaking: Breaking) -> Tiling:
        rows: list[Row] = []
        for block in blocks:
            rows += self._block(block, manner, em, breaking)
        return Tiling(manner=manner, em=em, rows=tuple(rows))

    def _block(self, block: Sequence[Choice], manner: Manner, em: int, breaking: Breaking) -> tuple[Row, ...]:
        """In so many columns that it is lowest, rather in more."""
        best: tuple[Row, ...] = ()
        lowest = inf
        for columns in range(min(self._most_columns, len(block)), 0, -1):
            rows, needs = [], 0.0
            for row in self._rows(block, columns, manner, em, breaking):
                rows.append(row)
                needs += row.needs
                if needs >= lowest:
                    break
            else:
                best, lowest = tuple(rows), needs
        return best

    def _rows(
        self, block: Sequence[Choice], columns: int, manner: Manner, em: int, breaking: Breaking
    ) -> Iterator[Row]:
        """Where rows do not come out even, the last ones have fewer and wider places."""
        count, done = ceil(len(block) / columns), 0
        for row in range(count):
            here = ceil((len(block) - done) / (count - row))
            choices = tuple(block[done : done + here])
            width = self._width // here - self._frame.width()
            alone = here == 1 and manner is LEANEST and em <= self._least
            yield self._row(choices, manner, em, width, replace(breaking, words=True) if alone else breaking)
            done += here

    def _row(self, choices: tuple[Choice, ...], manner: Manner, em: int, width: float, breaking: Breaking) -> Row:
        """Without end where a word is too long; it is broken only where a tile is as wide as can be, or must."""
        tallest, cuts = 0.0, 0
        for choice in choices:
            laid = self._writing.laid(choice, manner, em, width, breaks=breaking.words)
            if laid.overflows or (laid.cuts and not breaking.cuts):
                return Row(choices=choices, needs=ENDLESS)
            tallest, cuts = max(tallest, laid.tall), cuts + laid.cuts
        return Row(choices=choices, needs=max(self._least_tall, tallest + self._frame.height()), cuts=cuts)


def places(tiling: Tiling, box: QRect, tallest: float) -> list[QRect]:
    """Where the choices of a tiling stand: low in the box, rows as alike in height as their words let them be."""
    tops = _levelled([row.needs for row in tiling.rows], box.height(), tallest)
    found: list[QRect] = []
    top = box.bottom() + 1 - sum(tops)
    for row, tall in zip(tiling.rows, tops, strict=True):
        for n in range(len(row.choices)):
            left, right = (box.x() + box.width() * edge // len(row.choices) for edge in (n, n + 1))
            found.append(QRect(left, round(top), right - left, round(top + tall) - round(top)))
        top += tall
    return found


def _levelled(needs: list[float], height: float, tallest: float) -> list[float]:
    """Heights that together fill `height`, none below its need; the low ones grow first, none beyond `tallest`."""
    if not needs or sum(needs) >= height:
        share = height / max(1.0, sum(needs))
        return [need * min(1.0, share) for need in needs]
    low, high = 0.0, float(tallest)
    for _ in range(30):
        level = (low + high) / 2
        low, high = (level, high) if sum(max(need, level) for need in needs) <= height else (low, level)
    return [max(need, low) for need in needs]
