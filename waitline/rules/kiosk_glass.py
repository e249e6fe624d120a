"""How a kiosk's home page shares its glass, in millimetres: the kiosk draws and `waitline check` reckons by it."""

from dataclasses import dataclass
from math import ceil, log
from typing import Final

from .kiosk_menu import LEAST_ROOM, MOST_TILES

Size = tuple[float, float]
"""Width and height."""

MARGIN: Final = 12.0
GAP: Final = 4.0
LEVEL_HEADER: Final = 31.0
SQUARE_HEADER: Final = 36.0
UPRIGHT_HEADER: Final = 52.0
DATE: Final = 15.0
"""Of a header that is not level, the line with date and hours, which goes where a page has no height to spare."""
WIDE: Final = 1.45
"""From this shape on there is more room at the sides than above and below: 16:9 and 16:10, not 4:3 and 5:4."""
LOW: Final = 250.0
LANGUAGE_COLUMN: Final = 65.0
"""On a lying screen languages, help and the accessible profile stand beside the page: room for 「Indonesia」."""
INTO_MARGIN: Final = 3.4
"""So far into the margin reaches what may be hit of them, and their ring of focus."""
COLUMN_INTO_MARGIN: Final = 9.0
"""So far beside the page: the words of help need more width than the menu can spare."""
LANGUAGE_ROW: Final = 31.0
TALL_ROW: Final = 40.0
"""Upright they stand below it: names in a row, on two lines each where the row is not wide enough for one."""
AID_ROW: Final = 29.0
ALONE: Final = 26.0
"""Help and the accessible profile where there is but one language."""
ALL_IN_A_ROW: Final = 310.0
"""The width in which the names of five languages stand side by side."""
ON_TWO_LINES: Final = 235.0
"""The same where names of two words are broken."""
PROMPT: Final = 13.6
LOVE: Final = 41.0
LOVE_SHARE: Final = 0.185
"""Of the page's height, the most that the love button takes."""
ABOVE_LOVE: Final = 10.5
CHOICE_HEIGHT: Final = 26.0
CHOICE_WIDTH: Final = 160.0
APART: Final = 12.0
"""Between love and what stands around it."""
NAME_PLACE: Final = 28.0
LONG_PLACE: Final = 41.0
"""What a button beside the page needs in height for words on one line, and on two."""

LEAST_TILE: Final = (60.0, 40.0)
FRAME: Final = 7.3
"""What a place is larger than the tile that is seen in it, both sides together: gap, ring of focus, two pixels."""
LEAST_PLACE: Final = (LEAST_TILE[0] + FRAME, LEAST_TILE[1] + FRAME)
LARGEST_PLACE: Final = (400.0, 140.0)
WIDE_PLACE: Final = 92.0
"""A name in two languages has room on a tile of this width; narrower ones only where fewer than six would fit."""
FEW: Final = 6

ROWS_OF_WORDS: Final = 4.0
"""The shape (width by height) of a tile that is read like a line of a signboard."""
PICTURES: Final = 1.7
"""The shape of a tile that carries a picture above its words."""
EMPTY_PLACE: Final = 0.22
TOO_SMALL: Final = 60.0
UNUSED: Final = 1.0
"""What a box left wholly empty would weigh."""
SLACK: Final = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePlan:
    """What lies where on the home page, from its top; `room`: how many tiles it can carry.

    The choice of no paper, where the office offers it, stands in the upper right corner, `choice` wide and high.
    """

    upright: bool
    choice: Size
    prompt: float
    prompt_width: float
    tiles: float
    tiles_height: float
    love: float
    love_height: float
    room: int


def is_level(screen: Size) -> bool:
    """Whether a panel lies: languages, help and the accessible profile stand beside the page."""
    return screen[0] > screen[1]


def is_low(screen: Size) -> bool:
    """Whether a panel lies and is so low that the header is as low as can be."""
    return screen[1] < min(screen[0], LOW)


def is_wide(screen: Size) -> bool:
    """Whether the header has room for all it says side by side; never on a low panel."""
    return screen[0] > screen[1] * WIDE and not is_low(screen)


def header_of(screen: Size) -> float:
    """How tall the header is."""
    if is_wide(screen) or is_low(screen):
        return LEVEL_HEADER
    return SQUARE_HEADER if is_level(screen) else UPRIGHT_HEADER


def names_aids(height: float, *, languages: int) -> bool:
    """Whether a column of this height has room for the words of help and of the accessible profile, on two lines
    each in some languages, below so many languages; else their pictures share a place."""
    below = 2 * LONG_PLACE
    return height >= (below if languages < 2 else below + LONG_PLACE + (languages - 1) * NAME_PLACE)


