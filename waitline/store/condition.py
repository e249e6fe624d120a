"""What a database is and how it is set: for `waitline check`."""

from dataclasses import dataclass

from sqlalchemy import text

from .connect import make_engine, sqlite_path
from .migrate import check_version
from .troubles import named_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """`product` with its version, e.g. ``SQLite 3.45.1``; `encoding` as the database names it."""

    product: str
    encoding: str
    is_utf8: bool


def condition_of(url: str) -> Condition:
    """Ask the database. Raises a `Trouble` when it is away, too old or too new, or cannot be used."""
    engine = make_engine(url)
    try:
        path = sqlite_path(url)
        check_version(engine)
        with named_errors(), engine.connect() as connection:
            if path is None:
                version = connection.execute(text("SHOW server_version")).scalar_one()
                encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
                product = f"PostgreSQL {version}"
            else:
                version = connection.execute(text("SELECT sqlite_version()")).scalar_one()
                encoding = connection.execute(text("PRAGMA encoding")).scalar_one()
                product = f"SQLite {version}"
    finally:
        engine.dispose()
    return Condition(product=product, encoding=encoding, is_utf8=encoding.upper().replace("-", "") == "UTF8")
