"""A real hall on SQLite for a clerk's program: the sample office, its verbs, and ways to fill and empty it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fresh_database import make_database
from waitline.assets import asset
from waitline.cli.demo.office import ALL_DAY, with_hours
from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup
from waitline.model.staff import StaffId
from waitline.model.ticket import Need, Ticket
from waitline.settings.office_file import parse_office
from waitline.store.engine import Store
from waitline.store.setting_up import turn_clock
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.views import counter_view, kiosk_view
from waitline.views.counter_view import CounterView
from waitline.views.kiosk_view import HelpHere

FRIDAY_NINE = Instant(1_795_136_400_000)
"""2026-11-20 09:00 in Taipei, a Friday."""

DEAF = frozenset({Need.DEAF})
ALL_NEEDS = frozenset(Need)
DOCUMENT = with_hours(asset("sample", "office.toml").read_text(encoding="utf-8"), ALL_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class RealHall:
    """The sample office in a file of its own; `now` moves only where the hall was made with a turned clock."""

    path: Path
    store: Store
    setup: OfficeSetup

    @property
    def url(self) -> str:
        return self.store.url

    def take(self, service: str | None = "TRANS", **facts: Any) -> Ticket:
        """A visitor takes a number at the kiosk."""
        return Reception(self.store).take_ticket(request=new_request(), service=service, **facts).ticket

    def ask_for_help(self, place: str = "kiosk-1", language: str = "zh-TW") -> int:
        """Somebody touches 「需要協助」 at a kiosk."""
        return Reception(self.store).ask_for_help(request=new_request(), place=place, language=language)

    def here(self, place: str = "kiosk-1") -> HelpHere | None:
        """What that kiosk is told of its latest call for help."""
        return kiosk_view.read(self.store, place).help

    def clerk(self, counter: str, staff: str | None = None, pin: str | None = None) -> "Clerk":
        """Somebody signs in at a counter of the hall, without any window."""
        person = StaffId(staff or f"c{int(counter):02d}")
        Calling(self.store).sign_in(request=new_request(), counter=CounterId(counter), staff=person, pin=pin)
        return Clerk(hall=self, counter=CounterId(counter), staff=person)

    def set_pin(self, staff: str, pin: str) -> None:
        Floor(self.store).set_pin(request=new_request(), staff=StaffId(staff), pin=pin)

    def view(self, counter: str = "3") -> CounterView:
        return counter_view.read(self.store, CounterId(counter))

    def turn(self, minutes: float) -> None:
        """Some minutes pass."""
        turn_clock(self.store, Instant(self.view().at + round(minutes * MINUTE)))

    def state_of(self, label: str) -> str:
        with self.store.writing("look") as hall:
            return hall.ticket_numbered(label).state.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """A colleague at another counter, by verbs alone."""

    hall: RealHall
    counter: CounterId
    staff: StaffId

    def do(self, verb: str, **facts: Any) -> Any:
        ask: Callable[..., Any] = getattr(Calling(self.hall.store), verb)
        return ask(request=new_request(), counter=self.counter, by=self.staff, **facts)


def open_hall(
    path: Path, *, url: str | None = None, turned_to: Instant | None = None, document: str = DOCUMENT
) -> RealHall:
    """A new office in `path`, or at `url`; with `turned_to` time stands still until it is turned."""
    url = url or f"sqlite:///{path.as_posix()}"
    make_database(url)
    return set_up_hall(url, path, turned_to=turned_to, document=document)


def set_up_hall(
    url: str, path: Path = Path(), *, turned_to: Instant | None = None, document: str = DOCUMENT
) -> RealHall:
    """The same in a database that has our tables; `path` is its file, if it is one."""
    setup = parse_office(document, "office.toml")
    store = Store(url, setup.id)
    Floor(store).set_up_office(document, request=new_request(), turned_to=turned_to)
    return RealHall(path=path, store=store, setup=setup)
