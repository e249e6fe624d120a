"""The database is away for thirty seconds under the clerk's hands: the real counter's program, keys all the while.

SQLite: another program holds the lock. Postgres: the server is stopped; or nothing passes on the line to it, and
nobody is told. Keys are X's own, of what the last view allowed; a beat in the program's drawing thread tells every
freeze.
"""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from counter.actions import Action
from tests.counter.keys_by_chance import PRESSED, more_than_keys
from tests.kiosk.offline.line_to_office import Line
from waitline.cli.demo.waiting import wait_for
from waitline.model.words import Words
from waitline.settings.office_folder import OfficeFolder
from waitline.store.audit import audit
from waitline.store.engine import Store
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .databases import new_postgres, postgres_server, stoppable_postgres
from .measure import Measure
from .offline import locked
from .stages import CLERK, POST, Stage, load, make_hall, stage, work_folder

AWAY_S, BEFORE_S, AFTER_S = 30.0, 5.0, 8.0
SAID_S, FREEZE_MS, BACK_S = 3.0, 100, 5.0
VISITORS = 80
X_NAMES = {"Ctrl": "Control_L", "Shift": "Shift_L"}
TROUBLE = "資料庫"


@dataclass
class Watched:
    """What the clerk did and saw, in monotonic seconds."""

    pressed: Counter[str] = field(default_factory=Counter)
    troubled: list[tuple[float, bool]] = field(default_factory=list)
    """At every look, whether the window said that something is the matter with the database."""


def press(console: Stage, watched: Watched, name: str) -> None:
    *held, last = PRESSED[name].split("+")
    watched.pressed[name] += 1
    console.glass.key(*(X_NAMES[one] for one in held), last if last.startswith("F") else last.lower())


def look(console: Stage, watched: Watched) -> list[str]:
    """What may be pressed now."""
    controls = console.window.controls()
    troubled = any(c.name == "out_of_touch" or (c.name == "message" and TROUBLE in c.text) for c in controls)
    watched.troubled.append((time.monotonic(), troubled))
    return [c.name for c in controls if c.enabled and c.name in PRESSED]


def at_work(console: Stage, watched: Watched, dice: random.Random, until: Callable[[], bool]) -> None:
    """Press what is allowed; while nothing is, what was."""
    allowed = ["call_next"]
    while not until():
        allowed = look(console, watched) or allowed
        press(console, watched, dice.choice([*allowed, str(Action.RESIZE)] if dice.random() < 0.1 else allowed))
        time.sleep(dice.uniform(0.05, 0.3))


def said_after(watched: Watched, gone_at: float) -> float:
    """Seconds until the window said it; infinite if it never did."""
    return next((at - gone_at for at, troubled in watched.troubled if troubled and at >= gone_at), float("inf"))


def quiet_after(watched: Watched, back_at: float) -> float:
    """Seconds until the window said it no more."""
    return max((at - back_at for at, troubled in watched.troubled if troubled and at >= back_at), default=0.0)


def freezes(file: Path, after: float) -> tuple[float, float]:
    """Milliseconds: the longest, without what the thread stood in line for a core; and the longest on the wall."""
    beats = [tuple(map(float, line.split())) for line in file.read_text().splitlines()]
    late = [(gap - stood, gap) for at, gap, stood in beats if at > after]
    return max((own for own, _ in late), default=0.0) * 1e3, max((gap for _, gap in late), default=0.0) * 1e3


def at(where: str, url: str, folder: Path, gone: Callable[[], AbstractContextManager[object]]) -> list[Measure]:
    office = make_hall(folder / "office", url, port=folder / "no printer")
    beats, watched, dice = folder / "beats", Watched(), random.Random()
    _fill(office)
    with stage("counter", folder) as console:
        words = ("--office", str(office.path), "--counter", POST, "--staff", CLERK)
        console.start("benchmarks.beating_counter", str(beats), *words)
        console.await_page("call_next")
        began = time.monotonic()
        at_work(console, watched, dice, lambda: time.monotonic() > began + BEFORE_S)
        gone_at, back_at = _away(console, watched, dice, gone)
        at_work(console, watched, dice, lambda: time.monotonic() > back_at + AFTER_S)
        wait_for(
            Words(zh="叫號程式還在工作", en="the counter's program still works"),
            lambda: look(console, watched),
            within_s=10,
        )
    with closing(Store(office.database_url, office.office_id)) as store:
        twice = more_than_keys(store, CLERK, watched.pressed)
        whole = audit(store).good
    return _lines(where, watched, freezes(beats, began), (gone_at, back_at), twice + (not whole))


def _fill(office: OfficeFolder) -> None:
    with closing(Store(office.database_url, office.office_id)) as store:
        for _ in range(VISITORS):
            Reception(store).take_ticket(request=new_request(), service="TRANS")


def _away(
    console: Stage, watched: Watched, dice: random.Random, gone: Callable[[], AbstractContextManager[object]]
) -> tuple[float, float]:
    """When the database went and when it was back; keys go on while it goes, is away, and comes back."""
    times: list[float] = []

    def keep_away() -> None:
        times.append(time.monotonic())
        with gone():
            time.sleep(AWAY_S)
        times.append(time.monotonic())

    thread = threading.Thread(target=keep_away)
    thread.start()
    at_work(console, watched, dice, lambda: not thread.is_alive())
    thread.join()
    return times[0], times[1]


def _lines(
    where: str, watched: Watched, frozen: tuple[float, float], times: tuple[float, float], wrong: int
) -> list[Measure]:
    own, wall = frozen
    keys = f"{sum(watched.pressed.values())} keys; {load()}"
    rows = (
        ("said after", said_after(watched, times[0]), "s", SAID_S, keys),
        (
            "longest freeze of the window",
            own,
            "ms",
            FREEZE_MS,
            f"with standing in line for a core {wall:.0f} ms; {keys}",
        ),
        ("done twice", wrong, "", 0, f"deeds without a key, or a journal that is not whole; {keys}"),
        ("back by itself after", quiet_after(watched, times[1]), "s", BACK_S, load()),
    )
    what = f"database away {AWAY_S:.0f} s under a clerk's keys"
    return [
        Measure(what=f"{what}: {about}", where=where, value=value, unit=unit, bar=bar, detail=detail)
        for about, value, unit, bar, detail in rows
    ]


@contextmanager
def silent(line: Line) -> Iterator[None]:
    """Nothing passes, and neither end is told."""
    line.stop()
    yield
    line.mend()


@contextmanager
def line_to(server: str) -> Iterator[Line]:
    """A line of its own to a server that is reached by a socket file."""
    line = Line(Path(parse_qs(urlsplit(server).query)["host"][0]) / ".s.PGSQL.5432")
    with closing(line):
        yield line


def run() -> list[Measure]:
    with work_folder() as folder:
        queue = folder / "office" / "queue.db"
        found = at("SQLite locked", f"sqlite:///{queue}", folder, lambda: locked(queue))
    with stoppable_postgres() as server, work_folder() as folder:
        found += at("Postgres stopped", new_postgres(server.url), folder, server.stopped)
    with postgres_server() as url, work_folder() as folder, line_to(url) as line:
        database = urlsplit(new_postgres(url)).path
        far = f"postgresql://postgres@127.0.0.1:{line.port}{database}"
        found += at("Postgres, its line silent", far, folder, lambda: silent(line))
    return found
