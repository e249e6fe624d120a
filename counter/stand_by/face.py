"""What the stand-by icon, window and banner show at this moment, worked out from what the hall says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from waitline.model.back_line import Summons
from waitline.model.clock import BEGINNING, SECOND, Instant
from waitline.model.words import Words
from waitline.rules.back_line import answer_due

from ..actions import Action
from ..cases.news import NO_CASE_NEWS, CaseFace
from ..face import Message

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.stand_by import StandByView


class Stage(StrEnum):
    """Where somebody of the back line stands."""

    BEGINNING = "beginning"
    """Standing by, nothing read yet."""
    STANDING_BY = "standing_by"
    ASKED = "asked"
    COMING = "coming"
    HERE = "here"
    """At a counter, asked to come or by themselves."""
    RELEASED = "released"
    OVER = "over"
    """Not on stand-by any more: ended elsewhere, or by the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What became of a summons: said for a while, then gone. `good`: nothing is left to do, or it went well."""

    words: Words
    good: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StandByFace:
    """`summons`: what one is asked for, on the way to or here for. `seconds_left`: until the next one is asked.

    `rung` counts how often it should have rung, for a summons or a question. `live`: what is worth pressing.
    """

    stage: Stage = Stage.BEGINNING
    view: StandByView | None = None
    now: Instant = BEGINNING
    in_touch: bool = True
    under_way: Action | None = None
    waiting: tuple[Action, ...] = ()
    message: Message | None = None
    notice: Notice | None = None
    summons: Summons | None = None
    seconds_left: int = 0
    rung: int = 0
    locked: bool = False
    live: frozenset[Action] = frozenset()
    cases: CaseFace = NO_CASE_NEWS


def stage_of(view: StandByView) -> Stage:
    """The stage of somebody whose hall this is."""
    own = view.own
    if own is not None and own.is_here:
        return Stage.HERE if own.released_at is None else Stage.RELEASED
    if view.at_counter is not None:
        return Stage.HERE
    if own is not None and view.stands_by:
        return Stage.COMING if own.is_coming else Stage.ASKED
    return Stage.STANDING_BY if view.stands_by else Stage.OVER


def seconds_left(view: StandByView, one: Summons | None, now: Instant) -> int:
    """Whole seconds until somebody else is asked; 0 when nobody is being asked."""
    if one is None or one.asked_at is None or one.asked is None:
        return 0
    return max(0, -((now - answer_due(view.setup.rules, one.asked_at)) // SECOND))


ANSWERS_A_SUMMONS: Final = frozenset({Action.ACCEPT, Action.DECLINE, Action.ARRIVE})
"""Wanted within seconds, so no PIN stands before them; whoever arrives gives it at the counter."""
_ALWAYS: Final = frozenset({Action.STAND_DOWN})


def live_of(view: StandByView, stage: Stage) -> frozenset[Action]:
    """Which actions the hall would not refuse as things stand."""
    if stage is Stage.COMING:
        return _ALWAYS | {Action.ARRIVE, Action.DECLINE}
    if stage is Stage.ASKED:
        return _ALWAYS | {Action.ACCEPT, Action.DECLINE}
    if stage is Stage.STANDING_BY and view.may_accept is not None:
        return _ALWAYS | {Action.ACCEPT}
    return _ALWAYS
