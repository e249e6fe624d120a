"""Behind the corner: three seconds, a login and a PIN; a visitor finds nothing there, and loses nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, QSizeF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drivers.printing.emulator.device import Emulator
from drivers.printing.profile import load_profile
from kiosk.language_book import LanguageBook
from kiosk.pages.header import Header
from kiosk.scenes import Home, Number
from kiosk.staff import sheet
from kiosk.staff.corner import Corner
from kiosk.staff.sheet import StaffSheet
from waitline.look import FitLabel, TouchButton
from waitline.model.clock import HOUR, Instant
from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

from .houses import LANDSCAPE, PANEL_17, PORTRAIT, House, Stand
from .offices import MONDAY_NINE

Stands = Callable[..., Stand]
GLASSES = {
    "landscape": LANDSCAPE,
    "portrait": PORTRAIT,
    "17 inch": PANEL_17,
    "17 inch upright": (QSize(1024, 1280), QSizeF(270, 338)),
    "15 inch": (QSize(1024, 768), QSizeF(304, 228)),
    "15 inch upright": (QSize(768, 1024), QSizeF(229, 305)),
    "15 inch wide": (QSize(1366, 768), QSizeF(344, 194)),
    "32 inch 4K": (QSize(3840, 2160), QSizeF(708, 398)),
}


@pytest.fixture
def guarded(house: House) -> House:
    for staff in ("c03", "supervisor"):
        Floor(house.store).set_pin(request=new_request(), staff=StaffId(staff), pin="2468")
    return house


@pytest.fixture
def morning(tmp_path: Path) -> Iterator[House]:
    """Monday at nine by the office's clock."""
    (tmp_path / "morning").mkdir()
    house = House(tmp_path / "morning", turned_to=MONDAY_NINE)
    yield house
    house.store.close()


@pytest.fixture
def emulator(tmp_path: Path) -> Iterator[Emulator]:
    with Emulator(load_profile("big5-80mm"), tmp_path / "port", turned=True) as plugged:
        yield plugged


def held(qtbot: QtBot, kiosk: Stand) -> StaffSheet:
    """The corner held by a finger until the sheet has opened."""
    place = kiosk.window.findChild(Corner)
    assert place is not None
    kiosk.press(place, place.rect().center())
    qtbot.waitUntil(lambda: kiosk.window.findChild(StaffSheet) is not None)
    QTest.touchEvent(place, kiosk.finger).release(1, place.rect().center(), place).commit()
    found = kiosk.window.findChild(StaffSheet)
    assert found is not None
    return found


def opened(qtbot: QtBot, kiosk: Stand, staff: str = "supervisor", pin: str = "2468") -> StaffSheet:
    """The panel, through login and PIN, by touch."""
    found = held(qtbot, kiosk)
    types(kiosk, staff, pin)
    return found


def types(kiosk: Stand, staff: str, pin: str) -> None:
    for pad, signs in (("login", staff), ("pin", pin)):
        for sign in signs:
            kiosk.touch(f"{pad}-{sign}")
        kiosk.touch(f"{pad}-enter")


def test_a_finger_that_leaves_the_corner_lifts_or_is_not_alone_counts_for_nothing(stand: Stands) -> None:
    kiosk = stand()
    place = kiosk.window.findChild(Corner)
    assert place is not None
    centre, far = place.rect().center(), QPoint(400, 300)

    def pressed() -> None:
        kiosk.press(place, centre)
        assert place.is_counting

    pressed()
    QTest.touchEvent(place, kiosk.finger).release(1, centre, place).commit()
    assert not place.is_counting
    pressed()
    QTest.touchEvent(place, kiosk.finger).move(1, far, place).commit()
    assert not place.is_counting
    QTest.touchEvent(place, kiosk.finger).release(1, far, place).commit()
    pressed()
    QTest.touchEvent(place, kiosk.finger).stationary(1).press(2, centre, place).commit()
    assert not place.is_counting
    QTest.touchEvent(place, kiosk.finger).release(1, centre, place).release(2, centre, place).commit()
    assert not place.is_counting


def test_the_right_pin_opens_the_panel_and_close_leads_home(stand: Stands, guarded: House, qtbot: QtBot) -> None:
    kiosk = stand(house=guarded)
    found = opened(qtbot, kiosk)
    qtbot.waitUntil(lambda: kiosk.sees("panel-restart"))
    assert kiosk.sees("panel-exit")
    with guarded.store.reading() as look:
        assert [entry.staff for entry in look.entries_after(0) if entry.kind == "KioskUnlocked"] == ["supervisor"]
    kiosk.touch("staff-panel-close")
    assert not found.isVisible()
    assert isinstance(kiosk.flow.scene, Home)


def test_a_clerk_may_not_end_the_program(stand: Stands, guarded: House, qtbot: QtBot) -> None:
    kiosk = stand(house=guarded)
    opened(qtbot, kiosk, "c03")
    qtbot.waitUntil(lambda: kiosk.sees("panel-restart"))
    assert not kiosk.sees("panel-exit")


