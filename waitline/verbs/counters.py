"""Who is at which counter, and whether it is open."""

from collections.abc import Callable

from waitline.model.clock import Instant
from waitline.model.counter import CounterId, CounterState, Desk
from waitline.model.errors import (
    CounterNotOpen,
    CounterOccupied,
    CounterTaken,
    NotAllowed,
    ReasonNeeded,
)
from waitline.model.journal import Kind
from waitline.model.staff import Role, Staff, StaffId
from waitline.store import undoing
from waitline.store.hall import Hall

from .errands import send_back_to_line
from .performing import Actor, Facts, check_known, own_desk, person
from .pin_check import compare_pin, count_try, raise_refused
from .requests import wish
from .settling import settle
from .summoning import somebody_came, somebody_left
from .taking_over import bring_along, check_may_move, leave_counter

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
        deputy: StaffId | None = None,
        leaving: CounterId | None = None,
    ) -> Desk:
        """Take a counter and open it. Whoever has a PIN must give it; wrong ones are counted though refused.

        Somebody who is still signed in at the counter `leaving` is signed out there in the same moment, and a
        visitor who is with them comes along; at any other counter than that one they are refused.
        `deputy`: who deputises for them today, if not whom the office file names.

        Raises `WrongPin`, `LockedOut`, `CounterTaken`, `SignedInElsewhere`, `VisitorStays`, `NotAllowed`,
        `UnknownStaff`.
        """
        asked = wish(
            "sign_in", request, counter=counter, staff=staff, deputy=deputy, leaving=leaving, private=(pin,)
        )
        known, fits = compare_pin(self._store, staff, pin)

        def body(hall: Hall) -> Facts:
            somebody = person(hall, staff, *_AT_COUNTERS)
            tried = count_try(hall, known, fits=fits)
            if tried["refusal"] is None:
                take_desk(hall, somebody, counter, deputy, leaving=leaving)
                somebody_came(hall, staff, counter)
            return tried

        facts, desk = self._perform(asked, body, lambda hall, facts: (facts, hall.desk(counter)))
        raise_refused(facts)
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
            somebody_left(hall, by)
            settle(hall)
            return {}

        return self._perform(wish("sign_out", request, counter=counter, by=by), body, _desk_of(counter))

    def unlock_console(self, *, request: str, counter: CounterId | None, staff: StaffId, pin: str | None) -> None:
        """Whoever is signed in here is back at their locked screen; wrong PINs count as they do at signing in.

        `counter`: None at a desk of their own. Raises `WrongPin`, `LockedOut`, `NotSignedIn`.
        """
        asked = wish("unlock_console", request, counter=counter, staff=staff, private=(pin,))
        known, fits = compare_pin(self._store, staff, pin)

        def body(hall: Hall) -> Facts:
            if counter is None:
                check_known(hall, staff)
            else:
                own_desk(hall, counter, staff)
            tried = count_try(hall, known, fits=fits)
            if tried["refusal"] is None:
                hall.note(Kind.CONSOLE_UNLOCKED, counter=counter, staff=staff)
            return tried

        raise_refused(self._perform(asked, body, lambda _, facts: facts))

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


def take_desk(
    hall: Hall,
    somebody: Staff,
    counter: CounterId,
    deputy: StaffId | None,
    *,
    leaving: CounterId | None = None,
) -> None:
    desk = hall.desk(counter)
    check_known(hall, deputy)
    if somebody.counters and counter not in somebody.counters:
        raise NotAllowed(staff=somebody.name)
    if desk.staff not in {None, somebody.id}:
        raise CounterTaken(counter=counter, staff=hall.setup.somebody(str(desk.staff)).name)
    left = next((d for d in hall.desks if d.staff == somebody.id and d.counter != counter), None)
    if left is not None:
        check_may_move(hall, somebody, left.counter, counter, leaving)
    if desk.staff == somebody.id:
        return
    if left is not None:
        leave_counter(hall, somebody, left, counter)
    hall.note(Kind.SIGNED_IN, counter=counter, staff=somebody.id, deputy=deputy)
    hall.note(Kind.COUNTER_OPENED, counter=counter, staff=somebody.id)
    opened = _standing(desk, CounterState.OPEN, hall.now)
    hall.keep_desk(opened._replace(staff=somebody.id, deputy=deputy))
    if left is not None:
        bring_along(hall, somebody, left.counter, counter)


def _standing(desk: Desk, state: CounterState, since: Instant) -> Desk:
    return desk._replace(state=state, since=since, pause_reason=None, pause_until=None)


def _check_empty(hall: Hall, counter: CounterId) -> None:
    ticket = hall.ticket_at(counter)
    if ticket is not None:
        raise CounterOccupied(counter=counter, label=ticket.label)
