"""The busy hall: visitors come and take numbers, clerks work, a few who missed their call come back."""

import heapq
import logging
import random
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Final

from waitline.model.counter import CounterId, CounterKind
from waitline.model.errors import WaitlineError
from waitline.model.office import OfficeSetup
from waitline.model.staff import Role, StaffId
from waitline.model.ticket import Origin
from waitline.store.engine import Store
from waitline.verbs.calling import Calling
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .arrivals import Arrivals
from .clerk import Clerk

logger = logging.getLogger(__name__)
LOOK_EVERY_S: Final = 0.25
COMES_BACK_SHARE: Final = 0.6
COMES_BACK_S: Final = (12.0, 30.0)
AT_THE_DOOR: Final = 26
"""Visitors who waited for the doors to open: the service desk gives them numbers one after another."""
AT_THE_DOOR_GAP_S: Final = 0.5
LOAD: Final = 0.98
AT_THE_KIOSK_SHARE: Final = 0.7
"""Of the others; they take a slip."""


class BusyHall:
    """Runs until `ending` is set. Counters in `left_free` are for somebody else to work at."""

    def __init__(
        self, store: Store, setup: OfficeSetup, chance: random.Random, *, left_free: frozenset[str], pace: float
    ) -> None:
        self._store = store
        self._chance = chance
        self._reception = Reception(store)
        calling = Calling(store)
        self._clerks = [
            Clerk(
                counter=counter,
                staff=staff,
                setup=setup,
                calling=calling,
                chance=chance,
                pace=pace,
                missed=self._plan_return,
            )
            for counter, staff in posts(setup)
            if counter not in left_free
        ]
        self._arrivals = Arrivals(setup, chance, clerks=len(self._clerks), pace=pace, load=LOAD)
        self._printers = [kiosk.printer for kiosk in setup.kiosks if kiosk.printer is not None]
        self._due: list[tuple[float, int, Callable[[], object]]] = []
        self._planned = 0
        self._came = 0

    def run(self, ending: threading.Event) -> None:
        for clerk in self._clerks:
            self._try(clerk.sign_in)
        self._plan(0.0, self._visitor_comes)
        feed = self._store.feed()
        try:
            while not ending.is_set():
                self._turn()
                feed.wait(LOOK_EVERY_S)
        finally:
            feed.close()

    def _turn(self) -> None:
        now = time.monotonic()
        while self._due and self._due[0][0] <= now:
            self._try(heapq.heappop(self._due)[2])
        with self._store.reading() as look:
            desks = {desk.counter: desk for desk in look.desks()}
            tickets = {ticket.counter: ticket for ticket in look.at_counters()}
        for clerk in self._clerks:
            desk, ticket = desks[clerk.counter], tickets.get(clerk.counter)
            self._try(partial(clerk.look, desk, ticket, now))

    def _visitor_comes(self) -> None:
        self._came += 1
        at_the_door = self._came <= AT_THE_DOOR
        self._plan(AT_THE_DOOR_GAP_S if at_the_door else self._arrivals.next_gap(), self._visitor_comes)
        visitor = self._arrivals.next_visitor()
        printer = None
        if self._printers and not at_the_door and self._chance.random() < AT_THE_KIOSK_SHARE:
            printer = self._chance.choice(self._printers)
        self._reception.take_ticket(
            request=new_request(),
            service=visitor.service,
            love=visitor.love,
            love_reason=visitor.reason,
            language=visitor.language,
            origin=Origin.GREETER if printer is None else Origin.KIOSK,
            printer=printer,
        )

    def _plan_return(self, label: str) -> None:
        if self._chance.random() < COMES_BACK_SHARE:
            self._plan(
                self._chance.uniform(*COMES_BACK_S),
                lambda: self._reception.welcome_back(request=new_request(), label=label),
            )

    def _plan(self, in_s: float, act: Callable[[], object]) -> None:
        self._planned += 1
        heapq.heappush(self._due, (time.monotonic() + in_s, self._planned, act))

    def _try(self, act: Callable[[], object]) -> None:
        """A refusal is life in a hall: somebody else was quicker."""
        try:
            act()
        except WaitlineError as error:
            logger.info("crowd_refused", extra={"why": error.words.en})


def posts(setup: OfficeSetup) -> list[tuple[CounterId, StaffId]]:
    """Who works where: each counter but the back line's gets the next clerk who may work there."""
    clerks = [s for s in setup.staff if s.roles == frozenset({Role.CLERK}) and not s.counters]
    counters = [c.id for c in setup.counters if c.kind is not CounterKind.BACK_LINE]
    return [(counter, clerk.id) for counter, clerk in zip(counters, clerks, strict=False)]
