"""Quiet words for whoever may have forgotten something: a visitor not finished, or people who wait. No Qt here.

They stand where messages do, never ring, never ask, and go by themselves; nothing of it is in the journal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterState
from waitline.model.office import OfficeSetup
from waitline.model.ticket import Ticket, TicketState
from waitline.model.words import Words

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView

UNTOUCHED_S: Final = 180.0
"""Whoever has pressed something so lately has not forgotten the visitor."""
SHOWN_S: Final = 120.0
REST_S: Final = 600.0
"""A reminder stands for two minutes, then the next is ten minutes off; so it is when the clerk says "later"."""


class Forgotten(StrEnum):
    """What may have been forgotten."""

    FINISH = "finish"
    NEXT = "next"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """`waiting`: so many wait for this counter; `label`: whom it is about."""

    kind: Forgotten
    label: str
    waiting: int
    words: Words


def forgotten(
    view: CounterView, now: Instant, *, untouched_s: float, idle_s: float, waiting: int = 0
) -> Nudge | None:
    """What there is to remind of. `idle_s`: seconds since the counter could have called somebody.

    Never on a break or at a closed counter, nor at one that waits or is kept for love visitors: `view.next` is
    then nobody. Nor while a colleague is asked about the case.
    """
    rules = view.setup.rules
    if view.current is not None:
        long_ago = served_minutes(view.current, now) >= unfinished_after(view.current, view.setup) > 0
        if not long_ago or untouched_s < UNTOUCHED_S or view.cases.own is not None:
            return None
        return _finish(view.current, served_minutes(view.current, now), waiting)
    seconds = rules.nudge_idle_seconds
    if view.next is None or not may_call(view) or not 0 < seconds <= min(idle_s, untouched_s):
        return None
    label = view.next.label
    words = Words(
        zh=f"有 {waiting} 位在等候，下一位是 {label}：請按「下一位」",
        en=f"{waiting} waiting, {label} is next: press Next",
    )
    return Nudge(kind=Forgotten.NEXT, label=label, waiting=waiting, words=words)


def may_call(view: CounterView) -> bool:
    """Whether the next key would bring somebody now: the counter is open, free, and has not asked yet."""
    return view.desk.state is CounterState.OPEN and view.current is None and view.next is not None


def unfinished_after(ticket: Ticket, setup: OfficeSetup) -> float:
    """Minutes until a visitor counts as perhaps forgotten; 0: never.

    A multiple of what is set for the work, where anything is; else, and while being called, a number of minutes.
    """
    rules = setup.rules
    if ticket.state is not TicketState.SERVING or ticket.service is None or not rules.nudge_unfinished:
        return rules.nudge_unfinished
    target = setup.service(ticket.service).target_minutes or 0.0
    return target * rules.nudge_targets or rules.nudge_unfinished


def served_minutes(ticket: Ticket, now: Instant) -> int:
    """Whole minutes at the counter: since serving began, or since the latest call."""
    return max(0, now - (ticket.begun_at or ticket.last_called_at or now)) // MINUTE


def _finish(ticket: Ticket, minutes: int, waiting: int) -> Nudge:
    label = ticket.label
    if ticket.state is TicketState.SERVING:
        words = Words(
            zh=f"{label} 已辦理 {minutes} 分鐘，辦完了請按「辦理完成」",
            en=f"{label}: {minutes} min. If it is done, press Finish",
        )
    else:
        words = Words(
            zh=f"{label} 已叫號 {minutes} 分鐘，請按「開始辦理」或「過號」",
            en=f"{label} was called {minutes} min ago: press Begin or No-show",
        )
    return Nudge(kind=Forgotten.FINISH, label=label, waiting=waiting, words=words)


class Nudges:
    """Keeps what is shown between looks. `clock`: seconds that only run forward."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._idle_since: float | None = None
        self._about: tuple[Forgotten, str] | None = None
        self._since = 0.0
        self._rests_until = 0.0
        self.now: Nudge | None = None

    def look(self, view: CounterView | None, now: Instant, *, untouched_s: float, quiet: bool) -> None:
        """Time passes. `quiet`: nobody is to be reminded now."""
        at = self._clock()
        if view is None or not may_call(view):
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since = at
        if view is None or quiet:
            self.now = None
            return
        idle_s = 0.0 if self._idle_since is None else at - self._idle_since
        waiting = sum(1 for line in view.waiting if line.ours)
        self.now = self._kept(forgotten(view, now, untouched_s=untouched_s, idle_s=idle_s, waiting=waiting), at)

    def _kept(self, found: Nudge | None, at: float) -> Nudge | None:
        about = None if found is None else (found.kind, found.label if found.kind is Forgotten.FINISH else "")
        if about is not None and about != self._about:
            self._about, self._since, self._rests_until = about, at, 0.0
        if at < self._rests_until:
            return None
        if found is None:
            self._about = None
            return None
        if self._rests_until:
            self._since, self._rests_until = at, 0.0
        if at - self._since >= SHOWN_S:
            self.later()
            return None
        return found

    def touched(self) -> None:
        """The clerk is at work: what was said is over at once."""
        self.now = None

    def later(self) -> None:
        """Not now: the same is said again in ten minutes at the earliest."""
        self._rests_until = self._clock() + REST_S
        self.now = None
