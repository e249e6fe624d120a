"""A second, tiny hall that knows neither verbs nor database: what a rehearsal's figures are held against.

Head start, no reserve, no back line; every idle counter asks after every event, fewest services first.
"""

import csv
import heapq
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path


@dataclass
class Person:
    id: int
    came: int
    service: str
    cls: str
    slot: int
    busy: int
    walk: int
    shows: bool
    back: int | None
    key: float = 0
    called: float | None = None


@dataclass
class Seat:
    id: int
    kind: str
    skills: set[str]
    speed: float
    breaks: list[tuple[int, int]]
    state: str = "idle"


@dataclass
class SmallHall:
    people: list[Person]
    seats: list[Seat]
    waiting: list[Person] = field(default_factory=list)
    events: list[tuple[float, int, str, object]] = field(default_factory=list)
    order: count = field(default_factory=count)

    def push(self, at: float, kind: str, what: object) -> None:
        heapq.heappush(self.events, (at, next(self.order), kind, what))

    def run(self) -> None:
        for person in self.people:
            self.push(person.came, "comes", person)
        for seat in self.seats:
            for begins, _ in seat.breaks:
                self.push(begins, "break", seat)
        while self.events:
            now, _, kind, what = heapq.heappop(self.events)
            if kind in {"comes", "returns"}:
                self.joins(what, now, again=kind == "returns")
            elif kind != "break" or what.state == "idle":
                self.free(what, now)
            self.offer(now)

    def joins(self, person: Person, now: float, *, again: bool) -> None:
        head_start = {"O": 0, "P": 7200, "A": 1800}[person.cls]
        if again:
            person.key = max(person.key, now - 600 - head_start)
        else:
            person.key = max(person.came, person.slot) - head_start
        self.waiting.append(person)

    def free(self, seat: Seat, now: float) -> None:
        seat.state = "idle"
        if seat.breaks and seat.breaks[0][0] <= now:
            _, length = seat.breaks.pop(0)
            seat.state = "break"
            self.push(now + length, "over", seat)

    def offer(self, now: float) -> None:
        while True:
            pairs = [
                (person.key, person.id, self.rank(seat, person), person, seat)
                for person in self.waiting
                for seat in self.seats
                if seat.state == "idle" and person.service in seat.skills
            ]
            if not pairs:
                return
            *_, person, seat = min(pairs, key=lambda pair: pair[:3])
            self.call(person, seat, now)

    def rank(self, seat: Seat, person: Person) -> tuple[bool, bool, int, str]:
        love = seat.kind == "love"
        return (person.cls == "P" and not love, love, len(seat.skills), str(seat.id))

    def call(self, person: Person, seat: Seat, now: float) -> None:
        self.waiting.remove(person)
        person.called = now if person.called is None else person.called
        seat.state = "busy"
        if person.shows:
            self.push(now + person.walk + person.busy * seat.speed, "done", seat)
            return
        person.shows = True
        self.push(now + 60, "done", seat)
        if person.back is not None:
            self.push(now + 60 + person.back, "returns", person)

    def waits(self, cls: str) -> list[float]:
        return [p.called - max(p.came, p.slot) for p in self.people if p.cls == cls and p.called is not None]


def small_hall(folder: Path) -> SmallHall:
    """The hall of a recorded day, not yet run."""
    with (folder / "visitors.csv").open(encoding="utf-8") as lines:
        people = [
            Person(
                id=int(row["vid"]),
                came=int(row["t"]),
                service=row["svc"],
                cls=row["cls"],
                slot=int(row["slot"] or 0),
                busy=int(row["dur"]),
                walk=int(row["walk"]),
                shows=row["show"] == "1",
                back=int(row["back"]) if row["back"] else None,
            )
            for row in csv.DictReader(lines)
        ]
    with (folder / "counters.csv").open(encoding="utf-8") as lines:
        seats = [
            Seat(
                id=int(row["id"]),
                kind=row["kind"],
                skills=set(row["skills"].split("|")),
                speed=float(row["speed"]),
                breaks=sorted(tuple(map(int, each.split("+"))) for each in row["breaks"].split(";") if each),
            )
            for row in csv.DictReader(lines)
            if row["kind"] != "backline"
        ]
    return SmallHall(people=people, seats=seats)
