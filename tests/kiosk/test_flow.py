"""What the kiosk decides, without a window: touches, answers and a turned clock."""

from dataclasses import replace
from itertools import count

import pytest

from drivers.printing.queue.slip_news import Slip, SlipNews
from kiosk.flow import Flow
from kiosk.scenes import (
    CallHelp,
    Closed,
    HelpComes,
    Home,
    NoCounter,
    NotOffered,
    Number,
    Reasons,
    Sorry,
    StillTrying,
    Take,
)
from waitline.model.calendar import Offer, Why
from waitline.model.clock import HOUR, Instant
from waitline.model.errors import DatabaseAway, NumbersUsedUp, OfficeClosed, ServiceNotOnOffer
from waitline.model.office import KioskSetup, OfficeSetup
from waitline.model.opening_hours import Hours, OnOffer, SpecialDay
from waitline.model.service import GroupCode, SeriesCode, ServiceCode
from waitline.model.slip import JobState, PrintJob, Taken
from waitline.model.ticket import LoveReason, Origin, PriorityClass, Ticket, TicketId, TicketState
from waitline.model.words import Words
from waitline.rules.kiosk_menu import MenuPlace

from .offices import MONDAY_NINE, WEEKDAYS, a_kiosk, a_view, an_office

NO_PAPER = Words(zh="印表機缺紙", en="The printer is out of paper")


class Visitor:
    """A flow and the clock on its wall."""

    def __init__(self, *, kiosk: KioskSetup | None = None, open_counters: int = 2) -> None:
        requests = count(1)
        office = an_office(kiosk=kiosk)
        self.flow = Flow(office=office, kiosk=kiosk or a_kiosk(), new_request=lambda: f"r{next(requests)}")
        self.now = 100.0
        self.flow.show_view(a_view(office, open_counters=open_counters, wait=None), MONDAY_NINE, self.now)

    def waits(self, seconds: float) -> list[object]:
        """Time goes by in steps of 50 ms; what the flow sends meanwhile."""
        sent = []
        until = self.now + seconds
        while self.now < until:
            self.now = min(until, self.now + 0.05)
            wish = self.flow.tick(self.now)
            if wish is not None:
                sent.append(wish)
        return sent

    def gives_up(self, wish: Take) -> None:
        """Told that no number can be given now, the visitor goes away."""
        for _ in range(8):
            self.is_told_the_line_is_down(wish)
            self.waits(1.0)
        assert isinstance(self.flow.scene, Sorry)
        self.flow.home_touched(self.now)

    def touches_service(self, code: str = "TRANS") -> Take | None:
        wish = self.flow.service_touched(code, self.now)
        assert wish is None or isinstance(wish, Take)
        return wish

    def gets(self, wish: Take, *, printed: bool = True, ahead: int = 3) -> Ticket:
        taken = a_number(wish, printed=printed, ahead=ahead)
        self.flow.taken(wish.request, taken, self.now)
        return taken.ticket

    def is_told_the_line_is_down(self, wish: Take) -> None:
        self.flow.failed(wish.request, DatabaseAway(), self.now)


def a_number(wish: Take, *, printed: bool = True, ahead: int = 3) -> Taken:
    ticket = Ticket(
        id=TicketId(7),
        day="2026-11-23",
        series=SeriesCode("A"),
        number=1,
        lap=0,
        label="A001",
        service=wish.service,
        priority=PriorityClass.LOVE if wish.love else PriorityClass.ORDINARY,
        state=TicketState.WAITING,
        origin=Origin.KIOSK,
        language=wish.language,
        issued_at=MONDAY_NINE,
        key_at=MONDAY_NINE,
    )
    job = PrintJob(
        id=1, printer="kiosk-1", ticket=ticket, ahead=ahead, copy=0, state=JobState.QUEUED, detail=None,
        queued_at=MONDAY_NINE,
    )  # fmt: skip
    return Taken(ticket=ticket, ahead=ahead, job=job if printed else None)


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


