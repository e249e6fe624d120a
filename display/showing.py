"""Which calls stand in the big place and which in the recent list: plain rules on an injected clock.

A call appears at once when the big place has room. It stays `stay_s`, longer while it is being spoken and
twice as long for a deaf visitor. When several calls wait for room each stays at least `stay_under_load_s`. They
come in journal order and none is skipped; only a withdrawn call leaves before its time. The newest goes on
standing, quietly, until a newer one comes: a visitor who looks up late still finds the number large. A number
that waits again, was set aside or missed is nowhere sent to a counter.

A display that was started again and knows how far it had come goes on from there: what had not had its time has it
now, what had is only restored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from waitline.model.clock import SECOND
from waitline.model.ticket import TicketId

if TYPE_CHECKING:
    from waitline.views.board import BoardCall, BoardView

ROOM: Final = 4
STAY_S: Final = 10.0
STAY_UNDER_LOAD_S: Final = 5.0
LOAD: Final = 2
"""So many calls that wait for room are load; one alone waits until those before it have had their whole time."""
DEAF_STAYS_TIMES: Final = 2
OLD_S: Final = 90.0
LINGERS_S: Final = 180.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A call on the board. `fresh`: within its own time in the big place; `spoken`: the voice is at it."""

    call: BoardCall
    fresh: bool
    spoken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What to paint, newest first, and in how many seconds it changes by itself (None: not by itself)."""

    places: tuple[Shown, ...] = ()
    recent: tuple[Shown, ...] = ()
    changes_in: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSoFar:
    """How far a display has come: every call up to `seq` has had its time, but those that wait for room and those
    that stand, each with the seconds it has stood (no more than its time). Calls by their place in the journal."""

    seq: int
    waiting: tuple[int, ...] = ()
    standing: tuple[tuple[int, float], ...] = ()

    def has_shown(self, seq: int) -> bool:
        """Whether this call has stood in the big place, be it for a moment; or was old when the display began."""
        return seq <= self.seq and seq not in self.waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    call: BoardCall
    since: float


class Showing:
    """Remembers how long each call has stood in the big place; `clock` counts seconds and never goes back.

    `before`: how far this display had come when it was last seen alive.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        room: int = ROOM,
        stay_s: float = STAY_S,
        stay_under_load_s: float = STAY_UNDER_LOAD_S,
        before: ShownSoFar | None = None,
    ) -> None:
        self._clock = clock
        self._room = room
        self._stay_s = stay_s
        self._stay_under_load_s = stay_under_load_s
        self._standing: list[_Standing] = []
        self._queue: list[BoardCall] = []
        self._calls: tuple[BoardCall, ...] = ()
        self._listed = 0
        self._seen: int | None = None
        self._before = before
        self._began = ShownSoFar(seq=0)
        self._spoken: int | None = None

    @property
    def so_far(self) -> ShownSoFar | None:
        """How far this display has come; None before the first board."""
        if self._seen is None:
            return None
        now = self._clock()
        return ShownSoFar(
            seq=self._seen,
            waiting=tuple(call.seq for call in self._queue),
            standing=tuple((one.call.seq, self._stood(one, now)) for one in self._standing),
        )

    def is_news(self, call: BoardCall) -> bool:
        """Whether this call had not been shown when this display began."""
        return not self._began.has_shown(call.seq)

    def see(self, view: BoardView) -> None:
        """Take in a newer board; what the first one holds is old and only restored, but for what was missed."""
        listed = one_a_ticket(view.calls)
        shrunk, self._listed = len(listed) < self._listed, len(listed)
        self._calls = tuple(call for call in listed if call.stands)
        if self._seen is None or view.seq < self._seen:
            self._restore(view)
        else:
            self._follow(view, self._seen, oldest=0 if shrunk else min((call.seq for call in listed), default=0))
        self._seen = view.seq

    def speaking(self, seq: int | None) -> None:
        """Which call the voice is at."""
        self._spoken = seq

    def scene(self) -> Scene:
        """The board at this moment."""
        now = self._clock()
        self._move_on(now)
        places = tuple(
            Shown(call=one.call, fresh=now < self._rests_at(one), spoken=one.call.seq == self._spoken)
            for one in reversed(self._standing)
        )
        apart = {one.call.ticket for one in self._standing} | {call.ticket for call in self._queue}
        recent = tuple(
            Shown(call=call, fresh=False, spoken=call.seq == self._spoken)
            for call in self._calls
            if call.ticket not in apart
        )
        return Scene(places=places, recent=recent, changes_in=self._changes_in(now))

    def _restore(self, view: BoardView) -> None:
        now = self._clock()
        before, self._before = self._before, None
        knows = before is not None and before.seq <= view.seq
        began = before if before is not None and knows else ShownSoFar(seq=view.seq)
        self._began = began
        missed = [call for call in self._calls if not began.has_shown(call.seq) and age_s(call, view) <= OLD_S]
        self._queue = missed[::-1]
        again = []
        for call in self._calls:
            age = age_s(call, view)
            stood = self._has_stood(call, age, began) if knows else age
            newest = call is self._calls[0]
            if call not in missed and (stood < self._stay(call) or (newest and stood < LINGERS_S)):
                again.append(_Standing(call=call, since=now - stood))
        self._standing = again[: self._room][::-1]

    def _has_stood(self, call: BoardCall, age: float, began: ShownSoFar) -> float:
        """One that left has had its time, and so has one that is old by now."""
        whole = self._stay(call)
        stood = dict(began.standing).get(call.seq, whole)
        return stood if stood < whole and age <= OLD_S else max(age, whole)

    def _stood(self, one: _Standing, now: float) -> float:
        return round(min(now - one.since, self._stay(one.call)), 1)

    def _follow(self, view: BoardView, seen: int, *, oldest: int) -> None:
        """`oldest`: before this place in the journal calls have fallen off the end of the board's list."""
        now = self._clock()
        calls = {call.ticket: call for call in self._calls}
        self._queue = [kept for call in self._queue if (kept := _kept(call, calls, oldest))]
        standing = []
        for one in self._standing:
            kept = _kept(one.call, calls, oldest)
            if kept is not None:
                again = kept.seq > one.call.seq
                standing.append(_Standing(call=kept, since=now if again else one.since))
        self._standing = standing
        here = {one.call.ticket for one in standing} | {call.ticket for call in self._queue}
        for call in reversed(self._calls):
            worth_showing = call.live or age_s(call, view) <= OLD_S
            if call.seq > seen and call.ticket not in here and worth_showing:
                self._queue.append(call)

    def _move_on(self, now: float) -> None:
        """Let calls leave whose time is over, and the waiting ones enter, as of `now`."""
        while self._queue:
            if len(self._standing) < self._room:
                self._standing.append(_Standing(call=self._queue.pop(0), since=now))
                continue
            leaving = min(self._standing, key=self._leaves_first)
            if self._may_leave_at(leaving) > now:
                break
            self._standing.remove(leaving)
        newest = self._standing[-1:]
        self._standing = [
            one
            for one in self._standing
            if now < self._rests_at(one)
            or one.call.seq == self._spoken
            or (one in newest and now < self._gone_at(one))
        ]

    def _stay(self, call: BoardCall) -> float:
        return self._stay_s * (DEAF_STAYS_TIMES if call.deaf else 1)

    def _rests_at(self, one: _Standing) -> float:
        return one.since + self._stay(one.call)

    def _may_leave_at(self, one: _Standing) -> float:
        """When it may make room for a waiting call; the voice holds it no longer than its whole stay."""
        if one.call.seq == self._spoken:
            return self._rests_at(one)
        if len(self._queue) < LOAD:
            return self._rests_at(one)
        return one.since + self._stay_under_load_s * (DEAF_STAYS_TIMES if one.call.deaf else 1)

    def _leaves_first(self, one: _Standing) -> tuple[float, bool]:
        """Of two at the same moment, the one that is not being spoken."""
        return self._may_leave_at(one), one.call.seq == self._spoken

    def _gone_at(self, one: _Standing) -> float:
        return max(self._rests_at(one), one.since + LINGERS_S) if not one.call.live else float("inf")

    def _changes_in(self, now: float) -> float | None:
        moments = [moment for one in self._standing for moment in (self._rests_at(one), self._gone_at(one))]
        if self._queue:
            moments += [self._may_leave_at(one) for one in self._standing]
        ahead = [moment - now for moment in moments if now < moment < float("inf")]
        return min(ahead, default=None)


def one_a_ticket(calls: tuple[BoardCall, ...]) -> tuple[BoardCall, ...]:
    """The latest call of every ticket, newest first."""
    latest: dict[TicketId, BoardCall] = {}
    for call in sorted(calls, key=lambda call: call.seq, reverse=True):
        latest.setdefault(call.ticket, call)
    return tuple(latest.values())


def age_s(call: BoardCall, view: BoardView) -> float:
    return max(0.0, (view.at - call.at) / SECOND)


def _kept(call: BoardCall, calls: dict[TicketId, BoardCall], oldest: int) -> BoardCall | None:
    """The call as it is now: called again, served, or None when it sends nobody there any more."""
    if call.ticket in calls:
        return calls[call.ticket]
    return replace(call, live=False) if call.seq < oldest else None
