"""What the staff do at a kiosk: its panel opens only to somebody of the office with a PIN."""

from waitline.model.errors import NoPin
from waitline.model.journal import Kind
from waitline.model.staff import Role, Staff, StaffId
from waitline.store.hall import Hall

from .performing import Actor, Facts, person
from .pin_check import compare_pin, count_try, raise_refused
from .requests import wish

_ALL_ROLES = tuple(Role)


class KioskStaff(Actor):
    """The staff at the kiosk named `kiosk`."""

    def unlock(self, *, request: str, kiosk: str, staff: StaffId, pin: str) -> Staff:
        """Open the staff panel; wrong PINs are counted though refused.

        Raises `WrongPin`, `LockedOut`, `UnknownStaff`, and `NoPin` for whom none has been set: a panel that opens
        without one would be the visitors' own.
        """
        asked = wish("unlock_kiosk", request, kiosk=kiosk, staff=staff, private=(pin,))
        known, fits = compare_pin(self._store, staff, pin)

        def body(hall: Hall) -> Facts:
            somebody = person(hall, staff, *_ALL_ROLES)
            if known.pin_hash is None:
                raise NoPin(staff=somebody.name)
            tried = count_try(hall, known, fits=fits)
            if tried["refusal"] is None:
                hall.note(Kind.KIOSK_UNLOCKED, staff=staff, place=kiosk)
            return tried

        facts, somebody = self._perform(asked, body, lambda hall, facts: (facts, hall.setup.somebody(staff)))
        raise_refused(facts)
        return somebody
