"""The first page: who works where."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from counter.face import Stage
from counter.refusals import NobodyNamed
from counter.sign_in import SignIn
from counter.words import ClerkWords
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import RealHall
from waitline.desktop import Translations
from waitline.look import Distance, TouchButton
from waitline.model.clock import local
from waitline.verbs.calling import Calling
from waitline.verbs.requests import new_request

Key = Qt.Key
SitDown = Callable[..., ClerkAtWork]


@pytest.fixture
def at_the_door(hall: RealHall, sit_down: SitDown) -> ClerkAtWork:
    return sit_down(hall, staff=None, counter=None)


def chosen(clerk: ClerkAtWork, name: str) -> str:
    rows = clerk.find(name)
    assert isinstance(rows, QListWidget)
    return rows.currentItem().text()


def click_row(clerk: ClerkAtWork, name: str, words: str) -> None:
    rows = clerk.find(name)
    assert isinstance(rows, QListWidget)
    (item,) = rows.findItems(words, Qt.MatchFlag.MatchStartsWith)
    rows.scrollToItem(item)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(item).center())


def said(clerk: ClerkAtWork) -> str:
    return clerk.text("sign_in_message") if clerk.sees("sign_in_message") else ""


def test_a_clerk_signs_in_with_the_keyboard_alone(at_the_door: ClerkAtWork):
    clerk = at_the_door

    for _ in range(3):
        clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Tab)
    clerk.press(Key.Key_Down)
    assert (chosen(clerk, "staff"), chosen(clerk, "counters")) == ("3 號櫃台同仁", "2 號櫃台")
    clerk.press(Key.Key_Return)

    clerk.until_stage(Stage.IDLE)
    assert (clerk.face.post.staff, clerk.face.post.counter) == ("c03", "2")


def test_a_clerk_signs_in_with_the_mouse_alone(at_the_door: ClerkAtWork):
    click_row(at_the_door, "staff", "3 號櫃台同仁")
    at_the_door.click("sign_in")

    at_the_door.until_stage(Stage.IDLE)
    assert at_the_door.face.post.staff == "c03"


@pytest.mark.parametrize("hand", ["key", "mouse"])
def test_nobody_is_taken_for_whoever_sits_down_and_enter_says_what_to_do(hall: RealHall, sit_down: SitDown, hand):
    clerk = sit_down(hall, staff=None, counter="3")
    rows = clerk.find("staff")
    assert isinstance(rows, QListWidget)
    clerk.until_keyboard()
    assert rows.selectedItems() == []
    assert chosen(clerk, "counters") == "3 號櫃台"

    clerk.press(Key.Key_Return) if hand == "key" else clerk.click("sign_in")

    clerk.until(lambda: said(clerk) == NobodyNamed().words.zh)
    assert clerk.face.stage is Stage.SIGNED_OUT
    assert clerk.keyboard == "staff"
    clerk.screen._change_language()
    clerk.until(lambda: said(clerk) == NobodyNamed().words.en)
    clerk.type("4")
    assert chosen(clerk, "staff") == "4 號櫃台同仁", "its first letter"
    assert said(clerk) == ""
    clerk.press(Key.Key_Return)
    clerk.until_stage(Stage.IDLE)
    assert (clerk.face.post.staff, clerk.face.post.counter) == ("c04", "3")


def test_whoever_signed_out_here_is_still_chosen(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    clerk.press(Key.Key_Q, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    clerk.until_stage(Stage.SIGNED_OUT)

    assert chosen(clerk, "staff") == "3 號櫃台同仁"


def test_a_pin_is_asked_for_only_from_whom_has_one(hall: RealHall, sit_down: SitDown):
    hall.set_pin("c03", "4711")
    clerk = sit_down(hall, staff=None, counter="3")
    for _ in range(3):
        clerk.press(Key.Key_Down)
    assert not clerk.sees("pin")

    clerk.press(Key.Key_Return)
    clerk.until(lambda: clerk.sees("pin"))
    assert said(clerk) == ""
    clerk.type("4711")
    clerk.press(Key.Key_Return)

    clerk.until_stage(Stage.IDLE)


def test_a_wrong_pin_is_said_and_the_right_one_still_works(hall: RealHall, sit_down: SitDown):
    hall.set_pin("c03", "4711")
    clerk = sit_down(hall)
    clerk.until(lambda: clerk.sees("pin"))

    clerk.type("1234")
    clerk.press(Key.Key_Return)
    clerk.until(lambda: said(clerk) == "密碼不正確")
    clerk.type("4711")
    clerk.press(Key.Key_Return)

    clerk.until_stage(Stage.IDLE)


def test_being_asked_for_the_pin_is_not_counted_as_a_wrong_one(hall: RealHall, sit_down: SitDown):
    hall.set_pin("c03", "4711")
    clerk = sit_down(hall)
    clerk.until(lambda: clerk.sees("pin"))

    with hall.store.reading() as look:
        assert look.pin("c03").failures == 0


def test_after_too_many_wrong_pins_the_clerk_reads_how_long_it_is_locked(hall: RealHall, sit_down: SitDown):
    hall.set_pin("c03", "4711")
    clerk = sit_down(hall)
    clerk.until(lambda: clerk.sees("pin"))

    for attempt in range(hall.setup.rules.pin_tries):
        clerk.type(f"999{attempt}")
        clerk.press(Key.Key_Return)
        clerk.until(lambda: clerk.face.under_way is None)

    assert "5 分鐘" in said(clerk)


def test_another_name_takes_the_pin_question_away(hall: RealHall, sit_down: SitDown):
    hall.set_pin("c03", "4711")
    clerk = sit_down(hall)
    clerk.until(lambda: clerk.sees("pin"))

    rows = clerk.find("staff")
    assert isinstance(rows, QListWidget)
    rows.setCurrentRow(0)

    clerk.until(lambda: not clerk.sees("pin"))


def test_a_counter_in_use_says_who_is_there_and_refuses_another(hall: RealHall, sit_down: SitDown):
    hall.clerk("3")
    clerk = sit_down(hall, counter="3", staff=None)
    rows = clerk.find("counters")
    assert isinstance(rows, QListWidget)
    clerk.until(lambda: "3 號櫃台同仁" in rows.item(2).text())
    click_row(clerk, "staff", "4 號櫃台同仁")
    clerk.click("sign_in")

    clerk.until(lambda: "已由" in said(clerk))
    assert clerk.face.stage is Stage.SIGNED_OUT


def test_back_line_staff_are_kept_to_their_own_counters_in_words(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall, counter="3", staff="b11")

    assert "沒有這項權限" in said(clerk)


def test_a_clerk_takes_over_from_the_counter_where_they_are_still_signed_in_pin_asked_once(
    hall: RealHall, sit_down: SitDown
):
    ticket = hall.take()
    hall.clerk("3").do("call_next")
    hall.set_pin("c03", "4711")
    clerk = sit_down(hall, counter="5")
    clerk.until(lambda: clerk.sees("pin"))
    clerk.type("4711")
    clerk.press(Key.Key_Return)
    clerk.until(lambda: clerk.sees("take_over"))
    assert "還登入在 3 號櫃台" in said(clerk)
    assert f"正在叫 {ticket.label}" in said(clerk)
    assert clerk.text("take_over") == f"移到 5 號櫃台，{ticket.label} 一起過去"
    assert clerk.keyboard == "take_over"

    clerk.press(Key.Key_Return)

    clerk.until_number(ticket.label)
    assert (clerk.face.post.staff, clerk.face.post.counter) == ("c03", "5")
    assert clerk.face.stage is Stage.CALLED


def test_the_other_console_goes_back_to_the_names_and_says_where_its_clerk_went_on(
    hall: RealHall, sit_down: SitDown
):
    old = sit_down(hall)
    Calling(hall.store).sign_in(request=new_request(), counter="5", staff="c03", leaving="3")
    old.until_stage(Stage.SIGNED_OUT)
    since = f"{local(hall.view('3').desk.since, hall.setup.zone):%H:%M}"

    assert said(old) == f"3 號櫃台同仁已於 {since} 改在 5 號櫃台登入，這裡已登出"


def test_choosing_another_counter_takes_the_offer_away_and_back(hall: RealHall, sit_down: SitDown):
    hall.clerk("3")
    clerk = sit_down(hall, counter="5")
    clerk.until(lambda: clerk.sees("take_over"))
    assert clerk.text("take_over") == "移到 5 號櫃台，並從 3 號櫃台登出"
    rows = clerk.find("counters")
    assert isinstance(rows, QListWidget)

    rows.setCurrentRow(5)
    assert not clerk.sees("take_over")
    assert clerk.live("sign_in")
    rows.setCurrentRow(4)
    assert clerk.sees("take_over")


def test_the_console_names_the_deputy_below_the_clerk(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall)
    assert clerk.text("deputy") == "代理人：4 號櫃台同仁"
    clerk.click("language")
    assert clerk.text("deputy") == "Deputy: 4 號櫃台同仁"


def test_a_program_started_again_finds_its_visitor_still_at_the_counter(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    hall.clerk("3").do("call_next")

    clerk = sit_down(hall)

    assert clerk.number == ticket.label
    assert not clerk.face.ringing


def test_a_database_that_is_not_there_is_said_on_the_first_page(hall: RealHall, sit_down: SitDown, tmp_path):
    gone = RealHall(path=tmp_path / "gone.db", store=hall.store, setup=hall.setup)
    clerk = sit_down(hall, staff=None, counter=None, url=f"sqlite:///{gone.path.as_posix()}")

    clerk.until(lambda: said(clerk) != "")
    assert clerk.sees("sign_in")


@pytest.mark.parametrize("px_per_mm", [3.2, 3.78, 4.3, 5.2, 7.0])
def test_the_name_of_a_language_is_never_broken(qtbot, qapp: QApplication, make_look, px_per_mm):
    translations = Translations(qapp)
    words = ClerkWords(translations)
    page = SignIn(make_look(Distance.DESK, px_per_mm=px_per_mm), words)
    qtbot.addWidget(page)
    button = page.findChild(TouchButton, "sign_in_language")
    for name in ("中文", "English"):
        words.speak(words.other_language)
        for height in (button.sizeHint().height(), 3 * button.sizeHint().height()):
            button.resize(button.sizeHint().width(), height)
            assert "\n" not in button.shown_text
            button.resize(button.minimumSizeHint().width(), height)
            assert "\n" not in button.shown_text
        assert button.accessibleName() == name
    translations.clear()
