"""Waking up: somebody may have changed something. Late at worst, never lost: readers look for themselves."""

import threading
import time
from pathlib import Path
from typing import Any, Final, Protocol

from sqlalchemy import Engine

from waitline.model.errors import DatabaseAway

from .connect import FileIdentity, is_still
from .link import channel
from .troubles import named_errors

_LOOK_EVERY: Final = 0.015
"""Seconds between two looks at SQLite's data_version; a look takes about ten microseconds."""

_CLOSED_WITHIN: Final = 0.25
"""Seconds until a feed that waits on Postgres notices that it was closed."""


class Feed(Protocol):
    """Belongs to one thread; only `close` may come from another."""

    def wait(self, timeout_s: float) -> bool:
        """True as soon as something may have changed, False after `timeout_s` or when closed."""

    def close(self) -> None: ...


class SqliteFeed:
    """Watches `PRAGMA data_version`, which changes with every commit of another connection.

    Raises `DatabaseAway` when the file has gone from its place: an open connection would never notice.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._path = path
        self._closed, self._in_use = threading.Event(), threading.Lock()
        with named_errors():
            self._held = engine.raw_connection()
            self._connection: Any = self._held.driver_connection
            self._file: FileIdentity = self._held.info["file"]
            self._held.detach()  # the feed's own for good: a store that is closed meanwhile leaves it alone
            self._seen = self._version()

    def wait(self, timeout_s: float) -> bool:
        deadline = time.monotonic() + timeout_s
        with self._in_use, named_errors():
            while not self._closed.is_set():
                version = self._version()
                if version != self._seen:
                    self._seen = version
                    return True
                left = deadline - time.monotonic()
                if left <= 0:
                    return False
                self._closed.wait(min(_LOOK_EVERY, left))
        return False

    def close(self) -> None:
        if not self._closed.is_set():
            self._closed.set()
            with self._in_use:
                self._held.close()

    def _version(self) -> int:
        if not is_still(self._path, self._file):
            raise DatabaseAway
        row = self._connection.execute("PRAGMA data_version").fetchone()
        return int(row[0])


class PostgresFeed:
    """Listens on the office's channel, on a connection of its own."""

    def __init__(self, engine: Engine, office: str) -> None:
        self._closed, self._in_use = threading.Event(), threading.Lock()
        with named_errors():
            import psycopg  # noqa: PLC0415 - eleven megabytes that an office on SQLite never needs
            from psycopg import sql  # noqa: PLC0415 - as above

            url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
            self._connection = psycopg.connect(url, autocommit=True, connect_timeout=3, keepalives_idle=5)
            try:
                self._connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel(office))))
            except BaseException:  # nobody will close what was never handed over
                self._connection.close()
                raise

    def wait(self, timeout_s: float) -> bool:
        deadline = time.monotonic() + timeout_s
        with self._in_use, named_errors():
            while not self._closed.is_set():
                left = max(0.0, deadline - time.monotonic())
                if any(True for _ in self._connection.notifies(timeout=min(_CLOSED_WITHIN, left), stop_after=1)):
                    return True
                if left <= 0:
                    return False
        return False

    def close(self) -> None:
        if not self._closed.is_set():
            self._closed.set()
            with self._in_use:
                self._connection.close()