def test_a_wrong_pin_is_said_and_may_be_tried_again(stand: Stands, guarded: House, qtbot: QtBot) -> None:
    kiosk = stand(house=guarded)
    opened(qtbot, kiosk, pin="1111")
    qtbot.waitUntil(lambda: "帳號或密碼不正確" in kiosk.label("pin-note"))
    assert not kiosk.sees("panel-restart")
    for digit in "2468":
        QTest.keyClick(kiosk.window.focusWidget() or kiosk.window, Qt.Key(ord(digit)))
    kiosk.touch("pin-enter")
    qtbot.waitUntil(lambda: kiosk.sees("panel-restart"))


def test_three_wrong_tries_close_this_kiosks_panel_and_a_restart_does_not_open_it(
    stand: Stands, guarded: House, qtbot: QtBot
) -> None:
    kiosk = stand(house=guarded)
    held(qtbot, kiosk)
    for staff in ("supervisor", "nobody", "c03"):
        types(kiosk, staff, "1111")
        qtbot.waitUntil(lambda: not kiosk.label("pin-note").startswith("核對中"))
        assert kiosk.label("pin-note")
        kiosk.touch("pin-back")
    guarded.calling().sign_in(
        request=new_request(), counter=CounterId("3"), staff=StaffId("c03"), pin="2468"
    )  # the counters know nothing of it
    qtbot.waitUntil(lambda: "分鐘後再試" in kiosk.label("login-note"))
    kiosk.touch("login-c")
    assert kiosk.label("login-typed") == ""
    kiosk.close()
    again = stand(house=guarded)
    held(qtbot, again)
    qtbot.waitUntil(lambda: "分鐘後再試" in again.label("login-note"))


def test_the_sheet_names_nobody(stand: Stands, guarded: House, qtbot: QtBot) -> None:
    kiosk = stand(house=guarded)
    found = held(qtbot, kiosk)
    types(kiosk, "c03", "1111")
    qtbot.waitUntil(lambda: "不正確" in kiosk.label("pin-note"))
    words = " ".join(one.text() for one in [*found.findChildren(FitLabel), *found.findChildren(TouchButton)])
    with guarded.store.reading() as look:
        assert [person.name for person in look.setup.staff if person.name in words] == []


def test_with_no_pin_set_nobody_comes_in_and_it_is_said(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    held(qtbot, kiosk)
    qtbot.waitUntil(lambda: "set-pin" in kiosk.label("login-note"))


def test_without_the_office_nobody_comes_in_and_it_is_said(
    stand: Stands, guarded: House, qtbot: QtBot, tmp_path: Path
) -> None:
    kiosk = stand(house=guarded, url=f"sqlite:///{tmp_path / 'away.db'}")
    held(qtbot, kiosk)
    qtbot.waitUntil(lambda: "連不上資料庫" in kiosk.label("login-note"))


def test_restarting_takes_two_touches(stand: Stands, guarded: House, qtbot: QtBot) -> None:
    kiosk = stand(house=guarded)
    asked: list[bool] = []
    kiosk.door.leave_wanted.connect(asked.append)
    opened(qtbot, kiosk)
    qtbot.waitUntil(lambda: kiosk.sees("panel-restart"))
    kiosk.touch("panel-restart")
    assert asked == []
    kiosk.touch("panel-restart")
    assert asked == [True]


def test_the_language_of_the_day_greets_the_next_visitor(stand: Stands, guarded: House, qtbot: QtBot) -> None:
    kiosk = stand(house=guarded)
    opened(qtbot, kiosk)
    qtbot.waitUntil(lambda: kiosk.sees("panel-language"))
    kiosk.touch("panel-language")
    assert kiosk.flow.house_language == "en"
    kiosk.touch("staff-panel-close")
    qtbot.waitUntil(lambda: kiosk.flow.language == "en")


def test_the_language_of_the_day_outlives_a_restart_and_ends_with_the_offices_day(
    stand: Stands, morning: House, qtbot: QtBot
) -> None:
    """Chosen on Monday; on Tuesday the kiosk greets as the house does, one that stood all night and a new one."""
    kiosk = stand(house=morning)
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    kiosk.flow.speak_at_first("en")
    qtbot.waitUntil(lambda: kiosk.window.findChild(Header).language == "en")
    kiosk.close()
    again = stand(house=morning)
    qtbot.waitUntil(lambda: again.flow.house_language == "en")
    qtbot.waitUntil(lambda: again.window.findChild(Header).language == "en")
    morning.turn(Instant(MONDAY_NINE + 24 * HOUR))
    qtbot.waitUntil(lambda: again.flow.language == again.flow.house_language == "zh-TW")
    again.close()
    tuesday = stand(house=morning)
    qtbot.waitUntil(lambda: tuesday.attendant.office_time() is not None)
    qtbot.waitUntil(lambda: LanguageBook(morning.office.state_dir / "offline" / "kiosk-1").read() is None)
    assert tuesday.flow.house_language == "zh-TW"


def test_a_slip_is_printed_again_as_a_marked_copy(
    stand: Stands, guarded: House, emulator: Emulator, qtbot: QtBot
) -> None:
    kiosk = stand(house=guarded, port=str(emulator.port))
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    kiosk.clock.later(1)
    kiosk.touch("service-TRANS")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number))
    qtbot.waitUntil(lambda: len(emulator.slips) == 1, timeout=30_000)
    opened(qtbot, kiosk)
    qtbot.waitUntil(lambda: kiosk.sees("panel-slips"))
    kiosk.touch("panel-slips")
    qtbot.waitUntil(lambda: kiosk.sees("slip-A001"))
    kiosk.touch("slip-A001")
    qtbot.waitUntil(lambda: len(emulator.slips) == 2, timeout=30_000)
    assert any("COPY" in line for line in emulator.slips[1].text)
    assert not any("COPY" in line for line in emulator.slips[0].text)


