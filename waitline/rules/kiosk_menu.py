"""What stands on which page of a kiosk's menu: services, groups of them, and the ways between the pages."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from waitline.model.office import OfficeSetup
from waitline.model.service import GroupCode, Service, ServiceGroup

MOST_TILES: Final = 12
LEAST_ROOM: Final = 5
"""Three ways (home, back, on), and two services between them."""

Choice = Service | ServiceGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuPlace:
    """Where a visitor is in the menu: in a group or (None) at home, and on which page of it, from 0."""

    group: GroupCode | None = None
    page: int = 0


HOME: Final = MenuPlace()


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuPage:
    """One page as it is shown; its tiles are the choices and a tile for each way that is there.

    `group` None: home.
    """

    group: ServiceGroup | None
    choices: tuple[Choice, ...]
    page: int
    pages: int

    @property
    def back(self) -> MenuPlace | None:
        """The page before this one."""
        return None if self.page == 0 else self._place(self.page - 1)

    @property
    def on(self) -> MenuPlace | None:
        """The page after this one."""
        return None if self.page == self.pages - 1 else self._place(self.page + 1)

    @property
    def home(self) -> MenuPlace | None:
        """The way out of a group."""
        return None if self.group is None else HOME

    @property
    def guides(self) -> bool:
        """Whether words have to say where one is: in a group, or on one page of several."""
        return self.group is not None or self.pages > 1

    @property
    def tiles(self) -> int:
        return len(self.choices) + sum(way is not None for way in (self.home, self.back, self.on))

    def _place(self, page: int) -> MenuPlace:
        return MenuPlace(group=None if self.group is None else self.group.code, page=page)


def menu_page(setup: OfficeSetup, place: MenuPlace, *, room: int) -> MenuPage:
    """The page at a place, where `room` tiles fit on the glass; the nearest one where that place is no more."""
    pages = menu_pages(setup, place.group, room=room)
    if not pages:
        return menu_page(setup, HOME, room=room)
    return pages[min(max(0, place.page), len(pages) - 1)]


def menu_pages(setup: OfficeSetup, group: GroupCode | None, *, room: int) -> tuple[MenuPage, ...]:
    """All pages of a group, or of home: no page has more than `room` tiles. None for a group that is no more.

    At home all services stand by themselves if they fit on one page; groups begin where they do not.
    """
    if group is None:
        return _cut(None, _at_home(setup, room), room)
    found = next((one for one in setup.groups if one.code == group), None)
    inside = tuple(service for service in setup.services if service.group == group)
    return _cut(found, inside, room) if found is not None and inside else ()


def whole_menu(setup: OfficeSetup, place: MenuPlace, *, room: int) -> MenuPage:
    """All that is at a place, on one page, however much: for who shares it out differently. Groups begin where
    `room` tiles are too few."""
    pages = menu_pages(setup, place.group, room=room) or menu_pages(setup, None, room=room)
    choices = tuple(choice for page in pages for choice in page.choices)
    return MenuPage(group=pages[0].group, choices=choices, page=0, pages=1)


def most_touches(setup: OfficeSetup, *, room: int) -> int:
    """The touches that the farthest service is away from home."""
    most = 0
    for page in menu_pages(setup, None, room=room):
        for choice in page.choices:
            inside = 0 if isinstance(choice, Service) else len(menu_pages(setup, choice.code, room=room))
            most = max(most, page.page + 1 + inside)
    return most


def _at_home(setup: OfficeSetup, room: int) -> tuple[Choice, ...]:
    """Services and groups in the services' order; a group of one is that service."""
    if len(setup.services) <= room or not setup.groups:
        return setup.services
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


def _cut(group: ServiceGroup | None, choices: tuple[Choice, ...], room: int) -> tuple[MenuPage, ...]:
    """Pages of about one length, as few as can be."""
    room = max(room, LEAST_ROOM)
    out = 0 if group is None else 1
    pages = 1
    while pages * (room - out) - 2 * (pages - 1) < len(choices):
        pages += 1
    tiles = len(choices) + pages * out + 2 * (pages - 1)
    found, begins = [], 0
    for page in range(pages):
        ways = out + (page > 0) + (page < pages - 1)
        ends = begins + ceil((tiles - page) / pages) - ways
        found.append(MenuPage(group=group, choices=choices[begins:ends], page=page, pages=pages))
        begins = ends
    return tuple(found)
