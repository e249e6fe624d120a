"""Which menu a kiosk shows on its glass, and in how many columns its tiles stand.

The fewest pages on which every name is readable in each of the kiosk's languages: the same pages whatever language
is spoken. Every service is at most two touches from home: its group's tile or its page's button, and itself. So
groups stand on home where each of them, and home itself, has room on one page; else services stand by themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from waitline.model.office import OfficeSetup
from waitline.model.service import Service

from .kiosk_glass import (
    FRAME,
    LARGEST_PLACE,
    LEAST_PLACE,
    LEAST_TILE,
    ROWS_OF_WORDS,
    HomePlan,
    Size,
    columns_by_shape,
    most_pages,
    place_of,
    plan_home,
)
from .kiosk_menu import MOST_TILES, Menu, MenuPage, MenuPlace, in_groups, in_pages, shared_out
from .tile_letters import LEAST, READABLE, Names, are_as_large, letters_on, names_of

MANY_PAGES: Final = 6
"""So many are looked through for a service; for more of them letters are not made larger than `LEAST`."""
NEARLY: Final = 0.3
"""Millimetres by which a tile may miss its least size."""
SMALLEST_FACE: Final = (44.0, 30.0)
"""A grid of tiles smaller than this is not looked at where there is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """A page of the menu on the glass. `letters`: how high capitals are on its tiles, in millimetres, at least,
    `READABLE` where it may be more; `face`: what is seen of each tile.
    """

    page: MenuPage
    glass: HomePlan
    columns: int
    letters: float
    face: Size

    @property
    def is_good(self) -> bool:
        """Readable, and large enough for a finger."""
        return self.letters >= READABLE and _is_large(self.face)


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuPlan:
    """The whole menu on the glass."""

    menu: Menu
    pages: tuple[PagePlan, ...]

    def at(self, place: MenuPlace) -> PagePlan:
        """The page at a place; the nearest one where that place is no more."""
        page = self.menu.at(place)
        return next(one for one in self.pages if one.page is page)

    @property
    def letters(self) -> float:
        return min(page.letters for page in self.pages)

    @property
    def smallest_tile(self) -> Size:
        return min(page.face[0] for page in self.pages), min(page.face[1] for page in self.pages)

    @property
    def is_good(self) -> bool:
        return all(page.is_good for page in self.pages) and len(self.menu.home) <= MANY_PAGES


def plan_menu(page: Size, setup: OfficeSetup, *, languages: Sequence[str], with_choice: bool = False) -> MenuPlan:
    """The first menu that is good; where none is, of those with legible letters on few pages the one with the
    largest tiles, then letters; else the one on the fewest pages.

    `page`: the size of the home page; `with_choice`: no paper may be chosen there.
    """
    table = _Table(page=page, languages=tuple(languages), with_choice=with_choice)
    found = []
    for menu in _menus(setup, table):
        plan = table.plan(menu)
        if plan.is_good:
            return plan
        found.append(plan)
    legible = [plan for plan in found if plan.letters >= LEAST]
    few = [plan for plan in legible if len(plan.menu.home) <= MANY_PAGES]
    return max(few or legible[:1] or found, key=lambda plan: (_share_of_least(plan.smallest_tile), plan.letters))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What menus are laid on."""

    page: Size
    languages: tuple[str, ...]
    with_choice: bool

    def plan(self, menu: Menu) -> MenuPlan:
        names = names_of((choice for page in menu.every for choice in page.choices), self.languages)
        return MenuPlan(menu=menu, pages=tuple(self._page(one, names) for one in menu.every))

    def columns(self, count: int, names: Sequence[Names]) -> int:
        """In how many columns so many tiles stand on a page among others."""
        return self._grid(count, self._glass(in_group=False, with_tabs=True), names)[0]

    def _page(self, page: MenuPage, names: Sequence[Names]) -> PagePlan:
        glass = self._glass(in_group=page.group is not None, with_tabs=page.pages > 1)
        columns, letters, face = self._grid(len(page.choices), glass, names)
        return PagePlan(page=page, glass=glass, columns=columns, letters=letters, face=face)

    def _glass(self, *, in_group: bool, with_tabs: bool) -> HomePlan:
        return plan_home(self.page, with_choice=self.with_choice, in_group=in_group, with_tabs=with_tabs)

    def _grid(self, count: int, glass: HomePlan, names: Sequence[Names]) -> tuple[int, float, Size]:
        """Columns, letters and what is seen of a tile: the best shape that is readable, or the most readable."""
        box = self.page[0], glass.tiles_height
        order = columns_by_shape(count, box, least=LEAST_PLACE, largest=LARGEST_PLACE, shape=ROWS_OF_WORDS)
        faces = [(columns, _face(count, columns, box)) for columns in order]
        for columns, face in faces:
            if _is_large(face) and are_as_large(face, names):
                return columns, READABLE, face
        worth = [one for one in faces if _is_at_least(one[1], SMALLEST_FACE)] or faces[:1]
        rated = [(columns, letters_on(face, names), face) for columns, face in worth]
        return max(rated, key=lambda one: (min(one[1], LEAST), _share_of_least(one[2]), one[1]))


def _menus(setup: OfficeSetup, table: _Table) -> Iterator[Menu]:
    """Those worth looking at, the dearest to a visitor first."""
    count = len(setup.services)
    if count <= MOST_TILES:
        yield in_pages(setup.services, [count])
    groups = in_groups(setup)
    if groups is not None and groups.most_tiles <= MOST_TILES:
        yield groups
    least = max(2, ceil(count / MOST_TILES))
    for pages in range(least, max(least, min(count, most_pages(table.page, with_choice=table.with_choice))) + 1):
        yield in_pages(setup.services, _sizes(setup.services, pages, table))


def _sizes(services: Sequence[Service], pages: int, table: _Table) -> list[int]:
    """How many services stand on each of so many pages: as many as fill their rows, if the last page has half
    of that left; else about as many on each.
    """
    even = shared_out(len(services), pages)
    columns = table.columns(even[0], names_of(services, table.languages))
    full = ceil(even[0] / columns) * columns
    left = len(services) - (pages - 1) * full
    return [*[full] * (pages - 1), left] if full <= MOST_TILES and left * 2 >= full else even


def _face(count: int, columns: int, box: Size) -> Size:
    across, down = place_of(count, columns, box, LARGEST_PLACE)
    return across - FRAME, down - FRAME


def _is_large(face: Size) -> bool:
    return _is_at_least(face, (LEAST_TILE[0] - NEARLY, LEAST_TILE[1] - NEARLY))


def _is_at_least(face: Size, least: Size) -> bool:
    return face[0] >= least[0] and face[1] >= least[1]


def _share_of_least(face: Size) -> float:
    """How much of its least size the shorter side of a tile has, 1 at most."""
    return min(1.0, face[0] / LEAST_TILE[0], face[1] / LEAST_TILE[1])