def test_a_test_page_is_printed_between_two_slips(
    stand: Stands, guarded: House, emulator: Emulator, qtbot: QtBot
) -> None:
    kiosk = stand(house=guarded, port=str(emulator.port))
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    opened(qtbot, kiosk)
    qtbot.waitUntil(lambda: kiosk.sees("panel-devices"))
    qtbot.waitUntil(lambda: "正常" in kiosk.label("staff-panel-note"))
    kiosk.touch("panel-devices")
    qtbot.waitUntil(lambda: kiosk.sees("panel-sample"))
    kiosk.touch("panel-sample")
    qtbot.waitUntil(lambda: "測試頁已印出" in kiosk.label("staff-panel-note"), timeout=60_000)
    assert emulator.slips


def test_the_devices_say_how_they_are_and_a_touch_asks_them_anew(
    stand: Stands, guarded: House, emulator: Emulator, qtbot: QtBot
) -> None:
    kiosk = stand(house=guarded, port=str(emulator.port))
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    opened(qtbot, kiosk)
    qtbot.waitUntil(lambda: "正常" in kiosk.label("staff-panel-note"))
    kiosk.touch("panel-devices")
    qtbot.waitUntil(lambda: kiosk.sees("device-database"))
    said = [kiosk.button(f"device-{name}").shown_text for name in ("printer", "database", "offline")]
    assert "正常" in said[0]
    assert "連線正常" in said[1]
    assert "未設定" in said[2]
    emulator.do("paper out")

    def asked_again() -> bool:
        """A touch looks again, which takes the printer a moment."""
        if not kiosk.sees("device-printer"):
            return False
        if "紙" in kiosk.button("device-printer").shown_text:
            return True
        kiosk.touch("device-printer")
        return False

    qtbot.waitUntil(asked_again, timeout=30_000)


def test_left_alone_it_closes(
    stand: Stands, guarded: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "LEFT_ALONE_MS", 150)
    kiosk = stand(house=guarded)
    found = held(qtbot, kiosk)
    qtbot.waitUntil(found.isHidden)


@pytest.mark.parametrize("panel", GLASSES)
def test_nothing_on_the_sheet_is_squeezed(
    stand: Stands, guarded: House, emulator: Emulator, qtbot: QtBot, panel: str
) -> None:
    kiosk = stand(house=guarded, panel=GLASSES[panel], port=str(emulator.port))
    found = held(qtbot, kiosk)
    assert squeezed(kiosk, found) == []
    for sign in "supervisor":
        kiosk.button(f"login-{sign}").activated.emit()
    assert squeezed(kiosk, found) == []
    kiosk.button("login-enter").activated.emit()
    assert squeezed(kiosk, found) == []
    for sign in "2468":
        kiosk.button(f"pin-{sign}").activated.emit()
    kiosk.button("pin-enter").activated.emit()
    qtbot.waitUntil(lambda: kiosk.sees("panel-restart"))
    qtbot.waitUntil(lambda: "正常" in kiosk.label("staff-panel-note"))
    assert kiosk.sees("panel-slips")
    assert squeezed(kiosk, found) == []
    kiosk.button("panel-devices").activated.emit()
    qtbot.waitUntil(lambda: kiosk.sees("panel-sample"))
    assert squeezed(kiosk, found) == []


def squeezed(kiosk: Stand, found: StaffSheet) -> list[str]:
    """What on the page of the moment has too little room, or is no finger's width."""
    words = [*found.findChildren(FitLabel), *found.findChildren(TouchButton)]
    shown = [one for one in words if one.isVisible() and one.text()]
    assert shown
    least = kiosk.look.mm(20) - 1
    keys = [key for key in found.findChildren(TouchButton) if key.isVisible()]
    narrow = [key.objectName() for key in keys if min(key.width(), key.height()) < least]
    return [w.objectName() for w in shown if w.squeezed and len(w.text()) > 1] + narrow
