"""What a clerk can ask for, by button or by key."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from waitline.model.case_help import Team
from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.model.ticket import Need


class Place(StrEnum):
    """Where somebody works with this program."""

    COUNTER = "counter"
    STAND_BY = "stand_by"
    """Back-line staff at their own desk, who may be asked to come."""
    SERVICE_DESK = "service_desk"
    """Greeters and whoever helps them: numbers for visitors, and no counter."""


class Action(StrEnum):
    """One name each, the same in buttons, in the key settings and in the log."""

    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    OPEN = "open"
    PAUSE = "pause"
    CLOSE = "close_counter"
    CALL_NEXT = "call_next"
    CALL_TICKET = "call_ticket"
    RECALL = "recall"
    BEGIN = "begin"
    FINISH = "finish"
    NO_SHOW = "no_show"
    PUT_BACK = "put_back"
    PARK = "park"
    UNPARK = "unpark"
    TRANSFER = "transfer"
    CONTINUE = "continue_with"
    WALK_IN = "serve_walk_in"
    CHOOSE_WALK_IN = "choose_walk_in"
    """The same for a service that the clerk says, or for a love visitor."""
    CORRECT = "correct_service"
    OVERRIDE = "override_reserve"
    UNDO = "undo"
    ANSWER_HELP = "answer_help"
    HELP_NUMBER = "take_for_help"
    ASK_FOR_CASE_HELP = "ask_for_case_help"
    END_CASE_HELP = "end_case_help"
    ANSWER_CASE = "answer_case_help"
    COME_TO_CASE = "come_to_case"
    TAKE_OVER_CASE = "take_over_case"
    SUMMON = "summon"
    CALL_OFF = "call_off"
    RELEASE = "release"
    ACCEPT = "accept"
    DECLINE = "decline"
    ARRIVE = "arrive"
    STAND_DOWN = "stand_down"
    TAKE_NUMBER = "take_number"
    BRING_LOVE = "bring_love_visitor"
    PRECHECK = "mark_prechecked"
    WELCOME_BACK = "welcome_back"
    REPRINT = "reprint"
    CANCEL_NUMBER = "cancel_number"
    RECEIPT = "print_receipt"
    FIND = "find"
    RESIZE = "resize"
    LOCK = "lock"
    SNOOZE = "snooze"
    UNLOCK = "unlock_console"


OF_STAND_BY: Final = frozenset({Action.ACCEPT, Action.DECLINE, Action.ARRIVE, Action.STAND_DOWN})
OF_THE_SERVICE_DESK: Final = frozenset(
    {
        Action.TAKE_NUMBER,
        Action.BRING_LOVE,
        Action.PRECHECK,
        Action.WELCOME_BACK,
        Action.CANCEL_NUMBER,
    }
)
OF_BOTH_COUNTER_AND_DESK: Final = frozenset(
    {Action.ANSWER_HELP, Action.HELP_NUMBER, Action.SUMMON, Action.SIGN_OUT, Action.FIND, Action.REPRINT}
)
OF_EVERY_PLACE: Final = frozenset({Action.ANSWER_CASE, Action.COME_TO_CASE, Action.LOCK})


def places_of(action: Action) -> frozenset[Place]:
    """Where it can be asked for: a key may stand for something else at another place."""
    if action in OF_EVERY_PLACE:
        return frozenset(Place)
    if action in OF_STAND_BY:
        return frozenset({Place.STAND_BY})
    if action in OF_THE_SERVICE_DESK:
        return frozenset({Place.SERVICE_DESK})
    both = action in OF_BOTH_COUNTER_AND_DESK
    return frozenset({Place.COUNTER, Place.SERVICE_DESK} if both else {Place.COUNTER})


OF_THE_SCREEN: Final = frozenset({Action.FIND, Action.RESIZE, Action.LOCK, Action.SNOOZE})
"""Wishes that no verb answers: they only move the clerk's own screen."""

ASKS_FIRST: Final = frozenset(
    {
        Action.PARK,
        Action.TRANSFER,
        Action.CONTINUE,
        Action.CHOOSE_WALK_IN,
        Action.CORRECT,
        Action.PAUSE,
        Action.CALL_TICKET,
        Action.HELP_NUMBER,
        Action.SUMMON,
        Action.RECEIPT,
        Action.ASK_FOR_CASE_HELP,
        Action.ANSWER_CASE,
    }
)
"""Actions that need more than a press: a reason, a service, a counter."""

ABOUT_A_NUMBER: Final = frozenset({Action.REPRINT, Action.RECEIPT})
"""Paper for whoever is at the counter; with nobody there, for the number chosen in the queue."""

QUEUES_PAPER: Final = ABOUT_A_NUMBER | {Action.WALK_IN, Action.CONTINUE, Action.TAKE_NUMBER}
"""After these there may be something to print."""

NEEDS_SOMEBODY: Final = frozenset(
    {
        Action.RECALL,
        Action.BEGIN,
        Action.FINISH,
        Action.NO_SHOW,
        Action.PUT_BACK,
        Action.PARK,
        Action.TRANSFER,
        Action.CONTINUE,
        Action.CORRECT,
        Action.ASK_FOR_CASE_HELP,
    }
)
"""Actions about the visitor who is at the counter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One thing the clerk asked for, with all it needs. `minutes`: until the return, None if not said. `day`: when
    it is instead; `whole_day`: no matter at what hour. `leaving`: the counter that a sign-in
    takes somebody away from.
    """

    action: Action
    label: str | None = None
    reason: str | None = None
    minutes: int | None = None
    day: Instant | None = None
    whole_day: bool = False
    service: str | None = None
    to_counter: CounterId | None = None
    note: str | None = None
    love: bool = False
    place: Place = Place.COUNTER
    counter: CounterId | None = None
    leaving: CounterId | None = None
    staff: StaffId | None = None
    help_id: int | None = None
    summons: int | None = None
    case: int | None = None
    team: Team | None = None
    language: str | None = None
    needs: frozenset[Need] = frozenset()
    pin: str | None = field(default=None, repr=False)
