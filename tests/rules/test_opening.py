"""When numbers are given: the week, holidays, special days, breaks, last numbers, each service's own times."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from tests.builders import office_document
from waitline.model.calendar import OfficeCalendar, Why
from waitline.model.clock import HOUR, MINUTE, Instant, instant
from waitline.model.office import OfficeSetup
from waitline.model.opening_hours import Hours, OnOffer, SpecialDay, hours_of
from waitline.model.service import Service
from waitline.model.words import Words
from waitline.rules.opening import has_hours, next_opening, offer, office_day, refusal
from waitline.settings.office_file import parse_office

EIGHT_TO_FIVE = Hours(opens=480, closes=1020)
WITH_NOON_BREAK = Hours(opens=480, closes=1020, breaks=((720, 780),))
WEEK = (*(EIGHT_TO_FIVE,) * 5, None, None)
NATIONAL_DAY = Words(zh="國慶日", en="National Day")
TYPHOON = Words(zh="颱風停止上班", en="Typhoon")
BARE = parse_office(office_document(), "office.toml")


def calendar_of(*, holidays: dict[str, Words] | None = None, on_offer: OnOffer | None = None, **changes):
    """An office open from eight to five on weekdays; `on_offer` is its first service's."""
    office = replace(BARE, **({"hours": WEEK} | changes))
    if on_offer is not None:
        office = replace(office, services=(replace(office.services[0], on_offer=on_offer), *office.services[1:]))
    return OfficeCalendar(setup=office, holidays=holidays or {})


def at(wall: str, zone: str = "Asia/Taipei") -> Instant:
    """The instant of a wall clock's time, ``2026-11-23 09:00``."""
    return instant(datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)))


def first_service(calendar: OfficeCalendar) -> Service:
    return calendar.setup.services[0]


def again(calendar: OfficeCalendar, wall: str, service: Service | None = None) -> str:
    found = next_opening(calendar, at(wall), service)
    assert found is not None
    return f"{found.at:%Y-%m-%d %H:%M} (+{found.days_ahead})"


def why(calendar: OfficeCalendar, wall: str, service: Service | None = None) -> Why | None:
    return offer(calendar, at(wall), service).why


def test_the_doors_are_open_from_eight_to_five():
    office = calendar_of()
    assert why(office, "2026-11-23 07:59") is Why.HOURS
    assert why(office, "2026-11-23 08:00") is None
    assert why(office, "2026-11-23 16:59") is None
    assert why(office, "2026-11-23 17:00") is Why.HOURS
    assert why(office, "2026-11-22 09:00") is Why.DAY_OFF


def test_after_friday_comes_monday():
    assert again(calendar_of(), "2026-11-27 18:00") == "2026-11-30 08:00 (+3)"


def test_before_opening_it_is_today_and_while_open_it_is_now():
    assert again(calendar_of(), "2026-11-27 06:30") == "2026-11-27 08:00 (+0)"
    assert again(calendar_of(), "2026-11-27 10:20") == "2026-11-27 10:20 (+0)"


def test_a_noon_break_closes_and_opens_again():
    office = calendar_of(hours=(WITH_NOON_BREAK,) * 7)
    assert why(office, "2026-11-23 11:59") is None
    assert why(office, "2026-11-23 12:00") is Why.HOURS
    assert again(office, "2026-11-23 12:00") == "2026-11-23 13:00 (+0)"


def test_a_public_holiday_is_closed_by_its_name():
    office = calendar_of(holidays={"2026-11-30": NATIONAL_DAY})
    closed = offer(office, at("2026-11-30 09:00"))
    assert (closed.why, closed.reason) == (Why.HOLIDAY, NATIONAL_DAY)
    assert again(office, "2026-11-27 18:00") == "2026-12-01 08:00 (+4)"


def test_an_office_goes_before_the_public_holidays():
    office = calendar_of(
        holidays={"2026-11-30": NATIONAL_DAY},
        special_days=(SpecialDay(date="2026-11-30", hours=Hours(opens=540, closes=720)),),
    )
    assert again(office, "2026-11-27 18:00") == "2026-11-30 09:00 (+3)"
    assert why(office, "2026-11-30 12:00") is Why.HOURS


