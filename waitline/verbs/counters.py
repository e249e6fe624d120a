"""Who is at which counter, and whether it is open."""

from collections.abc import Callable
from dataclasses import replace

from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterId, CounterState, Desk
from waitline.model.errors import (
    CounterNotOpen,
    CounterOccupied,
    CounterTaken,
    LockedOut,
    NotAllowed,
    ReasonNeeded,
    SignedInElsewhere,
    WrongPin,
)
from waitline.model.journal import Kind
from waitline.model.staff import PinRecord, Role, Staff, StaffId
from waitline.store import undoing
from waitline.store.hall import Hall
from waitline.store.pins import keep_pin, pin_of

from . import pins
from .errands import send_back_to_line
from .performing import Actor, Facts, own_desk, person
from .requests import wish
from .settling import settle

_AT_COUNTERS = (Role.CLERK, Role.GREETER, Role.BACK_LINE, Role.SUPERVISOR)


class Counters(Actor):
    """Part of `Calling`: signing in and out, opening, pausing and closing a counter."""

    def sign_in(
        self,
        *,
        request: str,
        counter: CounterId,
        staff: StaffId,
        pin: str | None = None,
        deputy: str | None = None,
    ) -> Desk:
        """Take a counter and open it. Whoever has a PIN must give it; wrong ones are counted though refused.

        Raises `WrongPin`, `LockedOut`, `CounterTaken`, `SignedInElsewhere`, `NotAllowed`.
        """
        asked = wish("sign_in", request, counter=counter, staff=staff, deputy=deputy, private=(pin,))
        with self._store.reading() as look:
            known = look.pin(staff)
        # argon2 takes tens of milliseconds on purpose: never under the office's lock
        fits = known.pin_hash is None or pins.fits(known.pin_hash, pin or "")

        def body(hall: Hall) -> Facts:
            somebody = person(hall, staff, *_AT_COUNTERS)
            refusal, minutes = _check_pin(hall, known, fits=fits)
            if refusal is None:
                _take_desk(hall, somebody, counter, deputy)
            return {"refusal": refusal, "minutes": minutes}

        facts, desk = self._perform(asked, body, lambda hall, facts: (facts, hall.desk(counter)))
        if facts["refusal"] == "locked":
            raise LockedOut(minutes=facts["minutes"])
        if facts["refusal"] == "wrong":
            raise WrongPin()
        return desk

    def sign_out(self, *, request: str, counter: CounterId, by: StaffId) -> Desk:
        """Whoever waits for this counter alone goes back into the line."""

        def body(hall: Hall) -> Facts:
            desk = own_desk(hall, counter, by)
            _check_empty(hall, counter)
            hall.note(Kind.SIGNED_OUT, counter=counter, staff=by)
            hall.keep_desk(Desk(counter=desk.counter, since=hall.now))
            undoing.forget(hall, counter)
            send_back_to_line(hall, counter)
            settle(hall)
            return {}

        return self._perform(wish("sign_out", request, counter=counter, by=by), body, _desk_of(counter))

    def open(self, *, request: str, counter: CounterId, by: StaffId) -> Desk:
        """From closed or paused. What was done before can no longer be undone; pause or close again instead."""

        def body(hall: Hall) -> Facts:
            desk = own_desk(hall, counter, by)
            if not desk.is_open:
                hall.note(Kind.COUNTER_OPENED, counter=counter, staff=by)
                hall.keep_desk(_standing(desk, CounterState.OPEN, hall.now))
                undoing.forget(hall, counter)
            return {}

        return self._perform(wish("open", request, counter=counter, by=by), body, _desk_of(counter))

    def pause(
        self, *, request: str, counter: CounterId, by: StaffId, reason: str, until: Instant | None = None
    ) -> Desk:
        """A break, with a reason and if possible a planned end, which visitors are told.

        Whoever waits for this counter alone waits until that end; without one they go back into the line.
        """

        def body(hall: Hall) -> Facts:
            if not reason.strip():
                raise ReasonNeeded()
            desk = own_desk(hall, counter, by)
            if not desk.is_open:
                raise CounterNotOpen(counter=counter)
            _check_empty(hall, counter)
            hall.note(Kind.COUNTER_PAUSED, counter=counter, staff=by, reason=reason.strip(), until=until)
            paused = _standing(desk, CounterState.PAUSED, hall.now)
            hall.keep_desk(paused._replace(pause_reason=reason.strip(), pause_until=until))
            send_back_to_line(hall, counter)
            settle(hall)  # with one counter fewer there may be no reserve any more
            undoing.remember(hall, counter, by, "pause")
            return {}

        asked = wish("pause", request, counter=counter, by=by, reason=reason, until=until)
        return self._perform(asked, body, _desk_of(counter))

    def close_counter(self, *, request: str, counter: CounterId, by: StaffId) -> Desk:
        """Closed for visitors; the clerk stays signed in. Who waits for it alone goes back into the line."""

        def body(hall: Hall) -> Facts:
            desk = own_desk(hall, counter, by)
            _check_empty(hall, counter)
            if desk.state is not CounterState.CLOSED:
                hall.note(Kind.COUNTER_CLOSED, counter=counter, staff=by)
                hall.keep_desk(_standing(desk, CounterState.CLOSED, hall.now))
                send_back_to_line(hall, counter)
                settle(hall)
                undoing.remember(hall, counter, by, "close_counter")
            return {}

        return self._perform(wish("close_counter", request, counter=counter, by=by), body, _desk_of(counter))


