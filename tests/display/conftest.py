"""A real hall on SQLite, worked by its own verbs, for the display to show."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display.board.wall import Wall
from display.flow import Flow
from display.hall import Hall
from display.hall_voice import HallVoice
from display.window import DisplayWindow
from tests.display.hall_at_work import HallAtWork
from tests.display.hall_on_paper import PaperHall, TurnedClock
from tests.display.listening import ListeningLoudspeaker
from tests.display.standing import standing
from tests.display.voices import ALL, HOUSE, VoiceOfADisplay
from waitline.desktop import Follower
from waitline.look import Distance, Look
from waitline.model.clock import instant
from waitline.model.counter import CounterId
from waitline.model.office import DisplaySetup
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
def make_window(
    qtbot: QtBot, make_look: Callable[..., Look], request: pytest.FixtureRequest
) -> Iterator[Callable[..., DisplayWindow]]:
    """Displays whose own clock stands still: no call grows old while a slow machine paints it."""
    opened: list[tuple[DisplayWindow, Hall]] = []

    def make(
        loudspeaker: ListeningLoudspeaker | None = None,
        *,
        limit_s: float = 60.0,
        hall_at_work: HallAtWork | None = None,
        clock: TurnedClock | None = None,
        counters: tuple[CounterId, ...] = (),
    ) -> DisplayWindow:
        at_work = hall_at_work or request.getfixturevalue("hall_at_work")
        hall = Hall(at_work.office.database_url, at_work.office.office_id, counters)
        flow = Flow(clock=clock or TurnedClock(), languages=HOUSE)
        lobby = DisplaySetup(id="lobby-1")
        window = DisplayWindow(
            make_look(Distance.HALL),
            flow=flow,
            follower=Follower("board", hall.watch, limit_s=limit_s, look_every_s=limit_s / 4),
            settle=hall.settle,
            voice=None if loudspeaker is None else HallVoice(flow, loudspeaker, lobby),
        )
        opened.append((window, hall))
        return standing(qtbot, window, (1280, 720))

    yield make
    for window, hall in opened:
        window.leave()
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
