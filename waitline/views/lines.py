"""Services and who waits for them: shared by the board and the kiosk."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from waitline.model.clock import MINUTE, Instant, instant, local
from waitline.model.counter import CounterState, Desk
from waitline.model.office import OfficeSetup
from waitline.model.ticket import PriorityClass
from waitline.model.words import Words
from waitline.rules.back_line import next_step
from waitline.rules.case_help import climbs_at
from waitline.rules.dispatch import Waiting, held_until, is_all_round
from waitline.store.look import Look

from .service_line import ServiceLine

LOVE_WORDS = Words(zh="愛心優先", en="Priority")


def service_lines(look: Look, desks: Iterable[Desk]) -> tuple[tuple[ServiceLine, ...], ServiceLine]:
    """One line a service in the office's order, and the love line apart.

    Everybody is counted once, in the line that the number in their hand belongs to: whoever holds a love number
    looks for the love line, whatever they came for.
    """
    standing = {desk.counter: desk for desk in desks}
    waiting = look.waiting_counts() if look.day_is_open else []
    ordinary: dict[str | None, int] = {}
    love = 0
    for code, priority, count in waiting:
        if priority == PriorityClass.LOVE:
            love += count
        else:
            ordinary[code] = ordinary.get(code, 0) + count
    setup = look.setup
    lines = []
    for service in setup.services:
        able = [standing[c.id] for c in setup.counters if service.code in c.services and c.id in standing]
        lines.append(
            ServiceLine(
                code=service.code,
                names=service.names,
                waiting=ordinary.get(service.code, 0),
                open_counters=sum(desk.is_open for desk in able),
                again_at=_again(able),
                icon=service.icon,
            )
        )
    able = [standing[c.id] for c in setup.counters if is_all_round(c, setup) and c.id in standing]
    return tuple(lines), ServiceLine(
        code=None,
        names=LOVE_WORDS,
        waiting=love,
        open_counters=sum(desk.is_open for desk in able),
        again_at=_again(able),
        icon="love",
    )


def settle_at(look: Look, desks: list[Desk], line: Sequence[Waiting] | None = None) -> Instant | None:
    """When time alone will next change something: who is alive then runs `Settling.settle`.

    `line`: everybody who waits, in key order, where the caller has read it already.
    """
    if not look.day_is_open:
        left_open = look.at_counters() or look.waiting() or any(desk.staff for desk in desks)
        return look.now if left_open else None
    ready = [desk for desk in desks if desk.state is CounterState.READY]
    asks = round(look.setup.rules.ready_asks_after * MINUTE)
    times = [Instant(desk.since + asks) for desk in ready]
    times += [due for due in (look.next_due(), _midnight(look.setup, look.now)) if due is not None]
    times += _planned_ends(look, desks)
    climbs = (climbs_at(look.setup, case) for case in look.case_helps())
    times += [at for at in climbs if at is not None]
    if look.setup.has_back_line:
        step = next_step(look.setup, desks, look.back_line(), look.line() if line is None else line, look.now)
        times += [] if step is None else [step]
    if ready:
        held = held_until(look.setup, desks, look.line() if line is None else line)
        times += [] if held is None else [held]
    return min(times)


def _planned_ends(look: Look, desks: list[Desk]) -> list[Instant]:
    """When visitors who wait for a paused counter alone are given back to the line, unless it opens first."""
    ends: dict[str, Instant] = {desk.counter: desk.pause_until for desk in desks if desk.pause_until is not None}
    if not ends:
        return []
    return [ends[counter] for counter in look.waited_for() & ends.keys()]


def _again(desks: list[Desk]) -> Instant | None:
    if any(desk.is_open for desk in desks):
        return None
    return min((desk.pause_until for desk in desks if desk.pause_until is not None), default=None)


def _midnight(setup: OfficeSetup, now: Instant) -> Instant:
    """The first moment of the office's next date."""
    wall = local(now, setup.zone)
    tomorrow = wall.date() + timedelta(days=1)
    return instant(datetime.combine(tomorrow, time.min, tzinfo=setup.zone))
