"""What stands on which page of a kiosk's menu: services, groups of them, and the ways between the pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from waitline.model.office import OfficeSetup
from waitline.model.service import GroupCode, Service, ServiceGroup

MOST_TILES: Final = 12

Choice = Service | ServiceGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuPlace:
    """Where a visitor is in the menu: in a group or (None) at home, and on which page of home, from 0."""

    group: GroupCode | None = None
    page: int = 0


HOME: Final = MenuPlace()


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuPage:
    """One page as it is shown. `group` None: one of home's `pages`. A group has one page only."""

    group: ServiceGroup | None
    choices: tuple[Choice, ...]
    page: int = 0
    pages: int = 1

    @property
    def home(self) -> MenuPlace | None:
        """The way out of a group."""
        return None if self.group is None else HOME


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """All pages: home's in their order, and one for each group that stands on them."""

    home: tuple[MenuPage, ...]
    groups: tuple[MenuPage, ...] = ()

    @property
    def every(self) -> tuple[MenuPage, ...]:
        return *self.home, *self.groups

    @property
    def most_tiles(self) -> int:
        return max(len(page.choices) for page in self.every)

    def at(self, place: MenuPlace) -> MenuPage:
        """The page at a place; the nearest one where that place is no more."""
        if place.group is not None:
            found = (page for page in self.groups if page.group is not None and page.group.code == place.group)
            return next(found, self.home[0])
        return self.home[min(max(0, place.page), len(self.home) - 1)]

    @property
    def is_one_page(self) -> bool:
        return len(self.every) == 1


def in_pages(services: Sequence[Service], sizes: Sequence[int]) -> Menu:
    """All services by themselves, so many on each page: every page is one touch from home."""
    ends = list(accumulate(sizes))
    cut = [tuple(services[end - size : end]) for end, size in zip(ends, sizes, strict=True)]
    return Menu(home=tuple(MenuPage(group=None, choices=one, page=n, pages=len(cut)) for n, one in enumerate(cut)))


def shared_out(count: int, pages: int) -> list[int]:
    """So many things on pages of about one size, the larger ones first."""
    return [count // pages + (n < count % pages) for n in range(pages)]


def in_groups(setup: OfficeSetup) -> Menu | None:
    """Home with groups, each of them on one page; None where no two services share a group."""
    at_home = _at_home(setup)
    groups = [choice for choice in at_home if isinstance(choice, ServiceGroup)]
    if not groups:
        return None
    inside = (
        MenuPage(group=group, choices=tuple(one for one in setup.services if one.group == group.code))
        for group in groups
    )
    return Menu(home=(MenuPage(group=None, choices=at_home),), groups=tuple(inside))


def whole_menu(setup: OfficeSetup, *, in_one: bool) -> Menu:
    """All that is at a place on one page, however much, for who shares it out differently: groups, if there are
    any, unless all services are wanted `in_one`.
    """
    grouped = None if in_one else in_groups(setup)
    return grouped or in_pages(setup.services, [len(setup.services)])


def _at_home(setup: OfficeSetup) -> tuple[Choice, ...]:
    """Services and groups in the services' order; a group of one is that service."""
    groups = {group.code: group for group in setup.groups}
    members = [service.group for service in setup.services]
    found: dict[str, Choice] = {}
    for service in setup.services:
        group = groups.get(service.group) if service.group is not None else None
        if group is None or members.count(service.group) == 1:
            found[f"service {service.code}"] = service
        else:
            found.setdefault(f"group {group.code}", group)
    return tuple(found.values())
