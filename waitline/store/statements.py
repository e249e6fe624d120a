"""The hall's statements: Core expressions over `tables`, compiled once (see `link.Statement`)."""

from functools import cache
from typing import Any, Final

from sqlalchemy import Table, bindparam, delete, func, insert, literal_column, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

from . import tables as t
from .link import Statement


def _columns(table: Table) -> list[ColumnElement[Any]]:
    return [column for column in table.c if column.name != "office_id"]


def _insert(table: Table) -> Statement:
    return Statement(insert(table).values({c.name: bindparam(c.name) for c in table.c}))


_k: Final = t.ticket.c
_j: Final = t.journal.c
_d: Final = t.desk.c
_e: Final = t.errand.c
_p: Final = t.print_job.c
_u: Final = t.undo.c
_office: Final[Any] = bindparam("office")

WAITING = text("state = 'WAITING'")
AT_COUNTER = text("state IN ('CALLED', 'SERVING')")
SET_ASIDE = text("state IN ('PARKED', 'NO_SHOW')")
IN_THE_HALL = text("state IN ('WAITING', 'CALLED', 'SERVING', 'PARKED', 'NO_SHOW')")
JOB_OPEN = text("state IN ('queued', 'sent')")
"""Written out, never as parameters: a planner uses a partial index only for a condition it can read."""

# the head and the journal
KEEP_HEAD = Statement(
    update(t.office_head)
    .where(t.office_head.c.office_id == _office)
    .values(
        {n: bindparam(f"new_{n}") for n in ("seq", "hash", "last_at", "turned_at", "day", "day_seq", "setup_seq")}
    )
)
ADD_HEAD = _insert(t.office_head)
ADD_ENTRY = _insert(t.journal)
ENTRY_OF_REQUEST = Statement(
    select(_j.seq, _j.verb, _j.result).where(
        _j.office_id == _office, _j.request_id == bindparam("request"), _j.request_id.is_not(None)
    )
)
CALLS = Statement(
    select(*_columns(t.journal))
    .where(
        _j.office_id == _office,
        _j.seq > bindparam("after"),
        text("kind IN ('TicketCalled', 'TicketRecalled', 'CallWithdrawn')"),
    )
    .order_by(_j.seq.desc())
    .limit(bindparam("most")),
    sqlite_index="ix_journal_calls",
)
LAST_CALL_OF = Statement(
    select(_j.data)
    .where(
        _j.office_id == _office,
        _j.seq > bindparam("ticket_id"),
        _j.ticket == bindparam("ticket_id"),
        text("kind IN ('TicketCalled', 'TicketRecalled', 'CallWithdrawn')"),
        _j.kind == "TicketCalled",
    )
    .order_by(_j.seq.desc())
    .limit(1),
    sqlite_index="ix_journal_calls",
)
ENTRIES_AFTER = Statement(
    select(*_columns(t.journal))
    .where(_j.office_id == _office, _j.seq > bindparam("after"))
    .order_by(_j.seq)
    .limit(bindparam("most"))
)
NOTIFY = Statement(select(func.pg_notify(bindparam("channel"), "")))

# the set-up
ADD_SETUP = _insert(t.office_setup)
SETUP = Statement(
    select(t.office_setup.c.document).where(
        t.office_setup.c.office_id == _office, t.office_setup.c.setup_seq == bindparam("version")
    )
)

# tickets
_all_ticket = _columns(t.ticket)
ADD_TICKET = _insert(t.ticket)


@cache
def keep_ticket(changed: tuple[str, ...]) -> Statement:
    """An update of these columns only: untouched indexes cost nothing. A few dozen shapes in all."""
    return Statement(
        update(t.ticket)
        .where(_k.office_id == _office, _k.id == bindparam("ticket_id"))
        .values({name: bindparam(f"new_{name}") for name in changed})
    )


