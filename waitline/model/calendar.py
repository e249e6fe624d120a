"""An office's calendar as a value, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .office import OfficeSetup
from .opening_hours import Hours
from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCalendar:
    """An office and the public holidays it keeps: dates (ISO 8601) and what each is called."""

    setup: OfficeSetup
    holidays: Mapping[str, Words]


class Why(StrEnum):
    """Why no number is given at a moment."""

    HOLIDAY = "holiday"
    """A public holiday."""
    SPECIAL = "special"
    """The office closed this date itself: a typhoon, a fire drill."""
    DAY_OFF = "day_off"
    """A weekday without hours."""
    HOURS = "hours"
    """Too early, a break, or too late."""
    LAST_TICKET = "last_ticket"
    """Still open, but who came now could not be served today."""
    WEEKDAY = "weekday"
    """The service is not done on this weekday."""
    MONTH_END = "month_end"
    """The service is not done on the last working days of a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDay:
    """One date at the office. `weekday` (0: Monday) is what it counts as; `why` and `reason` only when closed."""

    hours: Hours | None
    weekday: int
    why: Why | None = None
    reason: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """When numbers are given again, by the office's wall clock, and how many dates from now that is."""

    at: datetime
    days_ahead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Whether numbers are given at a moment: `why` None. `reason`: what the closed day is called, if anything.

    `again`: the first moment from then on at which they are; None: none is in sight.
    """

    why: Why | None = None
    reason: Words | None = None
    again: Opening | None = None

    @property
    def open(self) -> bool:
        return self.why is None
