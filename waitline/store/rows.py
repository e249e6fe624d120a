"""Rows to nouns and back. A noun's fields are its table's columns, without the office, in the same order."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from waitline.model.clock import Instant
from waitline.model.counter import CounterId, CounterState, Desk
from waitline.model.device import DeviceReport, Health
from waitline.model.forecast import Forecast
from waitline.model.help import HelpCall
from waitline.model.journal import Entry, Kind
from waitline.model.slip import JobState, PrintJob, SlipForm
from waitline.model.ticket import (
    Errand,
    LoveReason,
    Need,
    Origin,
    Outcome,
    PriorityClass,
    Ticket,
    TicketId,
    TicketState,
)

from .link import Row
from .slip_forms import form_of


class Head(NamedTuple):
    """The office's head row and the office's time, in the order `claims` reads them.

    `now` never goes back: while the database's `clock` is behind the last entry, that entry's time is now.
    """

    seq: int
    hash: str
    turned_at: int | None
    day: str | None
    day_seq: int
    setup_seq: int
    version: str
    now: int
    clock: int


_STATES = {str(state): state for state in TicketState}
_PRIORITIES = {str(priority): priority for priority in PriorityClass}
_ORIGINS = {str(origin): origin for origin in Origin}
_DESK_STATES = {str(state): state for state in CounterState}
_NO_NEEDS: frozenset[Need] = frozenset()


def ticket_of(row: Row) -> Ticket:
    """From all columns of `tables.ticket`, or of an undo image, without the office."""
    stored = Ticket._make(row)
    return stored._replace(
        priority=_PRIORITIES[stored.priority],
        state=_STATES[stored.state],
        origin=_ORIGINS[stored.origin],
        love_reason=None if stored.love_reason is None else LoveReason(stored.love_reason),
        needs=_needs_of(str(stored.needs)),
        prechecked=bool(stored.prechecked),
        inaccurate=bool(stored.inaccurate),
    )


def _needs_of(joined: str) -> frozenset[Need]:
    return frozenset(Need(need) for need in joined.split(",")) if joined else _NO_NEEDS


def ticket_params(ticket: Ticket) -> dict[str, Any]:
    """All columns but the office, as the drivers take them."""
    return dict(zip(Ticket._fields, map(_plain, ticket), strict=True))


def ticket_changes(old: Ticket, new: Ticket) -> dict[str, Any]:
    """Only the columns that differ, as the drivers take them."""
    return _changes(Ticket._fields, old, new)


def _changes(names: Sequence[str], old: Iterable[Any], new: Iterable[Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value, before in zip(names, new, old, strict=True) if value != before}


def _plain(value: Any) -> Any:
    """As the drivers take it: enums as text, sets joined, truth as 0 or 1."""
    kind = type(value)
    if kind is int or kind is str or value is None:
        return value
    if kind is bool:
        return int(value)
    if kind is frozenset:
        return ",".join(sorted(value))
    return str(value)


def desk_of(row: Row) -> Desk:
    """From all columns of `tables.desk` without the office."""
    stored = Desk._make(row)
    return stored._replace(state=_DESK_STATES[stored.state])


def desk_params(desk: Desk) -> dict[str, Any]:
    """All columns but the office, as the drivers take them."""
    return dict(zip(Desk._fields, map(_plain, desk), strict=True))


def desk_changes(old: Desk, new: Desk) -> dict[str, Any]:
    """Only the columns that differ, as the drivers take them."""
    return _changes(Desk._fields, old, new)


def entry_of(row: Row) -> Entry:
    """From all columns of `tables.journal` without the office."""
    stored = Entry._make(row)
    return stored._replace(kind=Kind(stored.kind))


def entry_params(office: str, entry: Entry) -> dict[str, Any]:
    return {"office_id": office, **entry._asdict(), "kind": str(entry.kind)}


def help_of(row: Row) -> HelpCall:
    """From all columns of `tables.help_call` without the office."""
    return HelpCall._make(row)


def help_params(call: HelpCall) -> dict[str, Any]:
    """All columns but the office, as the drivers take them."""
    return call._asdict()


def report_of(row: Row) -> DeviceReport:
    """From all columns of `tables.device` without the office."""
    report = DeviceReport._make(row)
    return report._replace(health=Health(report.health))


def report_params(report: DeviceReport) -> dict[str, Any]:
    """All columns but the office, as the drivers take them."""
    return report._asdict() | {"health": str(report.health)}


def errand_of(row: Row) -> Errand:
    """From all columns of `tables.errand` without the office."""
    ticket, n, service, counter, begun_at, finished_at, outcome = row
    return Errand(
        ticket=TicketId(ticket),
        n=n,
        service=service,
        counter=CounterId(counter),
        begun_at=Instant(begun_at),
        finished_at=finished_at,
        outcome=None if outcome is None else Outcome(outcome),
    )


def job_of(row: Row, ticket: Ticket, told: Forecast | None) -> PrintJob:
    """From all columns of `tables.print_job` without the office, its ticket, and what its visitor was told.

    A copy says how many are ahead by the time it is printed; the wait that was told before is no longer true then.
    """
    job, printer, _, ahead, copy, state, detail, queued_at, _ = row
    form, receipt = form_of(detail)
    is_number = form is SlipForm.NUMBER and not copy
    return PrintJob(
        id=job,
        printer=printer,
        ticket=ticket,
        ahead=ahead,
        copy=copy,
        state=JobState(state),
        detail=detail,
        queued_at=Instant(queued_at),
        wait=told.announced if told is not None and is_number else None,
        form=form,
        receipt=receipt,
    )


_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def facts_json(facts: Mapping[str, Any]) -> str:
    """Canonical JSON: the same facts always give the same text, and so the same hash."""
    return _CANONICAL.encode(facts)


_IMAGES = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def images_json(images: Mapping[str, Any]) -> str:
    """Tickets and desks as lists that `ticket_of` and `desk_of` take back, each with its fields in their order."""
    return _IMAGES.encode(images)
