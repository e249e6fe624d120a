"""How a kiosk's home page shares its glass, in millimetres: the kiosk draws and `waitline check` reckons by it."""

from dataclasses import dataclass
from math import ceil, log
from typing import Final

Size = tuple[float, float]
"""Width and height."""

MARGIN: Final = 12.0
GAP: Final = 4.0
LEVEL_HEADER: Final = 28.0
SQUARE_HEADER: Final = 36.0
UPRIGHT_HEADER: Final = 52.0
DATE: Final = 15.0
"""Of a header that is not level, the line with date and hours, which goes where a page has no height to spare."""
WIDE: Final = 1.45
"""From this shape on there is more room at the sides than above and below: 16:9 and 16:10, not 4:3 and 5:4."""
LOW: Final = 250.0
LANGUAGE_COLUMN: Final = 65.0
"""On a lying screen languages, help and the accessible profile stand beside the page: room for 「Indonesia」."""
BESIDE_LOVE: Final = 4.4
"""So much of a lying page's width love leaves free for its ten millimetres from what stands beside the page."""
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
MOST_BELOW_WORDS: Final = 9
"""Of more tiles on a lying page it is plain that one has to be chosen."""
RAIL: Final = 24.0
"""The row above the tiles: ways to other pages, and the choice of no paper. Words stand between them."""
TAB: Final = 24.0
"""The width of a button that leads to another page."""
THIS_TAB: Final = 10.0
"""What the button of the page of the moment is wider, at least."""
CHOICE: Final = (62.0, 97.0)
"""The choice of no paper is as wide as this at least, and at most; between them a share of the page's width."""
CHOICE_SHARE: Final = 0.3
UPRIGHT_CHOICE_SHARE: Final = 0.4
CHOICE_BESIDE_LOVE: Final = 74.0
LOVE_AND_CHOICE: Final = 350.0
"""The same beside love, on a lying page wider than this: there tiles need the height more than love its width."""
LOVE: Final = 41.0
LOVE_SHARE: Final = 0.178
"""Of the page's height, the most that the love button takes."""
LEAST_LOVE: Final = 23.5
SMALL_PAGE: Final = 260.0
SMALL_LOVE_SHARE: Final = 0.166
"""On a page that lies and is no wider than this, tiles need more of the height."""
ABOVE_LOVE: Final = 7.0
"""With what both keep free of their own places, more than ten millimetres between what is seen of them."""
APART: Final = 12.0
"""Between love and what stands around it."""
NAME_PLACE: Final = 28.0
LONG_PLACE: Final = 41.0
"""What a button beside the page needs in height for words on one line, and on two."""

LEAST_TILE: Final = (60.0, 40.0)
HALO: Final = 0.5
FRAME: Final = 4.3
"""What a place is larger than the tile seen in it, both sides together: halo, ring of focus, two pixels."""
LEAST_PLACE: Final = (LEAST_TILE[0] + FRAME, LEAST_TILE[1] + FRAME)
LARGEST_PLACE: Final = (400.0, 140.0)

ROWS_OF_WORDS: Final = 4.0
"""The shape (width by height) of a tile that is read like a line of a signboard."""
PICTURES: Final = 1.7
"""The shape of a tile that carries a picture above its words."""
EMPTY_PLACE: Final = 0.75
LONELY: Final = 0.6
"""What a tile alone in the last row of three columns and more weighs."""
TOO_SMALL: Final = 60.0
UNUSED: Final = 1.0
"""What a box left wholly empty would weigh."""
SLACK: Final = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePlan:
    """What lies below what on the home page, and how tall each is: a line of words, the rail, tiles, love.

    Without a line of their own (`prompt` 0) words stand in the rail, or nowhere.
    """

    upright: bool
    prompt: float
    rail: float
    tiles_height: float
    love: float
    love_height: float

    @property
    def tiles(self) -> float:
        """How far down the tiles begin."""
        return self.prompt + self.rail


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
    page: Size, *, count: int = 1, with_choice: bool = False, in_group: bool = False, with_tabs: bool = False
) -> HomePlan:
    """Words, rail, tiles and love, from top to bottom.

    `with_choice`: the choice of no paper; `in_group`: the way out of a group; `with_tabs`: buttons for pages.
    They stand in the rail, and the words between them; but the choice beside love where that has the width. On
    an upright page words, or words and choice, stand above the tabs, and words above the way out of a group. Where
    two rows of tiles would have no room otherwise, and on a lying page of so many tiles (`count`) that each of
    their lines is worth more, there is no line of words.
    """
    width, height = page
    upright = height > width
    share = SMALL_LOVE_SHARE if not upright and width <= SMALL_PAGE else LOVE_SHARE
    love_height = max(LEAST_LOVE, min(LOVE, height * share))
    love = height - love_height
    rail = RAIL if (with_choice and not has_choice_beside_love(page)) or in_group or with_tabs else 0.0
    prompt = 0.0 if rail else PROMPT
    if upright and with_tabs:
        prompt = RAIL if with_choice else PROMPT
    elif upright and in_group:
        prompt = PROMPT
    if prompt == PROMPT and love - ABOVE_LOVE - prompt - rail < 2 * LEAST_PLACE[1]:
        prompt = 0.0
    if not upright and count > MOST_BELOW_WORDS:
        prompt = 0.0
    return HomePlan(
        upright=upright,
        prompt=prompt,
        rail=rail,
        tiles_height=max(1.0, love - ABOVE_LOVE - prompt - rail),
        love=love,
        love_height=love_height,
    )


def choice_width(page: Size) -> float:
    """How wide the choice of no paper is."""
    if has_choice_beside_love(page):
        return CHOICE_BESIDE_LOVE
    least, most = CHOICE
    return min(most, max(least, page[0] * (UPRIGHT_CHOICE_SHARE if page[1] > page[0] else CHOICE_SHARE)))


def has_choice_beside_love(page: Size) -> bool:
    """Whether the choice of no paper stands low beside love, which can still say for whom it is."""
    return page[0] > max(page[1], LOVE_AND_CHOICE)


def most_pages(page: Size, *, with_choice: bool) -> int:
    """To how many pages the rail of a home page has buttons."""
    in_rail = with_choice and page[0] >= page[1] and not has_choice_beside_love(page)
    choice = choice_width(page) + GAP if in_rail else 0.0
    return max(2, int((page[0] - THIS_TAB - choice) / TAB + SLACK))


def columns_for(count: int, box: Size, *, least: Size, largest: Size, shape: float) -> int:
    """The number of columns that suits `count` tiles in a box; any unit of length."""
    return columns_by_shape(count, box, least=least, largest=largest, shape=shape)[0]


def columns_by_shape(count: int, box: Size, *, least: Size, largest: Size, shape: float) -> list[int]:
    """Every number of columns for `count` tiles in a box, the best first; any unit of length."""

    def badness(columns: int) -> float:
        rows = ceil(count / columns)
        across, down = place_of(count, columns, box, largest)
        short = max(0.0, log(least[0] / across)) + max(0.0, log(least[1] / down))
        unused = 1 - across * columns * down * rows / (box[0] * box[1])
        bad_shape = abs(log(across / down / shape))
        empty = EMPTY_PLACE * (rows * columns - count) + (LONELY if columns > 2 and count % columns == 1 else 0.0)
        return bad_shape + empty + UNUSED * unused + TOO_SMALL * short

    return sorted(range(1, count + 1), key=badness)


def place_of(count: int, columns: int, box: Size, largest: Size) -> Size:
    """The place that each of `count` tiles gets in so many columns."""
    return min(box[0] / columns, largest[0]), min(box[1] / ceil(count / columns), largest[1])
