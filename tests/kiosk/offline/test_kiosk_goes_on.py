"""A real kiosk in a real office whose database is taken away: numbers, slips, and all of it handed over later."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from drivers.printing.emulator.device import Emulator
from drivers.printing.profile import load_profile
from drivers.printing.queue.slip_news import Slip
from kiosk.scenes import Home, Number, Sorry
from tests.own_time import OwnTime
from waitline.model.clock import SECOND
from waitline.model.office import KioskSetup
from waitline.model.service import SeriesCode
from waitline.model.ticket import Origin
from waitline.store.audit import audit

from ..houses import House, Stand
from .papers import a_paper

Stands = Callable[..., Stand]
OFFLINE = KioskSetup(id="kiosk-1", love_asks_reason=False, offline_series=SeriesCode("OFFLINE-1"))
PRINTING = replace(OFFLINE, printer="kiosk-1")
PATIENCE_S = 30.0


@contextmanager
def locked(house: House) -> Iterator[None]:
    """Another program holds the database's lock, and answers nobody."""
    with closing(sqlite3.connect(house.office.path / "queue.db", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


def at_home(qtbot: QtBot, kiosk: Stand) -> None:
    """The home page is there, and the office has been looked at."""
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home) and kiosk.attendant.office_time() is not None)
    assert kiosk.hall.outpost is not None
    qtbot.waitUntil(lambda: kiosk.hall.outpost.office_time() is not None)
    kiosk.clock.later(1)


def takes(qtbot: QtBot, kiosk: Stand, service: str = "TRANS") -> str:
    """A visitor takes a number; what the glass says. The page is left again."""
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home))
    kiosk.clock.later(1)
    kiosk.touch(service if service == "love" else f"service-{service}")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number))
    label = kiosk.label("number")
    kiosk.clock.later(1)
    kiosk.touch("home")
    return label


def all_handed_over(qtbot: QtBot, kiosk: Stand) -> None:
    outpost = kiosk.hall.outpost
    assert outpost is not None
    qtbot.waitUntil(lambda: not outpost.is_lost and not outpost.spool().pending())


def labels(house: House) -> list[str]:
    return [ticket.label for ticket in house.waiting()]


def test_a_locked_database_stops_no_number_and_gets_them_all_later(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand(kiosk=OFFLINE)
    at_home(qtbot, kiosk)
    assert takes(qtbot, kiosk) == "A001"
    with locked(house):
        first = kiosk.attendant.office_time()
        given = [takes(qtbot, kiosk, wanted) for wanted in ("TRANS", "REG", "love")]
        assert given == ["K001", "K002", "K003"]
        assert labels(house) == ["A001"]
    all_handed_over(qtbot, kiosk)
    assert labels(house) == ["K003", "A001", "K001", "K002"], (
        "the love visitor has the head start, the others their time"
    )
    tickets = [ticket for ticket in house.waiting() if ticket.origin is Origin.OFFLINE]
    assert {ticket.service for ticket in tickets} == {"TRANS", "REG", None}
    assert first is not None
    for ticket in tickets:
        assert first - SECOND <= ticket.issued_at <= first + 60 * SECOND
    assert takes(qtbot, kiosk).startswith("A"), "back by itself"
    assert audit(house.store).good


def test_the_first_number_comes_within_one_and_a_half_seconds_and_the_others_at_once(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand(kiosk=OFFLINE)
    at_home(qtbot, kiosk)
    took = []
    with locked(house):
        for _ in range(10):
            qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home))
            kiosk.clock.later(1)
            watch = OwnTime()
            kiosk.touch("service-TRANS")
            qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number))
            kiosk.window.repaint()
            took.append(watch.seconds())
            kiosk.clock.later(1)
            kiosk.touch("home")
    assert took[0] <= 1.5
    assert sorted(took[1:])[-2] <= 0.3
    all_handed_over(qtbot, kiosk)


def test_tiles_promise_no_wait_while_numbers_are_here_that_the_hall_does_not_know(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    """A locked file is read as if nothing had happened: it lacks the visitors with this kiosk's numbers."""
    kiosk = stand(kiosk=OFFLINE)
    at_home(qtbot, kiosk)
    tile = kiosk.button("service-TRANS")
    qtbot.waitUntil(lambda: "前面" in tile.accessibleName())
    with locked(house):
        takes(qtbot, kiosk)
        qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home))
        qtbot.waitUntil(lambda: "前面" not in tile.accessibleName())
        assert "分" not in tile.accessibleName()
    all_handed_over(qtbot, kiosk)
    qtbot.waitUntil(lambda: "前面 1 人" in tile.accessibleName())