def test_a_typhoon_closes_a_day_with_its_reason():
    office = calendar_of(special_days=(SpecialDay(date="2026-11-23", reason=TYPHOON),))
    closed = offer(office, at("2026-11-23 09:00"))
    assert (closed.why, closed.reason) == (Why.SPECIAL, TYPHOON)
    assert closed.again is not None
    assert closed.again.at.date() == date(2026, 11, 24)


def test_a_make_up_day_has_the_hours_and_the_services_of_the_day_it_is_like():
    saturday = SpecialDay(date="2026-11-28", weekday=4)
    office = calendar_of(special_days=(saturday,), on_offer=OnOffer(weekdays=frozenset({4})))
    assert why(office, "2026-11-28 09:00") is None
    assert why(office, "2026-11-28 09:00", first_service(office)) is None
    assert why(office, "2026-11-26 09:00", first_service(office)) is Why.WEEKDAY


def test_the_last_number_of_the_day_is_given_before_closing_and_not_before_noon():
    office = calendar_of(hours=(WITH_NOON_BREAK,) * 7, last_ticket_minutes=20)
    assert why(office, "2026-11-23 11:59") is None, "who came before noon is served after it"
    assert why(office, "2026-11-23 16:39") is None
    assert why(office, "2026-11-23 16:40") is Why.LAST_TICKET
    assert why(office, "2026-11-23 17:00") is Why.HOURS
    assert again(office, "2026-11-23 16:40") == "2026-11-24 08:00 (+1)"


def test_a_last_number_so_early_that_the_break_swallows_it():
    office = calendar_of(hours=(WITH_NOON_BREAK,) * 7, last_ticket_minutes=250)
    assert why(office, "2026-11-23 12:00") is Why.LAST_TICKET
    assert why(office, "2026-11-23 13:30") is Why.LAST_TICKET
    assert again(office, "2026-11-23 12:00") == "2026-11-24 08:00 (+1)"


def test_an_end_at_midnight_is_the_whole_evening():
    office = calendar_of(hours=(Hours(opens=0, closes=1440),) * 7)
    assert why(office, "2026-11-23 23:59") is None
    assert why(office, "2026-11-24 00:00") is None


def test_a_service_is_on_offer_within_its_own_hours_only():
    office = calendar_of(on_offer=OnOffer(hours=Hours(opens=420, closes=690)))
    service = first_service(office)
    assert why(office, "2026-11-23 07:30", service) is Why.HOURS, "the office is not open yet"
    assert why(office, "2026-11-23 08:00", service) is None
    assert why(office, "2026-11-23 11:30", service) is Why.HOURS
    assert again(office, "2026-11-27 11:30", service) == "2026-11-30 08:00 (+3)"


def test_a_services_last_number_is_before_its_own_closing_and_never_after_the_offices():
    early = calendar_of(on_offer=OnOffer(hours=Hours(opens=480, closes=720), last_ticket_minutes=30))
    assert why(early, "2026-11-23 11:30", first_service(early)) is Why.LAST_TICKET
    assert why(early, "2026-11-23 12:00", first_service(early)) is Why.HOURS
    late = calendar_of(on_offer=OnOffer(last_ticket_minutes=5), last_ticket_minutes=20)
    assert why(late, "2026-11-23 16:40", first_service(late)) is Why.LAST_TICKET


def test_the_last_working_days_of_a_month_can_be_left_out():
    office = calendar_of(
        on_offer=OnOffer(not_on_last_working_days=1), special_days=(SpecialDay(date="2026-11-30", reason=TYPHOON),)
    )
    service = first_service(office)
    assert why(office, "2026-11-26 09:00", service) is None
    assert why(office, "2026-11-27 09:00", service) is Why.MONTH_END, "the 30th is closed"
    assert again(office, "2026-11-27 09:00", service) == "2026-12-01 08:00 (+4)"


def test_an_office_without_hours_is_closed_by_its_own_word_only():
    office = calendar_of(
        hours=(None,) * 7,
        holidays={"2026-11-23": NATIONAL_DAY},
        special_days=(SpecialDay(date="2026-11-24", reason=TYPHOON),),
    )
    assert not has_hours(office.setup)
    assert why(office, "2026-11-23 03:00") is None
    assert why(office, "2026-11-24 12:00") is Why.SPECIAL


def test_an_office_that_never_opens_again_says_so():
    office = calendar_of(hours=(None,) * 7, special_days=_closed_from("2026-11-23", 500))
    assert offer(office, at("2026-11-23 09:00")).again is None


