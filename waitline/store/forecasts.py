"""Waits in the database: what each visitor was told, and what past days teach."""

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from sqlalchemy import bindparam, delete, select

from waitline.model.clock import Instant
from waitline.model.forecast import Errors, Experience, Forecast, Kept, Line, Pace, WaitRange
from waitline.model.service import ServiceCode
from waitline.model.ticket import PriorityClass, TicketId, TicketState

from . import forecast_tables as t
from . import tables
from .hall import Hall
from .link import Link, Row, Statement
from .statements import columns, inserting

_office: Final[Any] = bindparam("office")
_f: Final = t.forecast.c
_k: Final = tables.ticket.c
ADD_FORECAST = inserting(t.forecast)
FORECAST = Statement(
    select(*columns(t.forecast)).where(_f.office_id == _office, _f.ticket == bindparam("ticket_id"))
)
FORECASTS_BETWEEN = Statement(
    select(*columns(t.forecast)).where(
        _f.office_id == _office, _f.ticket.between(bindparam("first"), bindparam("last"))
    )
)
EXPERIENCE = Statement(select(*columns(t.experience)).where(t.experience.c.office_id == _office))
ADD_EXPERIENCE = inserting(t.experience)
FORGET_EXPERIENCE = Statement(delete(t.experience).where(t.experience.c.office_id == _office))
PAST = Statement(
    select(
        _k.day, _k.service, _k.priority, _k.state, _k.issued_at, _k.called_at, _k.last_called_at, _k.ended_at,
        _k.errands, _k.inaccurate, _f.reckoned, _f.likely, _f.least, _f.most,
    )
    .select_from(tables.ticket.outerjoin(t.forecast, (_f.office_id == _k.office_id) & (_f.ticket == _k.id)))
    .where(_k.office_id == _office, _k.day >= bindparam("first"), _k.day < bindparam("before"))
)  # fmt: skip


class PastVisit(NamedTuple):
    """A ticket of a day that is over. `waited`: from taking the number to the first call, None: never called;
    `lasted`: from the call until the counter was free, None where that says nothing of its service. Milliseconds.
    """

    day: str
    service: ServiceCode | None
    priority: PriorityClass
    waited: int | None
    lasted: int | None
    told: Forecast | None


def add_forecast(hall: Hall, ticket: TicketId, told: Forecast) -> None:
    """What the visitor was told with the number."""
    least, most = (None, None) if told.announced is None else told.announced
    hall.link.later(
        ("forecast", ticket),
        ADD_FORECAST,
        office_id=hall.office,
        ticket=ticket,
        reckoned=told.reckoned,
        likely=told.likely,
        least=least,
        most=most,
    )


def forecast_of(link: Link, office: str, ticket: TicketId) -> Forecast | None:
    """What the visitor was told, None where nothing was."""
    row = link.one(FORECAST, office=office, ticket_id=ticket)
    return None if row is None else _forecast(*row[1:])


def forecasts_between(link: Link, office: str, first: int, last: int) -> dict[TicketId, Forecast]:
    """By ticket, for those taken at journal positions `first`..`last`."""
    found = link.all(FORECASTS_BETWEEN, office=office, first=first, last=last)
    return {TicketId(row[0]): _forecast(*row[1:]) for row in found}


def experience_in(link: Link, office: str) -> Experience:
    """What was learnt last; nothing in an office that has learnt nothing yet."""
    row = link.one(EXPERIENCE, office=office)
    if row is None:
        return Experience()
    day, days, lessons = row
    found = json.loads(lessons)
    return Experience(
        day=day,
        days=days,
        paces={
            (None if service is None else ServiceCode(service), love): Pace(visits, total)
            for service, love, visits, total in found["paces"]
        },
        errors={Line(line): tuple(Errors(*one) for one in errors) for line, errors in found["errors"].items()},
        kept={date: Kept(*kept) for date, kept in found.get("kept", {}).items()},  # learnt before it was counted
    )


def keep_experience(hall: Hall, learnt: Experience) -> None:
    """In place of what was learnt before."""
    lessons = {
        "paces": [[service, love, *pace] for (service, love), pace in learnt.paces.items()],
        "errors": {str(line): errors for line, errors in learnt.errors.items()},
        "kept": learnt.kept,
    }
    hall.link.send(FORGET_EXPERIENCE, office=hall.office)
    hall.link.send(
        ADD_EXPERIENCE, office_id=hall.office, day=learnt.day, days=learnt.days, lessons=json.dumps(lessons)
    )


def past_visits(link: Link, office: str, *, first: str, before: str) -> Iterator[PastVisit]:
    """Tickets of the business days from `first` on and before `before`, read as they are asked for."""
    return map(_visit, link.send(PAST, office=office, first=first, before=before))


def _visit(row: Row) -> PastVisit:
    day, service, priority, state, issued, called, last_called, ended, errands, inaccurate, *told = row
    counts = state == TicketState.DONE and errands == 1 and not inaccurate
    return PastVisit(
        day=day,
        service=None if service is None else ServiceCode(service),
        priority=PriorityClass(priority),
        waited=None if called is None else Instant(called) - Instant(issued),
        lasted=ended - last_called if counts else None,
        told=None if told[0] is None else _forecast(*told),
    )


def _forecast(reckoned: int, likely: int, least: int | None, most: int | None) -> Forecast:
    told = None if least is None or most is None else WaitRange(least, most)
    return Forecast(reckoned, likely, told)
