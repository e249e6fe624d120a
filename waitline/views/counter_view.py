"""What a clerk's console shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from waitline.model.clock import SECOND, Instant
from waitline.model.counter import Counter, CounterId, CounterState, Desk
from waitline.model.device import DeviceReport
from waitline.model.errors import UndoOvertaken
from waitline.model.forecast import Accuracy
from waitline.model.help import HelpCall
from waitline.model.office import OfficeSetup
from waitline.model.printer_hands import counter_place
from waitline.model.service import ServiceCode
from waitline.model.staff import MAY_SUMMON, RECEPTION, Role, Staff
from waitline.model.ticket import Ticket, TicketState
from waitline.rules.dispatch import Assignment, Floor, Waiting, Why, assign, serves
from waitline.store.engine import Store
from waitline.store.line import waiting_as_seen
from waitline.store.look import Look
from waitline.store.undoing import check_untouched

from .back_line_now import NO_BACK_LINE, BackLineNow, back_line_now
from .cases import NO_CASES, Cases, cases_at
from .counter_people import people_at
from .days_ahead import days_ahead
from .devices import device_troubles
from .foresight import Foreseer
from .lines import settle_at

FRESH_MS: Final = 200
"""So long a view is as good as a new one while nothing happens: less than anything in it changes by time alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """A ticket in the hall, in call order. `ours`: this counter may serve it; `expected`: when it is likely to be
    called, None while nobody can know."""

    ticket: Ticket
    ours: bool
    expected: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """Which buttons are live now. The verbs check again; this only keeps a clerk from pressing in vain."""

    open: bool = False
    pause: bool = False
    close: bool = False
    call_next: bool = False
    recall: bool = False
    begin: bool = False
    finish: bool = False
    no_show: bool = False
    put_back: bool = False
    park: bool = False
    transfer: bool = False
    override_reserve: bool = False
    answer_help: bool = False
    summon: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoOffer:
    """The last action at this counter: the verb's name (``call_next``, ``finish`` ...), and until when."""

    verb: str
    label: str | None
    until: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterView:
    """`why`: why `current` was called; `next`/`next_why`: whom the next key would bring now.

    `next` None with `next_why` RESERVED: only a love visitor would be called. `waiting` in key order, then
    `parked` and `missed` (newest first). `served_today` counts tickets finished here. `help`, oldest first: the
    calls that nobody has answered, and those that whoever sits here did a short while ago. `troubles`: devices
    that need somebody, longest first; told to whoever sits here, as is who of the back line was asked and comes.
    `accuracies`: how often visitors were called in the time they were told, for a supervisor. `days_ahead`: the
    office's next open days, for whoever has a printer to tell them. `deputy`: who deputises for `staff`.
    `walk_in`: what somebody without a number is taken to have come for: the same as the last one at this counter
    today, else the first of its services; None: nobody sits here. `time_is_known`: as of a `Look`.
    """

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    counter: Counter
    desk: Desk
    staff: Staff | None
    current: Ticket | None
    why: Why | None
    next: Ticket | None
    next_why: Why | None
    waiting: tuple[WaitingLine, ...]
    parked: tuple[Ticket, ...]
    missed: tuple[Ticket, ...]
    allowed: Allowed
    undo: UndoOffer | None
    served_today: int
    desks: tuple[Desk, ...]
    settle_at: Instant | None
    help: tuple[HelpCall, ...] = ()
    troubles: tuple[DeviceReport, ...] = ()
    cases: Cases = NO_CASES
    back_line: BackLineNow = NO_BACK_LINE
    accuracies: tuple[Accuracy, ...] = ()
    days_ahead: tuple[date, ...] = ()
    deputy: Staff | None = None
    walk_in: ServiceCode | None = None
    time_is_known: bool = True

    @property
    def longest_wait(self) -> int | None:
        """Milliseconds that somebody of those who wait is expected to have waited when called, the most of all."""
        known = (line.expected - line.ticket.issued_at for line in self.waiting if line.expected is not None)
        return max(known, default=None)


def read(store: Store, counter: CounterId, *, known: CounterView | None = None) -> CounterView:
    """The console of one counter as it is now; raises `UnknownCounter`.

    `known`, a view read before, is given back where nothing has happened since and hardly any time has passed.
    """
    with store.reading() as look:
        if known is not None and _still_true(known, look, counter):
            return known
        return _read(look, counter)


def _still_true(known: CounterView, look: Look, counter: CounterId) -> bool:
    same = (known.counter.id, known.seq) == (counter, look.seq)
    return same and 0 <= look.now - known.at <= FRESH_MS


