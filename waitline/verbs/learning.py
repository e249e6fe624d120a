"""What past days teach of waits is kept for today: once, by whichever program is alive."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from waitline.model.clock import HOUR
from waitline.model.forecast import Experience, Line, line_of
from waitline.model.journal import Kind
from waitline.model.service import ServiceCode
from waitline.model.ticket import PriorityClass
from waitline.rules.forecasting import Reckoned, experience_of
from waitline.store.engine import Store
from waitline.store.forecasts import PastVisit, experience_in, keep_experience, past_visits
from waitline.store.hall import Hall

from .performing import Actor, Facts
from .requests import new_request, wish

REACH_DAYS: Final = 45
"""So far back, weekends and holidays counted: about thirty working days."""
LONGEST: Final = 4 * HOUR
"""A visit that lasted longer was forgotten, not served."""


class Learning(Actor):
    """Keeps experience; what it is made of is read outside any lock."""

    def learn(self, learnt: Experience, *, request: str | None = None) -> bool:
        """In place of what was learnt for an earlier day; False when that day's is there already."""

        def body(hall: Hall) -> Facts:
            if experience_in(hall.link, hall.office).day >= learnt.day:
                return {"kept": False}
            hall.note(Kind.EXPERIENCE_RENEWED, day=learnt.day, days=learnt.days)
            keep_experience(hall, learnt)
            return {"kept": True}

        asked = wish("learn", new_request() if request is None else request, day=learnt.day)
        return self._perform(asked, body, lambda _, facts: bool(facts["kept"]), unasked=True)


def learn_for_today(store: Store) -> bool:
    """Once a day: what the days before teach. False where somebody has, where there is no past, or no day yet.

    Reads some ten thousand rows: never on a UI thread.
    """
    with store.reading() as look:
        if not look.day_is_open or look.experience().day >= look.day:
            return False
        day = look.day
        first = (date.fromisoformat(day) - timedelta(days=REACH_DAYS)).isoformat()
        visits = list(past_visits(look.link, look.office, first=first, before=day))
    return bool(visits) and Learning(store).learn(lessons_of(day, visits))


def lessons_of(day: str, visits: Iterable[PastVisit], *, days: int | None = None) -> Experience:
    """What these visits teach for `day`; `days`: how many they are of, where their dates do not say."""
    past: dict[Line, list[Reckoned]] = defaultdict(list)
    every = list(visits)
    for visit in every:
        if visit.told is not None and visit.waited is not None:
            past[line_of(visit.priority)].append(Reckoned(visit.told.reckoned, visit.waited))
    seen = len({visit.day for visit in every if visit.told is not None}) if days is None else days
    return experience_of(day, seen, past, _lasted(every))


def _lasted(visits: Sequence[PastVisit]) -> Iterable[tuple[ServiceCode | None, bool, int]]:
    return (
        (visit.service, visit.priority is PriorityClass.LOVE, visit.lasted)
        for visit in visits
        if visit.lasted is not None and 0 < visit.lasted <= LONGEST
    )
