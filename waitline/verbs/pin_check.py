"""A PIN asked for before something is done: throttled, and locked for a while after too many wrong tries."""

from dataclasses import replace

from waitline.model.clock import MINUTE, Instant
from waitline.model.errors import LockedOut, WrongPin
from waitline.model.journal import Kind
from waitline.model.staff import PinRecord, StaffId
from waitline.store.engine import Store
from waitline.store.hall import Hall
from waitline.store.pins import keep_pin, pin_of

from . import pins
from .performing import Facts


def compare_pin(store: Store, staff: StaffId, pin: str | None) -> tuple[PinRecord, bool]:
    """What is known of somebody's PIN, and whether `pin` fits it (anything fits where there is none).

    argon2 takes tens of milliseconds on purpose: never under the office's lock.
    """
    with store.reading() as look:
        known = look.pin(staff)
    return known, known.pin_hash is None or pins.fits(known.pin_hash, pin or "")


def count_try(hall: Hall, known: PinRecord, *, fits: bool) -> Facts:
    """Under the lock: ``refusal`` None when the PIN is right, else what is wrong, counted; ``minutes`` locked.

    The facts are remembered with the request, so that a repeat is told the same; `raise_refused` says them.
    """
    record = pin_of(hall.link, hall.office, known.staff)
    if record.pin_hash is None:
        return {"refusal": None, "minutes": 0}
    if record.locked_until is not None and hall.now < record.locked_until:
        return {"refusal": "locked", "minutes": minutes_up(record.locked_until - hall.now)}
    if fits and record.pin_hash == known.pin_hash:
        if record.failures:
            keep_pin(hall, replace(record, failures=0, locked_until=None))
        return {"refusal": None, "minutes": 0}
    rules = hall.setup.rules
    failures = record.failures + 1
    until = None
    if failures >= rules.pin_tries:
        failures, until = 0, Instant(hall.now + round(rules.pin_lock * MINUTE))
    hall.note(Kind.PIN_REFUSED, staff=known.staff, locked_until=until)
    keep_pin(hall, replace(record, failures=failures, locked_until=until))
    if until is None:
        return {"refusal": "wrong", "minutes": 0}
    return {"refusal": "locked", "minutes": minutes_up(until - hall.now)}


def raise_refused(facts: Facts) -> None:
    """Raise `LockedOut` or `WrongPin` if the try was refused; after the commit, since refusals count."""
    if facts["refusal"] == "locked":
        raise LockedOut(minutes=facts["minutes"])
    if facts["refusal"] == "wrong":
        raise WrongPin()


def minutes_up(span: int) -> int:
    """Whole minutes of some milliseconds, for people who wait: never none."""
    return max(1, -(-span // MINUTE))
