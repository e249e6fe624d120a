"""What past days teach of waits is kept for today: once, by whichever program is alive."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from waitline.model.clock import HOUR
from waitline.model.forecast import Experience, line_of
from waitline.model.journal import Kind
from waitline.model.ticket import PriorityClass
from waitline.rules.forecasting import Learner, Reckoned
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
        first = (date.fromisoformat(look.day) - timedelta(days=REACH_DAYS)).isoformat()
        learnt = lessons_of(look.day, past_visits(look.link, look.office, first=first, before=look.day))
    return bool(learnt.paces or learnt.errors) and Learning(store).learn(learnt)


def lessons_of(day: str, visits: Iterable[PastVisit], *, days: int | None = None) -> Experience:
    """What these visits, gone through once, teach for `day`; `days`: of how many, where their dates do not say."""
    learner, told_on = Learner(), set()
    for visit in visits:
        if visit.told is not None:
            told_on.add(visit.day)
            if visit.waited is not None:
                learner.saw_wait(line_of(visit.priority), Reckoned(visit.told.reckoned, visit.waited))
                if visit.told.announced is not None:
                    learner.saw_promise(visit.day, visit.told.announced, visit.waited)
        if visit.lasted is not None and 0 < visit.lasted <= LONGEST:
            love = visit.priority is PriorityClass.LOVE
            learner.saw_visit(visit.service, love=love, lasted=visit.lasted)
    return learner.learnt(day, days=len(told_on) if days is None else days)
