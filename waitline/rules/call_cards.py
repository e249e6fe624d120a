"""Where a call's number and its counter stand on the cards of the big place.

The board draws so, and `waitline check` reckons with it. Any one unit of length.
"""

from typing import Final

from .letter_room import width_of
from .tile_letters import CAPITAL

Size = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width, height."""

FLAT: Final = 1.3
"""A place this much wider than high has many calls side by side."""
GAP_MM: Final = 10.0
LEAST_BIG, LEAST_BIG_UPRIGHT = (851.0, 456.0), (650.0, 615.0)
"""The big place in millimetres of the board, when most else is shown."""
USUAL_LABEL: Final = "A000"
_WIDE: Final = 2.6
PAD: Final = 0.062
"""Of a card's shorter side."""
_ACROSS_AT_LEAST, _ACROSS_AT_MOST = 0.45, 0.66
_WIDE_ABOVE, _WIDE_ASIDE, _ASIDE = 1.3, 1.6, 0.7
_NUMBER_DOWN: Final = 0.63


def grid(count: int, big: Size) -> tuple[int, int]:
    """How many calls stand side by side, and how many below each other: two by two where four would be too low."""
    columns = 2 if count > 3 and big[0] > big[1] * FLAT else 1
    return columns, -(-count // columns)


def card_size(count: int, big: Size, gap: float) -> Size:
    """Each card's size when so many calls are shown."""
    columns, rows = grid(count, big)
    return (big[0] - gap * (columns - 1)) / columns, (big[1] - gap * (rows - 1)) / rows


def is_wide(card: Size) -> bool:
    """Whether a card's words stand beside its number, not below."""
    return card[0] > card[1] * _WIDE


def boxes_on(card: Size, label: str) -> tuple[Box, Box]:
    """Where a number, with whatever else is beside it, and the words go. A wide card's number has what it needs at
    full height; the words get the rest."""
    pad, wide = min(card) * PAD, is_wide(card)
    left, top = pad * (_WIDE_ASIDE if wide else _ASIDE), pad * (_WIDE_ABOVE if wide else 1.0)
    across, down = card[0] - 2 * left, card[1] - 2 * top
    if not wide:
        number = down * _NUMBER_DOWN
        return (left, top, across, number), (left, top + number + pad / 2, across, down - number - pad / 2)
    wanted = down / CAPITAL * max(width_of(label), width_of(USUAL_LABEL))
    number = min(max(wanted, across * _ACROSS_AT_LEAST), across * _ACROSS_AT_MOST)
    return (left, top, number, down), (left + number + pad, top, across - number - pad, down)
