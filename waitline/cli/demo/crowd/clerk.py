"""One simulated clerk: calls, waits for the visitor to come, serves, finishes, calls again."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from waitline.model.counter import CounterId, CounterState, Desk
from waitline.model.office import OfficeSetup
from waitline.model.staff import StaffId
from waitline.model.ticket import Ticket, TicketState
from waitline.verbs.calling import Calling
from waitline.verbs.requests import new_request

ABSENT_SHARE: Final = 0.07
COMES_IN_S: Final = (2.5, 6.0)
MISSED_AFTER_S: Final = 7.0
WRAPS_UP_S: Final = (1.0, 3.0)
SHORTEST_S: Final = 4.0
SPREAD: Final = 0.45
"""Of the logarithm of a service's duration."""


@dataclass(slots=True)
class _Plan:
    """What the clerk will do, and when, as long as nothing at the counter changes."""

    about: object
    at: float
    act: Callable[[], object] | None


class Clerk:
    """Acts when its time has come; `now` is any clock that counts seconds forward."""

    def __init__(
        self,
        *,
        counter: CounterId,
        staff: StaffId,
        setup: OfficeSetup,
        calling: Calling,
        chance: random.Random,
        pace: float,
        missed: Callable[[str], None],
    ) -> None:
        """`missed` hears the number of a visitor who did not come."""
        self.counter = counter
        self._staff = staff
        self._setup = setup
        self._calling = calling
        self._chance = chance
        self._pace = pace
        self._missed = missed
        self._plan: _Plan | None = None
        self._absent: object = None

    def sign_in(self) -> None:
        self._calling.sign_in(request=new_request(), counter=self.counter, staff=self._staff)

    def look(self, desk: Desk, ticket: Ticket | None, now: float) -> bool:
        """See how the counter stands; act if it is time. True if something was done."""
        about = self._standing(desk, ticket)
        if self._plan is None or self._plan.about != about:
            self._plan = self._decide(about, desk, ticket, now)
        if self._plan.act is None or now < self._plan.at:
            return False
        act, self._plan = self._plan.act, None
        act()
        return True

    def _standing(self, desk: Desk, ticket: Ticket | None) -> object:
        return (desk.state, None) if ticket is None else (ticket.id, ticket.state, ticket.calls)

    def _decide(self, about: object, desk: Desk, ticket: Ticket | None, now: float) -> _Plan:
        if ticket is None:
            if desk.state is not CounterState.OPEN:
                return _Plan(about=about, at=now, act=None)
            return _Plan(about=about, at=now + self._chance.uniform(*WRAPS_UP_S), act=self._call_next)
        if ticket.state is TicketState.CALLED:
            return self._await(about, ticket, now)
        return _Plan(about=about, at=now + self._duration(ticket), act=self._finish)

    def _await(self, about: object, ticket: Ticket, now: float) -> _Plan:
        if ticket.calls == 1:
            self._absent = ticket.id if self._chance.random() < ABSENT_SHARE else None
        if self._absent != ticket.id:
            return _Plan(about=about, at=now + self._chance.uniform(*COMES_IN_S), act=lambda: self._begin(ticket))
        act = self._recall if ticket.calls == 1 else lambda: self._give_up(ticket)
        return _Plan(about=about, at=now + MISSED_AFTER_S, act=act)

    def _duration(self, ticket: Ticket) -> float:
        """Seconds of serving: the service's own mean, spread, quickened."""
        code = ticket.service
        mean = self._setup.rules.love_mean_minutes if code is None else self._setup.service(code).mean_minutes
        spread = self._chance.lognormvariate(-SPREAD * SPREAD / 2, SPREAD)
        return max(SHORTEST_S, mean * 60 / self._pace * spread)

    def _call_next(self) -> None:
        self._calling.call_next(request=new_request(), counter=self.counter, by=self._staff)

    def _recall(self) -> None:
        self._calling.recall(request=new_request(), counter=self.counter, by=self._staff)

    def _begin(self, ticket: Ticket) -> None:
        """A priority visitor says only now what it is about."""
        service = None
        if ticket.service is None:
            service = self._chance.choice(self._setup.counter(self.counter).services)
        self._calling.begin(request=new_request(), counter=self.counter, by=self._staff, service=service)

    def _finish(self) -> None:
        self._calling.finish(request=new_request(), counter=self.counter, by=self._staff)

    def _give_up(self, ticket: Ticket) -> None:
        self._calling.no_show(request=new_request(), counter=self.counter, by=self._staff)
        self._missed(ticket.label)
