"""When the office is open, and when it opens again."""

from dataclasses import replace

from kiosk.hours import clock_text, next_opening, today, within_hours
from waitline.model.clock import HOUR, Instant

from .offices import MONDAY_NINE, WEEKDAYS, an_office

OFFICE = an_office(hours=WEEKDAYS)
FRIDAY_EVENING = Instant(MONDAY_NINE + (4 * 24 + 9) * HOUR)


def test_a_working_day_has_hours_and_a_sunday_none() -> None:
    assert today(OFFICE, MONDAY_NINE) is not None
    assert today(OFFICE, Instant(MONDAY_NINE - 24 * HOUR)) is None


def test_the_doors_are_open_from_eight_to_five() -> None:
    assert within_hours(OFFICE, MONDAY_NINE)
    assert within_hours(OFFICE, Instant(MONDAY_NINE - HOUR))
    assert not within_hours(OFFICE, Instant(MONDAY_NINE - HOUR - 1))
    assert not within_hours(OFFICE, Instant(MONDAY_NINE + 8 * HOUR))


def test_after_friday_comes_monday() -> None:
    opening = next_opening(OFFICE, FRIDAY_EVENING)
    assert opening is not None
    assert (opening.at.isoformat(), opening.days_ahead) == ("2026-11-30T08:00:00+08:00", 3)


def test_a_closed_date_is_passed_over() -> None:
    office = replace(OFFICE, closed_dates=("2026-11-30",))
    opening = next_opening(office, FRIDAY_EVENING)
    assert opening is not None
    assert opening.at.isoformat() == "2026-12-01T08:00:00+08:00"


def test_an_office_without_hours_is_never_closed_by_the_clock() -> None:
    office = an_office(hours=(None,) * 7)
    assert within_hours(office, FRIDAY_EVENING)
    assert next_opening(office, FRIDAY_EVENING) is None


def test_minutes_read_as_a_clock() -> None:
    assert clock_text(485) == "08:05"