TICKET = Statement(select(*_all_ticket).where(_k.office_id == _office, _k.id == bindparam("ticket_id")))
TICKET_NUMBERED = Statement(
    select(*_all_ticket)
    .where(
        _k.office_id == _office,
        _k.day == bindparam("on_day"),
        _k.series == bindparam("of_series"),
        _k.number == bindparam("n"),
    )
    .order_by(_k.lap.desc())
    .limit(1)
)
NUMBER_IN_THE_HALL = Statement(
    select(_k.id)
    .where(
        _k.office_id == _office,
        _k.day == bindparam("on_day"),
        _k.series == bindparam("of_series"),
        _k.number == bindparam("n"),
        IN_THE_HALL,
    )
    .limit(1)
)
TICKET_AT = Statement(
    select(*_all_ticket).where(_k.office_id == _office, _k.counter == bindparam("at_counter"), AT_COUNTER),
    sqlite_index="ux_ticket_counter",
)
ALL_AT_COUNTERS = Statement(
    select(*_all_ticket).where(_k.office_id == _office, AT_COUNTER).order_by(_k.counter),
    sqlite_index="ux_ticket_counter",
)
ALL_SET_ASIDE = Statement(
    select(*_all_ticket)
    .where(_k.office_id == _office, SET_ASIDE)
    .order_by(_k.last_called_at.desc(), _k.id.desc()),
    sqlite_index="ix_ticket_aside",
)
DUE = Statement(
    select(*_all_ticket)
    .where(_k.office_id == _office, SET_ASIDE, _k.due_at <= bindparam("at"))
    .order_by(_k.due_at, _k.id),
    sqlite_index="ix_ticket_aside",
)
NEXT_DUE = Statement(
    select(func.min(_k.due_at)).where(_k.office_id == _office, SET_ASIDE),
    sqlite_index="ix_ticket_aside",
)
ALL_WAITING = Statement(
    select(*_all_ticket).where(_k.office_id == _office, WAITING).order_by(_k.key_at, _k.id),
    sqlite_index="ix_ticket_waiting",
)
LINE = Statement(
    select(_k.id, _k.service, _k.priority, _k.key_at, _k.issued_at, _k.slot, _k.needs, _k.for_counter)
    .where(
        _k.office_id == _office,
        WAITING,
        _k.key_at >= bindparam("k"),
        (_k.key_at > bindparam("k")) | (_k.id > bindparam("i")),
    )
    .order_by(_k.key_at, _k.id)
    .limit(bindparam("most")),
    sqlite_index="ix_ticket_waiting",
)
COUNT_BEFORE = Statement(
    select(func.count())
    .select_from(t.ticket)
    .where(
        _k.office_id == _office,
        WAITING,
        _k.key_at <= bindparam("k"),
        _k.service == bindparam("for_service"),
    ),
    sqlite_index="ix_ticket_waiting",
)
COUNT_LOVE_BEFORE = Statement(
    select(func.count())
    .select_from(t.ticket)
    .where(_k.office_id == _office, WAITING, _k.key_at <= bindparam("k"), _k.priority == "love"),
    sqlite_index="ix_ticket_waiting",
)
COUNT_WAITING = Statement(
    select(_k.service, _k.priority, func.count())
    .where(_k.office_id == _office, WAITING)
    .group_by(_k.service, _k.priority),
    sqlite_index="ix_ticket_waiting",
)
DONE_TODAY = Statement(
    select(func.count())
    .select_from(t.errand)
    .where(_e.office_id == _office, _e.ticket > bindparam("after"), _e.counter == bindparam("at_counter"))
    .where(_e.finished_at.is_not(None))
)

TICKETS_BETWEEN = Statement(
    select(*_all_ticket)
    .where(_k.office_id == _office, _k.id.between(bindparam("first"), bindparam("last")))
    .order_by(_k.id)
)

