"""The database goes away under the clerk's hands: said in time, no freeze, nothing twice, back by itself.

The clerk presses on all the while. Thirty seconds of it, with the real program and X's own keys, are a measure of
`./run bench console_away`.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtGui import QKeySequence

from counter.actions import Action
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import RealHall, set_up_hall
from tests.counter.heart import Heart
from tests.counter.keys_by_chance import PRESSED, more_than_keys
from tests.counter.test_live import locked
from tests.kiosk.offline.line_to_office import Line
from tests.own_time import OwnTime, shortest
from tests.store_fixtures import MIGRATED, PostgresServer
from waitline.store.audit import audit
from waitline.store.engine import Store

SAID_S, FREEZE_S = 3.0, 0.1
KEYS = 40
Gone = Callable[[], AbstractContextManager[object]]


@dataclass
class Hands:
    """Somebody who presses what may be pressed, and while nothing may, what might.

    `gaps`: how long the window kept a key waiting, by its own fault (seconds).
    """

    clerk: ClerkAtWork
    dice: Random
    pressed: Counter[str] = field(default_factory=Counter)
    gaps: list[float] = field(default_factory=list)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        self.rest()
        heart = Heart(lambda gap, _: self._beat(gap))
        yield
        heart.stop()

    def rest(self) -> None:
        """Count from now on: what the test itself has done in the window's thread is no fault of the window."""
        self._watch = OwnTime()

    def _beat(self, gap: float) -> None:
        self.gaps.append(min(gap, self._watch.seconds()))  # a thread that has ended is not in the watch any more
        self.rest()

    def press(self) -> None:
        live = sorted(PRESSED.keys() & {str(action) for action in self.clerk.face.live})
        name = self.dice.choice([*(live or PRESSED), str(Action.RESIZE)])
        self.pressed[name] += 1
        combination = QKeySequence(PRESSED[name])[0]
        self.clerk.press(combination.key(), combination.keyboardModifiers())
        until = len(self.gaps) + self.dice.randint(1, 5)
        self.clerk.until(lambda: len(self.gaps) >= until)

    @property
    def is_told(self) -> bool:
        """Whether the window says that something is the matter with the database."""
        return self.clerk.sees("out_of_touch") or "資料庫" in self.clerk.message


@pytest.fixture
def line(postgres: PostgresServer) -> Iterator[Line]:
    folder = parse_qs(urlsplit(postgres.url()).query)["host"][0]
    with closing(Line(Path(folder) / ".s.PGSQL.5432")) as made:
        yield made


@pytest.fixture
def far_hall(postgres: PostgresServer, line: Line) -> Iterator[tuple[RealHall, RealHall]]:
    """A hall on a server, and the same as it is reached over the line."""
    url = postgres.new_database(f"TEMPLATE {MIGRATED}")
    near = set_up_hall(url)
    far = Store(f"postgresql://postgres@127.0.0.1:{line.port}{urlsplit(url).path}", near.setup.id)
    yield near, replace(near, store=far)
    far.close()
    near.store.close()


def goes_away_under(clerk: ClerkAtWork, hall: RealHall, gone: Gone) -> None:
    hands = Hands(clerk, Random(4))
    assert shortest(lambda: longest_gap(hands, gone), FREEZE_S) <= FREEZE_S
    assert hands.pressed.total() > 2 * KEYS
    assert more_than_keys(hall.store, "c03", hands.pressed) == 0
    assert audit(hall.store).good
    clerk.until(lambda: clerk.number == (current.label if (current := hall.view().current) else ""))


def longest_gap(hands: Hands, gone: Gone) -> float:
    """Before, while and after the database is away once."""
    clerk = hands.clerk
    hands.gaps.clear()
    with hands.at_work():
        for _ in range(KEYS // 2):
            hands.press()
        with gone():
            hands.rest()
            watch = OwnTime()
            while not hands.is_told:
                hands.press()
                assert watch.seconds() <= SAID_S
            for _ in range(KEYS):
                hands.press()
        clerk.until(lambda: not hands.is_told and clerk.face.in_touch and clerk.face.under_way is None)
        for _ in range(KEYS // 2):
            hands.press()
        clerk.until(lambda: clerk.face.under_way is None)
    return max(hands.gaps)


def test_another_program_holds_the_file(hall: RealHall, sit_down: Callable[..., ClerkAtWork]):
    for _ in range(KEYS):
        hall.take()
    goes_away_under(sit_down(hall), hall, lambda: locked(hall))


@pytest.mark.parametrize("how", ["cut", "stop"])
def test_the_line_to_the_server_is_cut_or_silent(
    far_hall: tuple[RealHall, RealHall], line: Line, sit_down: Callable[..., ClerkAtWork], how: str
):
    near, far = far_hall
    for _ in range(KEYS):
        near.take()

    @contextmanager
    def gone() -> Iterator[None]:
        getattr(line, how)()
        yield
        line.mend()

    goes_away_under(sit_down(far), near, gone)
