"""Many real processes on one queue, some killed, one stopped in mid-verb: nothing twice, nothing lost, no gap."""

import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from waitline.cli.demo.waiting import wait_for
from waitline.model.journal import Entry, Kind
from waitline.model.office import OfficeSetup
from waitline.model.ticket import Ticket
from waitline.model.words import Words
from waitline.rules.dispatch import serves
from waitline.store.audit import audit
from waitline.store.engine import Store
from waitline.store.line import waiting_as_seen

from .databases import both, sample_office
from .measure import Measure

SECONDS = 20.0
KILL_EVERY = 2.0
EVERYBODY = Words(zh="每個程序都已開始", en="every process has begun")
ALL_HERE_S = 120.0
"""So many Pythons start one after another on two cores; the seconds of the measure count from the last of them."""


@dataclass
class Crowd:
    """Child processes by (role, index); a killed one is replaced at once."""

    url: str
    folder: Path
    running: dict[tuple[str, int], subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, role: str, index: int) -> subprocess.Popen[bytes]:
        log = self.folder / f"{role}-{index}.log"
        child = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.race_child", self.url, role, str(index), str(log)],
            stderr=(self.folder / "errors.log").open("ab"),
        )
        self.running[role, index] = child
        return child

    def is_complete(self) -> bool:
        """Whether every process has begun its work."""
        return all((self.folder / f"{role}-{index}.log").exists() for role, index in self.running)

    def kill_one(self, dice: random.Random) -> None:
        role, index = dice.choice([key for key in self.running if key[0] != "stopper"])
        child = self.running.pop((role, index))
        child.send_signal(signal.SIGKILL)
        child.wait()
        self.start(role, index)

    def end(self) -> None:
        for child in self.running.values():
            child.send_signal(signal.SIGCONT)
            child.kill()
        for child in self.running.values():
            child.wait()


class Follower(threading.Thread):
    """Reads the feed all the while, as a display does."""

    def __init__(self, url: str, office: str) -> None:
        super().__init__()
        self._url, self._office = url, office
        self.seqs: list[int] = []
        self.ending = threading.Event()

    def run(self) -> None:
        store = Store(self._url, self._office)
        feed = store.feed()
        last = 0
        while True:
            done = self.ending.is_set()
            feed.wait(0.05)
            with store.reading() as look:
                while page := look.entries_after(last):
                    self.seqs += [entry.seq for entry in page]
                    last = page[-1].seq
            if done:
                break
        feed.close()
        store.close()