# errands
ERRANDS_BETWEEN = Statement(
    select(*_columns(t.errand))
    .where(_e.office_id == _office, _e.ticket.between(bindparam("first"), bindparam("last")))
    .order_by(_e.ticket, _e.n)
)
ADD_ERRAND = _insert(t.errand)
END_ERRAND = Statement(
    update(t.errand)
    .where(_e.office_id == _office, _e.ticket == bindparam("ticket_id"), _e.n == bindparam("nth"))
    .values(finished_at=bindparam("at"), outcome=bindparam("how"))
)
DROP_ERRANDS = Statement(
    delete(t.errand).where(_e.office_id == _office, _e.ticket == bindparam("ticket_id"), _e.n > bindparam("nth"))
)

# desks, undo, help
DESKS = Statement(select(*_columns(t.desk)).where(_d.office_id == _office))
ADD_DESK = _insert(t.desk)
KEEP_DESK = Statement(
    update(t.desk)
    .where(_d.office_id == _office, _d.counter == bindparam("desk_counter"))
    .values({c.name: bindparam(f"new_{c.name}") for c in t.desk.c if c.name not in {"office_id", "counter"}})
)
FORGET_UNDO = Statement(delete(t.undo).where(_u.office_id == _office, _u.counter == bindparam("at_counter")))
FORGET_ALL_UNDO = Statement(delete(t.undo).where(_u.office_id == _office))
_undo_row: Final[dict[str, Any]] = {c.name: bindparam(c.name) for c in t.undo.c}
_undo_new: Final[dict[str, Any]] = {
    name: literal_column(f"excluded.{name}") for name in ("seq", "at", "staff", "verb", "images")
}
KEEP_UNDO_SQLITE = Statement(
    sqlite.insert(t.undo)
    .values(_undo_row)
    .on_conflict_do_update(index_elements=["office_id", "counter"], set_=_undo_new)
)
KEEP_UNDO_POSTGRES = Statement(
    postgresql.insert(t.undo)
    .values(_undo_row)
    .on_conflict_do_update(index_elements=["office_id", "counter"], set_=_undo_new)
)
UNDO = Statement(
    select(_u.seq, _u.at, _u.staff, _u.verb, _u.images).where(
        _u.office_id == _office, _u.counter == bindparam("at_counter")
    )
)
ADD_HELP = _insert(t.help_call)
HELP = Statement(
    select(t.help_call.c.place, t.help_call.c.answered_by).where(
        t.help_call.c.office_id == _office, t.help_call.c.id == bindparam("help_id")
    )
)
ANSWER_HELP = Statement(
    update(t.help_call)
    .where(t.help_call.c.office_id == _office, t.help_call.c.id == bindparam("help_id"))
    .values(answered_at=bindparam("at"), answered_by=bindparam("who"))
)

# PINs
PIN = Statement(
    select(t.pin.c.pin_hash, t.pin.c.failures, t.pin.c.locked_until).where(
        t.pin.c.office_id == _office, t.pin.c.staff == bindparam("who")
    )
)
FORGET_PIN = Statement(delete(t.pin).where(t.pin.c.office_id == _office, t.pin.c.staff == bindparam("who")))
ADD_PIN = _insert(t.pin)
WITH_PIN = Statement(select(t.pin.c.staff).where(t.pin.c.office_id == _office, t.pin.c.pin_hash.is_not(None)))

# print jobs
_job = _columns(t.print_job)
ADD_JOB = _insert(t.print_job)
JOB = Statement(select(*_job).where(_p.office_id == _office, _p.id == bindparam("job")))
OPEN_JOBS = Statement(
    select(*_job).where(_p.office_id == _office, _p.printer == bindparam("on_printer"), JOB_OPEN).order_by(_p.id),
    sqlite_index="ix_job_open",
)
KEEP_JOB = Statement(
    update(t.print_job)
    .where(_p.office_id == _office, _p.id == bindparam("job"))
    .values(state=bindparam("new_state"), detail=bindparam("new_detail"), changed_at=bindparam("at"))
)
"""Copies of a ticket are counted here, under the office's lock."""
COPIES = Statement(
    select(func.count())
    .select_from(t.print_job)
    .where(_p.office_id == _office, _p.ticket == bindparam("ticket_id"), _p.id > bindparam("after"))
)
