"""take_ticket and call_next, each paired with a bare durable commit of the same database in the same run."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from waitline.model.clock import MINUTE
from waitline.model.counter import CounterId
from waitline.model.forecast import Forecast, WaitRange
from waitline.model.staff import StaffId
from waitline.store.engine import Store
from waitline.verbs.calling import Calling
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .databases import both, sample_office, sign_in
from .measure import Measure, p50

ROUNDS = 400
TOLD = Forecast(20 * MINUTE, 22 * MINUTE, WaitRange(15, 30))
"""As a kiosk tells with every number."""


def bare_commit(url: str) -> tuple[Callable[[], None], Callable[[], None]]:
    """One row changed and durably committed through the raw driver, and how to let go of it."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        lite = sqlite3.connect(Path(parsed.database or ""), isolation_level=None)
        lite.execute("PRAGMA synchronous = FULL")
        lite.execute("CREATE TABLE IF NOT EXISTS bare (n INTEGER PRIMARY KEY, v INTEGER)")
        lite.execute("INSERT OR IGNORE INTO bare VALUES (1, 0)")

        def commit_lite() -> None:
            lite.execute("BEGIN IMMEDIATE")
            lite.execute("UPDATE bare SET v = v + 1 WHERE n = 1")
            lite.execute("COMMIT")

        return commit_lite, lite.close
    connection = psycopg.connect(url, prepare_threshold=0)
    connection.execute("SET synchronous_commit = on")
    connection.execute("CREATE TABLE IF NOT EXISTS bare (n int PRIMARY KEY, v bigint)")
    connection.execute("INSERT INTO bare VALUES (1, 0) ON CONFLICT DO NOTHING")
    connection.commit()

    def commit() -> None:
        connection.execute("UPDATE bare SET v = v + 1 WHERE n = 1")
        connection.commit()

    return commit, connection.close


def timed(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def medians(store: Store, rounds: int = ROUNDS) -> dict[str, float]:
    """Seconds, p50: the bare commit and the two verbs, taken in turn so that noise meets all alike."""
    reception, calling = Reception(store), Calling(store)
    bare, let_go = bare_commit(store.url)
    counter, clerk = CounterId("3"), StaffId("c03")
    times: dict[str, list[float]] = {"bare": [], "take_ticket": [], "call_next": []}

    def take() -> None:
        reception.take_ticket(request=new_request(), service="TRANS", printer="kiosk-1", told=TOLD)

    def call() -> None:
        calling.call_next(request=new_request(), counter=counter, by=clerk)

    for _ in range(20):
        take()
    for turn in range(rounds + 20):
        row = {"bare": timed(bare), "take_ticket": timed(take), "call_next": timed(call)}
        calling.begin(request=new_request(), counter=counter, by=clerk)
        if turn >= 20:
            for name, seconds in row.items():
                times[name].append(seconds)
    let_go()
    return {name: p50(values) for name, values in times.items()}


def run() -> list[Measure]:
    found = []
    with both() as urls:
        for where, url in urls.items():
            store = sample_office(url)
            sign_in(store, "3")
            seen = medians(store)
            store.close()
            for verb in ("take_ticket", "call_next"):
                found.append(
                    Measure(
                        what=f"{verb} ÷ bare durable commit, p50",
                        where=where,
                        value=seen[verb] / seen["bare"],
                        unit="×",
                        bar=6,
                        detail=f"{seen[verb] * 1e3:.2f} ms ÷ {seen['bare'] * 1e3:.2f} ms",
                    )
                )
    return found
