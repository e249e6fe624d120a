"""Ten consoles, one due summons, consoles killed at random: exactly one summons, every time.

Ten real processes settle the same hall at the same moment, as consoles do whose views name that moment. One to six
of them are killed (SIGKILL) somewhere in it; who was killed starts again for the next round.
"""

import random
import time
from collections import Counter
from contextlib import ExitStack, closing
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from typing import Self

from counter.workplace import Workplace
from tests.builders import LiveHall, office_document, open_hall
from tests.verbs.summons_race import due_again, first_due, race, was_summoned_once
from waitline.store.audit import audit
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade

from .databases import both
from .measure import Measure
from .stages import load

CONSOLES, ROUNDS = 10, 60
KILLED_AT_MOST = 6
LATEST_S = 0.04
"""A victim dies so long after it began, at most: about what ten consoles need for one look each."""
PATIENCE_S = 60.0
MAKING = get_context("forkserver")
MAKING.set_forkserver_preload(["counter.workplace", "psycopg"])
"""Begun from a process that has everything loaded: hundreds are killed and begun anew."""


class Console:
    """The part of a console that lets the hall do what is due, in a process of its own."""

    def __init__(self, hall: LiveHall) -> None:
        theirs, self._tells = Pipe(duplex=False)
        self._hears, ours = Pipe(duplex=False)
        self.process = MAKING.Process(target=serve, args=(hall.store.url, hall.store.office, theirs, ours))
        self.process.start()
        theirs.close()
        ours.close()

    def __enter__(self) -> Self:
        self.hears("ready")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.join()
        self._tells.close()
        self._hears.close()

    def tell(self, *words: object) -> None:
        self._tells.send(words)

    def hears(self, word: str) -> None:
        assert self._hears.poll(PATIENCE_S), f"nothing is heard, but {word} is to come"
        found = self._hears.recv()
        assert found == word, (found, word)


def serve(url: str, office: str, orders: Connection, says: Connection) -> None:
    """A console's life: whenever it is told to, it settles the hall so many times."""
    console = Workplace(Store(url, office))
    says.send("ready")
    while True:
        _, looks = orders.recv()
        says.send("settling")
        for _ in range(looks):
            console.settle()
        says.send("settled")


def rounds(url: str, count: int) -> tuple[list[Counter[str]], int, bool]:
    """What the journal got in each round, how many consoles were killed, whether the journal is whole."""
    create_or_upgrade(url)
    dice = random.Random()
    with closing(Store(url, "office")) as store:
        hall = open_hall(store, office_document())
        first_due(hall)
        found, killed = [], 0
        with ExitStack() as programs:
            consoles = [programs.enter_context(one) for one in [Console(hall) for _ in range(CONSOLES)]]
            for _ in range(count):
                victims = dice.sample(range(CONSOLES), dice.randint(1, KILLED_AT_MOST))
                killed += len(victims)
                found.append(race(hall, consoles, victims, lambda: time.sleep(dice.uniform(0, LATEST_S))))
                due_again(hall)
                fresh = [Console(hall) for _ in victims]
                for place, one in zip(victims, fresh, strict=True):
                    consoles[place] = programs.enter_context(one)
        return found, killed, audit(store).good


def at(where: str, url: str, count: int = ROUNDS) -> list[Measure]:
    found, killed, whole = rounds(url, count)
    wrong = [one for one in found if not was_summoned_once(one)]
    detail = f"{len(found)} rounds, {killed} killed; {load()}"
    return [
        Measure(
            what="ten consoles, one due summons: rounds with none, or more than one",
            where=where,
            value=len(wrong),
            unit="",
            bar=0,
            detail=f"{detail}{'; ' if wrong else ''}{'; '.join(str(dict(one)) for one in wrong[:3])}",
        ),
        Measure(
            what="ten consoles killed at random: gaps in the journal",
            where=where,
            value=0 if whole else 1,
            unit="",
            bar=0,
            detail=detail,
        ),
    ]


def run() -> list[Measure]:
    with both() as urls:
        return [line for where, url in urls.items() for line in at(where, url)]
