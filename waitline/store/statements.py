"""The hall's statements: Core expressions over `tables`, compiled once (see `link.Statement`)."""

from functools import cache
from importlib import import_module
from typing import Any, Final

from sqlalchemy import Table, and_, bindparam, delete, func, insert, literal_column, select, text, update
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ClauseElement, ColumnElement

from . import tables as t
from .link import Statement


def columns(table: Table) -> list[ColumnElement[Any]]:
    return [column for column in table.c if column.name != "office_id"]


def inserting(table: Table) -> Statement:
    return Statement(insert(table).values({c.name: bindparam(c.name) for c in table.c}))


def putting(table: Table, values: dict[str, Any], *, key: list[str], new: list[str]) -> Statement:
    """An INSERT that changes the `new` columns of the row which has the same `key` already.

    Core has none for all databases, and a program loads its own database's library only.
    """

    def element(dialect: Dialect) -> ClauseElement:
        own = import_module(f"sqlalchemy.dialects.{dialect.name}")  # loaded by now: the dialect is made of it
        excluded: dict[str, Any] = {name: literal_column(f"excluded.{name}") for name in new}
        putting_in: ClauseElement = (
            own.insert(table).values(values).on_conflict_do_update(index_elements=key, set_=excluded)
        )
        return putting_in

    return Statement(element)


_k: Final = t.ticket.c
_j: Final = t.journal.c
_e: Final = t.errand.c
_office: Final[Any] = bindparam("office")

WAITING: Final = t.WAITING
AT_COUNTER: Final = t.AT_COUNTER
SET_ASIDE: Final = t.SET_ASIDE
IN_THE_HALL = text("state IN ('WAITING', 'CALLED', 'SERVING', 'PARKED', 'NO_SHOW')")
"""Written out, never as parameters: a planner uses a partial index only for a condition it can read."""

# the head and the journal
_keep_head = (
    update(t.office_head)
    .where(t.office_head.c.office_id == _office)
    .values(
        {n: bindparam(f"new_{n}") for n in ("seq", "hash", "last_at", "turned_at", "day", "day_seq", "setup_seq")}
    )
)
KEEP_HEAD = Statement(_keep_head)
KEEP_HEAD_AND_WAKE = Statement(_keep_head.returning(func.pg_notify(bindparam("channel"), "")))
"""On Postgres: whoever listens wakes when this commits."""


@cache
def add_entries(count: int) -> Statement:
    """One INSERT for all entries of a verb; parameters are ``seq_0``, ``at_0`` ... ``seq_1`` ..."""
    return Statement(
        insert(t.journal).values([{c.name: bindparam(f"{c.name}_{i}") for c in t.journal.c} for i in range(count)])
    )


CALLS = Statement(
    select(*columns(t.journal))
    .where(
        _j.office_id == _office,
        _j.seq > bindparam("after"),
        t.CALLS,
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
        t.CALLS,
        _j.kind == "TicketCalled",
    )
    .order_by(_j.seq.desc())
    .limit(1),
    sqlite_index="ix_journal_calls",
)
ENTRIES_AFTER = Statement(
    select(*columns(t.journal))
    .where(_j.office_id == _office, _j.seq > bindparam("after"))
    .order_by(_j.seq)
    .limit(bindparam("most"))
)

# the set-up
ADD_SETUP = inserting(t.office_setup)
SETUP = Statement(
    select(t.office_setup.c.document).where(
        t.office_setup.c.office_id == _office, t.office_setup.c.setup_seq == bindparam("version")
    )
)
SETUPS = Statement(
    select(t.office_setup.c.setup_seq, t.office_setup.c.document).where(t.office_setup.c.office_id == _office)
)

# tickets
_all_ticket = columns(t.ticket)
ADD_TICKET = inserting(t.ticket)


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
        _k.label == bindparam("shown"),
    )
    .order_by(_k.lap.desc())
    .limit(1)
)
"""By series and number, which have the index; by its label, which is what the visitor holds in the hand."""
NEWEST_LAP = Statement(
    select(_k.lap)
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
    .order_by(_k.lap.desc())  # leads a SQLite without statistics to the index of numbers
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
LINE_HEAD = Statement(
    select(*_all_ticket)
    .where(_k.office_id == _office, WAITING)
    .order_by(_k.key_at, _k.id)
    .limit(bindparam("most")),
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
WAITING_BEFORE = Statement(
    select(_k.service, _k.needs, _k.for_counter, func.count())
    .where(
        _k.office_id == _office,
        WAITING,
        _k.key_at <= bindparam("k"),
        (_k.key_at < bindparam("k")) | (_k.id < bindparam("i")),
    )
    .group_by(_k.service, _k.needs, _k.for_counter),
    sqlite_index="ix_ticket_waiting",
)
"""All that decides which counters may call them, and how many wait so: a handful of rows however long the line."""
WAITING_FOR = Statement(
    select(*_all_ticket)
    .where(_k.office_id == _office, WAITING, _k.for_counter == bindparam("at_counter"))
    .order_by(_k.key_at, _k.id),
    sqlite_index="ix_ticket_waiting",
)
WAITED_FOR = Statement(
    select(_k.for_counter).where(_k.office_id == _office, WAITING, _k.for_counter.is_not(None)).distinct(),
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
LAST_WALK_IN = Statement(
    select(_e.service)
    .select_from(t.errand.join(t.ticket, and_(_k.office_id == _e.office_id, _k.id == _e.ticket)))
    .where(_e.office_id == _office, _e.ticket > bindparam("after"), _e.counter == bindparam("at_counter"))
    .where(_e.n == 1, _k.origin == bindparam("came_as"))
    .order_by(_e.ticket.desc())
    .limit(1)
)

TICKET_TIMES = Statement(
    select(_k.id, _k.label, _k.issued_at, _k.called_at, _k.ended_at)
    .where(_k.office_id == _office, _k.id > bindparam("after"))
    .order_by(_k.id)
    .limit(bindparam("most"))
)
TICKETS_BETWEEN = Statement(
    select(*_all_ticket)
    .where(_k.office_id == _office, _k.id.between(bindparam("first"), bindparam("last")))
    .order_by(_k.id)
)

# errands
ERRANDS_BETWEEN = Statement(
    select(*columns(t.errand))
    .where(_e.office_id == _office, _e.ticket.between(bindparam("first"), bindparam("last")))
    .order_by(_e.ticket, _e.n)
)
ADD_ERRAND = inserting(t.errand)
END_ERRAND = Statement(
    update(t.errand)
    .where(_e.office_id == _office, _e.ticket == bindparam("ticket_id"), _e.n == bindparam("nth"))
    .values(finished_at=bindparam("at"), outcome=bindparam("how"), service=bindparam("what"))
)
MOVE_ERRAND = Statement(
    update(t.errand)
    .where(_e.office_id == _office, _e.ticket == bindparam("ticket_id"), _e.n == bindparam("nth"))
    .values(counter=bindparam("to_counter"))
)
DROP_ERRANDS = Statement(
    delete(t.errand).where(_e.office_id == _office, _e.ticket == bindparam("ticket_id"), _e.n > bindparam("nth"))
)
