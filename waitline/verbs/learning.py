"""What past days teach is kept for today: once, by whichever program is alive."""

from waitline.model.forecast import Experience
from waitline.model.journal import Kind
from waitline.store.forecasts import experience_in, keep_experience
from waitline.store.hall import Hall

from .performing import Actor, Facts
from .requests import new_request, wish


class Learning(Actor):
    """Keeps experience; it is made of the past by `views.past`, outside any lock."""

    def learn(self, learnt: Experience, *, request: str | None = None) -> bool:
        """In place of what was learnt for an earlier day; False when today's is there already."""

        def body(hall: Hall) -> Facts:
            if experience_in(hall.link, hall.office).day >= learnt.day:
                return {"kept": False}
            hall.note(Kind.EXPERIENCE_RENEWED, day=learnt.day, days=learnt.days)
            keep_experience(hall, learnt)
            return {"kept": True}

        asked = wish("learn", new_request() if request is None else request, day=learnt.day)
        return self._perform(asked, body, lambda _, facts: bool(facts["kept"]), unasked=True)
