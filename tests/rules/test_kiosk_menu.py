"""A kiosk's menu: which services stand on which page, and how the glass is shared, for every number of them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kiosk.long_names import with_long_names
from tests.kiosk.many_services import an_office_of
from waitline.model.office import OfficeSetup
from waitline.model.service import GroupCode, Service, ServiceGroup
from waitline.model.words import VISITOR_LANGUAGES
from waitline.rules.kiosk_glass import (
    ABOVE_LOVE,
    LEAST_TILE,
    TAB,
    Size,
    has_choice_beside_love,
    most_pages,
    page_of,
    plan_home,
)
from waitline.rules.kiosk_menu import HOME, MOST_TILES, MenuPlace, in_groups
from waitline.rules.kiosk_plan import MANY_PAGES, MenuPlan, plan_menu
from waitline.rules.tile_letters import LEAST, READABLE, are_as_large, letters_on

DEFAULT, UPRIGHT, PANEL_17, PANEL_15 = (476.0, 268.0), (268.0, 476.0), (338.0, 270.0), (304.0, 228.0)
PANELS = (DEFAULT, UPRIGHT, PANEL_17, PANEL_15, (344.0, 194.0), (376.0, 301.0), (598.0, 336.0), (336.0, 598.0))


def planned(
    office: OfficeSetup, screen: Size, *, languages: tuple[str, ...] = VISITOR_LANGUAGES, choice: bool = False
) -> MenuPlan:
    return plan_menu(page_of(screen, languages=len(languages)), office, languages=languages, with_choice=choice)


@given(st.integers(1, 40), st.booleans(), st.sampled_from(PANELS), st.booleans())
@settings(deadline=None)
def test_every_service_stands_on_exactly_one_page_two_touches_away_at_most(
    count: int, groups: bool, panel: Size, choice: bool
) -> None:
    office = an_office_of(count, groups=groups)
    menu = planned(office, panel, choice=choice).menu
    shown = [one.code for page in menu.every for one in page.choices if isinstance(one, Service)]
    assert sorted(shown) == sorted(service.code for service in office.services)
    assert 1 <= menu.most_tiles <= MOST_TILES
    for page in menu.home:
        inside = [one for one in page.choices if isinstance(one, ServiceGroup)]
        assert not inside or page.pages == 1, "a page's button, a group and a service would be three"
        assert all(menu.at(MenuPlace(group=group.code)).group == group for group in inside)
    assert len(menu.home) <= max(most_pages(page_of(panel), with_choice=choice), -(-count // MOST_TILES))


@given(st.integers(1, 40), st.sampled_from(PANELS))
@settings(deadline=None)
def test_without_groups_the_services_keep_their_order_on_pages_of_about_one_size(count: int, panel: Size) -> None:
    office = an_office_of(count)
    menu = planned(office, panel).menu
    assert [one for page in menu.home for one in page.choices] == list(office.services)
    sizes = [len(page.choices) for page in menu.home]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] * 2 >= sizes[0]


@pytest.mark.parametrize("choice", [False, True])
@pytest.mark.parametrize("panel", [DEFAULT, UPRIGHT])
@pytest.mark.parametrize("count", [1, 6, 12, 30])
def test_on_the_default_panel_every_name_is_readable_on_a_large_tile_on_few_pages(
    count: int, panel: Size, choice: bool
) -> None:
    for office in (an_office_of(count), an_office_of(count, groups=True), with_long_names(an_office_of(count))):
        plan = planned(office, panel, choice=choice)
        assert plan.letters == READABLE
        across, down = plan.smallest_tile
        assert across >= LEAST_TILE[0]
        assert down >= LEAST_TILE[1]
        assert len(plan.menu.home) <= MANY_PAGES


@pytest.mark.parametrize("choice", [False, True])
def test_twelve_services_stand_on_one_page_of_the_default_panel_whether_paper_may_be_left_or_not(
    choice: bool,
) -> None:
    plan = planned(an_office_of(12), DEFAULT, choice=choice)
    assert [(len(page.page.choices), page.columns) for page in plan.pages] == [(12, 4)]


@pytest.mark.parametrize("choice", [False, True])
@pytest.mark.parametrize("panel", [PANEL_17, PANEL_15, (344.0, 194.0)])
def test_on_small_panels_no_letters_are_smaller_than_five_millimetres(panel: Size, choice: bool) -> None:
    for count in (1, 6, 12, 30):
        assert planned(an_office_of(count), panel, choice=choice).letters >= LEAST, count


def test_the_language_of_the_moment_is_nothing_to_the_menu_but_the_kiosks_languages_are() -> None:
    """Long foreign names ask for larger tiles; a kiosk without those languages has more on a page."""
    office = an_office_of(30)
    assert len(planned(office, DEFAULT, languages=("zh-TW",)).menu.home) < len(planned(office, DEFAULT).menu.home)


def test_groups_stand_on_home_where_each_of_them_has_room_on_one_page() -> None:
    office = an_office_of(30, groups=True)
    plan = planned(office, DEFAULT, languages=("zh-TW", "en"))
    assert [one.code for one in plan.menu.home[0].choices] == ["PAPERS", "FAMILY", "MOVING", "PERSON", "ASK"]
    assert len(plan.menu.groups) == 4


@pytest.mark.parametrize("choice", [False, True])
@pytest.mark.parametrize("panel", [DEFAULT, UPRIGHT, PANEL_17, (376.0, 301.0), (598.0, 336.0), (336.0, 598.0)])
def test_five_languages_and_long_names_leave_the_groups_standing(panel: Size, choice: bool) -> None:
    for office in (an_office_of(30, groups=True), with_long_names(an_office_of(30, groups=True))):
        plan = planned(office, panel, choice=choice)
        assert len(plan.menu.home) == 1
        assert [len(page.choices) for page in plan.menu.groups] == [8, 8, 6, 7]
        assert plan.letters >= (LEAST if panel in (PANEL_17, (376.0, 301.0)) else READABLE)
        assert min(plan.smallest_tile[0] / LEAST_TILE[0], plan.smallest_tile[1] / LEAST_TILE[1]) >= 0.99


def test_numbered_pages_are_in_two_languages_where_more_of_them_have_room() -> None:
    plan = planned(an_office_of(30), DEFAULT)
    assert all(page.together for page in plan.pages)


def test_where_a_group_would_need_pages_its_services_stand_on_those_of_home() -> None:
    office = an_office_of(30, groups=True)
    one = replace(
        office, services=tuple(replace(service, group=GroupCode("PAPERS")) for service in office.services)
    )
    menu = planned(one, DEFAULT, languages=("zh-TW", "en")).menu
    assert menu.groups == ()
    assert [service for page in menu.home for service in page.choices] == list(one.services)


def test_a_group_stands_where_its_first_service_stands_and_a_group_of_one_is_that_service() -> None:
    office = an_office_of(30, groups=True)
    ask, *others = reversed(office.services)
    alone = replace(ask, group=GroupCode("ALONE"))
    office = replace(
        office,
        services=(alone, *reversed(others)),
        groups=(*reversed(office.groups), replace(office.groups[0], code=GroupCode("ALONE"))),
    )
    menu = in_groups(office)
    assert menu is not None
    assert [choice.code for choice in menu.home[0].choices] == ["ASK", "PAPERS", "FAMILY", "MOVING", "PERSON"]


def test_a_place_that_is_no_more_leads_to_the_nearest_page() -> None:
    plan = planned(an_office_of(30), DEFAULT)
    last = plan.at(MenuPlace(page=99)).page
    assert last.page == last.pages - 1
    assert plan.at(MenuPlace(group=GroupCode("GONE"))) == plan.at(HOME)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("with_tabs", [False, True])
@pytest.mark.parametrize("with_choice", [False, True])
def test_nothing_lies_upon_another(panel: Size, with_tabs: bool, with_choice: bool) -> None:
    page = page_of(panel)
    plan = plan_home(page, with_choice=with_choice, with_tabs=with_tabs)
    assert plan.tiles + plan.tiles_height <= plan.love - ABOVE_LOVE + 0.01
    assert plan.love + plan.love_height == pytest.approx(page[1])
    assert (plan.rail > 0) == (with_tabs or (with_choice and not has_choice_beside_love(page)))


def test_pages_cost_a_page_that_lies_no_more_than_a_row_of_buttons_and_no_paper_nothing() -> None:
    page = page_of(DEFAULT)
    bare = plan_home(page).tiles_height
    assert plan_home(page, with_choice=True).tiles_height == bare
    assert bare - plan_home(page, with_choice=True, with_tabs=True).tiles_height < TAB / 2


def test_letters_shrink_with_the_tile_and_a_word_that_does_not_fit_is_no_name() -> None:
    names = [("Kewarganegaraan", "國籍變更")]
    sizes = [letters_on((across, 40.0), names) for across in (110.0, 80.0, 60.0, 40.0)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == READABLE
    assert not are_as_large((60.0, 200.0), names)
