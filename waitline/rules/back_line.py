"""When the back line is asked to come, and when it may go back.

The rule in two sentences is in `look`; its figures are `model.office.Rules`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from waitline.model.back_line import StandBy, Summons, Watch
from waitline.model.clock import MINUTE, SECOND, Instant
from waitline.model.counter import CounterId, CounterKind, Desk
from waitline.model.office import OfficeSetup, Rules
from waitline.model.staff import Role, StaffId

from .dispatch import Waiting, is_all_round

CHANGEOVER_MINUTES: Final = 0.5
"""From one visitor to the next at a counter."""
NO_WATCH: Final = Watch()
LOOK_EVERY: Final = 30 * SECOND
"""So often the hall is looked at."""
EARLY: Final = 10 * MINUTE
"""A booking is no work yet until so long before its slot."""


class Step(StrEnum):
    """What the rule wants now."""

    NONE = "none"
    SUMMON = "summon"
    RELEASE = "release"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """The counters that carry the work: open ones that stay, and those whose clerk is on the way."""

    counters: int
    all_round: int

    def kept(self, setup: OfficeSetup) -> int:
        """How many of them the floating reserve keeps: one, where enough all-round counters are open."""
        return int(setup.reserve_on and self.all_round >= setup.rules.reserve_needs_counters)


def strength_of(setup: OfficeSetup, counters: Collection[CounterId]) -> Strength:
    """Of these counters together."""
    all_round = sum(is_all_round(counter, setup) for counter in setup.counters if counter.id in counters)
    return Strength(counters=len(counters), all_round=all_round)


def standing(desks: Iterable[Desk], every: Iterable[Summons]) -> set[CounterId]:
    """The counters that are open and stay so, and those that somebody is on the way to."""
    every = list(every)
    found = {desk.counter for desk in desks if desk.is_open}
    found -= {one.counter for one in every if one.is_here and one.released_at is not None}
    return found | {one.counter for one in every if one.is_coming}


def minutes_of(ticket: Waiting, setup: OfficeSetup, now: Instant) -> float:
    """The work that a waiting ticket is for a counter, in minutes; 0 for a booking that is early."""
    if ticket.slot is not None and now < ticket.slot - EARLY:
        return 0.0
    if ticket.service is None:
        return setup.rules.love_mean_minutes + CHANGEOVER_MINUTES
    return setup.service(ticket.service).mean_minutes + CHANGEOVER_MINUTES


def work_minutes(setup: OfficeSetup, line: Iterable[Waiting], now: Instant) -> float:
    """All waiting work."""
    return sum(minutes_of(ticket, setup, now) for ticket in line)


def per_counter(work: float, strength: Strength, setup: OfficeSetup) -> float:
    """Minutes of waiting work for each counter that is not kept back."""
    return work / max(1, strength.counters - strength.kept(setup))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fullness:
    """What the rule looks at. `fewer`: the work per counter if the last who came went back; None: nobody can.

    `can_come`: whether there is somebody to ask, and a counter for them.
    """

    now: Instant
    minutes: float
    fewer: float | None
    can_come: bool


def look(rules: Rules, watch: Watch, hall: Fullness) -> tuple[Watch, Step]:
    """What is remembered from now on, and what is to be done now.

    1. When the waiting work per counter has been high for a while, one more counter is opened from the back
       line, and not another soon after.
    2. When one counter fewer would have hardly any waiting work for some minutes, and the last summons is a
       good while ago, the last who came may go back.
    """
    now = hall.now
    after = watch._replace(
        filled_at=_since(watch.filled_at, now, holds=hall.minutes >= rules.summon_at),
        quiet_at=_since(watch.quiet_at, now, holds=hall.fewer is not None and hall.fewer <= rules.release_at),
    )
    step = Step.NONE
    if hall.can_come and _reached(_summon_due(rules, after), now):
        after, step = after._replace(summoned_at=now), Step.SUMMON
    elif _reached(_release_due(rules, after), now):
        step = Step.RELEASE
    changed = after != watch or step is not Step.NONE
    return after._replace(looked_at=now) if changed else watch, step


def next_look(rules: Rules, watch: Watch, hall: Fullness) -> Instant | None:
    """When a look will do or remember something, if nothing else happens until then; None: never.

    The hall is looked at on whole half minutes, once on each.
    """
    after, step = look(rules, watch, hall)
    due = (_summon_due(rules, watch) if hall.can_come else None), _release_due(rules, watch)
    times = [at for at in due if at is not None]
    times += [hall.now] if step is not Step.NONE or after != watch else []
    if not times:
        return None
    first = Instant(-(-max(hall.now, min(times)) // LOOK_EVERY) * LOOK_EVERY)
    return Instant(first + LOOK_EVERY) if watch.looked_at is not None and first <= watch.looked_at else first


def may_look(watch: Watch, now: Instant) -> bool:
    """Whether the hall has not been looked at in this half minute with anything to remember."""
    return watch.looked_at is None or now // LOOK_EVERY > watch.looked_at // LOOK_EVERY


def _since(before: Instant | None, now: Instant, *, holds: bool) -> Instant | None:
    if not holds:
        return None
    return now if before is None else before


def _reached(due: Instant | None, now: Instant) -> bool:
    return due is not None and due <= now


def _summon_due(rules: Rules, watch: Watch) -> Instant | None:
    """When somebody may be asked, if the hall stays as full."""
    return _after(watch.filled_at, rules.summon_after, watch.summoned_at, rules.summon_gap)


def _release_due(rules: Rules, watch: Watch) -> Instant | None:
    """When the last who came may go, if the hall stays as quiet."""
    return _after(watch.quiet_at, rules.release_after, watch.summoned_at, rules.release_gap)


def _after(since: Instant | None, lasts: float, last: Instant | None, gap: float) -> Instant | None:
    """`lasts` minutes from `since`, and `gap` minutes from `last`, whichever is later."""
    if since is None:
        return None
    at = since + round(lasts * MINUTE)
    return Instant(at if last is None else max(at, last + round(gap * MINUTE)))


def rota(setup: OfficeSetup) -> tuple[StaffId, ...]:
    """The back line in the order in which it is asked: the office's own, then whoever is not named in it."""
    every = [person.id for person in setup.staff if person.may(Role.BACK_LINE)]
    named = [StaffId(one) for one in setup.back_line_rota]
    return (*named, *(one for one in every if one not in named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Who of the back line may be asked, every summons that is not over, and what is remembered."""

    standing_by: tuple[StandBy, ...] = ()
    open: tuple[Summons, ...] = ()
    watch: Watch = NO_WATCH


def who_is_next(
    setup: OfficeSetup, back: Picture, desks: Iterable[Desk], tried: Collection[StaffId] = ()
) -> StaffId | None:
    """Who is asked now: the first of the rota on stand-by who is at no counter, under no other summons, was
    not asked in vain (`tried`), and has a counter to open."""
    desks = list(desks)
    busy: set[str | None] = {desk.staff for desk in desks}
    busy |= {one.asked for one in back.open} | {one.staff for one in back.open}
    able = {one.staff for one in back.standing_by} - busy - set(tried)
    return next((one for one in rota(setup) if one in able and counter_for(setup, one, desks, back.open)), None)


def counter_for(
    setup: OfficeSetup,
    who: StaffId,
    desks: Iterable[Desk],
    every: Iterable[Summons],
    *,
    rather: CounterId | None = None,
) -> CounterId | None:
    """The counter that `who` would open: the first that nobody has of their own, or of the back line's; `rather`
    one that is theirs to open already.
    """
    free = {desk.counter for desk in desks if desk.staff is None}
    taken = {one.counter for one in every} - {rather}
    own = setup.somebody(who).counters
    able = [c.id for c in setup.counters if (c.id in own if own else c.kind is CounterKind.BACK_LINE)]
    able = [counter for counter in able if counter in free - taken]
    return rather if rather in able else next(iter(able), None)


def last_here(every: Iterable[Summons]) -> Summons | None:
    """Who came last and has not been released."""
    here = [one for one in every if one.is_here and one.released_at is None]
    return max(here, key=lambda one: one.id, default=None)


def fullness(
    setup: OfficeSetup, desks: Iterable[Desk], back: Picture, line: Iterable[Waiting], now: Instant
) -> Fullness:
    """The hall as the rule looks at it."""
    desks = list(desks)
    counters = standing(desks, back.open)
    work, last = work_minutes(setup, line, now), last_here(back.open)
    fewer = None if last is None else per_counter(work, strength_of(setup, counters - {last.counter}), setup)
    return Fullness(
        now=now,
        minutes=per_counter(work, strength_of(setup, counters), setup),
        fewer=fewer,
        can_come=who_is_next(setup, back, desks) is not None,
    )


def answer_due(rules: Rules, asked_at: Instant) -> Instant:
    """Until when whoever was asked then may answer before the next is asked."""
    return Instant(asked_at + rules.summons_answer_seconds * SECOND)


def next_step(
    setup: OfficeSetup, desks: Iterable[Desk], back: Picture, line: Iterable[Waiting], now: Instant
) -> Instant | None:
    """When time alone will next change something of the back line; None: nothing will by itself."""
    waiting = list(line)
    times = [next_look(setup.rules, back.watch, fullness(setup, desks, back, waiting, now))]
    times += [_asked_until(setup.rules, one) for one in back.open]
    times += [Instant(t.slot - EARLY) for t in waiting if t.slot is not None and now < t.slot - EARLY]
    return min((at for at in times if at is not None), default=None)


def _asked_until(rules: Rules, one: Summons) -> Instant | None:
    if not one.is_asking or one.asked_at is None:
        return None
    if one.asked is None:
        return Instant(one.asked_at + round(rules.summon_gap * MINUTE))
    return answer_due(rules, one.asked_at)
