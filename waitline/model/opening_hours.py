"""Hours of a day, days unlike their week, and when a service is on offer. Minutes are of the wall clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .words import Words

MIDNIGHT: Final = 24 * 60
"""As an end: the whole evening."""
EVERY_DAY: Final = frozenset(range(7))

Span = tuple[int, int]
"""From one minute after midnight until another, the second left out."""


class PublicHolidays(StrEnum):
    """Whose public holidays the office keeps."""

    TAIWAN = "TW"
    NONE = "none"


def clock_text(minutes: int) -> str:
    """Minutes after midnight as ``08:00``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Open from `opens` until `closes` (minutes after midnight, at most 1440), but for the `breaks` between."""

    opens: int
    closes: int
    breaks: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The times it is open, in order."""
        edges = [self.opens, *(edge for one in self.breaks for edge in one), self.closes]
        return tuple(zip(edges[::2], edges[1::2], strict=True))

    def holds(self, minute: int) -> bool:
        return any(opens <= minute < closes for opens, closes in self.spans)

    def both(self, other: "Hours") -> "Hours | None":
        """When both are open; None: never."""
        return hours_of(
            (max(opens, begins), min(closes, ends)) for opens, closes in self.spans for begins, ends in other.spans
        )

    def until(self, minute: int) -> "Hours | None":
        """What is left of them when all ends at `minute`; None: nothing."""
        return hours_of((opens, min(closes, minute)) for opens, closes in self.spans)

    def __str__(self) -> str:
        """For signs: ``08:00–12:00, 13:00–17:00``."""
        return ", ".join(f"{clock_text(opens)}–{clock_text(closes)}" for opens, closes in self.spans)


def hours_of(spans: Iterable[Span]) -> Hours | None:
    """Hours of spans in order; those that hold no minute are left out. None without any."""
    edges = [edge for opens, closes in spans if opens < closes for edge in (opens, closes)]
    if not edges:
        return None
    inner = edges[1:-1]
    return Hours(opens=edges[0], closes=edges[-1], breaks=tuple(zip(inner[::2], inner[1::2], strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """A date (ISO 8601) on which the office keeps other hours than its week says; None: closed.

    `weekday` (0: Monday): a day that counts as another one, as a make-up working day does; it then has that day's
    hours. `reason` is what the public reads.
    """

    date: str
    hours: Hours | None = None
    weekday: int | None = None
    reason: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnOffer:
    """When numbers for a service are given, always within the office's own hours; by default all of them.

    `not_on_last_working_days`: not on so many last working days of a month. `last_ticket_minutes` before its
    closing the last number is given; None: as long before as the office says. `words`: what else to do.
    """

    hours: Hours | None = None
    weekdays: frozenset[int] = EVERY_DAY
    not_on_last_working_days: int = 0
    last_ticket_minutes: int | None = None
    words: Words | None = None

    def within(self, office: Hours, office_last: int) -> Hours | None:
        """Of an office's hours on a day, and its last number so many minutes before closing: this service's."""
        last = office_last if self.last_ticket_minutes is None else self.last_ticket_minutes
        own = self.open_in(office)
        return None if own is None else own.until(min(own.closes - last, office.closes - office_last))

    def open_in(self, office: Hours) -> Hours | None:
        """Of an office's hours on a day: when this service is worked on."""
        return office if self.hours is None else office.both(self.hours)
