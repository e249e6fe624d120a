"""Every driver error under its own name. Postgres's driver is loaded only where Postgres is used."""

import re
import sqlite3
import sys
from typing import Final

from sqlalchemy.exc import DBAPIError

from waitline.model.errors import (
    DatabaseAway,
    DatabaseBusy,
    DatabaseFull,
    DatabaseNotOpened,
    DatabaseReadOnly,
    DatabaseUnusable,
    WaitlineError,
)

_SQLITE: Final[tuple[tuple[str, type[WaitlineError]], ...]] = (
    ("SQLITE_BUSY", DatabaseBusy),
    ("SQLITE_LOCKED", DatabaseBusy),
    ("SQLITE_FULL", DatabaseFull),
    ("SQLITE_IOERR_SHMSIZE", DatabaseFull),  # no room for the file beside it through which its users agree
    ("SQLITE_READONLY_DBMOVED", DatabaseAway),
    ("SQLITE_READONLY", DatabaseReadOnly),
    ("SQLITE_CANTOPEN", DatabaseNotOpened),
    ("SQLITE_PERM", DatabaseNotOpened),
    ("SQLITE_AUTH", DatabaseNotOpened),
    ("SQLITE_IOERR", DatabaseAway),
)
"""The first that fits, by how the extended code's name begins."""
_SECRET: Final = re.compile(r"(?<=://)[^\s/@]*:[^\s@]*(?=@)|(?<=password=)\S+")


def is_postgres_error(error: BaseException) -> bool:
    """Whether Postgres's driver raised it; a driver that was never loaded raised nothing."""
    driver = sys.modules.get("psycopg")
    return driver is not None and isinstance(error, driver.Error)


class named_errors:  # noqa: N801 - used like a function: ``with named_errors():``
    """Turn what a driver raises into the office's own words; the cause stays chained for the log."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _where: object) -> None:
        if isinstance(error, Exception):
            named = _named(error)
            if named is not None:
                raise named from error


def _named(error: BaseException | None) -> WaitlineError | None:
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    if error is not None and is_postgres_error(error):
        return _of_postgres(error)
    if isinstance(error, PermissionError):  # the file is looked at before it is opened
        return DatabaseNotOpened(reason=str(error))
    if isinstance(error, DBAPIError):  # the same, wrapped where SQLAlchemy ran the statement: migrations, set-up
        return _named(error.orig) or DatabaseUnusable(reason=_first_line(error.orig))
    return None


def _of_sqlite(error: sqlite3.Error) -> WaitlineError:
    name = getattr(error, "sqlite_errorname", "") or ""
    for start, named in _SQLITE:
        if name.startswith(start):
            return named(reason=str(error))
    return DatabaseUnusable(reason=str(error))


def _of_postgres(error: BaseException) -> WaitlineError:
    state = getattr(error, "sqlstate", None) or ""
    if state in {"55P03", "57014", "25P03", "40001", "40P01"}:
        return DatabaseBusy()
    if state in {"53100", "53200"}:
        return DatabaseFull()
    reason = _first_line(error)
    if state == "25006":
        return DatabaseReadOnly(reason=reason)
    if isinstance(error, sys.modules["psycopg"].OperationalError) or state.startswith(("08", "57P")):
        return DatabaseAway(reason=reason)
    return DatabaseUnusable(reason=reason)


def _first_line(error: BaseException | None) -> str:
    """What the server said, without its hints, and without a password that stood in an address."""
    line = next(iter(str(error).strip().splitlines()), type(error).__name__)
    return _SECRET.sub("…", line)
