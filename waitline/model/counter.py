"""Counters: how they are set up, and how they stand at this moment."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

from .bus import BusPlace
from .clock import BEGINNING, Instant
from .opening_hours import Span
from .service import ServiceCode
from .words import Words

CounterId = NewType("CounterId", str)


class CounterKind(StrEnum):
    QUICK = "quick"
    GENERAL = "general"
    LOVE = "love"
    BACK_LINE = "backline"


class CounterState(StrEnum):
    CLOSED = "CLOSED"
    PAUSED = "PAUSED"
    OPEN = "OPEN"
    """The clerk is busy or wrapping up."""
    READY = "READY"
    """The clerk asked for the next visitor and waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A counter as the office set it up; `id` is the number on its sign. `breaks`: known in advance, in order.

    `global_keys`: what its clerk's keys do whatever program has the focus, of `MAY_BE_GLOBAL`.
    """

    id: CounterId
    names: Words
    kind: CounterKind
    services: tuple[ServiceCode, ...]
    accessible: bool = True
    languages: tuple[str, ...] = ("zh-TW",)
    printer: str | None = None
    breaks: tuple[Span, ...] = ()
    panel: BusPlace | None = None
    keypad: BusPlace | None = None
    global_keys: tuple[str, ...] = ()


class Desk(NamedTuple):
    """A counter as it stands now. `changed_seq` is the last journal entry that touched it. `deputy`: a login,
    where it is not the one of the office file.
    """

    counter: CounterId
    state: CounterState = CounterState.CLOSED
    since: Instant = BEGINNING
    staff: str | None = None
    deputy: str | None = None
    pause_reason: str | None = None
    pause_until: Instant | None = None
    changed_seq: int = 0

    @property
    def is_open(self) -> bool:
        return self.state in (CounterState.OPEN, CounterState.READY)

    def may_be_waited_for(self, now: Instant) -> bool:
        """Whether a visitor may wait for this counter alone: it is open, or visitors are told when it will be."""
        if self.state is CounterState.PAUSED:
            return self.pause_until is not None and now < self.pause_until
        return self.is_open
