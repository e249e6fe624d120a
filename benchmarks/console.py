"""Clerk's key → the new number painted on the console, with a full hall: hands and eyes outside the real program.

A key counts from its going down, the number from the first frame on the X server that shows what then stays. Every
call is F9 while somebody is served: the last visitor is finished and the next one called, in one key.
"""

import random
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path

from waitline.cli.demo.waiting import wait_for
from waitline.model.words import Words
from waitline.store.engine import Store
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .databases import new_postgres, postgres_server
from .glass import Box, frames, picture
from .measure import Measure, p50, p95
from .stages import CLERK, POST, Stage, load, make_hall, stage, work_folder

WAITING, CALLS = 500, 200
BAR_MS = 150
LOOK_S = 0.6
SERVICES = ("TRANS", "REG", "IDCARD", "SEAL", "TRANS", "ASK")
LOVE_EVERY = 9


def visitors(reception: Reception) -> Iterator[None]:
    """One takes a number at every step; every ninth is a love visitor."""
    for turn, service in enumerate(cycle(SERVICES)):
        love = turn % LOVE_EVERY == LOVE_EVERY - 1
        reception.take_ticket(request=new_request(), service=service, love=love)
        yield


def calls(console: Stage, arriving: Iterator[None], rounds: int) -> list[float]:
    """Milliseconds of one call after another; whoever is called is served, and somebody else comes."""
    console.touch("call_next")
    console.window.await_text("current_number")
    console.await_page("current_number")
    number = _digits(console)
    took = []
    for _ in range(rounds):
        _begin(console)
        next(arriving)
        time.sleep(random.uniform(0.0, 0.3))  # at any moment of the console's own ticks and looks
        took.append(_one(console, number))
    return took


def _digits(console: Stage) -> Box:
    """A band through the number's digits."""
    left, top, width, height = console.box("current_number")
    return left, top + height // 4, width, height // 2


def _begin(console: Stage) -> None:
    """One key, however early it comes: while the last one is still being answered it waits."""
    console.glass.key("Shift_L", "F9")
    wait_for(
        Words(zh="可以按辦理完成", en="finish may be pressed"),
        lambda: (finish := console.window.find("finish")) is not None and finish.enabled,
        within_s=5,
    )


def _one(console: Stage, number: Box) -> float:
    """Infinite where the number came after we had looked away."""
    before = console.window.await_text("current_number").text
    pressed, found = frames(console.glass, number, picture, lambda: console.glass.press_key("F9"), seconds=LOOK_S)
    console.glass.release_key("F9")
    wait_for(
        Words(zh="櫃台叫了下一號", en="the counter has called the next"),
        lambda: (now := console.window.find("current_number")) is not None and now.text not in {"", before},
        within_s=5,
    )
    return (found[-1].at - pressed) * 1e3 if len(found) > 1 else float("inf")


def at(where: str, url: str, folder: Path, *, rounds: int = CALLS) -> Measure:
    office = make_hall(folder / "office", url, port=folder / "no printer")
    with closing(Store(office.database_url, office.office_id)) as store:
        arriving = visitors(Reception(store))
        for _ in range(WAITING):
            next(arriving)
        with stage("counter", folder) as console:
            console.start("counter", "--office", str(office.path), "--counter", POST, "--staff", CLERK)
            console.await_page("call_next")
            took = calls(console, arriving, rounds)
    return Measure(
        what=f"clerk's key → new number on the console, {WAITING} waiting, p95",
        where=where,
        value=p95(took),
        unit="ms",
        bar=BAR_MS,
        detail=f"p50 {p50(took):.0f}, first {took[0]:.0f}, worst {max(took):.0f} ms of {len(took)}; {load()}",
    )


def run() -> list[Measure]:
    with work_folder() as folder:
        found = [at("SQLite", f"sqlite:///{folder}/office/queue.db", folder)]
    with postgres_server() as server, work_folder() as folder:
        found.append(at("Postgres", new_postgres(server), folder))
    return found
