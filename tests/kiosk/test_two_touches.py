"""From home to a number it takes two touches at most, whatever the office has its kiosks ask."""

from dataclasses import replace
from itertools import count, product

import pytest

from kiosk.flow import Flow
from kiosk.scenes import Home, LongWait, Missing, NoCounter, Number, Papers, Take
from waitline.model.forecast import WaitRange
from waitline.model.office import OfficeSetup
from waitline.model.service import GroupCode, ServiceCode
from waitline.model.slip import Taken
from waitline.model.words import Words
from waitline.rules.kiosk_menu import HOME, MenuPlace

from .offices import MONDAY_NINE, a_kiosk, a_view, an_office
from .test_flow import a_number

PLACES = HOME, MenuPlace(page=1), MenuPlace(group=GroupCode("FAMILY"))
PAPERS = (Words(zh="身分證", en="ID card"), Words(zh="印章", en="Seal"))
REG = ServiceCode("REG")


class Walk:
    """One visitor who goes straight to a number, a second between touches."""

    def __init__(self, *, papers: bool, wait: bool, open_counters: int = 1) -> None:
        requests = count(1)
        kiosk = a_kiosk(ask_wait_from=3 if wait else None)
        self.office = with_questions(an_office(kiosk=kiosk), papers=papers)
        self.flow = Flow(office=self.office, kiosk=kiosk, new_request=lambda: f"r{next(requests)}")
        self.now = 100.0
        view = a_view(self.office, waiting=12, open_counters=open_counters, wait=WaitRange(25, 35))
        self.flow.show_view(replace(view, ahead={REG: 12}), MONDAY_NINE, self.now)
        self.touches = 0

    def touch(self) -> None:
        self.now += 1.0
        self.touches += 1
        self.flow.glass_touched(self.now)

    def to_a_number(self, place: MenuPlace) -> Number:
        if place != HOME:
            self.touch()
            self.flow.place_touched(place, self.now)
        self.touch()
        wish = self.flow.service_touched(REG, self.now)
        while wish is None:
            self.touch()
            wish = self.flow.anyway_touched(self.now)
        return self.gets(wish)

    def gets(self, wish: object) -> Number:
        assert isinstance(wish, Take)
        taken: Taken = a_number(wish, ahead=12)
        self.flow.taken(wish.request, taken, self.now)
        assert isinstance(self.flow.scene, Number)
        return self.flow.scene


def with_questions(office: OfficeSetup, *, papers: bool) -> OfficeSetup:
    services = (replace(one, checklist=PAPERS, ask_papers=papers) for one in office.services)
    return replace(office, services=tuple(services))


@pytest.mark.parametrize(("place", "papers", "wait"), list(product(PLACES, (False, True), (False, True))))
def test_two_touches_at_most_whatever_is_asked(place: MenuPlace, papers: bool, wait: bool) -> None:
    walk = Walk(papers=papers, wait=wait)
    number = walk.to_a_number(place)
    assert walk.touches <= 2
    assert number.tells_papers == (papers and place != HOME), "what was not asked is told"


def test_the_accessible_profile_asks_nothing() -> None:
    """Two touches there as well: one begins it."""
    walk = Walk(papers=True, wait=True)
    walk.touch()
    walk.flow.ease_touched(walk.now, on=True)
    number = walk.to_a_number(HOME)
    assert walk.touches <= 2
    assert number.tells_papers


def test_that_nobody_serves_it_is_the_only_question() -> None:
    walk = Walk(papers=True, wait=True, open_counters=0)
    walk.touch()
    assert walk.flow.service_touched(REG, walk.now) is None
    assert walk.flow.scene == NoCounter(service=REG)
    walk.touch()
    number = walk.gets(walk.flow.anyway_touched(walk.now))
    assert number.tells_papers
    assert number.opens_later


@pytest.mark.parametrize(("place", "eased"), [(HOME, True), *((place, False) for place in PLACES[1:])])
def test_that_nobody_serves_it_is_told_where_asking_would_be_a_third_touch(place: MenuPlace, eased: bool) -> None:
    walk = Walk(papers=True, wait=True, open_counters=0)
    walk.flow.ease_touched(walk.now, on=eased)
    number = walk.to_a_number(place)
    assert walk.touches <= 2
    assert number.opens_later
    assert not Walk(papers=True, wait=True).to_a_number(place).opens_later


@pytest.mark.parametrize("missing", [False, True])
def test_papers_that_were_asked_about_are_not_told_again(missing: bool) -> None:
    walk = Walk(papers=True, wait=True)
    walk.touch()
    assert walk.flow.service_touched(REG, walk.now) is None
    assert walk.flow.scene == Papers(service=REG, ahead=12, wait=WaitRange(25, 35))
    walk.touch()
    if missing:
        walk.flow.missing_touched(walk.now)
        assert walk.flow.scene == Missing(service=REG)
        walk.touch()
    assert not walk.gets(walk.flow.anyway_touched(walk.now)).tells_papers


def test_a_long_wait_is_asked_about_on_the_first_page_only() -> None:
    walk = Walk(papers=False, wait=True)
    walk.touch()
    assert walk.flow.service_touched(REG, walk.now) is None
    assert isinstance(walk.flow.scene, LongWait)
    walk.touch()
    walk.flow.home_touched(walk.now)
    assert walk.flow.scene == Home()


@pytest.mark.parametrize(("papers", "open_counters"), [(True, 1), (False, 0)])
def test_a_number_that_tells_more_stays_long_enough_to_read_it(papers: bool, open_counters: int) -> None:
    walk = Walk(papers=papers, wait=False, open_counters=open_counters)
    number = walk.to_a_number(PLACES[1])
    walk.flow.tick(walk.now + 19.0)
    assert walk.flow.scene == number
    walk.flow.tick(walk.now + 20.5)
    assert walk.flow.scene == Home()
