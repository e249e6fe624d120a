"""Help with a case away from the counters: at stand-by, by window, banner and icon, and at the service desk."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from counter.actions import Place
from counter.stand_by.face import Stage
from tests.counter.back_line_desk import AtTheDesk, Colleagues
from tests.counter.case_hall import HardCases
from tests.counter.halls import RealHall
from tests.counter.test_appearance import squeezed
from tests.counter.test_live import unreadable
from waitline.look import Banner, Says
from waitline.model.case_help import Answer, Team

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
AtDesk = Callable[..., AtTheDesk]
WINDOW, BANNER, SUMMONS = "stand_by_window", "case_banner", "summons_banner"


@pytest.fixture
def cases(hall: RealHall) -> HardCases:
    return HardCases(hall)


def asked(at_desk: AtDesk, hall: RealHall, **facts: object) -> tuple[AtTheDesk, str]:
    """Somebody stands by, and is asked about the visitor at counter 3, whose number is told."""
    label = HardCases(hall).serve()
    desk = at_desk(hall, **facts)
    desk.until_stage(Stage.STANDING_BY)
    HardCases(hall).ask()
    desk.until(lambda: desk.sees("asked_case", BANNER))
    return desk, label


def test_at_stand_by_a_banner_asks_and_rings_once_and_the_window_says_so(hall, cases, at_desk: AtDesk):
    desk, label = asked(at_desk, hall)
    told = f"3 號櫃台 {label}（戶籍謄本） 請教案件，已等 0 分：收養登記缺一份文件"
    assert (desk.text("asked_case_words", BANNER), desk.text("stand_by_case", WINDOW)) == (told, told)
    assert desk.standing_by.face.rung == 1
    assert not desk.sees("take_over_case")
    assert desk.window(BANNER).testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_the_answer_is_written_below_the_banner(hall, cases, at_desk: AtDesk):
    desk, _ = asked(at_desk, hall)
    desk.click("answer_case_help", BANNER)
    desk.until(lambda: desk.sees("sheet"))
    desk.choose("請民眾補正文件")
    desk.press(Key.Key_Return, within="drop")
    desk.until(lambda: [case.message for case in cases.open] == ["請民眾補正文件"])
    desk.until(lambda: desk.text("asked_case_words", BANNER).startswith("您已回覆 3 號櫃台"))


@pytest.mark.parametrize("how", ["key", "window", "icon"])
def test_coming_is_said_by_key_by_the_window_and_by_the_icons_menu(hall, cases, at_desk: AtDesk, how):
    desk, _ = asked(at_desk, hall)
    if how == "key":
        desk.press(Key.Key_F2, SHIFT, within=BANNER)
    elif how == "window":
        desk.click("come_to_case", WINDOW)
    else:
        offered = desk.standing_by._tray._menu.findChild(QAction, "come_to_case")
        assert offered.isVisible()
        offered.trigger()
    desk.until(lambda: [case.answer for case in cases.open] == [Answer.COME])
    desk.until(lambda: desk.text("stand_by_case", WINDOW).startswith("您正過去 3 號櫃台"))


def test_the_icon_tells_the_question_too(hall, cases, at_desk: AtDesk):
    desk, label = asked(at_desk, hall, tray_there=True)
    assert f"3 號櫃台 {label}" in desk.standing_by._tray._icon.toolTip()
    assert not desk.sees("stand_by_title")
    cases.do("end_case_help", cases.open[0], "c03")
    desk.until(lambda: not desk.sees("asked_case"))
    assert label not in desk.standing_by._tray._icon.toolTip()


def test_a_question_stands_below_a_summons_and_both_are_answered(hall, cases, at_desk: AtDesk):
    desk, _ = asked(at_desk, hall)
    Colleagues(hall).summon()
    desk.until_stage(Stage.ASKED)
    desk.until(lambda: desk.window(BANNER).geometry().top() > desk.window(SUMMONS).geometry().top())
    assert not desk.window(BANNER).geometry().intersects(desk.window(SUMMONS).geometry())
    assert not desk.sees("answer_case_help", WINDOW)
    desk.click("come_to_case", BANNER)
    desk.until(lambda: cases.open[0].answer is Answer.COME)
    desk.until_stage(Stage.ASKED)
    desk.click("accept", SUMMONS)
    desk.until_stage(Stage.COMING)


def test_who_is_writing_when_a_colleague_answers_is_told_so(hall, cases, at_desk: AtDesk):
    desk, _ = asked(at_desk, hall)
    desk.press(Key.Key_F2, within=BANNER)
    desk.until(lambda: desk.sees("sheet"))
    cases.do("come_to_case", cases.open[0], "b12")
    desk.until(lambda: not desk.sees("sheet") and not desk.sees("asked_case"))
    desk.until(lambda: "已有同仁回覆，或已經結束" in desk.said("stand_by_message"))


def test_a_database_out_of_reach_leaves_the_question_in_grey(hall, cases, at_desk: AtDesk):
    desk, _ = asked(at_desk, hall)
    banner = desk.find("asked_case_words", BANNER)
    assert isinstance(banner, Banner)
    with unreadable(hall):
        desk.until(lambda: banner.says is Says.STALE)
        assert not desk.find("come_to_case", BANNER).isEnabled()
    desk.until(lambda: banner.says is Says.NOTICE)


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_nothing_is_clipped_at_stand_by(hall, cases, at_desk: AtDesk, language):
    cases.serve("4")
    desk, _ = asked(at_desk, hall, language=language)
    cases.ask("4", question="收養人為外籍配偶，收養契約書由代理人簽名且印鑑證明逾期，可否受理")
    desk.until(lambda: desk.sees("other_case", BANNER))
    desk.click("other_case", BANNER)
    desk.until(lambda: "外籍配偶" in desk.text("stand_by_case", WINDOW))
    desk.click("answer_case_help", BANNER)
    desk.until(lambda: desk.sees("sheet"))
    assert [text for window in desk.windows for text in squeezed(window)] == []


def test_the_supervisor_at_the_service_desk_is_asked_and_answers_there(hall, cases, at_desk: AtDesk):
    cases.serve()
    desk = at_desk(hall, staff="supervisor", place=Place.SERVICE_DESK)
    desk.until_desk()
    cases.ask(team=Team.SUPERVISOR)
    desk.until(lambda: desk.sees("asked_case"))
    assert desk.at_service_desk.face.rung == 1
    assert not desk.sees("take_over_case")
    desk.press(Key.Key_F2, within="service_desk_window")
    desk.until(lambda: desk.sees("sheet"))
    desk.choose("可以辦理")
    desk.click("agree")
    desk.until(lambda: [case.message for case in cases.open] == ["可以辦理"])
    desk.until(lambda: "已回覆 3 號櫃台" in desk.said("message"))
    desk.until_desk()
    desk.click("come_to_case")
    desk.until(lambda: [case.answer for case in cases.open] == [Answer.COME])
    cases.do("end_case_help", cases.open[0], "c03")
    desk.until(lambda: not desk.sees("asked_case"))
    desk.press(Key.Key_F2, within="service_desk_window")
    desk.until(lambda: "目前沒有同仁請教案件" in desk.said("message"))
