"""How long a visitor will wait: as it is reckoned and announced, and what past days say of such reckonings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from .service import ServiceCode
from .ticket import PriorityClass

LONG_MINUTES: Final = 40
"""A wait that is longer at least is told as more than so many minutes."""


class WaitRange(NamedTuple):
    """From `least` to `most` whole minutes until the call, as it is announced; both 0: called at once."""

    least: int
    most: int

    @property
    def is_long(self) -> bool:
        """So long that nobody is told how long: more than `LONG_MINUTES`."""
        return self.least >= LONG_MINUTES

    def holds(self, minutes: float) -> bool:
        """Whether a call after so long came inside; a long wait has no end."""
        return self.least <= minutes and (self.is_long or minutes <= self.most)


class Forecast(NamedTuple):
    """One visitor's wait from now on. Milliseconds.

    `reckoned`: what the look ahead finds; `likely`: the same, put right by past errors, of which half were
    smaller and half larger; `announced`: what visitors are told, None while too few days are known.
    """

    reckoned: int
    likely: int
    announced: WaitRange | None = None


class Line(StrEnum):
    """Whose errors are alike: people with a head start are hardly moved by who comes after them."""

    ORDINARY = "ordinary"
    AHEAD = "ahead"


def line_of(priority: PriorityClass) -> Line:
    return Line.ORDINARY if priority is PriorityClass.ORDINARY else Line.AHEAD


class Errors(NamedTuple):
    """How wrong reckonings of about `reckoned` milliseconds were: `low`, `middle` and `high` quantile of true
    minus reckoned, in milliseconds."""

    reckoned: int
    low: int
    middle: int
    high: int


class Pace(NamedTuple):
    """Visits to a counter that were seen: how many, and how long all of them together, in milliseconds."""

    visits: int
    total: int


class Kept(NamedTuple):
    """Visitors of a day who were told minutes and were called: how many, and how many of them inside the range."""

    told: int
    inside: int


class Period(StrEnum):
    WEEK = "week"
    """From Monday on."""
    MONTH = "month"
    """The last thirty days."""


class Accuracy(NamedTuple):
    """Of so many `visitors` of a period, `percent` were called in the time they were told; rounded down."""

    period: Period
    percent: int
    visitors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """What an office has learnt of its past. `day`: the business day for which; `days`: of how many days.

    `paces` by service (None: a love visitor's errand before it is known) and by whether love visitors came;
    `errors` by line, in the order of `reckoned`; `kept` by business day.
    """

    day: str = ""
    days: int = 0
    paces: Mapping[tuple[ServiceCode | None, bool], Pace] = field(default_factory=dict)
    errors: Mapping[Line, tuple[Errors, ...]] = field(default_factory=dict)
    kept: Mapping[str, Kept] = field(default_factory=dict)


NO_EXPERIENCE: Final = Experience()
