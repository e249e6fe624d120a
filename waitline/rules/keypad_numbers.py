"""Who signs in with which number at a keypad that has no letters."""

from waitline.model.office import OfficeSetup
from waitline.model.staff import StaffId


def keypad_numbers(setup: OfficeSetup) -> dict[str, StaffId]:
    """Number → person: the one in the office file, else the figures of their login (c01 → 1) if only theirs.

    Leading zeros do not count: they are easily left out.
    """
    given = {_plain(person.number): person.id for person in setup.staff if person.number is not None}
    by_login: dict[str, list[StaffId]] = {}
    for person in setup.staff:
        figures = "".join(sign for sign in person.id if sign in "0123456789")
        if person.number is None and figures:
            by_login.setdefault(_plain(figures), []).append(person.id)
    alone = {number: people[0] for number, people in by_login.items() if len(people) == 1}
    return {**alone, **given}


def somebody_numbered(setup: OfficeSetup, typed: str) -> StaffId | None:
    """Who it is that typed this."""
    return keypad_numbers(setup).get(_plain(typed))


def _plain(number: str) -> str:
    return number.lstrip("0") or "0"