def test_one_touch_on_a_tile_gives_a_number(visitor: Visitor) -> None:
    wish = visitor.touches_service("TRANS")
    assert wish == Take(request="r1", service=ServiceCode("TRANS"), language="zh-TW")
    ticket = visitor.gets(wish)
    assert isinstance(visitor.flow.scene, Number)
    assert visitor.flow.scene.taken.ticket == ticket


def test_the_tile_is_held_down_until_the_number_comes(visitor: Visitor) -> None:
    wish = visitor.touches_service("SEAL")
    assert visitor.flow.scene == Home(pressed=wish)


def test_two_touches_give_a_love_number_with_its_reason(visitor: Visitor) -> None:
    assert visitor.flow.love_touched(visitor.now) is None
    assert visitor.flow.scene == Reasons()
    visitor.waits(0.5)
    wish = visitor.flow.reason_touched(LoveReason.PREGNANT, visitor.now)
    assert wish == Take(request="r1", service=None, love=True, love_reason=LoveReason.PREGNANT, language="zh-TW")


def test_a_love_visitor_need_not_say_why(visitor: Visitor) -> None:
    visitor.flow.love_touched(visitor.now)
    visitor.waits(0.5)
    wish = visitor.flow.reason_touched(None, visitor.now)
    assert wish == Take(request="r1", service=None, love=True, language="zh-TW")


def test_one_touch_gives_a_love_number_where_the_office_asks_no_reason() -> None:
    visitor = Visitor(kiosk=a_kiosk(love_asks_reason=False))
    assert visitor.flow.love_touched(visitor.now) == Take(request="r1", service=None, love=True, language="zh-TW")


def test_a_double_tap_is_one_wish(visitor: Visitor) -> None:
    assert visitor.touches_service("TRANS") is not None
    assert visitor.touches_service("TRANS") is None


def test_a_second_finger_on_another_tile_is_not_heard(visitor: Visitor) -> None:
    assert visitor.touches_service("TRANS") is not None
    assert visitor.touches_service("SEAL") is None
    assert visitor.flow.love_touched(visitor.now) is None


def test_the_second_tap_on_the_love_button_chooses_no_reason(visitor: Visitor) -> None:
    visitor.flow.love_touched(visitor.now)
    visitor.waits(0.2)
    assert visitor.flow.reason_touched(LoveReason.OTHER, visitor.now) is None
    assert visitor.flow.scene == Reasons()