def rows_below(width: float, *, languages: int) -> tuple[float, ...]:
    """How tall the rows below an upright page of this width are: the languages', then that of help and the
    accessible profile, which on a narrow panel stand in the languages' second row."""
    if languages < 2:
        return (ALONE,)
    if width >= ON_TWO_LINES:
        return LANGUAGE_ROW if width >= ALL_IN_A_ROW else TALL_ROW, AID_ROW
    return LANGUAGE_ROW, TALL_ROW


def below_page(screen: Size, *, languages: int) -> float:
    """What stands below an upright page takes so much of its height."""
    return sum(rows_below(screen[0] - 2 * MARGIN, languages=languages)) + APART


def page_of(screen: Size, *, languages: int = 5) -> Size:
    """The home page that margins, the header and what stands beside or below every page leave of a screen."""
    width, height = screen[0] - 2 * MARGIN, screen[1] - 2 * MARGIN - header_of(screen) - GAP
    if is_level(screen):
        return width - LANGUAGE_COLUMN, height
    return width, height - below_page(screen, languages=languages)


def plan_home(
    page: Size,
    *,
    with_choice: bool = False,
    room: int | None = None,
    needs_prompt: bool = True,
) -> HomePlan:
    """Prompt, tiles and love, from top to bottom.

    `with_choice`: the choice of no paper above the prompt, or beside it on a wide page. `room`: how many tiles the
    page carries, whatever stands above it now; None: as many as are large enough. Where so many (or two rows) have
    no room below the prompt, it stands in love's gap instead: words may be there; or nowhere, unless it is needed.
    """
    width, height = page
    upright = height > width
    love_height = min(LOVE, height * LOVE_SHARE)
    love = height - love_height
    choice, top, prompt = (0.0, 0.0), 0.0, 0.0
    if with_choice:
        choice, top = (width if upright else min(CHOICE_WIDTH, width / 2), CHOICE_HEIGHT), CHOICE_HEIGHT + GAP
        prompt = top if upright else (CHOICE_HEIGHT - PROMPT) / 2
    tiles, ends = max(top, prompt + PROMPT), love - ABOVE_LOVE
    beside = 0.0 if upright or not with_choice else choice[0] + GAP
    if ends - tiles < 2 * LEAST_PLACE[1] or (room is not None and room_for((width, ends - tiles)) < room):
        gap = max(PROMPT, ABOVE_LOVE) if needs_prompt else ABOVE_LOVE
        prompt, tiles, ends, beside = love - gap, top, love - gap, 0.0
    return HomePlan(
        upright=upright,
        choice=choice,
        prompt=prompt,
        prompt_width=width - beside,
        tiles=tiles,
        tiles_height=max(1.0, ends - tiles),
        love=love,
        love_height=love_height,
        room=room_for((width, ends - tiles)) if room is None else room,
    )


def room_for(box: Size) -> int:
    """How many tiles a box can carry, at least as many as a menu needs to be walked through."""
    rows = int(box[1] / LEAST_PLACE[1] + SLACK)
    wide = int(box[0] / WIDE_PLACE + SLACK) * rows
    narrow = int(box[0] / LEAST_PLACE[0] + SLACK) * rows
    return max(LEAST_ROOM, min(wide if wide >= FEW else min(narrow, FEW), MOST_TILES))


def columns_for(count: int, box: Size, *, least: Size, largest: Size, shape: float) -> int:
    """The number of columns that suits `count` tiles in a box; any unit of length."""

    def badness(columns: int) -> float:
        rows = ceil(count / columns)
        across, down = place_of(count, columns, box, largest)
        short = max(0.0, log(least[0] / across)) + max(0.0, log(least[1] / down))
        unused = 1 - across * columns * down * rows / (box[0] * box[1])
        bad_shape = abs(log(across / down / shape))
        return bad_shape + EMPTY_PLACE * (rows * columns - count) + UNUSED * unused + TOO_SMALL * short

    return min(range(1, count + 1), key=badness)


def place_of(count: int, columns: int, box: Size, largest: Size) -> Size:
    """The place that each of `count` tiles gets in so many columns."""
    return min(box[0] / columns, largest[0]), min(box[1] / ceil(count / columns), largest[1])


def tile_seen(count: int, box: Size) -> Size:
    """What is seen of each of `count` service tiles in a box of the home page."""
    columns = columns_for(count, box, least=LEAST_PLACE, largest=LARGEST_PLACE, shape=ROWS_OF_WORDS)
    across, down = place_of(count, columns, box, LARGEST_PLACE)
    return across - FRAME, down - FRAME
