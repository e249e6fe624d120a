"""Which offices a database holds."""

from sqlalchemy import select

from . import tables as t
from .connect import make_engine
from .migrate import check_version
from .troubles import named_errors


def offices_in(url: str) -> tuple[str, ...]:
    """The ids of all offices, in order. Raises `DatabaseNotMade` without our tables."""
    engine = make_engine(url)
    try:
        check_version(engine)
        with named_errors(), engine.connect() as connection:
            found = connection.execute(select(t.office_head.c.office_id).order_by(t.office_head.c.office_id))
            return tuple(row[0] for row in found)
    finally:
        engine.dispose()
