"""A small office and whoever is in it, with valid defaults: everything goes through the real verbs."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from waitline.model.clock import MINUTE, SECOND, Instant
from waitline.model.counter import CounterId, Desk
from waitline.model.journal import Entry
from waitline.model.slip import Taken
from waitline.model.staff import StaffId
from waitline.model.ticket import Errand, Ticket
from waitline.store.engine import Store
from waitline.store.setting_up import turn_clock
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.performing import Called
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.verbs.settling import Settled, Settling
from waitline.views import board, counter_view, kiosk_view
from waitline.views.board import BoardView
from waitline.views.counter_view import CounterView
from waitline.views.kiosk_view import KioskView

FRIDAY_NINE = Instant(1_795_136_400_000)
"""2026-11-20 09:00 in Taipei."""

ALL = "all"
SERIES = {"A": "TRANS", "B": "REG", "C": "IDCARD", "D": "SEAL", "E": "CERT", "F": "ASK"}
COUNTERS: dict[str, Mapping[str, Any]] = {
    "1": {"kind": "quick", "services": ["TRANS", "SEAL", "ASK"]},
    "2": {"kind": "quick", "services": ["TRANS", "SEAL", "ASK"], "accessible": False},
    "3": {"kind": "general", "services": ["TRANS", "REG", "IDCARD", "SEAL", "ASK"], "printer": "desk"},
    "7": {"kind": "general", "services": ALL},
    "8": {"kind": "general", "services": ALL},
    "9": {"kind": "general", "services": ALL, "accessible": False},
    "10": {"kind": "love", "services": ALL},
}
STAFF: dict[str, Mapping[str, Any]] = {
    **{f"c{int(number):02}": {"roles": ["clerk"]} for number in COUNTERS},
    "limited": {"roles": ["clerk"], "counters": ["1"]},
    "greeter": {"roles": ["greeter"]},
    "supervisor": {"roles": ["supervisor", "clerk"]},
    "installer": {"roles": ["installer"]},
}

PRINTERS = {"kiosk-1": "/dev/ttyUSB0", "desk": "/dev/ttyUSB1"}
KIOSKS = {"kiosk-1": "kiosk-1", "kiosk-2": ""}
"""With their printers; the second has none."""


def office_document(
    *,
    counters: Mapping[str, Mapping[str, Any]] = COUNTERS,
    staff: Mapping[str, Mapping[str, Any]] = STAFF,
    last_number: int = 999,
    last_love_number: int = 999,
    time_zone: str = "Asia/Taipei",
    buses: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
    displays: Sequence[str] = (),
    **rules: Any,
) -> str:
    """An office file: six services, seven counters, two printers, two kiosks; `rules` by their names.

    No reserve unless `reserve="on"`.
    """
    sections: list[tuple[str, Mapping[str, Any]]] = [
        ("[office]", {"id": "office", "name": {"zh": "測試所", "en": "Test office"}, "love_series": "LOVE"}),
        ("[hours]", {}),
        ("[rules]", {"reserve": "off", **rules}),
        *(
            ("[[series]]", {"code": letter, "prefix": letter, "first": 1, "last": last_number, "digits": 3})
            for letter in SERIES
        ),
        ("[[series]]", {"code": "LOVE", "prefix": "", "first": 901, "last": last_love_number, "digits": 3}),
        *(
            ("[[services]]", {"code": code, "name": {"zh": code, "en": code}, "series": a, "mean_minutes": 5})
            for a, code in SERIES.items()
        ),
        *(("[[counters]]", {"id": number, **facts}) for number, facts in counters.items()),
        *(("[[printers]]", {"id": name, "port": port}) for name, port in PRINTERS.items()),
        *(("[[displays]]", {"id": display}) for display in displays),
        *(("[[buses]]", {"id": name, **facts}) for name, facts in buses.items()),
        *(("[[kiosks]]", {"id": name, "printer": printer}) for name, printer in KIOSKS.items()),
        *(("[[staff]]", {"login": login, "name": f"同仁 {login}", **facts}) for login, facts in staff.items()),
    ]
    sections[0][1]["time_zone"] = time_zone  # type: ignore[index] # a plain dict, made above
    return "\n".join(line for head, facts in sections for line in (head, *_lines(facts)))


def _lines(facts: Mapping[str, Any]) -> list[str]:
    return [f"{key} = {_toml(value)}" for key, value in facts.items()]


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveHall:
    """An office in a real database, and short words for what people do in it."""

    store: Store
    document: str

    @property
    def reception(self) -> Reception:
        return Reception(self.store)

    def take(self, service: str | None = "TRANS", **facts: Any) -> Ticket:
        return self.taken(service, **facts).ticket

    def taken(self, service: str | None = "TRANS", **facts: Any) -> Taken:
        return self.reception.take_ticket(request=new_request(), service=service, **facts)

    def love(self, service: str | None = None, **facts: Any) -> Ticket:
        return self.take(service, love=True, **facts)

    def clerk(self, counter: str, staff: str | None = None, **facts: Any) -> "Clerk":
        """Somebody signs in; clerk c03 at counter 3 unless said otherwise."""
        person = StaffId(staff or f"c{int(counter):02}")
        facts = {"request": new_request()} | facts
        Calling(self.store).sign_in(counter=CounterId(counter), staff=person, **facts)
        return Clerk(hall=self, counter=CounterId(counter), staff=person)

    def clerks(self, *counters: str) -> "list[Clerk]":
        return [self.clerk(counter) for counter in counters]

    def settle(self) -> Settled:
        return Settling(self.store).settle()

    # -- the clock ----------------------------------------------------------------------------------------

    @property
    def now(self) -> Instant:
        with self.store.reading() as look:
            return look.now

    def turn(self, *, minutes: float = 0, seconds: float = 0, ms: int = 0) -> Instant:
        """Time passes."""
        return self.turn_to(Instant(self.now + round(minutes * MINUTE + seconds * SECOND) + ms))

    def turn_to(self, at: Instant) -> Instant:
        turn_clock(self.store, at)
        return at

    # -- looking ------------------------------------------------------------------------------------------

    def journal(self, after: int = 0) -> list[Entry]:
        with self.store.reading() as look:
            return look.entries_after(after, 100_000)

    def kinds(self, after: int) -> list[str]:
        return [str(entry.kind) for entry in self.journal(after)]

    @property
    def seq(self) -> int:
        with self.store.reading() as look:
            return look.seq

    def tickets(self) -> list[Ticket]:
        with self.store.reading() as look:
            return look.tickets_between(0, look.seq)

    def ticket(self, of: Ticket | None) -> Ticket:
        """The same ticket as it is now."""
        assert of is not None
        with self.store.reading() as look:
            found = look.ticket(of.id)
        assert found is not None
        return found

    def errands(self, of: Ticket) -> list[Errand]:
        with self.store.reading() as look:
            return look.errands_between(of.id, of.id)

    def desk(self, counter: str) -> Desk:
        with self.store.reading() as look:
            return next(desk for desk in look.desks() if desk.counter == counter)

    def console(self, counter: str) -> CounterView:
        return counter_view.read(self.store, CounterId(counter))

    @property
    def board(self) -> BoardView:
        return board.read(self.store)

    @property
    def kiosk(self) -> KioskView:
        return kiosk_view.read(self.store, "kiosk-1")

    def everything(self) -> dict[str, Sequence[Any]]:
        """All that a refused verb must leave as it was."""
        with self.store.reading() as look:
            return {
                "head": [look.seq, look.hash, look.day_seq],
                "tickets": look.tickets_between(0, look.seq),
                "errands": look.errands_between(0, look.seq),
                "desks": sorted(look.desks(), key=lambda desk: desk.counter),
                "help": look.help_calls(),
                "devices": look.devices(),
                "back line": [look.back_line()],
                "cases": look.case_helps(),
                "undo": [look.last_action(desk.counter) for desk in look.desks()],
            }


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """Somebody at a counter, by verbs alone."""

    hall: LiveHall
    counter: CounterId
    staff: StaffId

    def do(self, verb: str, **facts: Any) -> Any:
        ask: Callable[..., Any] = getattr(Calling(self.hall.store), verb)
        return ask(**({"request": new_request(), "counter": self.counter, "by": self.staff} | facts))

    def next(self) -> Called:
        """Call the next visitor."""
        called: Called = self.do("call_next")
        return called

    def calls(self) -> Ticket:
        """Call the next visitor; fails when nobody comes."""
        ticket = self.next().ticket
        assert ticket is not None
        return ticket

    def serves(self, **facts: Any) -> Ticket:
        """Call the next visitor and begin; a love visitor who has not said for what comes for a transcript."""
        if self.calls().service is None:
            facts = {"service": "TRANS"} | facts
        ticket: Ticket = self.do("begin", **facts)
        return ticket


def open_hall(store: Store, document: str, *, turned_to: Instant | None = FRIDAY_NINE) -> LiveHall:
    """Begin the office of `store`; with `turned_to` its time stands still until it is turned."""
    Floor(store).set_up_office(document, request=new_request(), turned_to=turned_to)
    return LiveHall(store=store, document=document)
