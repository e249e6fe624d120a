"""What the staff do at a kiosk: its panel opens only to somebody of the office with a PIN."""

from dataclasses import dataclass

from waitline.model.errors import StaffDoorClosed, WrongLogin
from waitline.model.journal import Kind
from waitline.model.office import OfficeSetup
from waitline.model.staff import PinRecord, Staff, StaffId
from waitline.rules.staff_door import after_right, after_wrong, closed_for
from waitline.store.hall import Hall
from waitline.store.pins import pin_of
from waitline.store.staff_doors import door_of, keep_door

from . import pins
from .performing import Actor, Facts
from .pin_check import minutes_up
from .requests import wish


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """Whose PIN it was, as far as it was anybody's, and whether it fits."""

    known: PinRecord | None
    fits: bool


class KioskStaff(Actor):
    """The staff at the kiosk named `kiosk`."""

    def unlock(self, *, request: str, kiosk: str, login: str, pin: str) -> Staff:
        """Open the staff panel. Wrong tries are counted for this kiosk (`rules.staff_door`), never for the person.

        Raises `WrongLogin`, whether there is no such login, no PIN for it or another one, and `StaffDoorClosed`.
        What was typed as a login is kept nowhere: by a mistake of the fingers it may be a PIN.
        """
        asked = wish("unlock_kiosk", request, kiosk=kiosk, private=(login, pin))
        tried = self._try(login, pin)

        def body(hall: Hall) -> Facts:
            door = door_of(hall.link, hall.office, kiosk)
            closed = closed_for(door, hall.now)
            if closed:
                return {"refusal": "closed", "minutes": minutes_up(closed)}
            known = tried.known
            if known is not None and tried.fits and _stands(hall, known):
                if after_right(door) != door:
                    keep_door(hall, after_right(door))
                hall.note(Kind.KIOSK_UNLOCKED, staff=known.staff, place=kiosk)
                return {"refusal": None, "staff": known.staff}
            door = after_wrong(door, hall.now)
            keep_door(hall, door)
            hall.note(Kind.PIN_REFUSED, staff=None if known is None else known.staff, place=kiosk)
            closed = closed_for(door, hall.now)
            return {"refusal": "closed" if closed else "wrong", "minutes": minutes_up(closed)}

        facts, setup = self._perform(asked, body, lambda hall, facts: (facts, hall.setup))
        if facts["refusal"] == "closed":  # said after the commit, since refusals count
            raise StaffDoorClosed(minutes=facts["minutes"])
        if facts["refusal"] == "wrong":
            raise WrongLogin()
        return setup.somebody(facts["staff"])

    def _try(self, login: str, pin: str) -> _Tried:
        """argon2 takes tens of milliseconds on purpose, never under the office's lock; and as long for a
        login that does not exist, so that a stopwatch finds none.
        """
        with self._store.reading() as look:
            staff = _named(look.setup, login)
            known = None if staff is None else look.pin(staff)
        if known is None or known.pin_hash is None:
            pins.hash_pin(pin)
            return _Tried(known=None, fits=False)
        return _Tried(known=known, fits=pins.fits(known.pin_hash, pin))


def _stands(hall: Hall, known: PinRecord) -> bool:
    """Whether that is still the person's PIN, and the person still of the office."""
    here = any(person.id == known.staff for person in hall.setup.staff)
    return here and pin_of(hall.link, hall.office, known.staff).pin_hash == known.pin_hash


def _named(setup: OfficeSetup, login: str) -> StaffId | None:
    """A kiosk's keys have no capitals: a login is found without them where that is not two people."""
    logins = [person.id for person in setup.staff]
    alike = [one for one in logins if one == login] or [one for one in logins if one.lower() == login.lower()]
    return alike[0] if len(alike) == 1 else None