def _closed_from(first: str, days: int) -> tuple[SpecialDay, ...]:
    start = date.fromisoformat(first)
    return tuple(SpecialDay(date=(start + timedelta(days=n)).isoformat()) for n in range(days))


def test_the_clock_on_the_wall_counts_when_it_is_put_back():
    office = calendar_of(time_zone="Europe/Berlin", hours=(EIGHT_TO_FIVE,) * 7)
    before = at("2026-10-24 18:00", "Europe/Berlin")
    found = next_opening(office, before)
    assert found is not None
    assert instant(found.at.astimezone(UTC)) - before == 15 * HOUR, "one hour longer than on other nights"


# --- by chance ---------------------------------------------------------------------------------------------

MONDAY = date(2026, 11, 23)
ZONES = ("Asia/Taipei", "Europe/Berlin", "America/New_York")


@some.composite
def hours(draw) -> Hours:
    """One to three spans, none within the hours in which clocks are changed."""
    edges = sorted(draw(some.sets(some.integers(240, 1440), min_size=2, max_size=6)))
    found = hours_of(zip(edges[::2], edges[1::2], strict=False))
    assert found is not None
    return found


@some.composite
def on_offers(draw) -> OnOffer:
    return OnOffer(
        hours=draw(some.none() | hours()),
        weekdays=draw(some.frozensets(some.integers(0, 6), min_size=1)),
        not_on_last_working_days=draw(some.integers(0, 3)),
        last_ticket_minutes=draw(some.none() | some.integers(0, 90)),
    )


@some.composite
def calendars(draw) -> OfficeCalendar:
    week = tuple(draw(some.none() | hours()) for _ in range(7))
    assume(any(week))
    days = draw(some.lists(some.integers(0, 20), unique=True, max_size=4))
    special = tuple(
        SpecialDay(date=(MONDAY + timedelta(days=day)).isoformat(), hours=draw(some.none() | hours()))
        for day in days
    )
    off = draw(some.sets(some.integers(0, 20), max_size=6))
    return calendar_of(
        hours=week,
        special_days=special,
        last_ticket_minutes=draw(some.integers(0, 60)),
        time_zone=draw(some.sampled_from(ZONES)),
        holidays={(MONDAY + timedelta(days=day)).isoformat(): NATIONAL_DAY for day in off},
        on_offer=draw(on_offers()),
    )


def any_time(office: OfficeSetup, minutes: int) -> Instant:
    start = datetime(MONDAY.year, MONDAY.month, MONDAY.day, tzinfo=office.zone)
    return Instant(instant(start) + minutes * MINUTE)


@settings(max_examples=150, deadline=None)
@given(calendars(), some.integers(0, 21 * 24 * 60), some.booleans())
def test_the_next_opening_is_open_and_none_comes_before_it(calendar, minutes, of_service):
    service = first_service(calendar) if of_service else None
    now = any_time(calendar.setup, minutes)
    found = next_opening(calendar, now, service)
    if found is None:
        assert refusal(calendar, now, service) is not None
        return
    opens = instant(found.at.astimezone(UTC))
    assert opens >= now
    assert refusal(calendar, opens, service) is None
    assert (
        found.days_ahead == (found.at.date() - datetime.fromtimestamp(now / 1000, calendar.setup.zone).date()).days
    )
    for before in range(now, min(opens, now + 30 * 24 * HOUR), 13 * MINUTE):
        assert refusal(calendar, Instant(before), service) is not None
    assert opens == now or refusal(calendar, Instant(opens - 1), service) is not None


@settings(max_examples=100, deadline=None)
@given(calendars(), some.integers(0, 21 * 24 * 60))
def test_a_service_is_never_on_offer_in_a_closed_office(calendar, minutes):
    now = any_time(calendar.setup, minutes)
    if refusal(calendar, now) is not None:
        assert refusal(calendar, now, first_service(calendar)) is not None


@settings(max_examples=100, deadline=None)
@given(hours(), hours(), some.integers(0, 1440))
def test_both_hours_hold_a_minute_that_each_holds(one, other, minute):
    both = one.both(other)
    assert (both is not None and both.holds(minute)) == (one.holds(minute) and other.holds(minute))


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 29)])
def test_a_day_counts_as_its_own_weekday_unless_told_otherwise(day):
    assert office_day(calendar_of(), day).weekday == day.weekday()
