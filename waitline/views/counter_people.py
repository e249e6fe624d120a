"""Who serves at a counter, and who deputises for them (服務人員及代理人): names of the office file only."""

from typing import Final, NamedTuple

from waitline.model.counter import Desk
from waitline.model.office import OfficeSetup
from waitline.model.staff import Staff


class CounterPeople(NamedTuple):
    """Whoever is signed in there, and their deputy, if the office names one."""

    staff: Staff | None = None
    deputy: Staff | None = None


NOBODY_THERE: Final = CounterPeople()


def people_at(setup: OfficeSetup, desk: Desk) -> CounterPeople:
    """A deputy named when somebody signed in goes before the one of the office file."""
    staff = _known(setup, desk.staff)
    if staff is None:
        return NOBODY_THERE
    return CounterPeople(staff, _known(setup, desk.deputy or staff.deputy))


def _known(setup: OfficeSetup, login: str | None) -> Staff | None:
    return next((person for person in setup.staff if person.id == login), None)
