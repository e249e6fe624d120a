"""A kiosk's menu: which services stand on which page, and how the glass is shared, for every number of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kiosk.many_services import an_office_of
from waitline.model.office import OfficeSetup
from waitline.model.service import GroupCode, Service, ServiceGroup
from waitline.rules.kiosk_glass import LEAST_TILE, page_of, plan_home, tile_seen
from waitline.rules.kiosk_menu import (
    HOME,
    LEAST_ROOM,
    MOST_TILES,
    MenuPage,
    MenuPlace,
    menu_page,
    menu_pages,
    most_touches,
)

ROOMS = st.integers(LEAST_ROOM, MOST_TILES)
PANELS_15_TO_32 = [(344, 194), (305, 229), (338, 270), (376, 301), (476, 268), (598, 336), (708, 398)]


def every_page(office: OfficeSetup, room: int) -> list[MenuPage]:
    pages = list(menu_pages(office, None, room=room))
    for group in office.groups:
        if any(group in page.choices for page in pages):
            pages += menu_pages(office, group.code, room=room)
    return pages


@given(st.integers(1, 40), st.booleans(), ROOMS)
def test_every_service_stands_on_exactly_one_page_and_no_page_is_too_full(
    count: int, groups: bool, room: int
) -> None:
    office = an_office_of(count, groups=groups)
    pages = every_page(office, room)
    shown = [choice.code for page in pages for choice in page.choices if isinstance(choice, Service)]
    assert sorted(shown) == sorted(service.code for service in office.services)
    assert all(page.choices and page.tiles <= room for page in pages)
    if not groups:
        assert shown == [service.code for service in office.services]


@given(st.integers(1, 40), st.booleans(), ROOMS)
def test_every_page_is_reached_by_the_tiles_alone_and_leads_home(count: int, groups: bool, room: int) -> None:
    office = an_office_of(count, groups=groups)
    reached, new = set(), [HOME]
    while new:
        place = new.pop()
        reached.add(place)
        page = menu_page(office, place, room=room)
        ways = [way for way in (page.home, page.back, page.on) if way is not None]
        ways += [MenuPlace(group=one.code) for one in page.choices if isinstance(one, ServiceGroup)]
        new += [way for way in ways if way not in reached]
        assert place == HOME or HOME in ways or page.back is not None
        assert (page.home is None) == (place.group is None)
    assert len(reached) == len(every_page(office, room))


@pytest.mark.parametrize("groups", [False, True])
def test_up_to_twelve_services_stand_on_one_page_one_touch_away(groups: bool) -> None:
    for count in range(1, 13):
        office = an_office_of(count, groups=groups)
        (page,) = menu_pages(office, None, room=12)
        assert page.choices == office.services
        assert most_touches(office, room=12) == 1


def test_thirty_services_are_two_touches_away_in_groups_and_three_without() -> None:
    assert most_touches(an_office_of(30, groups=True), room=12) == 2
    assert most_touches(an_office_of(30), room=12) == 3


def test_a_group_stands_where_its_first_service_stands_and_a_group_of_one_is_that_service() -> None:
    office = an_office_of(30, groups=True)
    ask, *others = reversed(office.services)
    alone = replace(ask, group=GroupCode("ALONE"))
    office = replace(
        office,
        services=(alone, *reversed(others)),
        groups=(*reversed(office.groups), replace(office.groups[0], code=GroupCode("ALONE"))),
    )
    (page,) = menu_pages(office, None, room=12)
    assert [choice.code for choice in page.choices] == ["ASK", "PAPERS", "FAMILY", "MOVING", "PERSON"]


def test_a_place_that_is_no_more_leads_to_the_nearest_page() -> None:
    office = an_office_of(30)
    last = menu_page(office, MenuPlace(page=9), room=12)
    assert (last.page, last.pages) == (2, 3)
    assert menu_page(office, MenuPlace(group=GroupCode("GONE")), room=12).group is None


@given(st.integers(1, 40), st.booleans(), st.sampled_from(PANELS_15_TO_32), st.booleans())
def test_no_tile_is_smaller_than_a_tile_may_be(
    count: int, groups: bool, panel: tuple[float, float], upright: bool
) -> None:
    small = upright and panel == (344, 194)  # `waitline check` says so, and that fewer languages leave more room
    page = page_of(panel[::-1] if upright else panel, languages=1 if small else 5)
    plan = plan_home(page)
    for one in every_page(an_office_of(count, groups=groups), plan.room):
        across, down = tile_seen(one.tiles, (page[0], plan.tiles_height))
        assert across >= LEAST_TILE[0]
        assert down >= LEAST_TILE[1] - 0.3


def test_the_default_panel_carries_twelve_lying_and_ten_upright_with_languages_below() -> None:
    assert plan_home(page_of((476, 268))).room == plan_home(page_of((268, 476), languages=1)).room == 12
    assert plan_home(page_of((268, 476))).room == 10


def test_words_stand_beside_love_only_where_two_rows_of_tiles_have_no_room_otherwise() -> None:
    for panel in PANELS_15_TO_32:
        plan = plan_home(page_of(panel))
        assert (plan.prompt > plan.tiles) == (panel == (344, 194))
        assert plan.love - max(plan.tiles + plan.tiles_height, 0) >= 10.4
