"""What a reckoned wait is worth: the likely one and the range to announce, by how wrong past reckonings were.

The announced range leaves out the eighth of past reckonings of that length that were too long most, and the eighth
that were too short most; in whole minutes, the lower end rounded down and the upper one up. Whoever is likely to
wait for more than 40 minutes is told just that.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from waitline.model.clock import MINUTE, Instant
from waitline.model.forecast import LONG_MINUTES, Errors, Experience, Forecast, Kept, Line, Pace, WaitRange
from waitline.model.office import OfficeSetup
from waitline.model.service import ServiceCode

from .back_line import CHANGEOVER_MINUTES

LOW, MIDDLE, HIGH = 1 / 8, 1 / 2, 7 / 8
NEIGHBOURS: Final = 200
"""So many past reckonings of about the same length make one set of percentiles."""
STEP: Final = 25
MOST_LENGTHS: Final = 60
"""Percentiles are kept for every so many past reckonings, and for so many lengths at most."""
LEAST_DAYS: Final = 5
"""Before so many days are known no range is announced."""
EXACT_MINUTES: Final = 10
"""So far ahead a call's time is told to the minute."""
CONFIGURED_WEIGHT: Final = 25
"""The configured duration counts as so many visits that were seen."""


class Reckoned(NamedTuple):
    """One past visitor: the wait that was reckoned when the number was taken and the true one, in milliseconds."""

    reckoned: int
    true: int


def usual(setup: OfficeSetup, experience: Experience, service: ServiceCode | None, *, love: bool) -> float:
    """Milliseconds from the call until the counter is free again: the configured duration, drawn towards what was
    seen here (`CONFIGURED_WEIGHT`)."""
    minutes = setup.rules.love_mean_minutes if service is None else setup.service(service).mean_minutes
    seen = experience.paces.get((service, love), Pace(0, 0))
    configured = (minutes + CHANGEOVER_MINUTES) * MINUTE
    return (CONFIGURED_WEIGHT * configured + seen.total) / (CONFIGURED_WEIGHT + seen.visits)


def forecast(reckoned: int, line: Line, experience: Experience) -> Forecast:
    """The wait of somebody of `line` for whom the look ahead finds `reckoned` milliseconds."""
    if reckoned <= 0:
        return Forecast(0, 0, WaitRange(0, 0))
    known = experience.errors.get(line, ())
    if experience.days < LEAST_DAYS or not known:
        return Forecast(reckoned, reckoned)
    low, middle, high = _errors_at(reckoned, known)
    likely = max(0, reckoned + middle)
    least, most = max(0, reckoned + low) // MINUTE, ceil(max(0, reckoned + high) / MINUTE)
    if likely > LONG_MINUTES * MINUTE:
        least, most = max(least, LONG_MINUTES), max(most, LONG_MINUTES)
    return Forecast(reckoned, likely, WaitRange(least, most))


def by_the_clock(at: Instant, now: Instant) -> Instant:
    """When somebody is expected to be called, as a clerk is told: a whole minute, from ten minutes on a twelfth of
    an hour. Nobody knows it better, and a list whose times change with every entry cannot be read."""
    step = MINUTE if at - now <= EXACT_MINUTES * MINUTE else 5 * MINUTE
    return Instant(-(-at // step) * step)


class Learner:
    """Past visitors, one after the other, as experience is made of them."""

    def __init__(self) -> None:
        self._past: dict[Line, list[Reckoned]] = defaultdict(list)
        self._paces: dict[tuple[ServiceCode | None, bool], Pace] = defaultdict(lambda: Pace(0, 0))
        self._kept: dict[str, Kept] = defaultdict(lambda: Kept(0, 0))

    def saw_wait(self, line: Line, wait: Reckoned) -> None:
        """Whoever was called at once teaches nothing of waits."""
        if wait.reckoned > 0:
            self._past[line].append(wait)

    def saw_visit(self, service: ServiceCode | None, *, love: bool, lasted: int) -> None:
        """`lasted`: milliseconds from the call until the counter was free."""
        before = self._paces[service, love]
        self._paces[service, love] = Pace(before.visits + 1, before.total + lasted)

    def saw_promise(self, day: str, told: WaitRange, waited: int) -> None:
        """Whoever was called at once was told no minutes. `waited`: milliseconds until the call."""
        if told.most:
            before = self._kept[day]
            self._kept[day] = Kept(before.told + 1, before.inside + told.holds(waited / MINUTE))

    def learnt(self, day: str, *, days: int) -> Experience:
        """What so many past days teach for `day`."""
        errors = {line: _errors_of(sorted(waits)) for line, waits in self._past.items()}
        return Experience(day=day, days=days, paces=dict(self._paces), errors=errors, kept=dict(self._kept))


def _errors_of(ordered: Sequence[Reckoned]) -> tuple[Errors, ...]:
    """How wrong they were, by length."""
    step = max(STEP, ceil(len(ordered) / MOST_LENGTHS))
    places = [*range(0, len(ordered), step), len(ordered) - 1]
    return tuple(_around(ordered, place) for place in dict.fromkeys(places))


def _around(ordered: Sequence[Reckoned], place: int) -> Errors:
    first = min(max(0, place - NEIGHBOURS // 2), max(0, len(ordered) - NEIGHBOURS))
    errors = sorted(one.true - one.reckoned for one in ordered[first : first + NEIGHBOURS])
    low, middle, high = (round(quantile(errors, share)) for share in (LOW, MIDDLE, HIGH))
    return Errors(ordered[place].reckoned, low, middle, high)


def _errors_at(reckoned: int, known: Sequence[Errors]) -> tuple[int, int, int]:
    """Between the two nearest lengths, by where this one falls; beyond them as at the last."""
    place = bisect_left(known, reckoned, key=lambda one: one.reckoned)
    if place == 0:
        return known[0][1:]
    if place == len(known):
        return known[-1][1:]
    below, above = known[place - 1], known[place]
    share = (reckoned - below.reckoned) / (above.reckoned - below.reckoned)
    low, middle, high = (round(a + (b - a) * share) for a, b in zip(below[1:], above[1:], strict=True))
    return low, middle, high


def quantile(ordered: Sequence[float], share: float) -> float:
    """Of values in order, one at least: between the two nearest, by where the share falls."""
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
