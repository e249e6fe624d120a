"""Questions about cases, as the clerk who asks and those who are asked see them."""

from typing import Final, NamedTuple

from waitline.model.case_help import CaseHelp
from waitline.model.counter import CounterId, Desk
from waitline.model.staff import StaffId
from waitline.model.ticket import Ticket
from waitline.rules.case_help import is_asked, still_sits
from waitline.store.look import Look


class Cases(NamedTuple):
    """`own`: what was asked about the visitor at this counter; `asked`, oldest first: what others ask whoever
    sits here, and what they have answered. `about`: the visitors of all of them."""

    own: CaseHelp | None = None
    asked: tuple[CaseHelp, ...] = ()
    about: tuple[Ticket, ...] = ()

    def ticket_of(self, case: CaseHelp) -> Ticket | None:
        """The visitor whom it is about."""
        return next((ticket for ticket in self.about if ticket.id == case.ticket), None)


NO_CASES: Final = Cases()


def cases_at(look: Look, desk: Desk) -> Cases:
    """A question is shown while its visitor sits where it was asked; an empty chair is asked nothing."""
    return NO_CASES if desk.staff is None else cases_of(look, StaffId(desk.staff), desk.counter)


def cases_of(look: Look, who: StaffId, counter: CounterId | None = None) -> Cases:
    """What `who` is asked, at their counter or at a desk of their own."""
    cases = look.case_helps() if look.day_is_open else []
    here = look.at_counters() if cases else []
    every = tuple(case for case in cases if still_sits(case, here))
    own = next((case for case in every if case.counter == counter), None)
    asked = tuple(case for case in every if is_asked(look.setup, case, who))
    meant = {case.ticket for case in asked} | ({own.ticket} if own is not None else set())
    return Cases(own=own, asked=asked, about=tuple(ticket for ticket in here if ticket.id in meant))