def _desk_of(counter: CounterId) -> Callable[[Hall, Facts], Desk]:
    """The outcome of most verbs here: the counter as it is now."""
    return lambda hall, _: hall.desk(counter)


def _check_pin(hall: Hall, known: PinRecord, *, fits: bool) -> tuple[str | None, int]:
    """(None, 0) when the PIN is right; otherwise what is wrong, already counted, and minutes still locked."""
    record = pin_of(hall.link, hall.office, known.staff)
    if record.pin_hash is None:
        return None, 0
    if record.locked_until is not None and hall.now < record.locked_until:
        return "locked", _minutes(record.locked_until - hall.now)
    if fits and record.pin_hash == known.pin_hash:
        if record.failures:
            keep_pin(hall, replace(record, failures=0, locked_until=None))
        return None, 0
    rules = hall.setup.rules
    failures = record.failures + 1
    until = None
    if failures >= rules.pin_tries:
        failures, until = 0, Instant(hall.now + round(rules.pin_lock * MINUTE))
    hall.note(Kind.PIN_REFUSED, staff=known.staff, locked_until=until)
    keep_pin(hall, replace(record, failures=failures, locked_until=until))
    return ("wrong", 0) if until is None else ("locked", _minutes(until - hall.now))


def _minutes(span: int) -> int:
    return max(1, -(-span // MINUTE))


def _take_desk(hall: Hall, somebody: Staff, counter: CounterId, deputy: str | None) -> None:
    desk = hall.desk(counter)
    if somebody.counters and counter not in somebody.counters:
        raise NotAllowed(staff=somebody.name)
    if desk.staff not in {None, somebody.id}:
        raise CounterTaken(counter=counter, staff=hall.setup.somebody(str(desk.staff)).name)
    for other in hall.desks:
        if other.staff == somebody.id and other.counter != counter:
            raise SignedInElsewhere(staff=somebody.name, counter=other.counter)
    if desk.staff == somebody.id:
        return
    hall.note(Kind.SIGNED_IN, counter=counter, staff=somebody.id, deputy=deputy)
    hall.note(Kind.COUNTER_OPENED, counter=counter, staff=somebody.id)
    opened = _standing(desk, CounterState.OPEN, hall.now)
    hall.keep_desk(opened._replace(staff=somebody.id, deputy=deputy))


def _standing(desk: Desk, state: CounterState, since: Instant) -> Desk:
    return desk._replace(state=state, since=since, pause_reason=None, pause_until=None)


def _check_empty(hall: Hall, counter: CounterId) -> None:
    ticket = hall.ticket_at(counter)
    if ticket is not None:
        raise CounterOccupied(counter=counter, label=ticket.label)
