"""Consoles in processes of their own, all at once on one summons that is due, some of them killed meanwhile."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any, Protocol

from tests.builders import LiveHall
from tests.verbs.back_line_hall import full, picture, verbs
from waitline.verbs.requests import new_request

LOOKS = 5
"""So often each of them settles the hall."""


class Console(Protocol):
    """A process that settles when it is told to, and says when it begins and ends."""

    process: Any

    def tell(self, *words: object) -> None: ...
    def hears(self, word: str) -> object: ...


def first_due(hall: LiveHall) -> None:
    """The hall has been full for half a minute: whoever looks next asks somebody of the back line to come."""
    full(hall)
    hall.settle()
    hall.turn(seconds=30)


def due_again(hall: LiveHall) -> None:
    """Nobody is wanted after all; five minutes later the hall is still full."""
    for one in picture(hall).open:
        verbs(hall).call_off(request=new_request(), summons=one.id, by="supervisor", reason="誤傳")
    hall.turn(minutes=5)


def race(
    hall: LiveHall, consoles: Sequence[Console], killed: Collection[int], moment: Callable[[], object]
) -> Counter[str]:
    """All settle at once; those `killed` (by place) die meanwhile, each after a `moment`. What the journal got."""
    before = hall.seq
    for console in consoles:
        console.tell("settle", LOOKS)
    for place in killed:
        consoles[place].hears("settling")
        moment()
        consoles[place].process.kill()
    for place, console in enumerate(consoles):
        if place not in killed:
            console.hears("settling")
            console.hears("settled")
    hall.settle()
    return Counter(hall.kinds(before))


def was_summoned_once(found: Counter[str]) -> bool:
    return (found["BackLineSummoned"], found["SummonsAsked"]) == (1, 1)
