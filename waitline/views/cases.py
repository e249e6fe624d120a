"""Questions about cases, as the clerk who asks and those who are asked see them."""

from typing import Final, NamedTuple

from waitline.model.case_help import CaseHelp
from waitline.model.counter import Desk
from waitline.model.staff import StaffId
from waitline.rules.case_help import is_asked, still_sits
from waitline.store.look import Look


class Cases(NamedTuple):
    """`own`: what was asked about the visitor at this counter; `asked`, oldest first: what others ask whoever
    sits here, and what they have answered."""

    own: CaseHelp | None = None
    asked: tuple[CaseHelp, ...] = ()


NO_CASES: Final = Cases()


def cases_at(look: Look, desk: Desk) -> Cases:
    """A question is shown while its visitor sits where it was asked; an empty chair is asked nothing."""
    if desk.staff is None:
        return NO_CASES
    every, who = _open(look), StaffId(desk.staff)
    return Cases(
        own=next((case for case in every if case.counter == desk.counter), None),
        asked=tuple(case for case in every if is_asked(look.setup, case, who)),
    )


def _open(look: Look) -> tuple[CaseHelp, ...]:
    cases = look.case_helps() if look.day_is_open else []
    here = look.at_counters() if cases else []
    return tuple(case for case in cases if still_sits(case, here))
