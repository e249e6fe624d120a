"""Creating the tables and bringing older databases up to date, with Alembic."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from waitline.model.errors import DatabaseNewer, DatabaseNotMade, DatabaseUnusable

from .connect import make_engine
from .tables import SCHEMA_VERSION
from .troubles import named_errors
from .versions import fit_for

_SCRIPTS = Path(__file__).parent / "migrations"


def create_or_upgrade(url: str, *, revision: str = "head") -> None:
    """Bring the database at `url` to the newest version (or `revision`, for tests). Safe to run again.

    Raises `DatabaseNewer` when a newer program has been here already, `DatabaseUnusable` when a Postgres
    database does not speak UTF-8.
    """
    from alembic import command  # noqa: PLC0415 - 17 MB that a screen which only checks the version does without
    from alembic.config import Config  # noqa: PLC0415 - as above

    engine = make_engine(url, may_create=True)
    try:
        found = found_version(engine)
        if found is not None and found > SCHEMA_VERSION:
            raise DatabaseNewer(found=found, known=SCHEMA_VERSION)
        with named_errors(), engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
                if encoding != "UTF8":
                    raise DatabaseUnusable(reason=f"server_encoding {encoding}")
                connection.execute(text("SET LOCAL statement_timeout = 0"))
            config = Config()
            config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    finally:
        engine.dispose()


def found_version(engine: Engine) -> str | None:
    """The version the database says it has, None for one without our tables and where no file is."""
    with named_errors():
        if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists():
            return None
    with named_errors(), engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return version


def check_version(engine: Engine) -> None:
    """Raise `DatabaseNotMade`, `DatabaseOlder` or `DatabaseNewer` unless the database fits this program."""
    found = found_version(engine)
    if found is None:
        raise DatabaseNotMade
    fit_for(found)
