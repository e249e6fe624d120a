"""How large the letters of names are on a tile of the kiosk's menu: the plan and `waitline check` reckon by it.

The kiosk measures and writes them as large as they may be (`kiosk.pages.tile_headed`). This says beforehand
whether they will be readable in every language, and rather too small than too large.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from waitline.model.service import Service, ServiceGroup
from waitline.model.words import name_and_detail, second_of

from .letter_room import line_of, lines_of

Size = tuple[float, float]
Names = tuple[str, str]
"""What stands on a tile: a name in the visitor's language, and in the one beside it."""

READABLE: Final = 7.3
"""Millimetres that a capital letter is high: 0.7 degrees from 60 cm."""
LEAST: Final = 5.0
SIZES: Final = (READABLE, 7.0, 6.7, 6.4, 6.1, 5.8, 5.5, 5.2, LEAST, 4.6, 4.2, 3.8, 3.4, 3.0)
CAPITAL: Final = 0.733
"""A capital's height in em."""
ACROSS, DOWN = 6.0, 5.9
"""What a tile's face keeps free of words, both sides together; its lip is in it."""
APART: Final = 0.8
"""The ground between the letters of one line and those of the next."""
BADGE: Final = 2.8
BADGE_LINE: Final = "0"
"""The em that a picture and three figures take in a last line: how many wait."""
FEW: Final = 0.2
"""The share of a page's names that may stand on it in the visitor's language alone among others in two."""
BEFORE_BADGE: Final = 0.35


def names_of(choices: Iterable[Service | ServiceGroup], languages: Sequence[str]) -> tuple[Names, ...]:
    """Every pair of names that a visitor may see on these tiles; what brackets add is left out."""
    found = {
        tuple(name_and_detail(one.names.in_language(spoken))[0] for spoken in (language, second_of(language)))
        for one in choices
        for language in languages
    }
    return tuple(sorted((first, second) for first, second in found))


def letters_on(face: Size, names: Iterable[Names]) -> float:
    """The size in which all of these names fit on a face: how high capitals are, `READABLE` at most."""
    pairs = list(names)
    found = bisect_left(SIZES, True, key=lambda size: are_as_large(face, pairs, size))
    return SIZES[min(found, len(SIZES) - 1)]


def alone(names: Iterable[Names]) -> tuple[Names, ...]:
    """Each name in the visitor's language only."""
    return tuple(sorted({(first, "") for first, _ in names}))


def are_as_large(face: Size, names: Iterable[Names], capital: float = READABLE) -> bool:
    """Whether each of these names can be written so large on a face."""
    em = capital / CAPITAL
    room, height = round((face[0] - ACROSS) / em, 2), (face[1] - DOWN) / em
    return all(_height(pair, room, APART / em) <= height for pair in names)


def almost_all_are_as_large(face: Size, names: Sequence[Names]) -> bool:
    """Whether nearly all of a page's names can be written in full size in two languages, and the rest alone."""
    too_long = [pair for pair in names if not are_as_large(face, (pair,))]
    return len(too_long) <= FEW * len(names) and are_as_large(face, alone(too_long))


@lru_cache(maxsize=16384)
def _height(pair: Names, room: float, apart: float) -> float:
    """The em that a tile's words take below each other in a width, each line's letters so far from the next's."""
    (lines, name_ends), (second_lines, second_ends) = (lines_of(text, room) for text in pair)
    height = lines * line_of(pair[0], apart) + second_lines * line_of(pair[1], apart)
    shortest = min(name_ends, second_ends if second_lines else name_ends)
    return height if shortest + BEFORE_BADGE + BADGE <= room else height + line_of(BADGE_LINE, apart)
