"""From a finger on the glass to a number in the office: real touches, real verbs, real SQLite."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drivers.printing.queue.slip_news import Slip
from kiosk.scenes import Home, Number, Reasons, Sorry, StillTrying
from tests.own_time import OwnTime
from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import CounterId
from waitline.model.office import KioskSetup
from waitline.model.staff import StaffId
from waitline.model.ticket import LoveReason, TicketState
from waitline.store.tables import SCHEMA_VERSION
from waitline.verbs.requests import new_request

from .houses import House, Stand
from .offices import MONDAY_NINE

Stands = Callable[..., Stand]
NO_REASON = KioskSetup(id="kiosk-1", love_asks_reason=False)


def at_home(qtbot: QtBot, kiosk: Stand) -> None:
    """The home page is there, with counts, long enough to be touched."""
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home) and kiosk.attendant.office_time() is not None)
    kiosk.clock.later(1)


def until_number(qtbot: QtBot, kiosk: Stand) -> Number:
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number))
    scene = kiosk.flow.scene
    assert isinstance(scene, Number)
    return scene


def test_one_touch_gives_a_number_that_the_office_knows(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.touch("service-TRANS")
    number = until_number(qtbot, kiosk)
    assert kiosk.label("number") == number.taken.ticket.label == "A001"
    assert house.ticket("A001").language == "zh-TW"


def test_a_number_is_on_the_glass_within_300_ms(stand: Stands, qtbot: QtBot) -> None:
    kiosk = stand()
    took = []
    for _ in range(12):
        at_home(qtbot, kiosk)
        watch = OwnTime()
        kiosk.touch("service-TRANS")
        until_number(qtbot, kiosk)
        kiosk.window.repaint()
        took.append(watch.seconds())
        kiosk.clock.later(1)
        kiosk.touch("home")
    assert sorted(took)[-2] < 0.3


def test_two_touches_give_a_love_number_and_its_reason(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.touch("love")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Reasons))
    kiosk.clock.later(1)
    kiosk.touch("reason-pregnant")
    label = until_number(qtbot, kiosk).taken.ticket.label
    assert house.ticket(label).love_reason is LoveReason.PREGNANT
    assert house.ticket(label).service is None


def test_one_touch_is_enough_for_love_where_no_reason_is_asked(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand(kiosk=NO_REASON)
    at_home(qtbot, kiosk)
    kiosk.touch("love")
    assert house.ticket(until_number(qtbot, kiosk).taken.ticket.label).love_reason is None


def test_twenty_taps_and_a_second_finger_are_one_ticket(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    for _ in range(20):
        if kiosk.sees("service-TRANS"):
            kiosk.touch("service-TRANS")
        if kiosk.sees("service-SEAL"):
            kiosk.touch("service-SEAL")
    until_number(qtbot, kiosk)
    assert [ticket.label for ticket in house.waiting()] == ["A001"]


def test_a_finger_drawn_away_wants_nothing(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    tile = kiosk.button("service-TRANS")
    far = tile.rect().bottomRight() * 3
    kiosk.press(tile, tile.rect().center())
    QTest.touchEvent(tile, kiosk.finger).move(1, far, tile).commit()
    QTest.touchEvent(tile, kiosk.finger).release(1, far, tile).commit()
    kiosk.touch("language-en")
    qtbot.waitUntil(lambda: tile.text() == "Household transcript")
    assert kiosk.flow.scene == Home()
    assert house.waiting() == []


def test_the_language_is_on_the_glass_at_once_and_on_the_ticket(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.touch("language-en")
    qtbot.waitUntil(lambda: kiosk.button("service-TRANS").text() == "Household transcript")
    assert "Please choose a service" in kiosk.label("prompt")
    assert kiosk.window.focusWidget() is kiosk.button("love").parentWidget(), "no button has the keyboard's ring"
    kiosk.touch("service-TRANS")
    assert house.ticket(until_number(qtbot, kiosk).taken.ticket.label).language == "en"
    kiosk.clock.later(1)
    kiosk.touch("home")
    qtbot.waitUntil(lambda: kiosk.sees("service-TRANS"))
    assert kiosk.button("service-TRANS").text() == "戶籍謄本"


def test_tiles_count_who_waits_as_the_hall_changes(stand: Stands, qtbot: QtBot) -> None:
    here, there = stand(), stand(top=400)
    at_home(qtbot, here)
    at_home(qtbot, there)
    here.touch("service-SEAL")
    qtbot.waitUntil(lambda: "前面 1 人" in there.button("service-SEAL").accessibleName())


def test_two_kiosks_never_give_the_same_number(stand: Stands, qtbot: QtBot) -> None:
    here, there = stand(), stand(top=400)
    at_home(qtbot, here)
    at_home(qtbot, there)
    here.touch("service-TRANS")
    there.touch("service-TRANS")
    numbers = {until_number(qtbot, kiosk).taken.ticket.label for kiosk in (here, there)}
    assert numbers == {"A001", "A002"}


def test_a_service_without_a_counter_says_so_and_lets_the_visitor_decide(
    tmp_path: Path, stand: Stands, house: House, qtbot: QtBot
) -> None:
    house.calling().sign_out(request=new_request(), counter=CounterId("7"), by=StaffId("c07"))
    house.calling().sign_out(request=new_request(), counter=CounterId("8"), by=StaffId("c08"))
    kiosk = stand()
    qtbot.waitUntil(lambda: "目前無開放櫃台" in kiosk.button("service-CERT").accessibleName())
    kiosk.clock.later(1)
    kiosk.touch("service-CERT")
    qtbot.waitUntil(lambda: kiosk.sees("anyway"))
    assert "自然人憑證" in kiosk.label("message-title")
    kiosk.clock.later(1)
    kiosk.touch("anyway")
    assert until_number(qtbot, kiosk).taken.ticket.label == "E001"


def test_asking_for_help_reaches_the_journal(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.touch("help")
    qtbot.waitUntil(lambda: "已通知服務人員" in kiosk.label("message-title"))
    with house.store.reading() as look:
        asked = [entry for entry in look.entries_after(0) if entry.kind == "HelpAsked"]
    assert [entry.facts["place"] for entry in asked] == ["kiosk-1"]


def test_a_locked_database_is_waited_for_and_gives_one_number(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    holder = sqlite3.connect(house.office.path / "queue.db", isolation_level=None)
    try:
        holder.execute("BEGIN IMMEDIATE")
        kiosk.touch("service-TRANS")
        qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, StillTrying))
        assert "正在為您取號" in kiosk.label("message-title")
        holder.execute("ROLLBACK")
    finally:
        holder.close()
    until_number(qtbot, kiosk)
    assert [ticket.label for ticket in house.waiting()] == ["A001"]


def test_a_kiosk_whose_database_is_not_made_yet_tells_the_staff_and_goes_on_by_itself(
    qapp: object, tmp_path: Path, stand: Stands, qtbot: QtBot
) -> None:
    (tmp_path / "other").mkdir()
    house = House(tmp_path / "other", ready=False)
    kiosk = stand(house=house)
    kiosk.clock.later(1)
    kiosk.touch("service-TRANS")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Sorry))
    assert "目前暫時無法取號" in kiosk.label("message-title")
    qtbot.waitUntil(lambda: "取號機暫停服務" in kiosk.label("banner"))
    assert "waitline init" not in kiosk.label("banner")
    assert "the log says what to do" in kiosk.label("for-staff")
    house.set_up()
    until_number(qtbot, kiosk)
    assert len(house.waiting()) == 1
    qtbot.waitUntil(lambda: kiosk.label("banner") == "")
    house.store.close()


def test_a_kiosk_whose_printer_the_office_has_taken_away_gives_a_number_without_a_slip(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand(kiosk=KioskSetup(id="kiosk-1", printer="gone", love_asks_reason=False))
    at_home(qtbot, kiosk)
    kiosk.touch("service-TRANS")
    assert until_number(qtbot, kiosk).slip is Slip.NONE
    assert [ticket.label for ticket in house.waiting()] == ["A001"]


def rows_in(database: str, table: str) -> int:
    with closing(sqlite3.connect(database)) as looking:
        return int(looking.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_kiosk_older_than_its_database_gives_no_number_and_says_what_to_do(
    qapp: object, tmp_path: Path, stand: Stands, qtbot: QtBot
) -> None:
    (tmp_path / "newer").mkdir()
    house = House(tmp_path / "newer")
    database = house.office.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(database, isolation_level=None)) as of_a_newer_program:
        of_a_newer_program.execute("UPDATE alembic_version SET version_num = '9999'")
    kiosk = stand(house=house)
    kiosk.clock.later(1)
    kiosk.touch("service-TRANS")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Sorry))
    qtbot.waitUntil(lambda: "different versions; the log says what to do" in kiosk.label("for-staff"))
    assert rows_in(database, "ticket") == 0
    with closing(sqlite3.connect(database, isolation_level=None)) as of_ours:
        of_ours.execute(f"UPDATE alembic_version SET version_num = '{SCHEMA_VERSION}'")
    assert until_number(qtbot, kiosk).taken.ticket.label == "A001", "asked for all the while, and given once"
    assert len(house.waiting()) == 1
    house.store.close()


def test_what_only_time_does_is_done_by_a_kiosk_alone_in_the_hall(
    qapp: object, tmp_path: Path, stand: Stands, qtbot: QtBot
) -> None:
    (tmp_path / "quiet").mkdir()
    house = House(tmp_path / "quiet", turned_to=MONDAY_NINE)
    house.open_counters("7")
    kiosk = stand(house=house)
    at_home(qtbot, kiosk)
    kiosk.touch("service-TRANS")
    until_number(qtbot, kiosk)
    clerk = {"counter": CounterId("7"), "by": StaffId("c07")}
    house.calling().call_next(request=new_request(), **clerk)
    until = Instant(MONDAY_NINE + 10 * MINUTE)
    house.calling().park(request=new_request(), reason="拍照", until=until, **clerk)
    assert house.ticket("A001").state is TicketState.PARKED
    house.turn(Instant(until + 1))
    qtbot.waitUntil(lambda: house.ticket("A001").state is not TicketState.PARKED)
    house.store.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_number_can_be_had_with_the_keyboard_alone(
    stand: Stands, house: House, qtbot: QtBot, key: Qt.Key
) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    for pressed in (Qt.Key.Key_Tab, Qt.Key.Key_Down, key):
        focused = kiosk.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, pressed)
    assert until_number(qtbot, kiosk).taken.ticket.label == "B001"


def test_no_visitor_closes_the_window(stand: Stands, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    QTest.keyClick(kiosk.window, Qt.Key.Key_Escape)
    QTest.keyClick(kiosk.window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()