def test_nothing_alarming_is_said_and_no_people_ahead_are_made_up(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand(kiosk=OFFLINE)
    at_home(qtbot, kiosk)
    with locked(house):
        kiosk.touch("service-TRANS")
        qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number))
        assert "號碼已保留" in kiosk.label("ahead")
        assert kiosk.label("banner") == ""
    all_handed_over(qtbot, kiosk)


def test_a_database_moved_away_is_gone_on_without_and_found_again(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand(kiosk=OFFLINE)
    at_home(qtbot, kiosk)
    queue = house.office.path / "queue.db"
    queue.rename(queue.with_suffix(".away"))
    assert takes(qtbot, kiosk) == "K001"
    qtbot.waitUntil(lambda: "照常取號" in kiosk.label("banner"))
    assert takes(qtbot, kiosk) == "K002"
    queue.with_suffix(".away").rename(queue)
    all_handed_over(qtbot, kiosk)
    qtbot.waitUntil(lambda: kiosk.label("banner") == "")
    assert labels(house) == ["K001", "K002"]


def test_a_kiosk_started_while_the_database_is_away_goes_on_from_its_last_number(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    before = stand(kiosk=OFFLINE)
    at_home(qtbot, before)
    queue = house.office.path / "queue.db"
    with locked(house):
        assert takes(qtbot, before) == "K001"
        before.close()
    house.store.close()
    queue.rename(queue.with_suffix(".away"))
    again = stand(kiosk=OFFLINE)
    assert takes(qtbot, again) == "K002"
    queue.with_suffix(".away").rename(queue)
    all_handed_over(qtbot, again)
    assert labels(house) == ["K001", "K002"]


def test_slips_come_as_usual_and_none_comes_twice(
    stand: Stands, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    with Emulator(load_profile("big5-80mm"), tmp_path / "port", turned=True) as printer:
        kiosk = stand(kiosk=PRINTING, port=printer.port)
        at_home(qtbot, kiosk)
        qtbot.waitUntil(lambda: printer.received >= 11)
        wanted = [takes(qtbot, kiosk)]
        with locked(house):
            wanted += [takes(qtbot, kiosk) for _ in range(2)]
            printer.wait_for_slips(3, seconds=PATIENCE_S)
        all_handed_over(qtbot, kiosk)
        wanted.append(takes(qtbot, kiosk))
        printer.wait_for_slips(4, seconds=PATIENCE_S)
        qtbot.waitUntil(lambda: house.jobs() == [])
        assert wanted[1:3] == ["K001", "K002"]
        assert [line for slip in printer.slips for line in slip.text if line in wanted] == wanted
        assert len(printer.slips) == len(wanted)
        assert not any("補印 COPY" in line for slip in printer.slips for line in slip.text)


def test_a_slip_that_could_not_be_printed_out_of_touch_is_printed_by_the_office_s_queue(
    stand: Stands, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    with Emulator(load_profile("big5-80mm"), tmp_path / "port", turned=True) as printer:
        kiosk = stand(kiosk=PRINTING, port=printer.port)
        at_home(qtbot, kiosk)
        qtbot.waitUntil(lambda: printer.received >= 11)
        printer.do("paper out")
        qtbot.waitUntil(lambda: "印表機暫時不能列印" in kiosk.label("banner"))
        with locked(house):
            kiosk.touch("service-TRANS")
            qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number) and kiosk.flow.scene.slip is Slip.TROUBLE)
        all_handed_over(qtbot, kiosk)
        (job,) = house.jobs()
        assert job.ticket.label == "K001"
        printer.do("paper ok")
        (slip,) = printer.wait_for_slips(1, seconds=PATIENCE_S)
        assert "K001" in slip.text
        qtbot.waitUntil(lambda: house.jobs() == [])
        assert len(printer.slips) == 1


def test_at_the_end_of_its_range_it_is_said_in_words(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand(kiosk=OFFLINE)
    at_home(qtbot, kiosk)
    outpost = kiosk.hall.outpost
    assert outpost is not None
    with locked(house):
        takes(qtbot, kiosk)
        outpost.spool().add(outpost.spool().pending()[0].day, a_paper(999))
        qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home))
        kiosk.clock.later(1)
        kiosk.touch("service-TRANS")
        qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Sorry))
        scene = kiosk.flow.scene
    assert isinstance(scene, Sorry)
    assert "字號已發完" in scene.words.zh
    all_handed_over(qtbot, kiosk)


def test_a_kiosk_that_has_never_seen_its_office_gives_no_number_until_it_does(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    with locked(house):
        kiosk = stand(kiosk=OFFLINE)
        queue = house.office.path / "queue.db"
        queue.rename(queue.with_suffix(".away"))
        kiosk.clock.later(1)
        kiosk.touch("service-TRANS")
        kiosk.clock.later(7)
        qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Sorry))
        queue.with_suffix(".away").rename(queue)
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number))
