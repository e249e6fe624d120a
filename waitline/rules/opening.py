"""Whether a number is given now, and when the next time is: one answer for the kiosk and for the verb."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from waitline.model.calendar import Offer, OfficeCalendar, OfficeDay, Opening, Why
from waitline.model.clock import Instant, instant, local
from waitline.model.office import OfficeSetup
from waitline.model.opening_hours import MIDNIGHT, Hours, SpecialDay
from waitline.model.service import Service

LOOK_AHEAD_DAYS: Final = 400
"""A house that is being rebuilt stays closed for months; after a year nobody remembers what was promised."""

ALWAYS: Final = Hours(opens=0, closes=MIDNIGHT)


def has_hours(setup: OfficeSetup) -> bool:
    """Whether the office has set hours at all; without any it is closed on the dates it closes itself only."""
    return any(hours is not None for hours in setup.hours)


def office_day(calendar: OfficeCalendar, day: date) -> OfficeDay:
    """How the office keeps a date: its own word comes first, then the public holidays, then its week."""
    setup, iso = calendar.setup, day.isoformat()
    special = next((one for one in setup.special_days if one.date == iso), None)
    if special is not None:
        return _special(setup, special, day.weekday())
    if not has_hours(setup):
        return OfficeDay(hours=ALWAYS, weekday=day.weekday())
    holiday = calendar.holidays.get(iso)
    if holiday is not None:
        return OfficeDay(hours=None, weekday=day.weekday(), why=Why.HOLIDAY, reason=holiday)
    hours = setup.hours[day.weekday()]
    return OfficeDay(hours=hours, weekday=day.weekday(), why=Why.DAY_OFF if hours is None else None)


def offer(calendar: OfficeCalendar, at: Instant, service: Service | None = None) -> Offer:
    """Whether a number for `service` (None: any at all) is given at `at`; if not, why and when again."""
    no = refusal(calendar, at, service)
    if no is None:
        return Offer()
    why, day = no
    return Offer(why=why, reason=day.reason, again=next_opening(calendar, at, service))


def refusal(calendar: OfficeCalendar, at: Instant, service: Service | None = None) -> tuple[Why, OfficeDay] | None:
    """Why no number is given at `at`, with the day it is; None: one is."""
    now = local(at, calendar.setup.zone)
    day, minute = office_day(calendar, now.date()), now.hour * 60 + now.minute
    if day.hours is None:
        return day.why or Why.DAY_OFF, day
    if service is not None and day.weekday not in service.on_offer.weekdays:
        return Why.WEEKDAY, day
    if service is not None and _is_month_end(calendar, now.date(), service):
        return Why.MONTH_END, day
    hours = day.hours if service is None else service.on_offer.open_in(day.hours)
    given = _given(calendar.setup, day.hours, service)
    if given is not None and given.holds(minute):
        return None
    late = hours is not None and minute < hours.closes and (given is None or minute >= given.closes)
    return (Why.LAST_TICKET if late else Why.HOURS), day


def next_opening(calendar: OfficeCalendar, at: Instant, service: Service | None = None) -> Opening | None:
    """The first moment from `at` on at which a number is given; None: none within `LOOK_AHEAD_DAYS`."""
    zone = calendar.setup.zone
    now = local(at, zone)
    for days in range(LOOK_AHEAD_DAYS):
        day = now.date() + timedelta(days=days)
        for opens in _openings(calendar, day, service):
            # a sum of wall times crosses a change of clocks as the wall does
            moment = datetime.combine(day, time.min, tzinfo=zone) + timedelta(minutes=opens)
            found = max(at, instant(moment.astimezone(UTC)))
            if refusal(calendar, found, service) is None:
                return Opening(at=local(found, zone), days_ahead=days)
    return None


def _openings(calendar: OfficeCalendar, day: date, service: Service | None) -> Iterator[int]:
    """The minutes of a date at which numbers begin to be given, if they are on that date."""
    hours = office_day(calendar, day).hours
    given = None if hours is None else _given(calendar.setup, hours, service)
    return iter(()) if given is None else (opens for opens, _ in given.spans)


def _given(setup: OfficeSetup, hours: Hours, service: Service | None) -> Hours | None:
    """When numbers are given on a day of these hours."""
    if service is None:
        return hours.until(hours.closes - setup.last_ticket_minutes)
    return service.on_offer.within(hours, setup.last_ticket_minutes)


def _special(setup: OfficeSetup, special: SpecialDay, weekday: int) -> OfficeDay:
    counts_as = weekday if special.weekday is None else special.weekday
    hours = special.hours if special.weekday is None else setup.hours[counts_as]
    return OfficeDay(
        hours=hours, weekday=counts_as, why=Why.SPECIAL if hours is None else None, reason=special.reason
    )


def _is_month_end(calendar: OfficeCalendar, day: date, service: Service) -> bool:
    """Whether fewer working days are left in the month after `day` than the service keeps free of numbers."""
    free = service.on_offer.not_on_last_working_days
    if free == 0:
        return False
    left, later = 0, day + timedelta(days=1)
    while later.month == day.month and left < free:
        left += office_day(calendar, later).hours is not None
        later += timedelta(days=1)
    return left < free
