"""How connections to the two databases are made, and what each is told at its beginning."""

import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError

from waitline.model.errors import DatabaseOnNetworkShare, DatabaseUnusable

from .network_share import is_network_path

BUSY_SECONDS: Final = 1.5
"""How long one try waits for the lock; the office's patience in all is `engine.HOLD_PATIENCE`."""

_POSTGRES_OPTIONS: Final = " ".join(
    f"-c {name}={value}"
    for name, value in {
        "lock_timeout": 1500,
        "statement_timeout": 2000,
        "idle_in_transaction_session_timeout": 2000,
        "synchronous_commit": "on",
        "timezone": "UTC",
        "application_name": "waitline",
        "jit": "off",
        "plan_cache_mode": "force_generic_plan",
    }.items()
)


def sqlite_path(url: str) -> Path | None:
    """The file of a SQLite url, None for Postgres."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return None
    return Path(parsed.database or "")


def make_engine(url: str, *, may_create: bool = False) -> Engine:
    """A pool of connections. Raises `DatabaseUnusable` for a url that names no database we know.

    Only with `may_create` is a SQLite file made where none is: a program whose database was taken away must not
    go on with an empty one.
    """
    try:
        parsed = make_url(url)
        path = sqlite_path(url)
    except ArgumentError as error:
        raise DatabaseUnusable(reason=str(error)) from error
    if path is not None:
        return _sqlite_engine(path, may_create=may_create)
    if parsed.get_backend_name() != "postgresql":
        raise DatabaseUnusable(reason=parsed.get_backend_name())
    return _postgres_engine(url)


FileIdentity = tuple[int, int]
"""What tells a file from another that has taken its place: its disk and its number there."""


def file_identity(path: Path) -> FileIdentity:
    """Raises `OSError` where there is no file."""
    found = path.stat()
    return found.st_dev, found.st_ino


def is_still(path: Path, identity: FileIdentity) -> bool:
    """Whether that very file is still at `path`; about two microseconds."""
    try:
        return file_identity(path) == identity
    except OSError:
        return False


def _sqlite_engine(path: Path, *, may_create: bool) -> Engine:
    if is_network_path(path):
        raise DatabaseOnNetworkShare(path=path)
    target = f"{path.absolute().as_uri()}?mode={'rwc' if may_create else 'rw'}"
    engine = create_engine(
        f"sqlite:///{path}",
        creator=lambda: sqlite3.connect(
            target, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        ),
        paramstyle="named",
        pool_size=4,
        pool_reset_on_return=None,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, record: Any) -> None:
        record.info["file"] = file_identity(path)
        # journal_mode is kept in the file; setting it to what it is costs no lock
        for sentence in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "cache_size = -8192",
        ):
            connection.execute(f"PRAGMA {sentence}").close()

    @event.listens_for(engine, "checkout")
    def _look_again(_connection: Any, record: Any, _proxy: Any) -> None:
        """An open connection would go on writing into a file that was moved away or replaced."""
        if not is_still(path, record.info["file"]):
            raise DisconnectionError

    return engine


def _postgres_engine(url: str) -> Engine:
    engine = create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        pool_size=4,
        pool_reset_on_return=None,
        connect_args={
            "options": _POSTGRES_OPTIONS,
            "connect_timeout": 3,
            "client_encoding": "utf8",
            "keepalives": 1,
            "keepalives_idle": 5,
            "keepalives_interval": 2,
            "keepalives_count": 3,
            "tcp_user_timeout": 5000,
            "prepare_threshold": 0,
        },
    )

    @event.listens_for(engine, "connect")
    def _pipeline(connection: Any, _record: Any) -> None:
        # for the connection's whole life: statements are sent at once, and only a fetch or a commit waits
        connection.pipeline().__enter__()

    return engine


def sqlite_is_usable() -> bool:
    """RETURNING and strict CHECKs need SQLite 3.35."""
    return sqlite3.sqlite_version_info >= (3, 35)
