"""What the database remembers of a rehearsed day, as the plain facts that scores are made of."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Final

from waitline.model.clock import SECOND, Instant, instant
from waitline.model.journal import Kind
from waitline.model.office import OfficeSetup
from waitline.model.ticket import PriorityClass, Ticket, TicketId
from waitline.rules.back_line import work_minutes
from waitline.rules.opening import office_day
from waitline.settings.public_holidays import office_calendar
from waitline.store.line import waiting_as_seen
from waitline.views.day_view import DayView

from .hall_then import HallThen
from .office_of_day import scenario_of
from .waits import Told, told

LOOK_EVERY: Final = 30 * SECOND
HOT_MINUTES: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """Waits in seconds: of love and ordinary visitors from taking the number, of booked ones from the later of
    slot and check-in, to the first call; `love_never` and `booked_never` had none. `hot`: at each look whether the
    hall was; `overtaken`: ordinary tickets called before an earlier one of the same service; `back_line_s`: time
    that people of the back line spent on their way and at counters, all together, in seconds. `waits`: what was
    told to visitors who were called.
    """

    day: str
    scenario: str
    tickets: int
    never_called: int
    love_s: tuple[float, ...]
    ordinary_s: tuple[float, ...]
    booked_s: tuple[float, ...]
    love_never: int
    booked_never: int
    overtaken: int
    hot: tuple[bool, ...]
    back_line_s: float
    summonses: int
    has_back_line: bool
    waits: tuple[Told, ...]


def facts_of(view: DayView) -> DayFacts:
    """The facts of one day; `view.setup` must be a rehearsal's."""
    called = [ticket for ticket in view.tickets if ticket.called_at is not None]
    never = Counter(ticket.priority for ticket in view.tickets if ticket.called_at is None)
    return DayFacts(
        day=view.setup.id,
        scenario=scenario_of(view.setup) or "",
        tickets=len(view.tickets),
        never_called=never.total(),
        love_never=never[PriorityClass.LOVE],
        booked_never=never[PriorityClass.APPOINTMENT],
        love_s=tuple(_wait_s(ticket) for ticket in called if ticket.priority is PriorityClass.LOVE),
        ordinary_s=tuple(_wait_s(ticket) for ticket in called if ticket.priority is PriorityClass.ORDINARY),
        booked_s=tuple(_wait_s(ticket) for ticket in called if ticket.priority is PriorityClass.APPOINTMENT),
        overtaken=_overtaken(view),
        hot=tuple(_hot(view)),
        back_line_s=_back_line_s(view),
        summonses=sum(entry.kind is Kind.BACK_LINE_SUMMONED for entry in view.entries),
        has_back_line=any(entry.kind is Kind.STAND_BY_BEGUN for entry in view.entries),
        waits=tuple(told(view)),
    )


def _wait_s(ticket: Ticket) -> float:
    since = max(ticket.issued_at, ticket.slot or ticket.issued_at)
    return ((ticket.called_at or since) - since) / SECOND


def _overtaken(view: DayView) -> int:
    first_calls: dict[TicketId, int] = {}
    for entry in view.entries:
        if entry.kind is Kind.TICKET_CALLED and entry.ticket is not None:
            first_calls.setdefault(entry.ticket, entry.seq)
    ordinary = [ticket for ticket in view.tickets if ticket.priority is PriorityClass.ORDINARY]
    never = view.seq + 1
    found = 0
    for _, line in groupby(sorted(ordinary, key=_service_and_arrival), key=_service):
        latest = 0
        for ticket in line:
            call = first_calls.get(ticket.id, never)
            found += call < latest
            latest = max(latest, call)
    return found


def _back_line_s(view: DayView) -> float:
    """From accepting a summons until it is over, all of them together."""
    since: dict[int, Instant] = {}
    found = 0.0
    for entry in view.entries:
        if entry.kind is Kind.SUMMONS_ACCEPTED:
            since[int(str(entry.facts["summons"]))] = entry.at
        elif entry.kind is Kind.SUMMONS_ENDED:
            began = since.pop(int(str(entry.facts["summons"])), entry.at)
            found += (entry.at - began) / SECOND
    return found


def _service(ticket: Ticket) -> str:
    return ticket.service or ""


def _service_and_arrival(ticket: Ticket) -> tuple[str, int]:
    return _service(ticket), ticket.id


def _hot(view: DayView) -> Iterator[bool]:
    """At each look during opening time: whether more than 15 min of work wait for each open counter."""
    opens, closes = _opening(view.setup, view.day)
    tickets = {ticket.id: ticket for ticket in view.tickets}
    hall = HallThen(view.entries)
    for at in range(opens, closes, LOOK_EVERY):
        hall.go_to(Instant(at))
        waiting = (waiting_as_seen(tickets[one]) for one in hall.waiting if one in tickets)
        yield work_minutes(view.setup, waiting, Instant(at)) > HOT_MINUTES * max(1, len(hall.open))


def _opening(setup: OfficeSetup, day: str) -> tuple[int, int]:
    midnight = datetime.combine(date.fromisoformat(day), time(), tzinfo=setup.zone)
    hours = office_day(office_calendar(setup, instant(midnight)), midnight.date()).hours
    if hours is None:
        return 0, 0
    return (
        instant(midnight + timedelta(minutes=hours.opens)),
        instant(midnight + timedelta(minutes=hours.closes)),
    )
