"""A kiosk in a real office, closed again after every test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.stages import Stage

from .houses import House, Stand, a_stand
from .real_kiosk import ROOT, real_kiosk


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Three counters are open: one quick, two for everything."""
    made = House(tmp_path)
    made.open_counters("1", "7", "8")
    yield made
    made.store.close()


@pytest.fixture
def stand(qapp: QApplication, house: House) -> Iterator[Callable[..., Stand]]:
    """Puts up kiosks in the house."""
    with ExitStack() as everything:

        def put_up(**how: Any) -> Stand:
            made = a_stand(qapp, how.pop("house", house), **how)
            everything.callback(made.close)
            return made

        yield put_up


@pytest.fixture
def on_a_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """The real program, which stands at home."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with real_kiosk(tmp_path) as place:
        yield place
