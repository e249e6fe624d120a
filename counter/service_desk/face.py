"""What the service desk's screen shows at this moment, worked out from what the hall says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from waitline.model.clock import BEGINNING, Instant
from waitline.model.staff import MAY_SUMMON, RECEPTION
from waitline.model.ticket import IN_THE_HALL, MOVES, Ticket, TicketState

from ..actions import Action
from ..cases.news import NO_CASE_NEWS, CaseFace
from ..face import Message
from ..help_calls import NO_HELP, HelpFace

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.service_desk import ServiceDeskView

ABOUT_ONE: Final = (Action.WELCOME_BACK, Action.PRECHECK, Action.REPRINT, Action.CANCEL_NUMBER)
"""Actions about the chosen number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFace:
    """`chosen`: the number that keys and buttons are about; `primary`: what is mostly done with it."""

    view: ServiceDeskView | None = None
    now: Instant = BEGINNING
    in_touch: bool = True
    under_way: Action | None = None
    waiting: tuple[Action, ...] = ()
    message: Message | None = None
    chosen: Ticket | None = None
    locked: bool = False
    live: frozenset[Action] = frozenset()
    primary: Action | None = None
    help: HelpFace = NO_HELP
    cases: CaseFace = NO_CASE_NEWS

    @property
    def rung(self) -> int:
        """How often it should have rung for what others want."""
        return self.help.rung + self.cases.rung


def live_of(view: ServiceDeskView, chosen: Ticket | None, help_face: HelpFace) -> frozenset[Action]:
    """Which actions the hall would not refuse as things stand."""
    if not view.staff.may(*RECEPTION):
        return frozenset({Action.SIGN_OUT})
    here = chosen is not None and chosen.state in IN_THE_HALL
    state = chosen.state if chosen is not None else TicketState.DONE
    answers = {
        Action.TAKE_NUMBER: True,
        Action.BRING_LOVE: True,
        Action.PRECHECK: here and chosen is not None and not chosen.prechecked,
        Action.WELCOME_BACK: state is TicketState.NO_SHOW,
        Action.REPRINT: here and view.setup.service_desk_printer is not None,
        Action.CANCEL_NUMBER: TicketState.CANCELLED in MOVES[state],
        Action.ANSWER_HELP: help_face.open_call is not None,
        Action.HELP_NUMBER: help_face.front is not None,
        Action.SUMMON: view.back_line.set_up and view.staff.may(*MAY_SUMMON),
        Action.FIND: True,
        Action.SIGN_OUT: True,
    }
    return frozenset(action for action, live in answers.items() if live)


def primary_of(live: frozenset[Action]) -> Action | None:
    """Who is missed has come back; who waits has papers to be looked through."""
    return next((action for action in (Action.WELCOME_BACK, Action.PRECHECK) if action in live), None)
