"""How services stand at the foot of the board: `waitline check` reckons with the same places as the board draws.

Lengths are the board's own millimetres: those of a 55 inch panel, larger and smaller with another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

from waitline.model.words import Words

from .board_names import LEAST, SECOND_LEAST, NameLetters, Size, letters_of
from .tile_letters import CAPITAL

MARGIN: Final = 15.0
"""What the board keeps free at its edges."""
PAD: Final = 6.0
LOW_PAD: Final = 1.5
"""Above and below what stands in a low cell."""
WITH_ICON: Final = 185.0
NAMES_DOWN: Final = 0.58
GAP: Final = 5.0
"""Between names, figure and words of a low cell: 14 and 「15 分內」 never read as one."""
_NAMES_LEAST, _NAMES_MOST = 0.45, 0.62
"""Of a low cell's width, what names take: all but what figure and words need, within these."""
_FIGURE, _FIGURE_DOWN, _FIGURE_EMS = 20.9, 0.52, 1.19
"""How high a figure's capitals are, in millimetres and of a low cell's height, at most; two figures' width."""
_WORDS_EMS, _SECOND_WORDS_EMS = 4.3, 5.8
"""The widest of what stands beside a figure: 「28–39 分」, "no counter"."""
_WORDS, _SECOND_WORDS = 14.5, 9.9
_WORDS_PITCH: Final = 1.1
_UPRIGHT_BELOW: Final = 900.0
_ROW: Final = 90.0
_LOW_ALONE, _LOW_ABOVE_ACCURACY, _LOW_ABOVE_NOTICE, _LOW_UPRIGHT = 110.0, 96.0, 83.7, 184.0
"""What calls can spare for all rows of many services together: less where a line stands below them."""
_ABOVE_NOTICE: Final = 0.91
"""The share that few services have there."""
_IN_A_ROW, _IN_A_ROW_UPRIGHT = 7, 4
_ROWS_UPRIGHT: Final = 2
_FULL, _FULL_LOW = 17.4, 14.5
_LEAST_ROW: Final = 14.0


NO_LETTERS: Final = NameLetters(0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesPlan:
    """The strip's grid; what a cell has inside; the box for its names; and how large each name's letters are.

    `low`: names and figures stand side by side, in many rows, a figure's capitals `figure` high and the `words`
    beside it; else above each other, the picture there `icon` high.
    """

    columns: int
    rows: int
    low: bool
    cell: Size
    names: Size
    icon: float
    letters: tuple[NameLetters, ...]
    figure: float = 0.0
    words: NameLetters = NO_LETTERS

    @property
    def worth(self) -> float:
        """The better of two: names and words are nearer to what can be read, and names larger beyond that."""
        words = min(1, self.words.second / SECOND_LEAST) * len(self.letters)
        return round(sum(map(_worth, self.letters)) + words, 1)


def is_readable(letters: NameLetters, scale: float = 1.0) -> bool:
    """Whether a name can be read by whoever stands before a board this much larger than the one of 55 inches."""
    return letters.first * scale >= LEAST and letters.second * scale >= SECOND_LEAST


def stand_low(count: int, *, upright: bool) -> bool:
    """Whether there are so many that each has name and figure side by side."""
    return count > (_IN_A_ROW_UPRIGHT * _ROWS_UPRIGHT if upright else _IN_A_ROW)


def strip_height(count: int, *, upright: bool, accuracy: bool = False, notice: bool = False) -> float:
    """What so many services take of the board; however many, no more than calls can spare. `accuracy`, `notice`:
    such a line stands below them."""
    if stand_low(count, upright=upright):
        if upright:
            return _LOW_UPRIGHT
        return _LOW_ABOVE_NOTICE if notice else _LOW_ABOVE_ACCURACY if accuracy else _LOW_ALONE
    rows = ceil(count / (_IN_A_ROW_UPRIGHT if upright else _IN_A_ROW))
    height = _ROW * (0.05 + 0.95 * rows) if count else 0.0
    return height * (_ABOVE_NOTICE if notice and not upright else 1.0)


@lru_cache(maxsize=32)
def plan_services(
    names: tuple[Words, ...], width: float, height: float, kept: float | None = None
) -> ServicesPlan:
    """Place services of these names in a strip of this size: in the rows in which most can be read. `kept`: the
    height for which rows are chosen, where the strip has more for a while: nothing moves to another place."""
    rows = _rows(names, width, kept or height)
    return _planned(names, (width, height), rows, low=stand_low(len(names), upright=width < _UPRIGHT_BELOW))


@lru_cache(maxsize=32)
def _rows(names: tuple[Words, ...], width: float, height: float) -> int:
    upright = width < _UPRIGHT_BELOW
    if not stand_low(len(names), upright=upright):
        return ceil(len(names) / (_IN_A_ROW_UPRIGHT if upright else _IN_A_ROW))
    plans = (_planned(names, (width, height), rows, low=True) for rows in _low_rows(len(names), height))
    return max(plans, key=lambda plan: plan.worth).rows


def _low_rows(count: int, height: float) -> Iterator[int]:
    """Which numbers of rows are worth a look, the fewest first."""
    most = max(1, int((height - PAD) / _LEAST_ROW))
    columns = sorted({ceil(count / rows) for rows in range(2, max(2, most) + 1)}, reverse=True)
    return (ceil(count / across) for across in columns)


def _worth(letters: NameLetters) -> float:
    """That it can be read counts most, the Chinese twice; then, up to twice as large, the size."""
    first, second = letters.first / LEAST, letters.second / SECOND_LEAST
    return 2 * min(1, first) + min(1, second) + min(2, first) / 4


def _planned(names: Sequence[Words], strip: Size, rows: int, *, low: bool) -> ServicesPlan:
    columns = ceil(len(names) / rows)
    wide = (strip[0] - PAD) / columns - 2 * PAD
    high = (strip[1] - PAD) / rows - (2 * LOW_PAD if low else PAD)
    if low:
        return _planned_low(names, (columns, rows), (wide, high))
    icon = min(high * 0.42, 30.0) if wide > WITH_ICON else 0.0
    box = (wide - (icon + PAD if icon else 0.0), high * NAMES_DOWN)
    return ServicesPlan(
        columns=columns,
        rows=rows,
        low=False,
        cell=(wide, high),
        names=box,
        icon=icon,
        letters=letters_of(names, box, _FULL),
    )


def _planned_low(names: Sequence[Words], grid: tuple[int, int], cell: Size) -> ServicesPlan:
    wide, high = cell
    figure = min(_FIGURE, high * _FIGURE_DOWN)
    beside = 2 * GAP + figure / CAPITAL * _FIGURE_EMS
    wanted = wide - beside - SECOND_LEAST / CAPITAL * _SECOND_WORDS_EMS
    box = (min(max(wanted, wide * _NAMES_LEAST), wide * _NAMES_MOST), high)
    room = max(wide - box[0] - beside, 1.0)
    second = min(_SECOND_WORDS, room / _SECOND_WORDS_EMS * CAPITAL, high / _WORDS_PITCH * CAPITAL * 0.4)
    first = min(_WORDS, room / _WORDS_EMS * CAPITAL, high / _WORDS_PITCH * CAPITAL - second)
    return ServicesPlan(
        columns=grid[0],
        rows=grid[1],
        low=True,
        cell=cell,
        names=box,
        icon=0.0,
        letters=letters_of(names, box, _FULL_LOW),
        figure=figure,
        words=NameLetters(first, second),
    )
