"""Calls for help: a small table that only reception's verbs and the day's end touch."""

from typing import Any

from waitline.model.help import HelpCall

from . import desk_statements as dq
from . import rows
from .hall import Hall


def add(hall: Hall, call: HelpCall) -> None:
    hall.link.send(dq.ADD_HELP, office_id=hall.office, **rows.help_params(call))


def one(hall: Hall, number: int) -> HelpCall | None:
    row = hall.link.one(dq.HELP, office=hall.office, help_id=number)
    return None if row is None else rows.help_of(row)


def open_at(hall: Hall, place: str) -> HelpCall | None:
    """The call at `place` that nobody has answered yet; a place has one at most."""
    row = hall.link.one(dq.OPEN_HELP_AT, office=hall.office, at_place=place)
    return None if row is None else rows.help_of(row)


def all_open(hall: Hall) -> list[HelpCall]:
    """Every unanswered call, oldest first."""
    return sorted(rows.help_of(row) for row in hall.link.all(dq.OPEN_HELP, office=hall.office))


def keep(hall: Hall, call: HelpCall, **changes: Any) -> HelpCall:
    """The call with `changes` as it is from now on."""
    call = call._replace(**changes)
    kept = ("answered_at", "answered_by", "ended_at", "ticket", "ahead")
    values = rows.help_params(call)
    hall.link.send(
        dq.KEEP_HELP, office=hall.office, help_id=call.id, **{f"new_{name}": values[name] for name in kept}
    )
    return call
