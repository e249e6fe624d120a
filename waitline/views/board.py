"""What the hall sees: calls, missed numbers, who waits."""

from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.model.counter import CounterId, CounterState
from waitline.model.office import OfficeSetup
from waitline.model.service import ServiceCode
from waitline.model.ticket import TicketId
from waitline.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCall:
    """A call as shown and spoken. `seq` is the journal entry of the (re)call; `live`: still being called."""

    seq: int
    at: Instant
    ticket: TicketId
    label: str
    counter: CounterId
    counter_names: Words
    love: bool
    deaf: bool
    language: str
    recall: int
    live: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """One service and who waits for it. `open_counters` serve it now; `again_at`: a planned reopening."""

    code: ServiceCode | None
    names: Words
    waiting: int
    open_counters: int
    again_at: Instant | None
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterSign:
    """One counter as its sign shows it."""

    counter: CounterId
    names: Words
    state: CounterState
    serving: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """The lobby display. `calls` newest first (withdrawn ones left out); `missed` labels, newest first."""

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    calls: tuple[BoardCall, ...]
    missed: tuple[str, ...]
    services: tuple[ServiceLine, ...]
    counters: tuple[CounterSign, ...]
    settle_at: Instant | None
