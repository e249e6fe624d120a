"""No statement's cost grows with the past: every one finds its rows by an index, the partial ones for the hall."""

import re

import pytest
from sqlalchemy import Integer, text
from sqlalchemy.types import BigInteger, Text

from tests.builders import FRIDAY_NINE, office_document, open_hall
from tests.verbs.back_line_hall import CREW, crew, stand_by, verbs
from waitline.model.case_help import Team
from waitline.model.forecast import Forecast, WaitRange
from waitline.store import back_line, case_helps, desk_statements, forecasts, statements
from waitline.store.link import Statement
from waitline.verbs.case_helping import CaseHelping
from waitline.verbs.requests import new_request

PAST = 5_000
GROWING = "ticket|journal|errand|print_job|help_call|summons|forecast"
WALK = (
    rf"Seq Scan on ({GROWING})\b"
    rf"|SCAN ({GROWING})\b(?! USING (COVERING )?INDEX (ix|ux)_)"
    rf"|SEARCH ({GROWING}) USING PRIMARY KEY \(office_id=\?\)"
)
LOOKS_AT_EVERYTHING: set[str] = set()
PARTIAL = {
    "CALLS": "ix_journal_calls",
    "LAST_CALL_OF": "ix_journal_calls",
    "TICKET_AT": "ux_ticket_counter",
    "ALL_AT_COUNTERS": "ux_ticket_counter",
    "ALL_SET_ASIDE": "ix_ticket_aside",
    "DUE": "ix_ticket_aside",
    "NEXT_DUE": "ix_ticket_aside",
    "ALL_WAITING": "ix_ticket_waiting",
    "LINE_HEAD": "ix_ticket_waiting",
    "LINE": "ix_ticket_waiting",
    "WAITING_BEFORE": "ix_ticket_waiting",
    "WAITED_FOR": "ix_ticket_waiting",
    "WAITING_FOR": "ix_ticket_waiting",
    "COUNT_WAITING": "ix_ticket_waiting",
    "OPEN_JOBS": "ix_job_open",
    "OPEN_HELP": "ux_help_open",
    "OPEN_HELP_AT": "ux_help_open",
    "OPEN_SUMMONS": "ux_summons_counter",
    "OPEN_CASES": "ux_case_help_open",
    "DESKS_AND_REQUEST": "ux_journal_request",
}
FOR_ONE = {"sqlite": {"KEEP_HEAD"}, "postgres": {"KEEP_HEAD_AND_WAKE"}}
STATEMENTS = {
    name: found
    for module in (statements, desk_statements, back_line, case_helps, forecasts)
    for name, found in vars(module).items()
    if isinstance(found, Statement) and not name.startswith("_")
}


def with_a_past(hall):
    """Five thousand numbers and calls for help of earlier days, all seen to; three visitors of today."""
    clerk = hall.clerk("3")
    first = hall.taken(printer="kiosk-1", told=Forecast(60_000, 60_000, WaitRange(0, 3)))
    clerk.serves()
    clerk.do("finish")
    asked = hall.reception.ask_for_help(request=new_request(), place="kiosk-1")
    hall.reception.answer_help(request=new_request(), help_id=asked, by="greeter")
    summons, case = summoned(hall), asked_about(hall)
    for _ in range(3):
        hall.take()
    clerk.serves()
    with hall.store.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL statement_timeout = 0"))
        first_id = first.ticket.id
        for table, row, of in (("journal", "seq", first_id), ("ticket", "id", first_id),
                               ("errand", "ticket", first_id), ("print_job", "id", first_id),
                               ("forecast", "ticket", first_id), ("help_call", "id", asked),
                               ("summons", "id", summons), ("case_help", "id", case)):  # fmt: skip
            copy(connection, table, row, hall.store.office, of)
            if connection.dialect.name == "postgresql":  # a new SQLite file has no statistics
                connection.execute(text(f"ANALYZE {table}"))
    return hall


def summoned(hall):
    """A summons that came to nothing."""
    crew(hall)
    stand_by(hall, CREW[0])
    one = verbs(hall).summon(request=new_request(), by="supervisor", reason="人多")
    verbs(hall).call_off(request=new_request(), summons=one.id, by="supervisor", reason="不需要了")
    return one.id


def asked_about(hall):
    """A case that somebody asked about, and needs no help with any more."""
    helping, clerk = CaseHelping(hall.store), hall.clerk("7")
    hall.take()
    clerk.serves()
    asked = helping.ask_for_case_help(request=new_request(), counter="7", by=clerk.staff, team=Team.SUPERVISOR)
    helping.end_case_help(request=new_request(), case=asked.id, by=clerk.staff)
    return asked.id


def copy(connection, table, key, office, of):
    """Many rows like that of the first visitor, below it; each with a number of its own."""
    columns = [row[0] for row in connection.execute(text(f"SELECT * FROM {table} LIMIT 0")).cursor.description]
    own = {key: "-nth", "number": "nth", "lap": "nth", "request_id": "'old' || nth", "day": "'2020-01-01'"}
    if table in {"errand", "print_job"}:
        own |= {"ticket": "-nth", "state": "'confirmed'"}
    chosen = ", ".join(f"{own[c]} AS {c}" if c in own else f"r.{c}" for c in columns)
    many = f"WITH RECURSIVE many(nth) AS (SELECT 1 UNION ALL SELECT nth + 1 FROM many WHERE nth < {PAST})"
    connection.execute(
        text(
            f"{many} INSERT INTO {table} ({', '.join(columns)}) SELECT {chosen} FROM {table} r CROSS JOIN many"
            f" WHERE r.office_id = :office AND r.{key} = :of"
        ),
        {"office": office, "of": of},
    )


@pytest.fixture
def plans(own_database_url, database, make_store):
    """The plan of every statement that reads or changes rows, by the statement's name."""
    others = FOR_ONE["sqlite" if database == "postgres" else "postgres"]
    hall = with_a_past(open_hall(make_store(own_database_url, "office"), office_document(), turned_to=FRIDAY_NINE))
    with hall.store.reading() as look:
        return {name: plan(look.link, database, found) for name, found in STATEMENTS.items() if name not in others}


def plan(link, database, statement):
    kind = "EXPLAIN" if database == "postgres" else "EXPLAIN QUERY PLAN"
    sql, fixed = statement.on(link._dialect)
    binds = statement.element(link._dialect).compile(dialect=link._dialect).binds
    params = {name: sample(name, bind.type) for name, bind in binds.items()} | fixed
    found = link._connection.execute(f"{kind} {sql}", params).fetchall()
    return "\n".join(str(row[-1]) for row in found)


def sample(name, kind):
    if name in {"office", "channel"}:
        return "office"
    if isinstance(kind, BigInteger | Integer):
        return 1
    return "3" if isinstance(kind, Text) else 1


def test_no_statement_walks_through_the_past(plans):
    walks = {
        name: found for name, found in plans.items() if name not in LOOKS_AT_EVERYTHING and re.search(WALK, found)
    }
    assert not walks


def test_what_is_in_the_hall_now_is_found_by_its_partial_index(plans):
    wrong = {name: plans[name] for name, index in PARTIAL.items() if index not in plans[name]}
    assert not wrong


def test_every_statement_that_names_an_index_is_looked_at_here():
    assert {name for name, found in STATEMENTS.items() if found._sqlite_index} <= set(PARTIAL)
