"""The hot verbs with a million past tickets in the database, against the same with none, turn about in one run."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.store.engine import Store
from waitline.verbs.calling import Calling
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .databases import OFFICE, both, sample_office, sign_in
from .hot_verbs import timed
from .measure import Measure, p50

PAST = 1_000_000
ROUNDS = 300

_NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {count})",
    "postgresql": "WITH n AS (SELECT generate_series(0::bigint, {count} - 1) AS i)",
}
_DAY = {
    "sqlite": "date('2016-01-01', '+' || (i / 400) || ' days')",
    "postgresql": "to_char(date '2016-01-01' + CAST(i / 400 AS INTEGER), 'YYYY-MM-DD')",
}
_AT = "1451606400000 + (i / 400) * 86400000 + (i % 400) * 72000"

_TICKETS = """
INSERT INTO ticket (office_id, id, day, series, number, lap, label, service, priority, state, origin, language,
    issued_at, key_at, needs, counter, called_at, last_called_at, calls, begun_at, ended_at, errands,
    prechecked, inaccurate, changed_seq)
{numbers} SELECT '{office}', {base} + i * 4, {day}, 'A', CAST(i % 400 + 1 AS INTEGER), 0, 'A000',
    'TRANS', 'ordinary', 'DONE', 'kiosk',
    'zh-TW', {at}, {at}, '', '3', {at} + 60000, {at} + 60000, 1, {at} + 90000, {at} + 390000, 1, 0, 0,
    {base} + i * 4 + 3 FROM n"""
_ERRANDS = """
INSERT INTO errand (office_id, ticket, n, service, counter, begun_at, finished_at, outcome)
{numbers} SELECT '{office}', {base} + i * 4, 1, 'TRANS', '3', {at} + 90000, {at} + 390000, 'done' FROM n"""
_ENTRIES = """
INSERT INTO journal (office_id, seq, at, kind, ticket, counter, staff, data, request_id, verb, result, hash)
{numbers} SELECT '{office}', {base} + i * 4 + {step}, {at} + {step} * 60000, '{kind}', {base} + i * 4, '3', 'c03',
    '{{"label":"A000","n":1,"why":"longest_wait"}}', '0' || {base} + i * 4 + {step}, 'past', '{{}}',
    '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef' FROM n"""
_KINDS = ("TicketTaken", "TicketCalled", "ServingBegun", "TicketFinished")


@contextmanager
def plain_connection(url: str) -> Iterator[tuple[str, Callable[[str], object]]]:
    """The database's name and a way to run SQL on it, committed at the end."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        lite = sqlite3.connect(Path(parsed.database or ""))
        lite.execute("PRAGMA synchronous = OFF")
        yield "sqlite", lite.execute
        lite.commit()
        lite.close()
        return
    with psycopg.connect(url) as connection:
        yield "postgresql", connection.execute


def fill(store: Store, count: int) -> None:
    """Put `count` finished tickets of past days into the office, four journal entries each (chain not kept)."""
    with store.reading() as look:
        base = look.seq + 1
    with plain_connection(store.url) as (name, run):
        facts = {
            "numbers": _NUMBERS[name].format(count=count),
            "day": _DAY[name],
            "at": f"({_AT})",
            "office": OFFICE,
            "base": base,
        }
        run(_TICKETS.format(**facts))
        run(_ERRANDS.format(**facts))
        for step, kind in enumerate(_KINDS):
            run(_ENTRIES.format(step=step, kind=kind, **facts))
        run(f"UPDATE office_head SET seq = {base + 4 * count - 1} WHERE office_id = '{OFFICE}'")


def _turns(stores: dict[str, Store], rounds: int) -> dict[str, dict[str, float]]:
    """p50 seconds of each verb on each store, the stores taken in turn."""
    counter, clerk = CounterId("3"), StaffId("c03")
    times: dict[str, dict[str, list[float]]] = {n: {"take_ticket": [], "call_next": []} for n in stores}
    for turn in range(rounds + 20):
        for name, store in stores.items():
            reception, calling = Reception(store), Calling(store)
            took = timed(lambda r=reception: r.take_ticket(request=new_request(), service="TRANS"))
            called = timed(lambda c=calling: c.call_next(request=new_request(), counter=counter, by=clerk))
            calling.begin(request=new_request(), counter=counter, by=clerk)
            if turn >= 20:
                times[name]["take_ticket"].append(took)
                times[name]["call_next"].append(called)
    return {name: {verb: p50(values) for verb, values in seen.items()} for name, seen in times.items()}


def run(past: int = PAST) -> list[Measure]:
    found = []
    with both() as urls, both() as empty:
        for where, url in urls.items():
            stores = {"none": sample_office(empty[where]), "past": sample_office(url)}
            fill(stores["past"], past)
            for store in stores.values():
                sign_in(store, "3")
            seen = _turns(stores, ROUNDS)
            for verb in ("take_ticket", "call_next"):
                found.append(
                    Measure(
                        what=f"{verb} at {past:,} past tickets ÷ at none, p50",
                        where=where,
                        value=seen["past"][verb] / seen["none"][verb],
                        unit="×",
                        bar=1.2,
                        detail=f"{seen['past'][verb] * 1e3:.2f} ms ÷ {seen['none'][verb] * 1e3:.2f} ms",
                    )
                )
            for store in stores.values():
                store.close()
    return found
