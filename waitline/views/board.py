"""What the hall sees: calls, missed numbers, who waits."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from waitline.model.calendar import OfficeCalendar
from waitline.model.clock import Instant
from waitline.model.counter import Counter, CounterId, CounterState, Desk
from waitline.model.forecast import Accuracy
from waitline.model.journal import Entry, Kind
from waitline.model.office import OfficeSetup
from waitline.model.ticket import AT_A_COUNTER, Need, Ticket, TicketId, TicketState
from waitline.model.words import Words
from waitline.settings.public_holidays import office_calendar
from waitline.store.engine import Store
from waitline.store.look import Look

from .back_line_now import back_line_now
from .counter_people import NOBODY_THERE, CounterPeople, people_at
from .foresight import NOTHING_FORESEEN, Foresight, foresee
from .lines import service_lines, settle_at
from .service_line import ServiceLine

_CALLS_LOOKED_AT = 300
_CALLS_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCall:
    """A call as shown and spoken. `seq` is the journal entry of the (re)call; `live`: still being called.

    `stands`: the visitor is expected, sits or was served at this counter; not one who waits again, was set
    aside, missed or cancelled.
    """

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
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterSign:
    """One counter as its sign shows it. `opens_soon`: it is closed, and somebody of the back line is coming.
    `people`: who serves there, and who deputises for them. `love`: of the visitor who is there; `back_at`: when a
    break ends, if that was said.
    """

    counter: CounterId
    names: Words
    state: CounterState
    serving: str | None
    opens_soon: bool = False
    people: CounterPeople = NOBODY_THERE
    love: bool = False
    back_at: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """The lobby display. `calls` newest first (withdrawn ones left out); `missed` labels, newest first.

    `holidays`: the public ones that the office keeps, this year's and the next's by date. `foresight`: how long
    whoever comes now would wait. `accuracy`: how often visitors were called in the time they were told, this
    week or else in thirty days; None where the office does not ask for it or too few were. `held_s`,
    `is_turned`: as of a `Look`.
    """

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    calls: tuple[BoardCall, ...]
    missed: tuple[str, ...]
    services: tuple[ServiceLine, ...]
    counters: tuple[CounterSign, ...]
    settle_at: Instant | None
    holidays: Mapping[str, Words] = field(default_factory=dict)
    foresight: Foresight = NOTHING_FORESEEN
    accuracy: Accuracy | None = None
    held_s: float = 0.0
    is_turned: bool = False

    @property
    def opening(self) -> tuple[CounterSign, ...]:
        """Counters that will open in a moment."""
        return tuple(sign for sign in self.counters if sign.opens_soon)

    @property
    def calendar(self) -> OfficeCalendar:
        return OfficeCalendar(setup=self.setup, holidays=self.holidays)


def read(store: Store, counters: tuple[CounterId, ...] = (), *, accuracy: bool = False) -> BoardView:
    """The board as it is now; `counters` keeps to these (none: all), their calls and missed numbers, and to what
    is done there; `accuracy` is asked for."""
    with store.reading() as look:
        desks = look.desks()
        lines, love = service_lines(look, desks)
        at_counters = {ticket.id: ticket for ticket in look.at_counters()} if look.day_is_open else {}
        aside = look.set_aside() if look.day_is_open else []
        own = [one for one in look.setup.counters if not counters or one.id in counters]
        done = {code for one in own for code in one.services}
        there = {ticket.counter: ticket for ticket in at_counters.values()}
        standing = {desk.counter: desk for desk in desks}
        expected = {one.counter for one in back_line_now(look, desks).summons if one.is_coming}
        return BoardView(
            seq=look.seq,
            at=look.now,
            day=look.day,
            setup=look.setup,
            calls=tuple(_calls(look, at_counters, counters)),
            missed=tuple(
                t.label
                for t in aside
                if t.state is TicketState.NO_SHOW and (not counters or t.counter in counters)
            ),
            services=(*(line for line in lines if not counters or line.code in done), love),
            counters=tuple(
                _sign(look, one, standing[one.id], there.get(one.id), expected=one.id in expected) for one in own
            ),
            settle_at=settle_at(look, desks),
            holidays=office_calendar(look.setup, look.now).holidays,
            foresight=foresee(look, desks),
            accuracy=next(iter(look.accuracies()), None) if accuracy else None,
            held_s=look.held_s,
            is_turned=look.is_turned,
        )


def _sign(look: Look, own: Counter, desk: Desk, visitor: Ticket | None, *, expected: bool) -> CounterSign:
    return CounterSign(
        counter=own.id,
        names=own.names,
        state=desk.state,
        serving=None if visitor is None else visitor.label,
        opens_soon=expected and desk.state is CounterState.CLOSED,
        people=people_at(look.setup, desk),
        love=visitor is not None and visitor.priority == "love",
        back_at=desk.pause_until,
    )


def _calls(look: Look, at_counters: dict[TicketId, Ticket], counters: tuple[CounterId, ...]) -> list[BoardCall]:
    """Newest first. A withdrawal takes away every call of its ticket beyond the one it goes back to.

    Whether a call is its ticket's newest is decided among those of all counters.
    """
    withdrawn: dict[TicketId, int] = {}
    found: list[BoardCall] = []
    seen: set[TicketId] = set()
    for entry in look.calls(_CALLS_LOOKED_AT):
        if entry.ticket is None or entry.counter is None:
            continue
        n = int(entry.facts.get("n") or 0)
        if entry.kind is Kind.CALL_WITHDRAWN:
            withdrawn[entry.ticket] = min(n, withdrawn.get(entry.ticket, n))
            continue
        if n > withdrawn.get(entry.ticket, n):
            continue
        newest = entry.ticket not in seen
        seen.add(entry.ticket)
        if counters and entry.counter not in counters:
            continue
        ticket = at_counters.get(entry.ticket) or look.ticket(entry.ticket)
        if ticket is not None:
            found.append(_call(look, entry, ticket, newest=newest))
        if len(found) >= _CALLS_SHOWN:
            break
    return found


def _call(look: Look, entry: Entry, ticket: Ticket, *, newest: bool) -> BoardCall:
    counter = entry.counter or CounterId("")
    here = newest and ticket.counter == counter
    return BoardCall(
        seq=entry.seq,
        at=entry.at,
        ticket=ticket.id,
        label=ticket.label,
        counter=counter,
        counter_names=_names(look, counter),
        love=ticket.priority == "love",
        deaf=Need.DEAF in ticket.needs,
        language=ticket.language,
        recall=int(entry.facts.get("n") or 1) - 1,
        live=here and ticket.state is TicketState.CALLED,
        stands=here and (ticket.state in AT_A_COUNTER or ticket.state is TicketState.DONE),
    )


def _names(look: Look, counter: CounterId) -> Words:
    """A counter may have been taken out of the office file since the call."""
    known = (own.names for own in look.setup.counters if own.id == counter)
    return next(known, Words(zh=counter, en=counter))
