"""A kiosk left alone: it closes and wakes by the office's clock and calendar, in a real office on real SQLite."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.scenes import Closed, Home, NotOffered, Number
from tests.clock_ahead import set_last_entry
from waitline.cli.demo.office import with_hours
from waitline.model.calendar import Why
from waitline.model.clock import HOUR, MINUTE, Instant
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

from .houses import House, Stand
from .offices import MONDAY_NINE

Stands = Callable[..., Stand]
OPENING = Instant(MONDAY_NINE - HOUR)
CLOSING = Instant(MONDAY_NINE + 8 * HOUR)
TYPHOON = """
[[special_days]]
date = 2026-11-23
hours = "closed"
reason = { zh = "颱風停止上班", en = "Typhoon" }
"""
AFTERNOONS = """code = "SEAL"
hours = "13:00-16:00"
when_not_offered = { zh = "急件請洽服務台。", en = "If urgent, please ask at the service desk." }"""


@pytest.fixture
def morning(tmp_path: Path) -> Iterator[House]:
    """A minute before eight on a Monday; counters are made ready."""
    (tmp_path / "morning").mkdir()
    house = House(tmp_path / "morning", turned_to=Instant(OPENING - MINUTE))
    changes(house, with_hours(house.office.text, "08:00-17:00"))
    house.open_counters("1", "7", "8")
    yield house
    house.store.close()


def changes(house: House, document: str) -> None:
    Floor(house.store).set_up_office(document, request=new_request())


def closed_why(kiosk: Stand) -> Why | None:
    scene = kiosk.flow.scene
    return scene.offer.why if isinstance(scene, Closed) and scene.offer is not None else None


def test_a_kiosk_wakes_gives_numbers_and_closes_by_the_offices_clock(
    stand: Stands, morning: House, qtbot: QtBot
) -> None:
    kiosk = stand(house=morning)
    qtbot.waitUntil(lambda: closed_why(kiosk) is Why.HOURS)
    assert "今天 08:00 開放。" in kiosk.label("message-body")
    morning.turn(OPENING)
    qtbot.waitUntil(lambda: kiosk.flow.scene == Home())
    kiosk.clock.later(1)
    kiosk.touch("service-TRANS")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number))
    assert kiosk.label("number") == "A001"
    morning.turn(CLOSING)
    kiosk.clock.later(30)
    qtbot.waitUntil(lambda: closed_why(kiosk) is Why.HOURS)
    assert "明天 08:00 開放。" in kiosk.label("message-body")


def test_a_typhoon_closes_the_kiosk_at_once_and_says_so(stand: Stands, morning: House, qtbot: QtBot) -> None:
    morning.turn(MONDAY_NINE)
    kiosk = stand(house=morning)
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    changes(morning, with_hours(morning.office.text, "08:00-17:00") + TYPHOON)
    qtbot.waitUntil(lambda: closed_why(kiosk) is Why.SPECIAL)
    assert "今天不開放：颱風停止上班" in kiosk.label("message-title")
    assert "Closed today: Typhoon" in kiosk.label("message-title")


def test_a_service_out_of_its_hours_leads_to_what_else_to_do_and_to_no_number(
    stand: Stands, morning: House, qtbot: QtBot
) -> None:
    morning.turn(MONDAY_NINE)
    changes(morning, with_hours(morning.office.text, "08:00-17:00").replace('code = "SEAL"', AFTERNOONS))
    kiosk = stand(house=morning)
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    kiosk.clock.later(1)
    kiosk.touch("service-SEAL")
    assert isinstance(kiosk.flow.scene, NotOffered)
    assert "今天 13:00 起受理。急件請洽服務台。" in kiosk.label("message-body")
    assert not kiosk.sees("anyway")
    assert morning.waiting() == []


def test_after_a_clock_that_was_ahead_no_time_stands_rather_than_a_wrong_one(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand()
    qtbot.waitUntil(lambda: ":" in kiosk.label("clock"))
    assert kiosk.label("date")
    with house.store.reading() as look:
        right = look.now
    set_last_entry(house.store, Instant(right + 10 * HOUR))
    house.open_counters("2")
    qtbot.waitUntil(lambda: kiosk.label("clock") == "–:––")
    assert not kiosk.label("date")
    set_last_entry(house.store, right)
    house.open_counters("3")
    qtbot.waitUntil(lambda: "–" not in kiosk.label("clock"))
    assert kiosk.label("date")
