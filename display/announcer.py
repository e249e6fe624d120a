"""Which call is spoken next, and how: one at a time, in journal order, nothing old, nothing twice.

A call still waiting for its turn is merged with its recall, and dropped when its visitor is served or it
was withdrawn. One that is being spoken is cut short when the hall no longer sends its visitor there.

The more calls wait, the shorter each is said: first fewer languages, then the short form, but never without the
house's first language and the visitor's own. Many languages are said in the short form, so that no call lasts
longer than fifteen seconds.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from waitline.model.ticket import TicketId

from .showing import OLD_S, age_s, one_a_ticket

if TYPE_CHECKING:
    from collections.abc import Collection

    from waitline.views.board import BoardCall, BoardView

logger = logging.getLogger(__name__)

FEWER_LANGUAGES_AT: Final = 1
SHORT_FORM_AT: Final = 3
MOST_IN_FULL: Final = 2
MOST_LANGUAGES: Final = 4
LONGEST_S: Final = 14.5
"""How long a call may last, chime included; a loudspeaker's delays are left of the fifteen seconds."""
LONGER: Final = 1.5
"""How much longer one language may take than another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A call to be spoken now, once in each language."""

    call: BoardCall
    languages: tuple[str, ...]
    short: bool

    @property
    def needed(self) -> tuple[str, ...]:
        """Those that are said however many wait."""
        return (*self.languages[:1], self.call.language)

    def has_time_for(self, language: str, seconds: float, *, said: Collection[str], so_far_s: float) -> bool:
        """Whether so many more seconds leave time for those that must follow, which may take longer."""
        must_follow = [one for one in self.languages if one in self.needed and one not in (language, *said)]
        return language in self.needed or so_far_s + seconds * (1 + LONGER * len(must_follow)) <= LONGEST_S


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How far an announcer has come: what it has heard of, up to `seq`, has had its turn or is still `waiting`."""

    seq: int
    waiting: tuple[int, ...] = ()


class Announcer:
    """The queue before the loudspeaker. `languages`: the house's, in its order; none: the chime alone.

    `before`: how far another one had come, whose work this one goes on with.
    """

    def __init__(self, languages: tuple[str, ...], before: Heard | None = None) -> None:
        self._languages = languages
        self._before = before
        self._waiting: list[BoardCall] = []
        self._seen: int | None = None
        self._current: Announcement | None = None
        self._stands_for: int | None = None

    @property
    def current(self) -> Announcement | None:
        """What is being spoken."""
        return self._current

    @property
    def stands_for(self) -> int | None:
        """Which call the words being spoken are true of, by its place in the journal: the latest one there."""
        return self._stands_for

    @property
    def waiting(self) -> int:
        """How many calls have not had their turn."""
        return len(self._waiting)

    @property
    def heard(self) -> Heard | None:
        """How far it has come, for whoever goes on after it; None before the first board."""
        if self._seen is None:
            return self._before
        return Heard(seq=self._seen, waiting=tuple(call.seq for call in self._waiting))

    def hear(self, view: BoardView) -> None:
        """Take in a newer board; the first one is old news, but for what the announcer `before` has not said.

        What sends a visitor where nobody expects him is `current` no longer.
        """
        calls = one_a_ticket(view.calls)
        begun = Heard(seq=self._seen) if self._seen is not None else self._before
        if begun is None or view.seq < begun.seq:
            begun, self._waiting = Heard(seq=view.seq), []
        latest = {call.ticket: call for call in calls}
        self._drop_what_is_over(latest)
        self._cut_what_is_over(latest)
        queued = {call.ticket for call in self._waiting}
        for call in reversed(calls):
            if (call.seq > begun.seq or call.seq in begun.waiting) and call.ticket not in queued:
                self._queue(call, view)
        self._seen = view.seq

    def next(self, absent: Collection[str] = ()) -> Announcement | None:
        """The call whose turn it is; None while another is being spoken or nobody waits.

        `absent`: languages that cannot be spoken now. They take no other's place.
        """
        if self._current is not None or not self._waiting:
            return None
        call = self._waiting.pop(0)
        languages = self._spoken_in(call, absent)
        short = self.waiting >= SHORT_FORM_AT or len(languages) > MOST_IN_FULL
        self._current = Announcement(call=call, languages=languages, short=short)
        self._stands_for = call.seq
        return self._current

    def leave_out(self, said: Collection[tuple[int, int]]) -> None:
        """Drop what another display has said at this loudspeaker: place in the journal and moment of each call."""
        for call in [one for one in self._waiting if (one.seq, one.at) in said]:
            _not_spoken(call, "spoken by another display")
            self._waiting.remove(call)

    def leave_out_old(self, view: BoardView) -> None:
        """After a time without boards: what has grown old in it is not said, as after a restart."""
        for call in [one for one in self._waiting if age_s(one, view) > OLD_S]:
            _not_spoken(call, "old")
            self._waiting.remove(call)

    def done(self) -> None:
        """The loudspeaker is free again."""
        self._current = self._stands_for = None

    def _queue(self, call: BoardCall, view: BoardView) -> None:
        if not call.live:
            _not_spoken(call, _why_over(call))
        elif age_s(call, view) > OLD_S:
            _not_spoken(call, "old")
        else:
            self._waiting.append(call)

    def _drop_what_is_over(self, latest: dict[TicketId, BoardCall]) -> None:
        kept = []
        for call in self._waiting:
            now = latest.get(call.ticket)
            if now is not None and now.live:
                kept.append(now)
            else:
                _not_spoken(call, _why_over(now))
        self._waiting = kept

    def _cut_what_is_over(self, latest: dict[TicketId, BoardCall]) -> None:
        """Whoever has come, or is called again at the same counter, is rightly sent there: said to the end."""
        if self._current is None:
            return
        call = self._current.call
        now = latest.get(call.ticket)
        if now is not None and now.stands and now.counter == call.counter:
            self._stands_for = now.seq
            return
        why = "called elsewhere" if now is not None and now.stands else _why_over(now)
        logger.info("call_cut_short", extra={"label": call.label, "seq": call.seq, "why": why})
        self.done()

    def _spoken_in(self, call: BoardCall, absent: Collection[str]) -> tuple[str, ...]:
        """Where none of them has a voice all are asked for, so that it is told that nothing was spoken."""
        if not self._languages:
            return ()
        voices = [one for one in dict.fromkeys((*self._languages, call.language)) if one not in absent]
        if not voices:
            return tuple(dict.fromkeys((*self._languages[:1], call.language)))
        of_house = [one for one in voices if one in self._languages]
        own = [call.language] if call.language in voices else []
        house = of_house if self.waiting < FEWER_LANGUAGES_AT else of_house[:1]
        room = MOST_LANGUAGES if not own or call.language in house[:MOST_LANGUAGES] else MOST_LANGUAGES - 1
        return tuple(dict.fromkeys((*house[:room], *own)))


def _not_spoken(call: BoardCall, why: str) -> None:
    logger.info("call_not_spoken", extra={"label": call.label, "seq": call.seq, "why": why})


def _why_over(now: BoardCall | None) -> str:
    if now is None:
        return "withdrawn"
    return "served" if now.stands else "called no more"
