"""How a kiosk's number page shares its glass, in millimetres, and how high the number is on it at least."""

from typing import Final

from .kiosk_glass import APART, DATE, GAP, LANGUAGE_COLUMN, MARGIN, Size, below_page, header_of, is_level, is_wide
from .letter_room import width_of
from .tile_letters import CAPITAL

LEAST_NUMBER: Final = 40.0
"""Figures that are read from two metres."""
UPRIGHT: Final = 1.1
"""A page that is so many times as tall as wide stands upright, whatever its panel does."""
NARROW: Final = 290.0
TALL: Final = 185.0
"""Where a page is so narrow and so tall the number stands above the rest."""
ROOMY: Final = 330.0
TIGHT_ABOVE: Final = 62.0
"""What the number and the words above it have where they stand above the rest: figures of forty."""
NARROW_SCREEN: Final = 235.0
"""An upright panel that has no room for a header above a number."""
WORDS_ABOVE: Final = 16.0
AIR: Final = 0.04
"""Beside a number, in its em, at either side."""
FILLED: Final = 0.945
"""Of its box, the height of a number."""


def stands_above(page: Size) -> bool:
    """Whether the number stands above what is told, not beside it."""
    width, height = page
    return height > width * UPRIGHT or (width < NARROW and height >= TALL)


def share_beside(width: float) -> float:
    """The share of a card's width that the number has beside what is told."""
    return 0.54 if width > ROOMY else 0.47


def number_height(screen: Size, label: str, *, languages: int) -> float:
    """How high a number is on a kiosk's glass, about and at least: by its box's width, and by the height that it
    keeps above what is told."""
    page = _page(screen, languages=languages)
    card = max(0.0, page[0] - 2 * MARGIN)
    above = stands_above(page)
    wide = (card if above else card * share_beside(card)) * CAPITAL / (width_of(label) + 2 * AIR)
    return min(wide, (TIGHT_ABOVE - WORDS_ABOVE) * FILLED) if above else wide


def _page(screen: Size, *, languages: int) -> Size:
    """The number page; a panel that lies and is not wide, or is narrow, gives it the header's height as well."""
    width, height = screen[0] - 2 * MARGIN, screen[1] - 2 * MARGIN
    if is_level(screen):
        head = header_of(screen) + GAP if is_wide(screen) else 0.0
        return width - LANGUAGE_COLUMN - APART, height - head
    head = header_of(screen) - DATE + GAP if screen[0] >= NARROW_SCREEN else 0.0
    return width, height - head - below_page(screen, languages=languages)
