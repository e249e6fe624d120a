"""Tickets: their states and the only moves between them. No name, ID number or phone is ever on one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, NewType

from .clock import Instant
from .counter import CounterId
from .errors import IllegalMove
from .service import SeriesCode, ServiceCode

TicketId = NewType("TicketId", int)
"""The journal position at which the ticket was taken; unique within an office."""


class TicketState(StrEnum):
    WAITING = "WAITING"
    CALLED = "CALLED"
    SERVING = "SERVING"
    PARKED = "PARKED"
    NO_SHOW = "NO_SHOW"
    DONE = "DONE"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"


_S = TicketState
MOVES: Final[dict[TicketState, frozenset[TicketState]]] = {
    _S.WAITING: frozenset({_S.CALLED, _S.SERVING, _S.CANCELLED, _S.EXPIRED}),
    _S.CALLED: frozenset({_S.WAITING, _S.SERVING, _S.NO_SHOW, _S.PARKED, _S.CANCELLED, _S.DONE}),
    _S.SERVING: frozenset({_S.DONE, _S.WAITING, _S.PARKED}),
    _S.PARKED: frozenset({_S.WAITING, _S.CALLED, _S.CANCELLED, _S.EXPIRED}),
    _S.NO_SHOW: frozenset({_S.WAITING, _S.CALLED, _S.EXPIRED}),
    _S.DONE: frozenset(),
    _S.CANCELLED: frozenset(),
    _S.EXPIRED: frozenset(),
}
"""CALLED → DONE is `finish` where the office skips `begin`, and the day's end. Undo restores instead."""

IN_THE_HALL: Final = frozenset({_S.WAITING, _S.CALLED, _S.SERVING, _S.PARKED, _S.NO_SHOW})
AT_A_COUNTER: Final = frozenset({_S.CALLED, _S.SERVING})

STATE_WORDS: Final[dict[TicketState, tuple[str, str]]] = {
    _S.WAITING: ("等候中", "waiting"),
    _S.CALLED: ("叫號中", "being called"),
    _S.SERVING: ("辦理中", "being served"),
    _S.PARKED: ("暫停辦理", "parked"),
    _S.NO_SHOW: ("過號", "marked absent"),
    _S.DONE: ("已完成", "finished"),
    _S.CANCELLED: ("已取消", "cancelled"),
    _S.EXPIRED: ("已失效", "expired"),
}


class PriorityClass(StrEnum):
    ORDINARY = "ordinary"
    LOVE = "love"
    APPOINTMENT = "appointment"


TO_CORRECT: Final = ("更正項目", "have its service corrected")
"""What a number that is not served is refused, as `Ticket.cannot` words it."""


class LoveReason(StrEnum):
    ELDERLY = "elderly"
    DISABLED = "disabled"
    PREGNANT = "pregnant"
    INFANT = "infant"
    OTHER = "other"


class Need(StrEnum):
    DEAF = "deaf"
    BLIND = "blind"
    WHEELCHAIR = "wheelchair"
    SLOW = "slow"


class Origin(StrEnum):
    KIOSK = "kiosk"
    GREETER = "greeter"
    WALK_IN = "walk_in"
    WEB = "web"
    OFFLINE = "offline"


class Outcome(StrEnum):
    """How an errand ended."""

    DONE = "done"
    NOT_POSSIBLE = "not_possible"
    TRANSFERRED = "transferred"
    PARKED = "parked"
    CONTINUED = "continued"
    UNFINISHED = "unfinished"


class Ticket(NamedTuple):
    """One visitor's place in the hall. `service` is the errand at hand (None: a love visitor, not said yet).

    `called_at` is the first call, `last_called_at` the latest; `counter` is where the ticket is or was last;
    `errands` counts the errands begun; `due_at`: a parked ticket is back in the line then, a no-show expires then;
    `changed_seq` is the last journal entry that touched the ticket.
    """

    id: TicketId
    day: str
    series: SeriesCode
    number: int
    lap: int
    label: str
    service: ServiceCode | None
    priority: PriorityClass
    state: TicketState
    origin: Origin
    language: str
    issued_at: Instant
    key_at: Instant
    love_reason: LoveReason | None = None
    needs: frozenset[Need] = frozenset()
    slot: Instant | None = None
    counter: CounterId | None = None
    for_counter: CounterId | None = None
    called_at: Instant | None = None
    last_called_at: Instant | None = None
    calls: int = 0
    begun_at: Instant | None = None
    ended_at: Instant | None = None
    errands: int = 0
    due_at: Instant | None = None
    park_reason: str | None = None
    note: str | None = None
    prechecked: bool = False
    inaccurate: bool = False
    changed_seq: int = 0

    def check_move(self, to: TicketState, wish: tuple[str, str]) -> None:
        """Raise `IllegalMove` unless the table allows it; `wish` says in zh-TW and English what for."""
        if to not in MOVES[self.state]:
            raise self.cannot(wish)

    def cannot(self, wish: tuple[str, str]) -> IllegalMove:
        """The refusal that says what the ticket is doing instead."""
        state = STATE_WORDS[self.state]
        return IllegalMove(
            label=self.label, state_zh=state[0], state_en=state[1], wish_zh=wish[0], wish_en=wish[1]
        )

    def waiting_again(self, *, key_at: Instant | None = None) -> "Ticket":
        """Back in the line; keeps its key and arrival time unless a new key is given."""
        return self._replace(
            state=TicketState.WAITING,
            counter=None,
            begun_at=None,
            due_at=None,
            park_reason=None,
            key_at=self.key_at if key_at is None else key_at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One service given to a ticket at one counter; `n` counts from 1."""

    ticket: TicketId
    n: int
    service: ServiceCode | None
    counter: CounterId
    begun_at: Instant
    finished_at: Instant | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNumber:
    """A number in a visitor's hand that the office does not know yet.

    `request` is the visitor's wish, whoever else may have answered it; `printer` is the one the slip came from.
    """

    request: str
    series: SeriesCode
    number: int
    label: str
    issued_at: Instant
    service: str | None
    love: bool = False
    love_reason: LoveReason | None = None
    language: str = "zh-TW"
    printer: str | None = None
