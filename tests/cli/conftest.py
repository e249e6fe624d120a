"""Commands of these tests keep their logs in the test's own folder."""

import pytest


@pytest.fixture(autouse=True)
def state_of_its_own(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    monkeypatch.delenv("WAITLINE_DATABASE_PASSWORD", raising=False)
