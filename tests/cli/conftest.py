"""Commands of these tests keep their logs in the test's own folder."""

import pytest

from tests.store_fixtures import PostgresServer


@pytest.fixture(autouse=True)
def state_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    monkeypatch.delenv("WAITLINE_DATABASE_PASSWORD", raising=False)


@pytest.fixture
def postgres(postgres: PostgresServer) -> str:
    """The url of an empty database on this session's server."""
    return postgres.new_database("ENCODING 'UTF8' TEMPLATE template0")
