"""A kiosk on a Postgres whose line is cut at any moment, or which is killed: nothing lost or twice, in order."""

import random
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from kiosk.hall import Hall
from kiosk.offline.outpost import Outpost
from kiosk.scenes import Take
from tests.store_fixtures import IN_USE, PostgresServer
from waitline.assets import asset
from waitline.model.clock import Instant
from waitline.model.office import KioskSetup
from waitline.model.service import SeriesCode, ServiceCode
from waitline.model.ticket import Ticket, TicketState
from waitline.settings.office_file import parse_office
from waitline.store.audit import audit
from waitline.store.engine import Store
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

from .line_to_office import Line

OFFICE = "sample"
PATIENCE_S = 40.0
CUTS = 50
SECOND_KIOSK = """
[[series]]
code = "OFFLINE-2"
prefix = "M"
first = 1
last = 99
digits = 3

[[kiosks]]
id = "kiosk-2"
offline_series = "OFFLINE-2"

"""


def waited_for(what: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it did not come"
        threading.Event().wait(0.01)


class Kiosk:
    """The kiosk's side below the glass: what a touch leads to, and the thread that hands over."""

    def __init__(self, url: str, office: str, folder: Path, series: str = "OFFLINE-1") -> None:
        setup = parse_office(document(office), "office.toml")
        kiosk = KioskSetup(id="kiosk-1", printer="kiosk-1", offline_series=SeriesCode(series))
        self.hall = Hall(url, office, kiosk)
        self.outpost = Outpost(self.hall, setup, kiosk, SeriesCode(series), folder)
        self.hall.outpost = self.outpost
        self.outpost.start()
        waited_for(lambda: self.outpost.knows_touch)

    def take(self, **facts: Any) -> Ticket:
        asked = {"request": new_request(), "service": ServiceCode("TRANS"), "language": "zh-TW"} | facts
        return self.hall.take(Take(**asked)).ticket

    def is_back(self) -> bool:
        return not self.outpost.is_lost and not self.outpost.spool().pending()

    def close(self) -> None:
        self.hall.close()


def document(office: str, *, second: bool = False) -> str:
    text = asset("sample", "office.toml").read_text(encoding="utf-8").replace(f'"{OFFICE}" ', f'"{office}" ', 1)
    # without any hours it is never closed by the clock, whenever the tests run
    text = re.sub(r'(?m)^((?:mon|tues|wednes|thurs|fri|satur|sun)day\s*=) "[^"]*"', r'\1 "closed"', text)
    other = SECOND_KIOSK + "[[displays]]"
    return text.replace("[[displays]]", other, 1) if second else text


@pytest.fixture
def office(postgres: PostgresServer, make_store: Callable[[str, str], Store]) -> Store:
    store = make_store(postgres.url(IN_USE), f"cut{random.randrange(10**9)}")
    Floor(store).set_up_office(document(store.office, second=True), request=new_request())
    return store


@pytest.fixture
def line(postgres: PostgresServer) -> Iterator[Line]:
    folder = parse_qs(urlsplit(postgres.url()).query)["host"][0]
    made = Line(Path(folder) / ".s.PGSQL.5432")
    yield made
    made.close()


@pytest.fixture
def kiosk(office: Store, line: Line, tmp_path: Path) -> Iterator[Callable[..., Kiosk]]:
    """Kiosks at the end of the line, each with a folder of its own."""
    url = f"postgresql://postgres@127.0.0.1:{line.port}/{IN_USE}"
    with ExitStack() as everything:

        def put_up(name: str = "one", **how: Any) -> Kiosk:
            return everything.enter_context(closing(Kiosk(url, office.office, tmp_path / name, **how)))

        yield put_up


def everybody(office: Store) -> list[Ticket]:
    with office.reading() as look:
        return look.tickets_between(0, look.seq)


def waiting(office: Store) -> list[Ticket]:
    with office.reading() as look:
        return look.waiting()


def test_fifty_cut_lines_lose_nothing_give_nothing_twice_and_keep_the_order(
    office: Store, line: Line, kiosk: Callable[..., Kiosk]
) -> None:
    here, chance = kiosk(), random.Random(20261120)
    waited_for(here.is_back)
    shown: list[str] = []
    for _ in range(CUTS):
        line.cut_after(chance.randrange(6_000))
        began = time.monotonic()
        shown += [here.take().label for _ in range(chance.randrange(1, 4))]
        assert time.monotonic() - began < 10
        line.mend()
        if chance.random() < 0.7:
            waited_for(here.is_back)
    waited_for(here.is_back)
    assert len(set(shown)) == len(shown)
    assert [ticket.label for ticket in waiting(office)] == shown, "in the order in which visitors took them"
    others = [ticket for ticket in everybody(office) if ticket.label not in shown]
    assert {ticket.state for ticket in others} <= {TicketState.CANCELLED}
    assert sum(label.startswith("K") for label in shown) >= CUTS / 2, "the line was cut while numbers were taken"
    assert audit(office).good


def test_a_line_that_is_silent_costs_the_first_visitor_a_second_and_the_next_ones_nothing(
    office: Store, line: Line, kiosk: Callable[..., Kiosk]
) -> None:
    here = kiosk()
    waited_for(here.is_back)
    line.stop()
    took = []
    for _ in range(5):
        began = time.monotonic()
        assert here.take().label.startswith("K")
        took.append(time.monotonic() - began)
    line.mend()
    waited_for(here.is_back)
    assert took[0] < 1.5
    assert max(took[1:]) < 0.3
    assert [ticket.label for ticket in waiting(office)] == [f"K{n:03d}" for n in range(1, 6)]
    assert audit(office).good


def test_a_server_killed_and_started_again_gets_every_number_with_its_true_time(
    postgres: PostgresServer, office: Store, kiosk: Callable[..., Kiosk]
) -> None:
    here = kiosk()
    waited_for(here.is_back)
    online = here.take()
    office.close()
    postgres.stop()
    try:
        given = [here.take() for _ in range(3)]
        with_the_same = here.take(request="asked twice"), here.take(request="asked twice")
    finally:
        postgres.start()
    assert with_the_same[0].label == with_the_same[1].label
    waited_for(here.is_back)
    found = {ticket.label: ticket for ticket in waiting(office)}
    assert list(found) == [online.label, *(ticket.label for ticket in (*given, with_the_same[0]))]
    for ticket in given:
        assert found[ticket.label].issued_at == ticket.issued_at
        assert found[ticket.label].key_at == ticket.issued_at
    assert here.take().label == "A002"
    assert audit(office).good


def test_two_kiosks_out_of_touch_at_once_never_give_the_same_number(
    office: Store, line: Line, kiosk: Callable[..., Kiosk]
) -> None:
    one, two = kiosk(), kiosk("two", series="OFFLINE-2")
    waited_for(lambda: one.is_back() and two.is_back())
    line.cut()
    shown = [here.take().label for _ in range(3) for here in (one, two)]
    line.mend()
    waited_for(lambda: one.is_back() and two.is_back())
    assert shown == ["K001", "M001", "K002", "M002", "K003", "M003"]
    found = [ticket.label for ticket in waiting(office)]
    assert [label for label in found if label[0] == "K"] == ["K001", "K002", "K003"]
    assert [label for label in found if label[0] == "M"] == ["M001", "M002", "M003"]
    assert audit(office).good


def test_a_kiosk_started_again_while_the_server_is_away_goes_on_and_hands_all_over(
    office: Store, line: Line, kiosk: Callable[..., Kiosk]
) -> None:
    first = kiosk()
    waited_for(first.is_back)
    line.cut()
    assert first.take().label == "K001"
    first.close()
    again = kiosk()
    assert again.take().label == "K002"
    line.mend()
    waited_for(again.is_back)
    assert [ticket.label for ticket in waiting(office)] == ["K001", "K002"]


def test_a_spool_that_was_lost_does_not_begin_the_range_again(
    office: Store, line: Line, kiosk: Callable[..., Kiosk], tmp_path: Path
) -> None:
    first = kiosk()
    waited_for(first.is_back)
    line.cut()
    assert [first.take().label for _ in range(2)] == ["K001", "K002"]
    line.mend()
    waited_for(first.is_back)
    first.close()
    again = kiosk("a new disk")
    waited_for(again.is_back)
    line.cut()
    assert again.take().label == "K003"
    line.mend()
    waited_for(again.is_back)
    assert [ticket.label for ticket in waiting(office)] == ["K001", "K002", "K003"]


def test_times_are_those_of_the_office_whatever_the_kiosk_s_own_clock_says(
    office: Store, line: Line, kiosk: Callable[..., Kiosk]
) -> None:
    here = kiosk()
    waited_for(here.is_back)
    line.cut()
    with office.reading() as look:
        before = look.now
    given = here.take()
    with office.reading() as look:
        after = look.now
    line.mend()
    waited_for(here.is_back)
    assert Instant(before - 100) <= given.issued_at <= Instant(after + 100)