def test_the_second_tap_on_a_tile_does_not_wipe_the_number_away(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    visitor.waits(0.3)
    visitor.flow.home_touched(visitor.now)
    assert isinstance(visitor.flow.scene, Number)


def test_the_number_stays_for_eight_seconds_then_the_next_visitor_is_welcome(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    visitor.flow.slip_told(SlipNews(label="A001", slip=Slip.PRINTED), visitor.now)
    visitor.waits(7.9)
    assert isinstance(visitor.flow.scene, Number)
    visitor.waits(0.2)
    assert visitor.flow.scene == Home()


def test_a_touch_brings_the_home_page_back_at_once(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    visitor.waits(1)
    visitor.flow.home_touched(visitor.now)
    assert visitor.flow.scene == Home()


def test_a_number_without_paper_stays_for_twenty_seconds(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    visitor.waits(3)
    visitor.flow.slip_told(SlipNews(label="A001", slip=Slip.TROUBLE, words=NO_PAPER), visitor.now)
    visitor.waits(19.5)
    scene = visitor.flow.scene
    assert isinstance(scene, Number)
    assert (scene.slip, scene.slip_words) == (Slip.TROUBLE, NO_PAPER)
    visitor.waits(1)
    assert visitor.flow.scene == Home()


def test_a_printer_known_to_be_out_of_paper_is_named_with_the_number(visitor: Visitor) -> None:
    visitor.flow.printer_told(NO_PAPER)
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    scene = visitor.flow.scene
    assert isinstance(scene, Number)
    assert (scene.slip, scene.slip_words) == (Slip.TROUBLE, NO_PAPER)


def test_a_slow_slip_keeps_its_number_on_the_glass(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    visitor.waits(12)
    assert isinstance(visitor.flow.scene, Number)
    visitor.flow.slip_told(SlipNews(label="A001", slip=Slip.PRINTED), visitor.now)
    visitor.waits(2)
    assert isinstance(visitor.flow.scene, Number)
    visitor.waits(1.5)
    assert visitor.flow.scene == Home()


def test_the_slip_may_be_out_before_the_number_is_on_the_glass(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.flow.slip_told(SlipNews(label="A001", slip=Slip.PRINTED), visitor.now)
    visitor.gets(wish)
    assert isinstance(visitor.flow.scene, Number)
    assert visitor.flow.scene.slip is Slip.PRINTED


def test_somebody_elses_slip_says_nothing_about_this_number(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    visitor.flow.slip_told(SlipNews(label="B007", slip=Slip.TROUBLE, words=NO_PAPER), visitor.now)
    assert isinstance(visitor.flow.scene, Number)
    assert visitor.flow.scene.slip is Slip.PRINTING


def test_a_wish_that_meets_trouble_is_sent_again_with_the_same_request(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    sent: list[object] = []
    for _ in range(6):
        visitor.is_told_the_line_is_down(wish)
        sent += visitor.waits(0.7)
    assert len(sent) >= 3
    assert set(sent) == {wish}
    assert visitor.flow.scene == StillTrying(wish=wish)
    visitor.gets(wish)
    assert isinstance(visitor.flow.scene, Number)


def test_lasting_trouble_is_said_and_still_tried(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    for _ in range(8):
        visitor.is_told_the_line_is_down(wish)
        visitor.waits(1.0)
    scene = visitor.flow.scene
    assert isinstance(scene, Sorry)
    assert scene.wish == wish
    assert scene.words == DatabaseAway().words
    visitor.is_told_the_line_is_down(wish)
    assert visitor.waits(2.5) == [wish]
    visitor.gets(wish)
    assert isinstance(visitor.flow.scene, Number)


def test_trying_again_by_hand_keeps_the_request(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    for _ in range(8):
        visitor.is_told_the_line_is_down(wish)
        visitor.waits(1.0)
    visitor.is_told_the_line_is_down(wish)
    assert visitor.flow.again_touched(visitor.now) == wish
    assert visitor.flow.scene == StillTrying(wish=wish)


def test_a_late_number_does_not_push_in_front_of_the_next_visitor(visitor: Visitor) -> None:
    wish = visitor.touches_service("TRANS")
    assert wish is not None
    for _ in range(8):
        visitor.is_told_the_line_is_down(wish)
        visitor.waits(1.0)
    visitor.flow.home_touched(visitor.now)
    visitor.waits(1)
    following = visitor.touches_service("SEAL")
    visitor.gets(wish)
    assert visitor.flow.scene == Home(pressed=following)


def test_a_refusal_is_said_at_once_and_not_tried_again(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    error = NumbersUsedUp(series="A")
    visitor.flow.failed(wish.request, error, visitor.now)
    assert visitor.flow.scene == Sorry(words=error.words)
    assert visitor.waits(21) == []
    assert visitor.flow.scene == Home()


def test_a_service_that_no_open_counter_serves_asks_first() -> None:
    visitor = Visitor(open_counters=0)
    assert visitor.touches_service("CERT") is None
    assert visitor.flow.scene == NoCounter(service=ServiceCode("CERT"))
    visitor.waits(0.5)
    assert visitor.flow.anyway_touched(visitor.now) == Take(
        request="r1", service=ServiceCode("CERT"), language="zh-TW"
    )


def test_going_back_from_a_question_keeps_the_language(visitor: Visitor) -> None:
    visitor.flow.language_touched("en", visitor.now)
    visitor.flow.love_touched(visitor.now)
    visitor.waits(0.5)
    visitor.flow.home_touched(visitor.now)
    assert visitor.flow.scene == Home()
    assert visitor.flow.language == "en"


def test_the_language_goes_onto_the_ticket_and_back_to_the_house(visitor: Visitor) -> None:
    visitor.flow.language_touched("en", visitor.now)
    wish = visitor.touches_service()
    assert wish is not None
    assert wish.language == "en"
    visitor.gets(wish, printed=False)
    assert visitor.flow.language == "en"
    visitor.waits(20.1)
    assert visitor.flow.language == "zh-TW"


def test_a_language_that_the_kiosk_does_not_speak_changes_nothing(visitor: Visitor) -> None:
    visitor.flow.language_touched("fr", visitor.now)
    assert visitor.flow.language == "zh-TW"


def test_an_english_home_page_left_alone_turns_back(visitor: Visitor) -> None:
    visitor.flow.language_touched("en", visitor.now)
    visitor.waits(61)
    assert visitor.flow.language == "zh-TW"


def test_an_unanswered_question_goes_away_after_a_minute(visitor: Visitor) -> None:
    visitor.flow.love_touched(visitor.now)
    visitor.waits(59)
    assert visitor.flow.scene == Reasons()
    visitor.waits(2)
    assert visitor.flow.scene == Home()


def test_a_touch_in_the_last_moment_is_carried_out(visitor: Visitor) -> None:
    visitor.flow.love_touched(visitor.now)
    visitor.waits(59.9)
    wish = visitor.flow.reason_touched(None, visitor.now)
    visitor.waits(0.5)
    assert visitor.flow.scene == Reasons(pressed=wish)


def test_asking_for_help_says_that_somebody_comes(visitor: Visitor) -> None:
    wish = visitor.flow.help_touched(visitor.now)
    assert wish == CallHelp(request="r1", language="zh-TW")
    visitor.flow.help_called("r1", 7, visitor.now)
    assert visitor.flow.scene == HelpComes(call=7)
    visitor.waits(59)
    assert visitor.flow.scene == HelpComes(call=7)
    visitor.waits(1.1)
    assert visitor.flow.scene == Home()


def test_a_kiosk_that_has_not_heard_from_the_office_still_takes_wishes() -> None:
    kiosk = a_kiosk()
    flow = Flow(office=an_office(), kiosk=kiosk, new_request=lambda: "r1")
    assert flow.service_touched("TRANS", 100.0) is not None


def test_outside_its_hours_with_nobody_at_a_counter_the_kiosk_is_closed(visitor: Visitor) -> None:
    office = an_office(hours=WEEKDAYS)
    evening = Instant(MONDAY_NINE + 10 * HOUR)
    visitor.flow.show_view(a_view(office, open_counters=0, at=evening), evening, visitor.now)
    assert isinstance(visitor.flow.scene, Closed)
    assert visitor.touches_service() is None
    morning = Instant(MONDAY_NINE + 24 * HOUR)
    visitor.flow.show_view(a_view(office, open_counters=0, at=morning), morning, visitor.now)
    assert visitor.flow.scene == Home()


def test_a_kiosk_closes_on_time_though_counters_still_serve_who_waits(visitor: Visitor) -> None:
    office = an_office(hours=WEEKDAYS)
    evening = Instant(MONDAY_NINE + 10 * HOUR)
    visitor.flow.show_view(a_view(office, open_counters=1, at=evening), evening, visitor.now)
    assert isinstance(visitor.flow.scene, Closed)


def test_closing_time_does_not_take_a_number_off_the_glass(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    office = an_office(hours=WEEKDAYS)
    evening = Instant(MONDAY_NINE + 10 * HOUR)
    visitor.flow.show_view(replace(a_view(office, open_counters=0), at=evening), evening, visitor.now)
    assert isinstance(visitor.flow.scene, Number)


def with_an_afternoon_service() -> OfficeSetup:
    """Transcripts are done from 13:00 only."""
    office = an_office(hours=WEEKDAYS)
    transcripts, *others = office.services
    afternoon = OnOffer(hours=Hours(opens=780, closes=1020))
    return replace(office, services=(replace(transcripts, on_offer=afternoon), *others))


def hears(visitor: Visitor, office: OfficeSetup, at: int) -> None:
    visitor.flow.show_view(a_view(office, at=Instant(at)), Instant(at), visitor.now)


def test_a_service_that_is_not_on_offer_is_never_sold_as_a_wait(visitor: Visitor) -> None:
    hears(visitor, with_an_afternoon_service(), MONDAY_NINE)
    assert visitor.touches_service("TRANS") is None
    scene = visitor.flow.scene
    assert isinstance(scene, NotOffered)
    assert scene.offer.again is not None
    assert f"{scene.offer.again.at:%H:%M}" == "13:00"
    visitor.now += 1
    assert visitor.flow.anyway_touched(visitor.now) is None
    visitor.flow.home_touched(visitor.now)
    assert visitor.flow.scene == Home()


def test_from_its_hour_on_a_service_gives_numbers(visitor: Visitor) -> None:
    hears(visitor, with_an_afternoon_service(), MONDAY_NINE + 4 * HOUR)
    assert visitor.touches_service("TRANS") is not None


def test_who_reads_why_a_service_is_not_on_offer_can_ask_for_help(visitor: Visitor) -> None:
    hears(visitor, with_an_afternoon_service(), MONDAY_NINE)
    visitor.touches_service("TRANS")
    visitor.now += 1
    assert isinstance(visitor.flow.help_touched(visitor.now), CallHelp)


def test_a_page_that_says_when_leaves_by_itself(visitor: Visitor) -> None:
    hears(visitor, with_an_afternoon_service(), MONDAY_NINE)
    visitor.touches_service("TRANS")
    visitor.waits(60.1)
    assert visitor.flow.scene == Home()


def test_a_kiosk_left_alone_closes_says_the_right_day_and_wakes(visitor: Visitor) -> None:
    office = replace(an_office(hours=WEEKDAYS), special_days=(SpecialDay(date="2026-11-24", hours=None),))
    told = []
    for hours in range(9, 60):
        hears(visitor, office, MONDAY_NINE + (hours - 9) * HOUR)
        scene = visitor.flow.scene
        if isinstance(scene, Closed) and scene.offer is not None and scene.offer.again is not None:
            told.append((hours, scene.offer.why, scene.offer.again.days_ahead))
        else:
            assert scene == Home()
    monday_evening = [(hours, Why.HOURS, 2) for hours in range(17, 24)]
    tuesday = [(hours, Why.SPECIAL, 1) for hours in range(24, 48)]
    wednesday_morning = [(hours, Why.HOURS, 0) for hours in range(48, 56)]
    assert told == monday_evening + tuesday + wednesday_morning


def test_a_kiosk_whose_view_is_stale_shows_what_the_office_says(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    closed = Offer(why=Why.LAST_TICKET)
    visitor.flow.failed(wish.request, OfficeClosed(offer=closed), visitor.now)
    assert visitor.flow.scene == Closed(offer=closed)
    visitor.waits(20.1)
    assert visitor.flow.scene == Home(), "by what it knows itself it is open"


def test_a_service_refused_by_the_office_says_when_it_is_on_offer(visitor: Visitor) -> None:
    wish = visitor.touches_service("REG")
    assert wish is not None
    offer = Offer(why=Why.MONTH_END)
    service = an_office().service("REG")
    visitor.flow.failed(wish.request, ServiceNotOnOffer(service=service, offer=offer), visitor.now)
    assert visitor.flow.scene == NotOffered(service=service.code, offer=offer)


def test_after_the_last_number_of_the_day_the_kiosk_closes_behind_it(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gets(wish)
    hears(visitor, an_office(hours=WEEKDAYS), MONDAY_NINE + 9 * HOUR)
    assert isinstance(visitor.flow.scene, Number)
    visitor.waits(30)
    assert isinstance(visitor.flow.scene, Closed)


def test_a_closed_kiosk_speaks_the_houses_language_again(visitor: Visitor) -> None:
    visitor.flow.language_touched("en", visitor.now)
    hears(visitor, an_office(hours=WEEKDAYS), MONDAY_NINE + 9 * HOUR)
    assert visitor.flow.language == visitor.flow.house_language


def test_who_looks_through_the_menu_is_left_in_peace(visitor: Visitor) -> None:
    inside = MenuPlace(group=GroupCode("FAMILY"))
    visitor.flow.place_touched(inside, visitor.now)
    hears(visitor, an_office(), MONDAY_NINE)
    assert visitor.flow.scene == Home(place=inside)
    hears(visitor, an_office(hours=WEEKDAYS), MONDAY_NINE + 9 * HOUR)
    assert isinstance(visitor.flow.scene, Closed)
