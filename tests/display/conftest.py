"""A real hall on SQLite, worked by its own verbs, for the display to show."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display.board.wall import Wall
from tests.display.hall_at_work import HallAtWork
from tests.display.hall_on_paper import PaperHall, TurnedClock
from tests.display.voices import ALL, HOUSE, VoiceOfADisplay
from waitline.look import Distance, Look
from waitline.model.clock import instant
from waitline.model.volume import FULL, Volume
from waitline.model.words import Words
from waitline.views.board import BoardView


@pytest.fixture
def clock() -> TurnedClock:
    """Seconds that pass when they are told to."""
    return TurnedClock()


@pytest.fixture
def hall(clock: TurnedClock) -> PaperHall:
    """A hall made of values, on that clock."""
    return PaperHall(clock)


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


@pytest.fixture
def wall_of(qtbot: QtBot, make_look: Callable[..., Look]) -> Callable[..., Wall]:
    """A board that shows a view, painted once."""

    def make(view: BoardView, width: int = 1920, height: int = 1080) -> Wall:
        wall = Wall(make_look(Distance.HALL))
        qtbot.addWidget(wall)
        wall.resize(width, height)
        wall.show_view(view, Words(zh="", en=""))
        wall.show()
        wall.grab()
        return wall

    return make


@pytest.fixture
def make_voice(qtbot, tmp_path) -> Iterator[Callable[..., VoiceOfADisplay]]:
    made: list[VoiceOfADisplay] = []

    def make(
        *,
        counters: tuple[str, ...] = ALL,
        volume: Volume = FULL,
        voice: tuple[str, ...] = HOUSE,
        opened: bool = True,
    ) -> VoiceOfADisplay:
        made.append(VoiceOfADisplay(tmp_path, counters, volume, voice, opened=opened))
        return made[-1]

    yield make
    for one in made:
        one.voice.close()
