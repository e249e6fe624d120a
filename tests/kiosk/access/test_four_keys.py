"""The whole kiosk by four keys: every choice within reach, one number, nothing left for the next visitor."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.access.keys import key_named
from kiosk.scenes import HelpComes, Home, LongWait, Missing, Number, Papers, Reasons
from kiosk.staff.corner import Corner
from tests.kiosk.houses import House, Stand
from tests.kiosk.test_kiosk_takes_numbers import NO_REASON, at_home, until_number
from tests.kiosk.test_touches import asking
from waitline.model.office import KioskSetup, Paperless
from waitline.model.service import ServiceCode
from waitline.settings.keypad_section import NAMED
from waitline.verbs.floor import Floor
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .four_keys import BACK, ENTER, NEXT, PREVIOUS, FourKeys, a_moment

Stands = Callable[..., Stand]
SERVICES = ("TRANS", "REG", "IDCARD", "SEAL", "CERT", "ASK")


def until(qtbot: QtBot, kiosk: Stand, scene: type) -> None:
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, scene))


def test_nothing_lies_behind_the_first_page(stand: Stands, qtbot: QtBot) -> None:
    """Whoever goes back once more than there are pages does not begin anew."""
    kiosk = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(BACK)
    assert not kiosk.window.access.is_on
    keys.press(NEXT, BACK, BACK, BACK)
    assert not kiosk.window.access.is_on
    kiosk.clock.later(1)
    kiosk.touch("love")
    until(qtbot, kiosk, Reasons)
    keys.press(BACK)
    assert kiosk.window.access.is_on, "on any other page it is a key like the others"


@pytest.mark.parametrize("key", [PREVIOUS, NEXT, ENTER])
def test_the_first_press_of_any_key_only_begins(stand: Stands, house: House, qtbot: QtBot, key: Qt.Key) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(key)
    assert kiosk.window.access.page.isVisible()
    assert keys.at == ("love" if key is PREVIOUS else "service-TRANS")
    assert house.waiting() == []


@pytest.mark.parametrize("service", SERVICES)
def test_six_presses_from_home_give_a_number_of_any_service(stand: Stands, qtbot: QtBot, service: str) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(PREVIOUS if SERVICES.index(service) > 4 else NEXT)
    keys.take(f"service-{service}")
    assert until_number(qtbot, kiosk).taken.ticket.service == service
    assert keys.presses <= 6


def test_six_presses_from_home_give_a_love_number(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(PREVIOUS)
    keys.take("love")
    until(qtbot, kiosk, Reasons)
    keys.press(ENTER)
    label = until_number(qtbot, kiosk).taken.ticket.label
    assert house.ticket(label).love_reason is not None
    assert keys.presses <= 6


def test_the_ring_goes_round_both_ways(stand: Stands, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    names = kiosk.window.access.page.names
    seen = []
    for _ in names:
        seen.append(keys.at)
        keys.press(NEXT)
    assert tuple(seen) == names
    assert keys.at == names[0]
    keys.press(PREVIOUS)
    assert keys.at == names[-1]


def test_a_key_that_is_held_down_is_one_press(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    window = kiosk.window.windowHandle()
    kiosk.clock.later(1)
    for key in (NEXT, ENTER):
        for n in range(30):
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", n > 0)
            QApplication.sendEvent(window, event)
    until_number(qtbot, kiosk)
    for n in range(30):
        event = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "", n >= 0)
        QApplication.sendEvent(window, event)
    assert [ticket.service for ticket in house.waiting()] == ["REG"]
    assert isinstance(kiosk.flow.scene, Number)


def test_enter_pressed_twenty_times_is_one_number(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    kiosk.clock.later(1)
    kiosk.clock.stop()
    window = kiosk.window.windowHandle()
    for _ in range(20):
        a_moment()
        QTest.keyClick(window, ENTER)
    until_number(qtbot, kiosk)
    assert len(house.waiting()) == 1


def test_back_goes_one_page_back_and_at_home_ends_the_visit(stand: Stands, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    keys.take("access-options")
    assert "access-ordinary" in kiosk.window.access.page.names
    keys.press(BACK)
    assert "access-ordinary" not in kiosk.window.access.page.names
    keys.take("love")
    until(qtbot, kiosk, Reasons)
    keys.press(BACK)
    until(qtbot, kiosk, Home)
    assert kiosk.window.access.is_on, "the same visitor"
    keys.press(BACK)
    assert not kiosk.window.access.is_on
    assert not kiosk.window.access.page.isVisible()


def test_everything_of_a_visit_is_had_by_keys(stand: Stands, house: House, qtbot: QtBot) -> None:
    """Language, no paper, papers, a missing one, help and its end: no finger anywhere."""
    kiosk = stand(kiosk=KioskSetup(id="kiosk-1", printer="kiosk-1", paperless=Paperless.OFFERED, ask_wait_from=9))
    text = house.office.text.replace('code = "SEAL"\n', 'code = "SEAL"\nask_papers = true\n')
    Floor(house.store).set_up_office(text, request=new_request(), name="office.toml")
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    for option in ("language-en", "paperless"):
        keys.take("access-options")
        keys.take(option)
    assert "Seal" in kiosk.button("service-SEAL").text()
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    keys.take("help")
    until(qtbot, kiosk, HelpComes)
    keys.take("withdraw")
    until(qtbot, kiosk, Home)
    assert not kiosk.window.access.is_on, "the end of that visit"
    kiosk.clock.later(1)
    kiosk.touch("service-SEAL")
    until(qtbot, kiosk, Papers)
    keys.press(NEXT)
    keys.take("missing")
    until(qtbot, kiosk, Missing)
    keys.take("anyway")
    label = until_number(qtbot, kiosk).taken.ticket.label
    assert [ticket.label for ticket in house.waiting()] == [label]
    keys.press(BACK)
    until(qtbot, kiosk, Home)
    kiosk.clock.later(1)
    kiosk.touch("service-SEAL")
    until(qtbot, kiosk, Papers)
    keys.press(NEXT, BACK)
    until(qtbot, kiosk, Home)


@pytest.mark.parametrize("service", SERVICES)
def test_what_an_office_asks_makes_no_seventh_press(
    stand: Stands, house: House, qtbot: QtBot, service: str
) -> None:
    """It is told with the number: on the page, and aloud where there is a voice."""
    papers = house.office.setup.service(ServiceCode(service)).checklist
    asks = f'code = "{service}"\nask_papers = true\n' if papers else f'code = "{service}"\n'
    text = house.office.text.replace(f'code = "{service}"\n', asks)
    Floor(house.store).set_up_office(text, request=new_request(), name="office.toml")
    Reception(house.store).take_ticket(request=new_request(), service=service)
    kiosk = stand(kiosk=KioskSetup(id="kiosk-1", ask_wait_from=1))
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(PREVIOUS if SERVICES.index(service) > 4 else NEXT)
    keys.take(f"service-{service}")
    number = until_number(qtbot, kiosk)
    assert number.taken.ticket.service == service
    assert keys.presses <= 6
    assert number.tells_papers == bool(papers)


def test_a_long_wait_asked_about_by_touch_is_answered_by_keys(stand: Stands, house: House, qtbot: QtBot) -> None:
    asking(house)
    for _ in range(4):
        Reception(house.store).take_ticket(request=new_request(), service="SEAL")
    kiosk = stand(kiosk=KioskSetup(id="kiosk-1", ask_wait_from=3))
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    kiosk.touch("service-SEAL")
    until(qtbot, kiosk, LongWait)
    keys.press(NEXT, ENTER)
    assert until_number(qtbot, kiosk).taken.ticket.service == "SEAL"


@pytest.mark.parametrize("how", ["number", "idle", "back"])
def test_nothing_is_left_for_the_next_visitor(stand: Stands, qtbot: QtBot, how: str) -> None:
    kiosk = stand(kiosk=NO_REASON)
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    keys.take("access-options")
    keys.take("language-en")
    if how == "number":
        keys.take("love")
        until_number(qtbot, kiosk)
        kiosk.clock.later(200)
    elif how == "idle":
        kiosk.clock.later(121)
    else:
        keys.press(BACK)
    qtbot.waitUntil(lambda: not kiosk.window.access.is_on)
    assert kiosk.flow.scene == Home()
    assert kiosk.flow.language == "zh-TW"
    assert kiosk.button("service-TRANS").text() == "戶籍謄本"
    assert kiosk.sees("ease")


def test_a_page_waits_twice_as_long_and_warns(stand: Stands, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    kiosk.clock.later(90)
    assert kiosk.flow.leaving_in(kiosk.clock()) is None
    kiosk.clock.later(11)
    qtbot.waitUntil(lambda: "還在嗎" in kiosk.label("access-warning"))
    keys.press(NEXT)
    qtbot.waitUntil(lambda: kiosk.label("access-warning") == "")


def test_a_number_stays_three_times_as_long(stand: Stands, qtbot: QtBot) -> None:
    kiosk = stand(kiosk=NO_REASON)
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    keys.take("love")
    until_number(qtbot, kiosk)
    kiosk.clock.later(50)
    kiosk.flow.tick(kiosk.clock())
    assert isinstance(kiosk.flow.scene, Number), "twenty seconds without paper, for others"
    kiosk.clock.later(15)
    qtbot.waitUntil(lambda: not kiosk.window.access.is_on)


def test_the_staff_s_sheet_has_the_keys_for_itself(stand: Stands, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.window.findChild(Corner, "staff-corner").held.emit()
    FourKeys(kiosk).press(NEXT, ENTER)
    assert not kiosk.window.access.is_on


def test_the_office_says_which_keys_they_are(stand: Stands, qtbot: QtBot) -> None:
    setup = KioskSetup(id="kiosk-1")
    kiosk = stand(kiosk=replace(setup, keypad=replace(setup.keypad, next=("F5",), back=("F8",))))
    at_home(qtbot, kiosk)
    keys = FourKeys(kiosk)
    keys.press(NEXT)
    assert not kiosk.window.access.is_on, "this one has no such key"
    keys.press(Qt.Key.Key_F5, Qt.Key.Key_F5)
    assert keys.at == "service-REG"
    keys.press(Qt.Key.Key_F8)
    assert not kiosk.window.access.is_on


def test_a_touch_begins_too_and_every_choice_can_be_touched(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.touch("ease")
    assert kiosk.window.access.is_on
    assert FourKeys(kiosk).at is None, "no ring until a key is used"
    kiosk.clock.later(1)
    kiosk.touch("service-SEAL")
    assert until_number(qtbot, kiosk).taken.ticket.service == "SEAL"


def test_the_second_tap_of_the_finger_that_begins_takes_nothing(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.clock.stop()
    kiosk.touch("ease")
    for tile in FourKeys(kiosk).tiles():
        if tile.objectName().startswith("service"):
            kiosk.touch(tile.objectName())
    QApplication.processEvents()
    assert isinstance(kiosk.flow.scene, Home)
    assert house.waiting() == []


def test_qt_knows_every_key_that_an_office_may_name() -> None:
    for name in NAMED:
        assert key_named(name)
