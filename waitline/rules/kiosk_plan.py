"""Which menu a kiosk shows on its glass, and in how many columns its tiles stand.

The fewest pages on which every name is readable in each of the kiosk's languages: the same pages whatever language
is spoken. Every service is at most two touches from home: its group's tile or its page's button, and itself. So
groups stand on home where each of them, and home itself, has room on one page; else services stand by themselves.
Where a group's page has no room for two languages, the visitor's stands alone: to know where to look is more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final, NamedTuple

from waitline.model.office import OfficeSetup
from waitline.model.service import Service, ServiceGroup

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
from .tile_letters import (
    LEAST,
    READABLE,
    Names,
    almost_all_are_as_large,
    alone,
    are_as_large,
    letters_on,
    names_of,
)

MANY_PAGES: Final = 6
"""So many are looked through for a service; for more of them letters are not made larger than `LEAST`."""
NEARLY: Final = 0.3
"""Millimetres by which a tile may miss its least size."""
SMALLEST_FACE: Final = (44.0, 30.0)
"""A grid of tiles smaller than this is not looked at where there is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """A page of the menu on the glass. `letters`: how high capitals are on its tiles, in millimetres, at least,
    `READABLE` where it may be more; `together`: in both languages, else in the visitor's alone; `face`: what is
    seen of each tile.
    """

    page: MenuPage
    glass: HomePlan
    columns: int
    letters: float
    together: bool
    face: Size

    def is_good(self, *, least: float = READABLE) -> bool:
        """Readable, and large enough for a finger."""
        return self.letters >= least and _is_large(self.face)


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
        """Pages of a few large tiles that say what they hold, or few pages of services in two languages."""
        if self.menu.groups:
            return all(page.is_good(least=LEAST) for page in self.pages)
        few = len(self.menu.home) <= MANY_PAGES
        return few and all(page.is_good() and page.together for page in self.pages)


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


class _Grid(NamedTuple):
    """Tiles of a page, as `PagePlan` says it."""

    columns: int
    letters: float
    together: bool
    face: Size


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What menus are laid on."""

    page: Size
    languages: tuple[str, ...]
    with_choice: bool

    def plan(self, menu: Menu) -> MenuPlan:
        """Each page by its own names where its choices belong together; numbered pages alike, by all names."""
        together = names_of((choice for page in menu.every for choice in page.choices), self.languages)
        only = menu.is_one_page
        return MenuPlan(
            menu=menu,
            pages=tuple(
                self._page(one, names_of(one.choices, self.languages) if menu.groups else together, only=only)
                for one in menu.every
            ),
        )

    def columns(self, count: int, names: Sequence[Names]) -> int:
        """In how many columns so many tiles stand on a page among others."""
        return self._grid(count, self._glass(count, in_group=False, with_tabs=True), names).columns

    def _page(self, page: MenuPage, names: Sequence[Names], *, only: bool) -> PagePlan:
        """`only`: there is no other, and that is worth more than the last name in two languages."""
        glass = self._glass(len(page.choices), in_group=page.group is not None, with_tabs=page.pages > 1)
        few = self._names(page.choices) if only else ()
        grid = self._grid(len(page.choices), glass, names, few)
        return PagePlan(page=page, glass=glass, **grid._asdict())

    def _glass(self, count: int, *, in_group: bool, with_tabs: bool) -> HomePlan:
        choice = self.with_choice
        return plan_home(self.page, count=count, with_choice=choice, in_group=in_group, with_tabs=with_tabs)

    def _names(self, choices: Sequence[Service | ServiceGroup]) -> tuple[tuple[Names, ...], ...]:
        """For each language, what stands on these tiles."""
        return tuple(names_of(choices, (language,)) for language in self.languages)

    def _grid(
        self, count: int, glass: HomePlan, names: Sequence[Names], few: Sequence[Sequence[Names]] = ()
    ) -> _Grid:
        """The best shape that is readable, in two languages or in one; or the most readable. `few`: of these, in
        each language, some may stand alone among others in two."""
        box = self.page[0], glass.tiles_height
        order = columns_by_shape(count, box, least=LEAST_PLACE, largest=LARGEST_PLACE, shape=ROWS_OF_WORDS)
        faces = [(columns, _face(count, columns, box)) for columns in order]
        lone = alone(names)
        large = [one for one in faces if _is_large(one[1])]
        for columns, face in large:
            if are_as_large(face, names):
                return _Grid(columns, READABLE, True, face)
        for columns, face in large:
            if few and all(almost_all_are_as_large(face, each) for each in few):
                return _Grid(columns, READABLE, True, face)
        for columns, face in large:
            if are_as_large(face, lone):
                return _Grid(columns, READABLE, False, face)
        worth = [one for one in faces if _is_at_least(one[1], SMALLEST_FACE)] or faces[:1]
        rated = [_Grid(columns, letters_on(face, lone), False, face) for columns, face in worth]
        return max(rated, key=lambda one: (min(one.letters, LEAST), _share_of_least(one.face), one.letters))


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
