"""What two people may want at once. Each race is settled in one statement here, under the office's head row."""

from typing import Any, Final

from sqlalchemy import BigInteger, String, bindparam, func, literal_column, select, update

from . import tables as t
from .link import Link, Row, Statement
from .statements import putting

_SQLITE_NOW = literal_column("CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)", BigInteger)
_POSTGRES_NOW = literal_column("CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)", BigInteger)
_h = t.office_head.c
_office: Final[Any] = bindparam("office")

_VERSION = literal_column("(SELECT version_num FROM alembic_version)", String)
_HEAD_COLUMNS = (_h.seq, _h.hash, _h.turned_at, _h.day, _h.day_seq, _h.setup_seq, _VERSION)

_SQLITE_CLOCK = func.coalesce(_h.turned_at, _SQLITE_NOW)
_POSTGRES_CLOCK = func.coalesce(_h.turned_at, _POSTGRES_NOW)
_SQLITE_TIME = func.max(_h.last_at, _SQLITE_CLOCK)
_POSTGRES_TIME = func.greatest(_h.last_at, _POSTGRES_CLOCK)

_HEAD_OF_SQLITE = Statement(select(*_HEAD_COLUMNS, _SQLITE_TIME, _SQLITE_CLOCK).where(_h.office_id == _office))
_HEAD_OF_POSTGRES = Statement(
    select(*_HEAD_COLUMNS, _POSTGRES_TIME, _POSTGRES_CLOCK).where(_h.office_id == _office)
)
_CLAIM_OF_POSTGRES = Statement(
    update(t.office_head)
    .where(_h.office_id == _office)
    .values(last_at=_POSTGRES_TIME)
    .returning(*_HEAD_COLUMNS, _h.last_at, _POSTGRES_CLOCK)
)

_c = t.number_counter.c
_NEXT_NUMBER = Statement(
    update(t.number_counter)
    .where(_c.office_id == _office, _c.day == bindparam("on_day"), _c.series == bindparam("of_series"))
    .values(last_number=_c.last_number + 1)
    .returning(_c.last_number, _c.lap)
)
_LAST_NUMBER = Statement(
    select(_c.last_number).where(
        _c.office_id == _office, _c.day == bindparam("on_day"), _c.series == bindparam("of_series")
    )
)

_new_number: Final[dict[str, Any]] = {
    "office_id": bindparam("office"),
    "day": bindparam("on_day"),
    "series": bindparam("of_series"),
    "last_number": bindparam("number"),
    "lap": bindparam("lap"),
}
_SET_NUMBER = putting(
    t.number_counter, _new_number, key=["office_id", "day", "series"], new=["last_number", "lap"]
)


def claim_office(link: Link, office: str) -> Any:
    """Lock the office's head row until the transaction ends; the cursor holds the row `read_head` also gives.

    On SQLite the transaction has begun IMMEDIATE, which is the same lock on the whole file.
    """
    return link.send(_HEAD_OF_SQLITE if link.is_sqlite else _CLAIM_OF_POSTGRES, office=office)


def read_head(link: Link, office: str) -> Row | None:
    """(seq, hash, turned_at, day, day_seq, setup_seq, version, now, clock) without locking."""
    return link.one(_HEAD_OF_SQLITE if link.is_sqlite else _HEAD_OF_POSTGRES, office=office)


def claim_number(link: Link, office: str, day: str, series: str) -> tuple[int, int] | None:
    """The next number of a series and its lap, or None when the series has not begun today."""
    row = link.one(_NEXT_NUMBER, office=office, on_day=day, of_series=series)
    return None if row is None else (row[0], row[1])


def last_number(link: Link, office: str, day: str, series: str) -> int | None:
    """The last number that the series gave on that day, None when it gave none."""
    row = link.one(_LAST_NUMBER, office=office, on_day=day, of_series=series)
    return None if row is None else int(row[0])


def set_number(link: Link, office: str, day: str, series: str, number: int, lap: int) -> None:
    """Begin a series, or put it at `number` of `lap`."""
    link.send(_SET_NUMBER, office=office, on_day=day, of_series=series, number=number, lap=lap)
