"""A real hall on SQLite, worked by its own verbs, for the display to show."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.display.hall_at_work import HallAtWork
from waitline.model.clock import instant


@pytest.fixture
def hall_at_work(tmp_path: Path) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path)
    yield hall
    hall.close()


@pytest.fixture
def turned_hall(tmp_path: Path) -> Iterator[HallAtWork]:
    """The same on a Friday noon, where time passes only when told to."""
    hall = HallAtWork(tmp_path, turned_to=instant(datetime(2026, 11, 20, 4, tzinfo=UTC)))
    yield hall
    hall.close()
