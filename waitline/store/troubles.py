"""Every driver error under its own name. Postgres's driver is loaded only where Postgres is used."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from waitline.model.errors import DatabaseAway, DatabaseBusy, DatabaseFull, DatabaseUnusable, WaitlineError


def is_postgres_error(error: BaseException) -> bool:
    """Whether Postgres's driver raised it; a driver that was never loaded raised nothing."""
    driver = sys.modules.get("psycopg")
    return driver is not None and isinstance(error, driver.Error)


@contextmanager
def named_errors() -> Iterator[None]:
    """Turn what a driver raises into the office's own words; the cause stays chained for the log."""
    try:
        yield
    except Exception as error:
        named = _named(error)
        if named is None:
            raise
        raise named from error


def _named(error: BaseException | None) -> WaitlineError | None:
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    if error is not None and is_postgres_error(error):
        return _of_postgres(error)
    if isinstance(error, DBAPIError):  # the same, wrapped where SQLAlchemy ran the statement: migrations, set-up
        return _named(error.orig) or DatabaseUnusable(reason=str(error.orig))
    return None


def _of_sqlite(error: sqlite3.Error) -> WaitlineError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusy()
    if name.startswith("SQLITE_FULL"):
        return DatabaseFull()
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_READONLY")):
        return DatabaseAway()
    return DatabaseUnusable(reason=str(error))


def _of_postgres(error: BaseException) -> WaitlineError:
    state = getattr(error, "sqlstate", None) or ""
    if state in {"55P03", "57014", "25P03", "40001", "40P01"}:
        return DatabaseBusy()
    if state in {"53100", "53200"}:
        return DatabaseFull()
    if isinstance(error, sys.modules["psycopg"].OperationalError) or state.startswith(("08", "57P")):
        return DatabaseAway()
    return DatabaseUnusable(reason=str(error))
