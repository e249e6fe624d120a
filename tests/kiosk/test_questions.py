"""What is asked before a number, only where the office has set it; nobody waits for nothing."""

from dataclasses import replace

import pytest

from kiosk.flow import Flow
from kiosk.scenes import Home, LongWait, Missing, Papers, Take
from waitline.model.forecast import WaitRange
from waitline.model.office import KioskSetup, OfficeSetup, Paperless
from waitline.model.service import ServiceCode
from waitline.model.words import Words

from .offices import MONDAY_NINE, WAIT, a_kiosk, a_view, an_office
from .test_flow import Visitor

TRANS = ServiceCode("TRANS")
ID_CARD = Words(zh="身分證", en="ID card")
ASKS_AT_TWELVE = a_kiosk(ask_wait_from=12)


def an_asking_office(*, papers: bool = False, wait: bool = True) -> OfficeSetup:
    office = an_office()
    first, *others = office.services
    asking = replace(first, papers=ID_CARD, checklist=(ID_CARD,), ask_papers=papers, ask_wait=wait)
    return replace(office, services=(asking, *others))


def a_visitor(
    office: OfficeSetup,
    kiosk: KioskSetup | None = None,
    *,
    ahead: int = 0,
    open_counters: int = 2,
    wait: WaitRange | None = None,
) -> Visitor:
    visitor = Visitor(kiosk=kiosk)
    view = replace(a_view(office, open_counters=open_counters, wait=wait), ahead={TRANS: ahead})
    visitor.flow.show_view(view, MONDAY_NINE, visitor.now)
    return visitor


def touched(visitor: Visitor) -> object:
    visitor.now += 1
    return visitor.flow.anyway_touched(visitor.now)


def test_papers_are_asked_about_where_the_office_wants_it_and_then_the_number_comes() -> None:
    visitor = a_visitor(an_asking_office(papers=True))
    assert visitor.touches_service("TRANS") is None
    assert visitor.flow.scene == Papers(service=TRANS)
    assert touched(visitor) == Take(request="r1", service=TRANS, language="zh-TW", asked=True)


def test_other_services_are_not_asked_about() -> None:
    visitor = a_visitor(an_asking_office(papers=True), ASKS_AT_TWELVE)
    assert visitor.touches_service("SEAL") is not None


def test_a_missing_paper_leads_to_the_service_desk_and_a_number_all_the_same() -> None:
    visitor = a_visitor(an_asking_office(papers=True))
    visitor.touches_service("TRANS")
    visitor.now += 1
    visitor.flow.missing_touched(visitor.now)
    assert visitor.flow.scene == Missing(service=TRANS)
    assert touched(visitor) == Take(request="r1", service=TRANS, language="zh-TW", asked=True)


def test_a_visitor_whose_paper_is_missing_may_go_home_without_a_number() -> None:
    visitor = a_visitor(an_asking_office(papers=True))
    visitor.touches_service("TRANS")
    visitor.now += 1
    visitor.flow.missing_touched(visitor.now)
    visitor.now += 1
    visitor.flow.home_touched(visitor.now)
    assert visitor.flow.scene == Home()
    assert visitor.waits(70) == []


@pytest.mark.parametrize(("ahead", "asks"), [(11, False), (12, True), (40, True)])
def test_a_long_wait_is_asked_about_from_the_offices_figure_on(ahead: int, asks: bool) -> None:
    visitor = a_visitor(an_asking_office(), ASKS_AT_TWELVE, ahead=ahead)
    wish = visitor.touches_service("TRANS")
    assert (wish is None) == asks
    if asks:
        assert visitor.flow.scene == LongWait(service=TRANS, ahead=ahead)
        assert touched(visitor) == Take(request="r1", service=TRANS, language="zh-TW")


def test_the_wait_that_is_asked_about_goes_with_the_number() -> None:
    visitor = a_visitor(an_asking_office(), ASKS_AT_TWELVE, ahead=12, wait=WAIT)
    assert visitor.touches_service("TRANS") is None
    assert visitor.flow.scene == LongWait(service=TRANS, ahead=12, wait=WAIT)
    take = touched(visitor)
    assert isinstance(take, Take)
    assert take.told is not None
    assert take.told.announced == WAIT


