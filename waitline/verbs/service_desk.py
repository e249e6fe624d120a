"""Who works at the service desk: a PIN as at a counter, and a role that may receive visitors."""

from waitline.model.journal import Kind
from waitline.model.staff import RECEPTION, StaffId
from waitline.store.hall import Hall

from .performing import Actor, Facts, person
from .pin_check import compare_pin, count_try, raise_refused
from .requests import wish


class ServiceDesk(Actor):
    """The desk has no state: any number of people may work there, and what they do says who did it."""

    def begin_service_desk(self, *, request: str, staff: StaffId, pin: str | None = None) -> None:
        """Whoever has a PIN must give it; wrong ones are counted though refused.

        Raises `WrongPin`, `LockedOut`, `NotAllowed` for whom may not receive visitors.
        """
        asked = wish("begin_service_desk", request, staff=staff, private=(pin,))
        known, fits = compare_pin(self._store, staff, pin)

        def body(hall: Hall) -> Facts:
            person(hall, staff, *RECEPTION)
            tried = count_try(hall, known, fits=fits)
            if tried["refusal"] is None:
                hall.note(Kind.SERVICE_DESK_BEGUN, staff=staff)
            return tried

        raise_refused(self._perform(asked, body, lambda _, facts: facts))