def crowd_day(url: str, processes: int, seconds: float) -> dict[str, float]:
    """Counts of what must not happen, and how long the stopped client held the hall (seconds)."""
    store = sample_office(url)
    clerks = min(10, max(2, processes // 3))
    with tempfile.TemporaryDirectory() as name:
        crowd = Crowd(url, Path(name))
        follower = Follower(url, store.office)
        follower.start()
        for index in range(1, processes + 1):
            crowd.start("clerk" if index <= clerks else "taker", index)
        wait_for(EVERYBODY, crowd.is_complete, within_s=ALL_HERE_S)
        _let_it_run(crowd, seconds)
        crowd.end()
        follower.ending.set()
        follower.join()
        found = _faults(store, crowd.folder, follower.seqs)
        errors = (crowd.folder / "errors.log").read_text()
        if "Traceback" in errors:
            print(errors[-3000:], file=sys.stderr)
            found["crashes"] = errors.count("Traceback")
    store.close()
    return found


def _let_it_run(crowd: Crowd, seconds: float) -> None:
    dice = random.Random(20261122)
    end = time.monotonic() + seconds
    next_kill = time.monotonic() + KILL_EVERY
    stop_at = time.monotonic() + seconds / 2
    stopped = False
    while time.monotonic() < end:
        time.sleep(0.05)
        if time.monotonic() >= next_kill:
            crowd.kill_one(dice)
            next_kill += KILL_EVERY
        if not stopped and time.monotonic() >= stop_at:
            crowd.start("stopper", 0)
            stopped = True


def _faults(store: Store, folder: Path, seen: list[int]) -> dict[str, float]:
    words = [line.split() for log in folder.glob("*-*.log") for line in log.read_text().splitlines()]
    with store.reading() as look:
        tickets = look.tickets_between(1, look.seq)
        entries = []
        while page := look.entries_after(len(entries)):
            entries += page
        last = look.seq
        setup = look.setup
    numbers = Counter((t.day, t.series, t.lap, t.number) for t in tickets)
    calls = Counter(e.ticket for e in entries if e.kind is Kind.TICKET_CALLED)
    known = {t.id for t in tickets}
    promised = {int(w[1]) for w in words if w[0] == "taken"}
    return {
        "numbers twice": sum(n - 1 for n in numbers.values()),
        "tickets called twice": sum(n - 1 for n in calls.values()),
        "tickets lost": len(promised - known),
        "calls that overtook a better ticket": overtaken(entries, tickets, setup),
        "gaps in the journal": 0 if audit(store).good and len(entries) == last else 1,
        "entries missed by the follower": len(set(range(1, last + 1)) - set(seen)),
        "longest hold of the hall": longest_silence(entries),
        "longest verb": max((float(w[2]) for w in words if w[0] == "took"), default=0.0),
        "tickets": len(tickets),
        "calls": sum(calls.values()),
        "crashes": 0,
    }


def longest_silence(entries: list[Entry]) -> float:
    """Seconds between two journal entries, once the crowd was at work, in the office's own time."""
    times = [
        entry.at for entry in entries if entry.kind in {Kind.TICKET_TAKEN, Kind.TICKET_CALLED, Kind.COUNTER_READY}
    ]
    return max((later - sooner for sooner, later in pairwise(times)), default=0) / 1000


def overtaken(entries: list[Entry], tickets: list[Ticket], setup: OfficeSetup) -> int:
    """Calls made while somebody with a smaller key, whom that counter could serve, was waiting."""
    by_id = {ticket.id: ticket for ticket in tickets}
    waiting: dict[int, Ticket] = {}
    count = 0
    for entry in entries:
        if entry.ticket is None or entry.ticket not in by_id:
            continue
        if entry.kind is Kind.TICKET_TAKEN:
            waiting[entry.ticket] = by_id[entry.ticket]
        elif entry.kind is Kind.TICKET_CALLED and entry.counter is not None:
            called = waiting.pop(entry.ticket)
            counter = setup.counter(entry.counter)
            count += any(
                (better.key_at, better.id) < (called.key_at, called.id)
                and serves(counter, waiting_as_seen(better), setup)
                for better in waiting.values()
            )
    return count


def run(seconds: float = SECONDS) -> list[Measure]:
    found = []
    for processes in (8, 32):
        with both() as urls:
            for where, url in urls.items():
                seen = crowd_day(url, processes, seconds)
                detail = f"{processes} processes, {seen['tickets']:.0f} tickets, {seen['calls']:.0f} calls"
                found.append(
                    Measure(
                        what="verbs done in the crowd (a check that it was one)",
                        where=where,
                        value=seen["tickets"] + seen["calls"],
                        unit="",
                        bar=200,
                        more_is_better=True,
                        detail=detail,
                    )
                )
                for what in (
                    "numbers twice",
                    "tickets called twice",
                    "tickets lost",
                    "calls that overtook a better ticket",
                    "gaps in the journal",
                    "entries missed by the follower",
                    "crashes",
                ):
                    found.append(Measure(what=what, where=where, value=seen[what], unit="", bar=0, detail=detail))
                found.append(
                    Measure(
                        what="longest time nobody could do anything, one client SIGSTOPped in mid-verb",
                        where=where,
                        value=seen["longest hold of the hall"],
                        unit="s",
                        bar=3,
                        detail=f"{detail}; the slowest verb waited {seen['longest verb']:.1f} s in the crowd",
                    )
                )
    return found