def test_out_of_touch_nothing_is_asked_of_a_hall_that_nobody_knows() -> None:
    visitor = a_visitor(an_asking_office(), ASKS_AT_TWELVE, ahead=40, wait=WAIT)
    visitor.flow.touch_told(in_touch=False)
    assert visitor.touches_service("TRANS") == Take(request="r1", service=TRANS, language="zh-TW")
    visitor = a_visitor(an_asking_office(), open_counters=0)
    visitor.flow.touch_told(in_touch=False)
    assert visitor.touches_service("TRANS") == Take(request="r1", service=TRANS, language="zh-TW")
    visitor = a_visitor(an_asking_office(), ASKS_AT_TWELVE, ahead=40)
    visitor.flow.touch_told(in_touch=False)
    visitor.flow.touch_told(in_touch=True)
    assert visitor.touches_service("TRANS") is None


def test_a_service_may_be_left_out_of_the_question_about_the_wait() -> None:
    visitor = a_visitor(an_asking_office(wait=False), ASKS_AT_TWELVE, ahead=40)
    assert visitor.touches_service("TRANS") is not None


def test_papers_and_a_long_wait_are_asked_on_one_page() -> None:
    visitor = a_visitor(an_asking_office(papers=True), ASKS_AT_TWELVE, ahead=15)
    visitor.touches_service("TRANS")
    assert visitor.flow.scene == Papers(service=TRANS, ahead=15)
    assert touched(visitor) is not None


def test_a_number_without_paper_is_wished_for_and_the_next_visitor_has_paper_again() -> None:
    visitor = Visitor(kiosk=a_kiosk(printer="kiosk-1", paperless=Paperless.OFFERED))
    assert visitor.flow.scene == Home(paperless=False)
    visitor.flow.paperless_touched(visitor.now)
    assert visitor.flow.scene == Home(paperless=True)
    wish = visitor.touches_service()
    assert wish is not None
    assert wish.paperless
    visitor.gets(wish, printed=False)
    visitor.waits(20.1)
    assert visitor.flow.scene == Home(paperless=False)


def test_where_no_paper_is_usual_a_visitor_may_ask_for_it() -> None:
    visitor = Visitor(kiosk=a_kiosk(printer="kiosk-1", paperless=Paperless.USUAL))
    assert visitor.flow.scene == Home(paperless=True)
    visitor.flow.paperless_touched(visitor.now)
    wish = visitor.touches_service()
    assert wish is not None
    assert not wish.paperless


def test_a_choice_that_nobody_follows_up_is_forgotten() -> None:
    visitor = Visitor(kiosk=a_kiosk(printer="kiosk-1", paperless=Paperless.OFFERED))
    visitor.flow.paperless_touched(visitor.now)
    visitor.waits(61)
    assert visitor.flow.scene == Home(paperless=False)


@pytest.mark.parametrize("kiosk", [a_kiosk(printer="kiosk-1"), a_kiosk(paperless=Paperless.OFFERED)])
def test_without_the_offices_wish_or_a_printer_there_is_no_choice(kiosk: KioskSetup) -> None:
    visitor = Visitor(kiosk=kiosk)
    visitor.flow.paperless_touched(visitor.now)
    assert visitor.flow.scene == Home()


def test_an_unanswered_page_warns_for_twenty_seconds_and_any_touch_goes_on() -> None:
    visitor = Visitor()
    visitor.flow.love_touched(visitor.now)
    visitor.waits(39.5)
    assert visitor.flow.leaving_in(visitor.now) is None
    visitor.waits(1)
    assert visitor.flow.leaving_in(visitor.now) == 20
    visitor.waits(15)
    assert visitor.flow.leaving_in(visitor.now) == 5
    visitor.flow.touched(visitor.now)
    assert visitor.flow.leaving_in(visitor.now) is None
    assert visitor.waits(59) == []
    assert visitor.flow.scene != Home()


def test_a_home_page_as_the_house_shows_it_never_warns() -> None:
    visitor = Visitor()
    visitor.flow.touched(visitor.now)
    for _ in range(30):
        visitor.waits(5)
        assert visitor.flow.leaving_in(visitor.now) is None


def test_a_time_out_neither_sends_nor_loses_a_number() -> None:
    visitor = Visitor()
    visitor.flow.love_touched(visitor.now)
    visitor.waits(59.9)
    wish = visitor.flow.reason_touched(None, visitor.now)
    assert isinstance(wish, Take)
    assert visitor.waits(0.5) == []
    assert visitor.flow.leaving_in(visitor.now) is None
    visitor.gets(wish)
    assert visitor.flow.scene != Home()


def test_a_service_that_is_new_in_the_office_file_can_be_had_at_once() -> None:
    flow = Flow(office=an_office(services=1), kiosk=a_kiosk(), new_request=lambda: "r1")
    flow.show_view(a_view(an_office(services=2)), MONDAY_NINE, 99.0)
    assert flow.service_touched("REG", 100.0) is not None
