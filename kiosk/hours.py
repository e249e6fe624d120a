"""The office's calendar on the kiosk: open now, today's hours, open again when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from waitline.model.clock import Instant, business_day, local
from waitline.model.office import Hours, OfficeSetup

LOOK_AHEAD_DAYS: Final = 21
"""The longest run of closed days there is: a Lunar New Year with its weekends, and some more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The next time the doors open, by the office's wall clock."""

    at: datetime
    days_ahead: int


def clock_text(minutes: int) -> str:
    """Minutes after midnight as ``08:00``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def today(setup: OfficeSetup, at: Instant) -> Hours | None:
    """The hours of the day that `at` falls on, None on a closed day."""
    return setup.hours_on(business_day(at, setup.zone))


def has_hours(setup: OfficeSetup) -> bool:
    """Whether the office has set hours at all; without any it never closes by itself."""
    return any(hours is not None for hours in setup.hours)


def within_hours(setup: OfficeSetup, at: Instant) -> bool:
    if not has_hours(setup):
        return True
    hours = today(setup, at)
    now = local(at, setup.zone)
    return hours is not None and hours.opens <= now.hour * 60 + now.minute < hours.closes


def next_opening(setup: OfficeSetup, at: Instant) -> Opening | None:
    """The first opening after `at`; None for an office without hours."""
    now = local(at, setup.zone)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    for days in range(LOOK_AHEAD_DAYS):
        day = midnight + timedelta(days=days)
        hours = setup.hours_on(day.date().isoformat())
        if hours is None:
            continue
        opens = day + timedelta(minutes=hours.opens)
        if opens > now:
            return Opening(at=opens, days_ahead=days)
    return None
