"""The lock away from the counters: the service desk as a console, stand-by but for the answer to a summons."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from counter.actions import Place
from counter.stand_by.face import Stage
from tests.counter.back_line_desk import AtTheDesk, Colleagues
from tests.counter.case_hall import HardCases
from tests.counter.halls import DOCUMENT, RealHall
from tests.counter.test_appearance import squeezed
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
AtDesk = Callable[..., AtTheDesk]
PIN = "4711"
DESK, LITTLE, SUMMONS, CASE = "service_desk_window", "stand_by_window", "summons_banner", "case_banner"


def signed_in(at_desk: AtDesk, hall: RealHall, staff: str, place: Place, **facts: object) -> AtTheDesk:
    """With a PIN, which the first page asked for."""
    hall.set_pin(staff, PIN)
    desk = at_desk(hall, staff=staff, place=place, **facts)
    desk.until(lambda: desk.sees("pin"))
    give_pin(desk)
    return desk


def give_pin(desk: AtTheDesk, pin: str = PIN) -> None:
    field = desk.find("pin")
    assert isinstance(field, QLineEdit)
    field.setText(pin)
    QTest.keyClick(field, Key.Key_Return)


def at_work(at_desk: AtDesk, hall: RealHall, **facts: object) -> AtTheDesk:
    desk = signed_in(at_desk, hall, "greeter", Place.SERVICE_DESK, **facts)
    desk.until_desk()
    return desk


def standing_by(at_desk: AtDesk, hall: RealHall, **facts: object) -> AtTheDesk:
    desk = signed_in(at_desk, hall, "b11", Place.STAND_BY, **facts)
    desk.until_stage(Stage.STANDING_BY)
    return desk


def locked(desk: AtTheDesk, window: str) -> AtTheDesk:
    desk.press(Key.Key_L, CTRL, within=window)
    desk.until(lambda: desk.sees("pin"))
    return desk


def locks_after_a_second(hall: RealHall) -> None:
    document = DOCUMENT.replace("lock_after = 15 ", "lock_after = 0.02 ", 1)
    Floor(hall.store).set_up_office(document, request=new_request())


def seen(desk: AtTheDesk) -> str:
    """Every word that can be read on our windows, and what a screen reader is told."""
    widgets = [w for window in desk.windows for w in (window, *window.findChildren(QWidget)) if w.isVisible()]
    said = [part for w in widgets for part in (w.accessibleName(), w.toolTip(), w.windowTitle())]
    return "\n".join(said + [w.text() for w in widgets if isinstance(w, QLabel)])


# -- the service desk ----------------------------------------------------------------------------------


def test_the_service_desk_locks_by_key_and_opens_with_the_pin_to_the_same_number(hall, at_desk: AtDesk):
    ticket = hall.take()
    desk = at_work(at_desk, hall)
    desk.enter(ticket.label)
    desk.until(lambda: desk.at_service_desk.face.chosen is not None)
    locked(desk, DESK)
    said = seen(desk)
    assert "畫面已鎖定" in said
    assert "等候 1 位" in said
    assert ticket.label not in said
    assert not any(person.name in said for person in hall.setup.staff)
    give_pin(desk)
    desk.until(lambda: desk.sees("number_or_code"))
    assert desk.at_service_desk.face.chosen.label == ticket.label


@pytest.mark.parametrize("key", [Key.Key_F3, Key.Key_F4, Key.Key_F8, Key.Key_F5])
def test_no_key_of_the_service_desk_reaches_the_hall_through_the_lock(hall, at_desk: AtDesk, key):
    ticket = hall.take()
    hall.ask_for_help()
    desk = at_work(at_desk, hall)
    desk.enter(ticket.label)
    desk.until(lambda: desk.at_service_desk.face.chosen is not None)
    locked(desk, DESK)
    before = hall.view().seq
    desk.press(key, within=DESK)
    assert not desk.sees("sheet")
    give_pin(desk)
    desk.until(lambda: desk.sees("number_or_code"))
    assert hall.view().seq == before + 1, "nothing but the unlocking"


def test_a_wrong_pin_at_the_service_desk_is_said_and_counted(hall, at_desk: AtDesk):
    desk = locked(at_work(at_desk, hall), DESK)
    give_pin(desk, pin="0000")
    desk.until(lambda: "密碼不正確" in desk.said("message"))
    assert desk.sees("pin")
    with hall.store.reading() as look:
        assert look.pin("greeter").failures == 1


def test_a_call_for_help_is_told_on_a_locked_service_desk(hall, at_desk: AtDesk):
    desk = locked(at_work(at_desk, hall), DESK)
    hall.ask_for_help()
    desk.until(lambda: "需要協助" in desk.said("locked_help"))
    assert not desk.sees("answer_help")


def test_a_service_desk_that_nobody_touches_locks_itself_with_its_questions(hall, at_desk: AtDesk):
    desk = at_work(at_desk, hall)
    desk.press(Key.Key_F3, within=DESK)
    desk.until(lambda: desk.sees("sheet"))
    locks_after_a_second(hall)
    desk.until(lambda: desk.sees("pin"))
    assert not desk.sees("sheet")
    give_pin(desk)
    desk.until(lambda: desk.sees("number_or_code"))


def test_whoever_has_no_pin_is_not_locked_out_of_the_service_desk(hall, at_desk: AtDesk):
    desk = at_desk(hall, staff="greeter", place=Place.SERVICE_DESK)
    desk.until_desk()
    desk.press(Key.Key_L, CTRL, within=DESK)
    desk.until(lambda: "沒有設定密碼" in desk.said("message"))
    assert desk.sees("number_or_code")


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_nothing_is_cramped_on_a_locked_service_desk(hall, at_desk: AtDesk, language):
    desk = at_work(at_desk, hall, language=language)
    assert not squeezed(desk.window(DESK))
    hall.ask_for_help()
    locked(desk, DESK)
    desk.until(lambda: desk.sees("locked_help"))
    assert not squeezed(desk.window(DESK))


# -- stand-by ------------------------------------------------------------------------------------------


def test_a_summons_is_answered_in_seconds_behind_the_lock_too(hall, at_desk: AtDesk):
    desk = locked(standing_by(at_desk, hall), LITTLE)
    Colleagues(hall).summon(reason="三號櫃台故障")
    desk.until_stage(Stage.ASKED)
    assert "三號櫃台故障" not in seen(desk)
    desk.click("accept", SUMMONS)
    desk.until_stage(Stage.COMING)
    assert [one.staff for one in Colleagues(hall).summonses] == ["b11"]
    assert desk.standing_by.face.locked


def test_no_is_said_behind_the_lock_with_its_reason(hall, at_desk: AtDesk):
    desk = locked(standing_by(at_desk, hall), LITTLE)
    Colleagues(hall).summon()
    desk.until_stage(Stage.ASKED)
    desk.click("decline", SUMMONS)
    desk.until(lambda: desk.sees("sheet"))
    desk.press(Key.Key_Return, within="drop")
    desk.until_stage(Stage.STANDING_BY)
    assert desk.sees("pin")
    desk.click("accept", LITTLE)  # they have thought better of it
    desk.until_stage(Stage.COMING)


def test_what_a_colleague_asks_is_read_and_answered_with_the_pin_only(hall, at_desk: AtDesk):
    label = HardCases(hall).serve()
    desk = locked(standing_by(at_desk, hall), LITTLE)
    HardCases(hall).ask()
    desk.until(lambda: desk.said("stand_by_case") == "同仁請教案件 1 件")
    assert desk.standing_by.face.rung == 1
    assert not desk.sees("asked_case", CASE)
    desk.press(Key.Key_F2, within=LITTLE)
    desk.press(Key.Key_F2, Qt.KeyboardModifier.ShiftModifier, within=LITTLE)
    said = seen(desk)
    assert "收養登記" not in said
    assert label not in said
    assert not any(person.name in said for person in hall.setup.staff)
    assert [case.answer for case in HardCases(hall).open] == [None]
    give_pin(desk)
    desk.until(lambda: desk.sees("asked_case", CASE))
    assert "收養登記" in seen(desk)


def test_stand_by_is_not_ended_by_whoever_passes_by_but_the_program_may_end(hall, at_desk: AtDesk):
    desk = locked(standing_by(at_desk, hall), LITTLE)
    assert not desk.sees("stand_down")
    assert Colleagues(hall).stands_by == {"b11"}
    desk.program.close()
    desk.line.close()
    assert Colleagues(hall).stands_by == set()


def test_the_icon_s_menu_offers_the_lock_and_then_the_way_back(hall, at_desk: AtDesk):
    desk = standing_by(at_desk, hall, tray_there=True)

    def offered() -> dict[str, QAction]:
        every = desk.standing_by._tray._menu.actions()
        return {one.objectName(): one for one in every if one.objectName() and one.isVisible()}

    assert set(offered()) == {"lock", "stand_down"}
    offered()["lock"].trigger()
    assert set(offered()) == {"unlock_console"}
    assert not desk.windows
    offered()["unlock_console"].trigger()
    give_pin(desk)
    desk.until(lambda: "stand_down" in offered())


def test_stand_by_that_nobody_touches_locks_itself(hall, at_desk: AtDesk):
    locks_after_a_second(hall)
    desk = standing_by(at_desk, hall)
    desk.until(lambda: desk.sees("pin"))
    give_pin(desk)
    desk.until(lambda: desk.sees("stand_down"))


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_nothing_is_cramped_in_a_locked_stand_by_window(hall, at_desk: AtDesk, language):
    HardCases(hall).serve()
    desk = locked(standing_by(at_desk, hall, language=language), LITTLE)
    assert not squeezed(desk.window(LITTLE))
    HardCases(hall).ask()
    desk.until(lambda: desk.sees("stand_by_case"))
    assert not squeezed(desk.window(LITTLE))
    Colleagues(hall).summon()
    desk.until_stage(Stage.ASKED)
    assert not squeezed(desk.window(LITTLE))
    assert not squeezed(desk.window(SUMMONS))
    desk.click("decline", SUMMONS)
    desk.until(lambda: desk.sees("sheet"))
    desk.press(Key.Key_Return, within="drop")
    desk.until_stage(Stage.STANDING_BY)
    assert desk.sees("accept", LITTLE)
    assert desk.sees("pin", LITTLE)
    assert not squeezed(desk.window(LITTLE))
