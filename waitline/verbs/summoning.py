"""The steps of back-line support that several verbs share: asking, arriving, releasing, ending."""

from typing import Any

from waitline.model.back_line import Summons, Watch
from waitline.model.clock import MINUTE
from waitline.model.counter import CounterId
from waitline.model.journal import Kind
from waitline.model.staff import StaffId
from waitline.rules import back_line as rule
from waitline.store.back_line import BackLine
from waitline.store.hall import Hall


def watch_hall(hall: Hall) -> None:
    """What time alone does to the back line; part of `settle`, so that it is done once whoever runs it."""
    if not hall.setup.has_back_line:
        return
    back = BackLine(hall)
    for one in back.open:
        _answer_overdue(hall, back, one)
    if not rule.may_look(back.watch, hall.now):
        return
    full = rule.fullness(hall.setup, hall.desks, back.picture, list(hall.line()), hall.now)
    watch, step = rule.look(hall.setup.rules, back.watch, full)
    if watch != back.watch:
        _keep_watch(hall, back, watch, full)
    last = rule.last_here(back.open)
    if step is rule.Step.SUMMON:
        summon(hall, back)
    elif step is rule.Step.RELEASE and last is not None:
        release(hall, back, last)


def _keep_watch(hall: Hall, back: BackLine, watch: Watch, full: rule.Fullness) -> None:
    """In the journal too: since when the hall is full or quiet is what a month's report asks."""
    if (watch.filled_at, watch.quiet_at) != (back.watch.filled_at, back.watch.quiet_at):
        hall.note(
            Kind.HALL_WATCHED,
            filled=watch.filled_at is not None,
            quiet=watch.quiet_at is not None,
            tenths=round(full.minutes * 10),
        )
    back.keep_watch(watch)


def summon(
    hall: Hall,
    back: BackLine,
    *,
    by: StaffId | None = None,
    reason: str | None = None,
) -> Summons | None:
    """Ask the first of the rota to come; None where nobody can be asked."""
    who = rule.who_is_next(hall.setup, back.picture, hall.desks)
    counter = None if who is None else rule.counter_for(hall.setup, who, hall.desks, back.open)
    if who is None or counter is None:
        return None
    facts: dict[str, Any] = {} if reason is None else {"reason": reason}
    begun = hall.note(Kind.BACK_LINE_SUMMONED, counter=counter, staff=by, **facts)
    one = back.add(Summons(id=begun, counter=counter, begun_at=hall.now, wanted_by=by, reason=reason))
    return _ask(hall, back, one, who)


def _ask(hall: Hall, back: BackLine, one: Summons, who: StaffId | None) -> Summons:
    """`who` is asked from now on; None: the supervisor is told that nobody comes."""
    if who is None:
        hall.note(Kind.SUMMONS_ESCALATED, counter=one.counter, summons=one.id)
    else:
        one = at_a_counter_of(hall, back, one, who)
        hall.note(Kind.SUMMONS_ASKED, counter=one.counter, staff=who, summons=one.id)
    return back.keep(one, asked=who, asked_at=hall.now)


def at_a_counter_of(hall: Hall, back: BackLine, one: Summons, who: StaffId) -> Summons:
    """The counter that is to be opened is one that `who` may open; the same one wherever that can be."""
    counter = rule.counter_for(hall.setup, who, hall.desks, back.open, rather=one.counter)
    return one if counter in (None, one.counter) else back.keep(one, counter=counter)


def ask_the_next(hall: Hall, back: BackLine, one: Summons) -> Summons:
    """Whoever was asked will not come: the next of the rota is asked, then the supervisor told."""
    tried = one.was_tried if one.asked is None else one.was_tried | {one.asked}
    one = back.keep(one, tried=",".join(sorted(tried)), asked=None)
    return _ask(hall, back, one, rule.who_is_next(hall.setup, back.picture, hall.desks, tried))


def _answer_overdue(hall: Hall, back: BackLine, one: Summons) -> None:
    if not one.is_asking or one.asked_at is None:
        return
    rules = hall.setup.rules
    if one.asked is None:
        if hall.now >= one.asked_at + round(rules.summon_gap * MINUTE):
            end(hall, back, one, "unanswered")
        return
    if hall.now >= rule.answer_due(rules, one.asked_at):
        hall.note(Kind.SUMMONS_UNANSWERED, counter=one.counter, staff=one.asked, summons=one.id)
        ask_the_next(hall, back, one)


def release(
    hall: Hall, back: BackLine, one: Summons, *, by: StaffId | None = None, reason: str | None = None
) -> Summons:
    """「可以回座了」: they finish with the visitor at hand and go."""
    facts: dict[str, Any] = {} if reason is None else {"reason": reason}
    hall.note(Kind.BACK_LINE_RELEASED, counter=one.counter, staff=by, who=one.staff, summons=one.id, **facts)
    return back.keep(one, released_at=hall.now)


def end(hall: Hall, back: BackLine, one: Summons, how: str, **facts: Any) -> None:
    """It is over: released, left, called_off, unanswered, or day_end."""
    hall.note(Kind.SUMMONS_ENDED, counter=one.counter, staff=one.staff, summons=one.id, how=how, **facts)
    back.keep(one, ended_at=hall.now)


def somebody_came(hall: Hall, staff: StaffId, counter: CounterId) -> None:
    """Signed in: if they were on the way, they have arrived, at whichever counter it is."""
    if not hall.setup.has_back_line:
        return
    back = BackLine(hall)
    one = back.of(staff)
    if one is not None and one.is_coming:
        hall.note(Kind.BACK_LINE_ARRIVED, counter=counter, staff=staff, summons=one.id)
        back.keep(one, arrived_at=hall.now, **_at_counter(back, counter))


def somebody_moved(hall: Hall, staff: StaffId, counter: CounterId) -> None:
    """Gone on at another counter: whoever had come by a summons is released from there, when the time comes."""
    if not hall.setup.has_back_line:
        return
    back = BackLine(hall)
    one = back.of(staff)
    moved = {} if one is None or not one.is_here else _at_counter(back, counter)
    if one is not None and moved:
        back.keep(one, **moved)


def _at_counter(back: BackLine, counter: CounterId) -> dict[str, Any]:
    """The summons' counter where it changes. A counter has one summons: somebody else may be asked to open it."""
    taken = any(other.counter == counter for other in back.open)
    return {} if taken else {"counter": counter}


def somebody_left(hall: Hall, staff: StaffId) -> None:
    """Signed out: their summons is over, and they stand by as before."""
    if not hall.setup.has_back_line:
        return
    back = BackLine(hall)
    one = back.of(staff)
    if one is not None and one.is_here:
        end(hall, back, one, "left" if one.released_at is None else "released")


def end_the_day(hall: Hall) -> None:
    """Nobody stands by over night; what was asked is over."""
    if not hall.setup.has_back_line:
        return
    back = BackLine(hall)
    for one in list(back.open):
        end(hall, back, one, "day_end")
    for somebody in list(back.standing_by):
        hall.note(Kind.STAND_BY_ENDED, staff=somebody.staff, day_end=True)
        back.end_stand_by(somebody.staff)
    back.keep_watch(rule.NO_WATCH)
