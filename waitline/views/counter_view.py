"""What a clerk's console shows."""

from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.model.counter import Counter, Desk
from waitline.model.office import OfficeSetup
from waitline.model.staff import Staff
from waitline.model.ticket import Ticket
from waitline.rules.dispatch import Why


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """A ticket in the hall, in call order. `ours`: this counter may serve it."""

    ticket: Ticket
    ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """Which buttons are live now. The verbs check again; this only keeps a clerk from pressing in vain."""

    open: bool = False
    pause: bool = False
    close: bool = False
    call_next: bool = False
    recall: bool = False
    begin: bool = False
    finish: bool = False
    no_show: bool = False
    put_back: bool = False
    park: bool = False
    transfer: bool = False
    override_reserve: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoOffer:
    """The last action at this counter: the verb's name (``call_next``, ``finish`` ...), and until when."""

    verb: str
    label: str | None
    until: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterView:
    """`why`: why `current` was called; `next`/`next_why`: whom the next key would bring now.

    `next` None with `next_why` RESERVED: only a love visitor would be called. `waiting` in key order, then
    `parked` and `missed` (newest first). `served_today` counts tickets finished here.
    """

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    counter: Counter
    desk: Desk
    staff: Staff | None
    current: Ticket | None
    why: Why | None
    next: Ticket | None
    next_why: Why | None
    waiting: tuple[WaitingLine, ...]
    parked: tuple[Ticket, ...]
    missed: tuple[Ticket, ...]
    allowed: Allowed
    undo: UndoOffer | None
    served_today: int
    desks: tuple[Desk, ...]
    settle_at: Instant | None
