"""Past days as experience is made of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from waitline.model.clock import HOUR
from waitline.model.forecast import Experience, Line, line_of
from waitline.model.service import ServiceCode
from waitline.model.ticket import PriorityClass
from waitline.rules.forecasting import Reckoned, experience_of
from waitline.store.engine import Store
from waitline.store.forecasts import PastVisit, past_visits

REACH_DAYS: Final = 45
"""So far back, weekends and holidays counted: about thirty working days."""
LONGEST: Final = 4 * HOUR
"""A visit that lasted longer was forgotten, not served."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """What there is to learn for `day`; `due`: nobody has learnt it yet."""

    day: str
    due: bool
    visits: tuple[PastVisit, ...]


def read(store: Store) -> Lessons:
    """The days before today. Reads some ten thousand rows: never on a UI thread, nor under a lock."""
    with store.reading() as look:
        if not look.day_is_open or look.experience().day >= look.day:
            return Lessons(day=look.day, due=False, visits=())
        first = (date.fromisoformat(look.day) - timedelta(days=REACH_DAYS)).isoformat()
        visits = past_visits(look.link, look.office, first=first, before=look.day)
        return Lessons(day=look.day, due=True, visits=tuple(visits))


def read_all(store: Store) -> tuple[PastVisit, ...]:
    """Every ticket of the office, also those of the day that is open."""
    with store.reading() as look:
        return tuple(past_visits(look.link, look.office, first="", before="9"))


def lessons_of(day: str, visits: Iterable[PastVisit], *, days: int | None = None) -> Experience:
    """What these visits teach for `day`; `days`: how many they are of, where their dates do not say."""
    past: dict[Line, list[Reckoned]] = defaultdict(list)
    seen = set()
    every = list(visits)
    for visit in every:
        seen.add(visit.day)
        if visit.told is not None and visit.waited is not None:
            past[line_of(visit.priority)].append(Reckoned(visit.told.reckoned, visit.waited))
    return experience_of(day, len(seen) if days is None else days, past, _lasted(every))


def _lasted(visits: Sequence[PastVisit]) -> Iterable[tuple[ServiceCode | None, bool, int]]:
    return (
        (visit.service, visit.priority is PriorityClass.LOVE, visit.lasted)
        for visit in visits
        if visit.lasted is not None and 0 < visit.lasted <= LONGEST
    )
