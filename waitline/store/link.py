"""One connection to the database: statements in, rows out, every driver error under its own name."""

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ClauseElement

from waitline.model.errors import (
    DatabaseAway,
    DatabaseBusy,
    DatabaseFull,
    DatabaseUnusable,
    WaitlineError,
)

Row = tuple[Any, ...]
Params = Mapping[str, Any]


class Statement:
    """A SQLAlchemy Core statement, compiled once for each database and then run through the bare driver.

    Compiling on every run costs more than the statement itself; the text and its fixed parameters never change.
    """

    def __init__(self, element: ClauseElement, *, sqlite_index: str | None = None) -> None:
        """`sqlite_index` names the partial index that SQLite must use: without statistics its planner may
        walk the whole table instead (Core's own hints are not rendered for SQLite)."""
        self._element = element
        self._sqlite_index = sqlite_index
        self._compiled: dict[str, tuple[str, dict[str, Any]]] = {}

    def on(self, dialect: Dialect) -> tuple[str, dict[str, Any]]:
        """SQL text and its fixed parameters."""
        known = self._compiled.get(dialect.name)
        if known is None:
            compiled = self._element.compile(dialect=dialect)
            fixed = {name: value for name, value in compiled.params.items() if value is not None}
            text = str(compiled)
            if self._sqlite_index is not None and dialect.name == "sqlite":
                text = re.sub(r"FROM (\w+)", rf"FROM \1 INDEXED BY {self._sqlite_index}", text, count=1)
            known = self._compiled[dialect.name] = (text, fixed)
        return known


class Link:
    """A driver connection in use by one thread. A pipeline is open on Postgres: only a fetch waits."""

    def __init__(self, connection: Any, dialect: Dialect) -> None:
        self._connection = connection
        self._dialect = dialect

    @property
    def is_sqlite(self) -> bool:
        return self._dialect.name == "sqlite"

    def send(self, statement: Statement, /, **params: Any) -> Any:
        """Run it and return the driver's cursor; its rows may not have come yet."""
        text, fixed = statement.on(self._dialect)
        return self._connection.execute(text, {**fixed, **params})

    def begin_writing(self) -> None:
        """On SQLite this is the lock; on Postgres the transaction begins with its first statement."""
        if self.is_sqlite:
            self._connection.execute("BEGIN IMMEDIATE")

    def begin_reading(self) -> None:
        """One snapshot for all that follows."""
        if self.is_sqlite:
            self._connection.execute("BEGIN")
        else:
            self._connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    def commit(self) -> None:
        """Durable when this returns."""
        if self.is_sqlite:
            self._connection.execute("COMMIT")
        else:
            self._connection.commit()

    def rollback(self) -> None:
        if not self.is_sqlite:
            self._connection.rollback()
        elif self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def one(self, statement: Statement, /, **params: Any) -> Row | None:
        row: Row | None = self.send(statement, **params).fetchone()
        return row

    def all(self, statement: Statement, /, **params: Any) -> Sequence[Row]:
        rows: Sequence[Row] = self.send(statement, **params).fetchall()
        return rows

    def each(self, statement: Statement, several: Sequence[Params]) -> None:
        """Run it once for each set of parameters."""
        text, fixed = statement.on(self._dialect)
        for params in several:
            self._connection.execute(text, {**fixed, **params})


def _of_sqlite(error: sqlite3.Error) -> WaitlineError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusy()
    if name.startswith("SQLITE_FULL"):
        return DatabaseFull()
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_READONLY")):
        return DatabaseAway()
    return DatabaseUnusable(reason=str(error))


def _of_postgres(error: psycopg.Error) -> WaitlineError:
    state = error.sqlstate or ""
    if state in {"55P03", "57014", "25P03", "40001", "40P01"}:
        return DatabaseBusy()
    if state in {"53100", "53200"}:
        return DatabaseFull()
    if isinstance(error, psycopg.OperationalError) or state.startswith(("08", "57P")):
        return DatabaseAway()
    return DatabaseUnusable(reason=str(error))


@contextmanager
def named_errors() -> Iterator[None]:
    """Turn what a driver raises into the office's own words; the cause stays chained for the log."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(error) from error
    except psycopg.Error as error:
        raise _of_postgres(error) from error
