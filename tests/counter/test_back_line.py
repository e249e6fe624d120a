"""The back line as clerks see and call it: by one key with a reason, and in one line who comes where."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.counter.back_line_desk import Colleagues
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import RealHall
from tests.counter.test_appearance import nothing_is_clipped, speak
from tests.counter.test_bar import overlapping
from tests.counter.test_help import place
from waitline.look import Banner, Says
from waitline.model.device import Health
from waitline.verbs.devices import Devices
from waitline.verbs.requests import new_request

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., ClerkAtWork]


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def small(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def others(hall: RealHall) -> Colleagues:
    return Colleagues(hall)


def said(clerk: ClerkAtWork) -> str:
    return clerk.text("back_line") if clerk.sees("back_line") else ""


def how(clerk: ClerkAtWork) -> Says | None:
    banner = clerk.find("back_line")
    assert isinstance(banner, Banner)
    return banner.says


def begin(clerk: ClerkAtWork) -> None:
    clerk.until_keyboard()
    clerk.press(Key.Key_B, CTRL, SHIFT)
    clerk.until_asked()


def test_one_key_and_a_reason_ask_the_back_line_to_come(hall, others, sit_down: SitDown, small):
    others.stand_by("b11", "b12")
    clerk = sit_down(hall, small=small)
    clerk.until(lambda: clerk.face.view is not None and clerk.face.view.back_line.can_come)
    begin(clerk)
    clerk.choose("reason", "愛心民眾較多")

    clerk.press(Key.Key_Return)

    clerk.until_message("已請後線支援 11 號櫃台")
    (one,) = others.summonses
    assert (one.wanted_by, one.reason, one.asked) == ("c03", "愛心民眾較多", "b11")
    clerk.until(lambda: said(clerk) == "正在請 後線同仁 11 支援 11 號櫃台")
    assert how(clerk) is Says.NOTICE


def test_every_step_is_told_until_they_are_here(hall, others, sit_down: SitDown, small):
    others.stand_by("b11")
    clerk = sit_down(hall, small=small)
    one = others.summon()
    clerk.until(lambda: "正在請" in said(clerk))
    others.do("accept", one, "b11")
    clerk.until(lambda: said(clerk) == "後線支援：後線同仁 11 正前往 11 號櫃台（0 分）")
    assert how(clerk) is Says.GOOD
    hall.clerk("11", "b11")
    clerk.until(lambda: said(clerk) == "")


def test_that_nobody_comes_is_said_loudly(hall, others, sit_down: SitDown, small):
    others.stand_by("b11")
    clerk = sit_down(hall, small=small)
    one = others.summon()
    others.do("decline", one, "b11", reason="正在開會")
    clerk.until(lambda: said(clerk) == "沒有後線人員能支援 11 號櫃台，請主管處理")
    assert how(clerk) is Says.TROUBLE


def test_what_presses_most_stands_first_and_the_others_are_counted(hall, others, sit_down: SitDown):
    others.stand_by("b11", "b12")
    clerk = sit_down(hall)
    first = others.summon()
    others.do("accept", first, "b11")
    others.summon()
    clerk.until(lambda: said(clerk) == "正在請 後線同仁 12 支援 12 號櫃台，還有 1 件")


def test_who_is_asked_is_called_off_from_the_same_questions(hall, others, sit_down: SitDown):
    others.stand_by("b11")
    clerk = sit_down(hall)
    others.summon()
    clerk.until(lambda: said(clerk) != "")
    begin(clerk)
    clerk.choose("back_line", "不必來了：11 號櫃台 後線同仁 11")
    clerk.choose("reason", "人潮已退")
    clerk.press(Key.Key_Return)
    clerk.until_message("已取消，不必來了")
    assert others.summonses == ()


def test_who_came_is_sent_back_with_a_reason(hall, others, sit_down: SitDown):
    others.stand_by("b11")
    clerk = sit_down(hall)
    others.do("accept", others.summon(), "b11")
    hall.clerk("11", "b11")
    clerk.until(lambda: any(one.is_here for one in clerk.face.view.back_line.summons))
    begin(clerk)
    clerk.choose("back_line", "請回座：11 號櫃台 後線同仁 11")
    clerk.choose("reason", "人潮已退")
    clerk.press(Key.Key_Return)
    clerk.until_message("11 號櫃台的支援同仁可以回座了")
    (one,) = others.summonses
    assert one.released_at is not None


def test_where_nobody_can_come_it_says_so_before_and_after(hall, others, sit_down: SitDown):
    clerk = sit_down(hall)
    begin(clerk)
    (only,) = clerk.answers("back_line")
    assert (only.text(), only.isEnabled()) == ("請一位來開櫃台", False)
    clerk.press(Key.Key_Return)
    clerk.until_message("請先選擇要做什麼")
    others.stand_by("b11")
    clerk.until(only.isEnabled)
    clerk.choose("back_line", "請一位來開櫃台")
    others._support.stand_down(request=new_request(), staff="b11")
    clerk.until(lambda: not only.isEnabled())


def test_the_button_is_there_where_the_office_has_a_back_line(hall, sit_down: SitDown):
    clerk = sit_down(hall)
    assert clerk.live("summon")
    assert clerk.find("summon").accessibleName() == "後線支援, Ctrl+Shift+B"


def test_it_moves_no_button_and_is_whole_beside_all_the_other_news(hall, others, sit_down: SitDown, small):
    others.stand_by("b11")
    clerk = sit_down(hall, small=small)
    for language in ("zh-TW", "en"):
        speak(clerk, language)
        QApplication.processEvents()
        before = place(clerk, "call_next")
        one = others.summon()
        others.do("accept", one, "b11")
        clerk.until(lambda: said(clerk) != "")
        QApplication.processEvents()
        assert place(clerk, "call_next") == before
        hall.ask_for_help()
        Devices(hall.store).report_device(
            request=new_request(), device="kiosk-1", place="kiosk-1", health=Health.TROUBLE, causes=("paper_out",)
        )
        clerk.until(lambda: said(clerk) != "" and clerk.help != "" and clerk.sees("device_trouble"))
        nothing_is_clipped(clerk)
        assert overlapping(clerk.window) == []
        begin(clerk)
        nothing_is_clipped(clerk)
        clerk.press(Key.Key_Escape)
        others.do("call_off", one, "supervisor", reason="人潮已退")
        clerk.until(lambda: said(clerk) == "")
