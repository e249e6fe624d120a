"""A new ticket: number, key and row, however the visitor came."""

from dataclasses import dataclass
from typing import NamedTuple

from waitline.model.clock import Instant
from waitline.model.counter import CounterId, CounterState
from waitline.model.errors import CounterNotOpen, CounterOccupied, UnknownService
from waitline.model.forecast import Forecast, WaitRange
from waitline.model.journal import Fact, Kind
from waitline.model.service import SeriesCode, ServiceCode
from waitline.model.slip import Taken
from waitline.model.ticket import LoveReason, Need, Origin, PriorityClass, Ticket, TicketId, TicketState
from waitline.rules.dispatch import Waiting, Why, key_of
from waitline.store import jobs
from waitline.store.forecasts import add_forecast
from waitline.store.hall import Hall

from .errands import begin_errand
from .performing import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTicket:
    """What the visitor asked for."""

    service: str | None
    priority: PriorityClass
    origin: Origin
    love_reason: LoveReason | None = None
    language: str = "zh-TW"
    needs: frozenset[Need] = frozenset()
    slot: Instant | None = None


class Given(NamedTuple):
    """A number that is somebody's from `at` on, the same number of another `lap` being another ticket."""

    day: str
    series: SeriesCode
    number: int
    lap: int
    label: str
    at: Instant


def issue(hall: Hall, wish: NewTicket, *, by: str | None = None, printer: str | None = None) -> tuple[Ticket, int]:
    """The ticket, WAITING, and how many wait before it.

    Raises `UnknownService`, `UnknownPrinter` and `NumbersUsedUp`.
    """
    love = wish.priority is PriorityClass.LOVE
    if wish.service is None and not love:
        raise UnknownService(service="–")
    if printer is not None:
        hall.setup.printer(printer)
    service = None if wish.service is None else hall.setup.service(wish.service).code
    series = hall.setup.series_for(service, love=love)
    slot = wish.slot if wish.priority is PriorityClass.APPOINTMENT else None
    key_at = key_of(wish.priority, hall.now, slot, hall.setup.rules)
    before = hall.ask_waiting_before(_seen(wish, service, hall, key_at, hall.now))
    number, lap = hall.new_number(series)
    given = Given(hall.day or "", series.code, number, lap, series.label(number), hall.now)
    facts: dict[str, Fact] = {} if printer is None else {"printer": printer}
    return _begin(hall, wish, service, given, key_at, facts, by), before()


def admit(
    hall: Hall, wish: NewTicket, service: ServiceCode | None, given: Given, facts: dict[str, Fact]
) -> tuple[Ticket, int]:
    """A ticket whose number was given before the office knew of it, at its true time; how many wait before it."""
    key_at = key_of(wish.priority, given.at, None, hall.setup.rules)
    before = hall.ask_waiting_before(_seen(wish, service, hall, key_at, given.at))
    return _begin(hall, wish, service, given, key_at, facts | {"issued_at": given.at}, None), before()


def _begin(
    hall: Hall,
    wish: NewTicket,
    service: ServiceCode | None,
    given: Given,
    key_at: Instant,
    facts: dict[str, Fact],
    by: str | None,
) -> Ticket:
    """Noted in the journal and written, WAITING."""
    known = {"service": service, "priority": str(wish.priority), "origin": str(wish.origin), "label": given.label}
    ticket_id = hall.note_taken(known | facts, staff=by)
    ticket = Ticket(
        id=TicketId(ticket_id),
        day=given.day,
        series=given.series,
        number=given.number,
        lap=given.lap,
        label=given.label,
        service=service,
        priority=wish.priority,
        state=TicketState.WAITING,
        origin=wish.origin,
        language=wish.language,
        issued_at=given.at,
        key_at=key_at,
        love_reason=wish.love_reason if wish.priority is PriorityClass.LOVE else None,
        needs=wish.needs,
        slot=wish.slot if wish.priority is PriorityClass.APPOINTMENT else None,
    )
    return hall.add(ticket)


def take(
    hall: Hall, wish: NewTicket, *, by: str | None, printer: str | None, told: Forecast | None = None
) -> Facts:
    """Issue it and queue its slip, if it names a printer; what `taken` makes a `Taken` of, now and later."""
    ticket, ahead = issue(hall, wish, by=by, printer=printer)
    wait = None if told is None else told.announced
    if told is not None:
        add_forecast(hall, ticket.id, told)
    if printer is not None:
        jobs.add_job(hall, ticket.id, ticket, printer=printer, ahead=ahead, copy=0, wait=wait)
    job = None if printer is None else ticket.id
    return {"ticket": ticket.id, "ahead": ahead, "job": job, **({} if wait is None else {"wait": wait})}


def taken(hall: Hall, facts: Facts) -> Taken:
    return Taken(
        ticket=hall.ticket(facts["ticket"]),
        ahead=facts["ahead"],
        job=None if facts["job"] is None else jobs.job(hall, facts["job"]),
        wait=WaitRange(*facts["wait"]) if "wait" in facts else None,
    )


def _seen(
    wish: NewTicket, service: ServiceCode | None, hall: Hall, key_at: Instant, issued_at: Instant
) -> Waiting:
    """The ticket to come as the rule will see it; its id is the next journal entry's position."""
    return Waiting(
        id=TicketId(hall.seq + 1),
        service=service,
        priority=wish.priority,
        key_at=key_at,
        issued_at=issued_at,
        slot=wish.slot,
        wheelchair=Need.WHEELCHAIR in wish.needs,
        for_counter=None,
    )


def serve_at(hall: Hall, ticket: Ticket, counter: CounterId, *, staff: str) -> Ticket:
    """Straight to a counter without being called: the visitor stands there."""
    desk = hall.desk(counter)
    if not desk.is_open:
        raise CounterNotOpen(counter=counter)
    there = hall.ticket_at(counter)
    if there is not None:
        raise CounterOccupied(counter=counter, label=there.label)
    if ticket.service is not None:
        hall.must_serve(counter, ticket.service)
    at_counter = ticket._replace(
        counter=counter, called_at=hall.now, last_called_at=hall.now, calls=ticket.calls + 1
    )
    hall.note(
        Kind.SERVING_BEGUN,
        ticket=ticket.id,
        counter=counter,
        staff=staff,
        label=ticket.label,
        why=str(Why.BROUGHT),
    )
    hall.keep_desk(desk._replace(state=CounterState.OPEN, since=hall.now))
    return hall.keep(begin_errand(hall, at_counter))