def _read(look: Look, counter: CounterId) -> CounterView:
    setup, desks = look.setup, look.desks()
    own, desk = setup.counter(counter), next((d for d in desks if d.counter == counter), Desk(counter=counter))
    open_day = look.day_is_open
    current = next((t for t in look.at_counters() if t.counter == counter), None) if open_day else None
    waiting = look.waiting() if open_day else []
    line = [waiting_as_seen(ticket) for ticket in waiting]
    aside = look.set_aside() if open_day else []
    coming, why = _next(look, own, desk, desks, line)
    staff, deputy = people_at(setup, desk)
    return CounterView(
        seq=look.seq,
        at=look.now,
        time_is_known=look.time_is_known,
        day=look.day,
        setup=setup,
        counter=own,
        desk=desk,
        staff=staff,
        current=current,
        why=None if current is None else _why(look, current),
        next=next((t for t in waiting if coming is not None and t.id == coming.ticket), None),
        next_why=why,
        waiting=tuple(_lines(look, own, desk, desks, waiting, line)),
        parked=tuple(t for t in aside if t.state is TicketState.PARKED),
        missed=tuple(t for t in aside if t.state is TicketState.NO_SHOW),
        allowed=_allowed(look, desk, staff, current, why),
        undo=_undo(look, desk, current),
        served_today=look.done_at(counter),
        desks=tuple(desks),
        settle_at=settle_at(look, desks, line),
        help=_help(look, desk),
        troubles=() if desk.staff is None else device_troubles(look, counter_place(counter)),
        cases=cases_at(look, desk),
        back_line=NO_BACK_LINE if desk.staff is None else back_line_now(look, desks),
        accuracies=look.accuracies() if staff is not None and staff.may(Role.SUPERVISOR) else (),
        deputy=deputy,
        walk_in=None if desk.staff is None else _walk_in(look, own),
        days_ahead=days_ahead(look) if own.printer is not None and desk.staff is not None else (),
    )


def _lines(
    look: Look, own: Counter, desk: Desk, desks: list[Desk], tickets: list[Ticket], line: list[Waiting]
) -> Iterator[WaitingLine]:
    """Nobody looks at an empty chair's screen: nothing is foreseen for it."""
    foreseen = Foreseer(look, desks, line).waiting() if line and desk.staff is not None else {}
    for ticket, seen in zip(tickets, line, strict=True):
        wait = foreseen.get(ticket.id)
        expected = None if wait is None else Instant(look.now + wait.likely)
        yield WaitingLine(ticket=ticket, ours=serves(own, seen, look.setup), expected=expected)


def _next(
    look: Look, own: Counter, desk: Desk, desks: list[Desk], line: list[Waiting]
) -> tuple[Assignment | None, Why | None]:
    """Whom the next key would bring, as if this counter alone were to ask now."""
    if not desk.is_open:
        return None, None
    asking = [d._replace(state=CounterState.READY) if d.counter == own.id else d for d in desks]
    taken: set[int] = set()
    for _ in range(len(desks) + 1):
        found = assign(look.setup, asking, [w for w in line if w.id not in taken], look.now)
        if found is None:
            break
        if found.counter == own.id:
            return found, found.why
        taken.add(found.ticket)
        asking = [d._replace(state=CounterState.OPEN) if d.counter == found.counter else d for d in asking]
    kept = Floor(look.setup, asking).reserve
    return None, Why.RESERVED if kept is not None and kept.id == own.id else Why.NOBODY


def _why(look: Look, current: Ticket) -> Why | None:
    said = look.last_call_of(current.id).get("why")
    return Why.BROUGHT if said is None else Why(said)


def _help(look: Look, desk: Desk) -> tuple[HelpCall, ...]:
    """An empty chair hears nothing."""
    if desk.staff is None or not look.day_is_open:
        return ()
    ours = (None, desk.staff)
    return tuple(call for call in look.help_calls() if call.answered_by in ours and call.matters(look.now))


def _walk_in(look: Look, own: Counter) -> ServiceCode | None:
    last = look.last_walk_in(own.id)
    return last if last in own.services else next(iter(own.services), None)


def _allowed(look: Look, desk: Desk, staff: Staff | None, current: Ticket | None, why: Why | None) -> Allowed:
    if desk.staff is None:
        return Allowed()
    by_hand = look.setup.rules.begin_by_hand
    empty = current is None
    called = current is not None and current.state is TicketState.CALLED
    serving = current is not None and current.state is TicketState.SERVING
    return Allowed(
        open=not desk.is_open,
        pause=desk.is_open and empty,
        close=desk.state is not CounterState.CLOSED and empty,
        call_next=desk.is_open and (empty or serving or (called and not by_hand)),
        recall=called,
        begin=called,
        finish=serving or (called and not by_hand),
        no_show=called,
        put_back=called,
        park=called or serving,
        transfer=called or serving,
        override_reserve=desk.is_open and empty and why is Why.RESERVED,
        answer_help=staff is not None and staff.may(*RECEPTION),
        summon=look.setup.has_back_line and staff is not None and staff.may(*MAY_SUMMON),
    )


def _undo(look: Look, desk: Desk, current: Ticket | None) -> UndoOffer | None:
    """Only what would succeed now: by the verb's own test, so that nobody is offered a refusal."""
    last = look.last_action(desk.counter)
    if last is None or last.staff != desk.staff:
        return None
    until = Instant(last.at + look.setup.rules.undo_seconds * SECOND)
    if look.now > until:
        return None
    tickets = [found for found in map(look.ticket, last.concerned) if found is not None]
    try:
        check_untouched(last, tickets, desk, current)
    except UndoOvertaken:
        return None
    label = next((ticket.label for ticket in tickets), None)
    return UndoOffer(verb=last.verb, label=label, until=until)
