"""The clerk's program in a test: real windows, real verbs, a real database, hands on real keys and buttons."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.counter.back_line_desk import AtTheDesk, begin_at_desk
from tests.counter.clerk_at_work import ClerkAtWork, begin_work
from tests.counter.halls import FRIDAY_NINE, RealHall, open_hall
from tests.counter.real_program import registration_screen
from waitline.desktop import Translations
from waitline.look import Distance, Look


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RealHall]:
    """The sample office, on the computer's own time."""
    found = open_hall(tmp_path / "queue.db")
    yield found
    found.store.close()


@pytest.fixture
def screen() -> Iterator[str]:
    """A real X server of this test's own."""
    with registration_screen() as found:
        yield found


@pytest.fixture
def turned_hall(tmp_path: Path) -> Iterator[RealHall]:
    """The sample office on a Friday at nine; time passes only when it is turned."""
    found = open_hall(tmp_path / "queue.db", turned_to=FRIDAY_NINE)
    yield found
    found.store.close()


@pytest.fixture
def desk_look(qapp: QApplication, make_look: Callable[..., Look]) -> Iterator[Look]:
    """What the program looks like on an ordinary desk screen; taken off again afterwards."""
    before = qapp.palette(), qapp.font()
    look = make_look(Distance.DESK, px_per_mm=3.78)
    look.dress(qapp)
    yield look
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


@pytest.fixture
def sit_down(qtbot: Any, qapp: QApplication, desk_look: Look) -> Iterator[Callable[..., ClerkAtWork]]:
    """Start the program on a hall; by default the clerk of counter 3 is signed in already."""
    qapp.setQuitOnLastWindowClosed(False)
    begun: list[ClerkAtWork] = []
    translations = Translations(qapp)

    def start(hall: RealHall, **facts: Any) -> ClerkAtWork:
        clerk = begin_work(qtbot, desk_look, translations, hall, **facts)
        begun.append(clerk)
        return clerk

    yield start
    for clerk in begun:
        clerk.leave()
    translations.clear()


@pytest.fixture
def at_desk(qtbot: Any, qapp: QApplication, desk_look: Look) -> Iterator[Callable[..., AtTheDesk]]:
    """Start the whole program on a hall; by default somebody of the back line stands by at once."""
    qapp.setQuitOnLastWindowClosed(False)
    begun: list[AtTheDesk] = []
    translations = Translations(qapp)

    def start(hall: RealHall, *, language: str = "zh-TW", **facts: Any) -> AtTheDesk:
        translations.switch(language)
        begun.append(begin_at_desk(qtbot, desk_look, translations, hall, **facts))
        return begun[-1]

    yield start
    for desk in begun:
        desk.leave()
    translations.clear()
