"""Touch → number on glass while the database is gone: the real kiosk, hands and eyes outside it.

SQLite: another program holds the lock; Postgres: the server has been stopped. The first visitor waits for that.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from waitline.cli.demo.waiting import wait_for
from waitline.model.words import Words
from waitline.store.engine import Store

from .databases import new_postgres, stoppable_postgres
from .glass import Box, frames, picture
from .measure import Measure, p50, p95
from .stages import Stage, load, make_hall, stage, work_folder

VISITORS = 21
FIRST_S, LATER_MS = 1.5, 300
LOOK_FIRST_S, LOOK_S = 2.5, 0.6


@contextmanager
def locked(queue: Path) -> Iterator[None]:
    with closing(sqlite3.connect(queue, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


def numbers(kiosk: Stage, gone: AbstractContextManager[object]) -> list[float]:
    """Milliseconds of one visitor after another, from lifting the finger."""
    digits = kiosk.where_the_number_is()
    with gone:
        return [_number_after(kiosk, digits, LOOK_S if n else LOOK_FIRST_S) for n in range(VISITORS)]


def _number_after(kiosk: Stage, digits: Box, seconds: float) -> float:
    x, y = kiosk.control("service-TRANS").middle
    lifted, found = frames(kiosk.glass, digits, picture, lambda: kiosk.glass.touch(x, y), seconds=seconds)
    label = kiosk.window.await_text("number").text
    if len(found) == 1 or not label.startswith("K"):
        raise AssertionError(f"{label} after {seconds} s, {len(found)} frames")
    kiosk.leave_number()
    return (found[-1].at - lifted) * 1e3


def lines(where: str, took: list[float]) -> list[Measure]:
    first, later = took[0], took[1:]
    return [
        Measure(
            what="touch → number, database gone, first",
            where=where,
            value=first / 1e3,
            unit="s",
            bar=FIRST_S,
            detail=load(),
        ),
        Measure(
            what="touch → number, database gone, then p95",
            where=where,
            value=p95(later),
            unit="ms",
            bar=LATER_MS,
            detail=f"p50 {p50(later):.0f}, worst {max(later):.0f} ms of {len(later)}; {load()}",
        ),
    ]


def handed_over(url: str, office: str) -> int:
    """How many of the numbers are not the office's in the end, or more than once."""
    with closing(Store(url, office)) as store:

        def labels() -> list[str]:
            with store.reading() as look:
                return [one.label for one in look.tickets_between(0, look.seq) if one.label.startswith("K")]

        wait_for(
            Words(zh="號碼已移交", en="the numbers are handed over"),
            lambda: len(labels()) >= VISITORS,
            within_s=60,
        )
        found = labels()
    return abs(VISITORS - len(set(found))) + len(found) - len(set(found))


def at(where: str, url: str, folder: Path, gone: AbstractContextManager[object]) -> list[Measure]:
    office = make_hall(folder / "office", url, port=folder / "no printer")
    with stage("kiosk", folder) as kiosk:
        kiosk.start("kiosk", "--office", str(office.path))
        kiosk.await_page("service-TRANS")
        took = numbers(kiosk, gone)
        wrong = handed_over(url, office.office_id)
    amiss = Measure(what="numbers lost or twice after it", where=where, value=wrong, unit="", bar=0)
    return [*lines(where, took), amiss]


def run() -> list[Measure]:
    with work_folder() as folder:
        queue = folder / "office" / "queue.db"
        found = at("SQLite locked", f"sqlite:///{queue}", folder, locked(queue))
    with stoppable_postgres() as server, work_folder() as folder:
        found += at("Postgres stopped", new_postgres(server.url), folder, server.stopped())
    return found
