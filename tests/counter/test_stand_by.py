"""Standing by at a back-line desk: asked, coming, not coming, at the counter, and back again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget

from counter.actions import Place
from counter.face import Stage as ClerkStage
from counter.refusals import NobodyCalls
from counter.stand_by.face import Stage
from tests.counter.back_line_desk import AtTheDesk, Colleagues
from tests.counter.halls import RealHall
from tests.counter.test_appearance import squeezed
from tests.counter.test_live import unreadable
from tests.own_time import OwnTime
from waitline.look import Banner, Says

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
AtDesk = Callable[..., AtTheDesk]
WINDOW, BANNER = "stand_by_window", "summons_banner"


@pytest.fixture
def others(hall: RealHall) -> Colleagues:
    return Colleagues(hall)


def journal(hall: RealHall) -> list[tuple[str, dict[str, object]]]:
    """(kind, facts) of every entry of the back line's."""
    with hall.store.reading() as look:
        entries = look.entries_after(0)
    return [(str(e.kind), dict(e.facts)) for e in entries if "Summons" in e.kind or "BackLine" in e.kind]


def standing_by(at_desk: AtDesk, hall: RealHall, **facts: object) -> AtTheDesk:
    desk = at_desk(hall, **facts)
    desk.until_stage(Stage.STANDING_BY)
    return desk


def asked(at_desk: AtDesk, hall: RealHall, **facts: object) -> AtTheDesk:
    desk = standing_by(at_desk, hall, **facts)
    Colleagues(hall).summon()
    desk.until_stage(Stage.ASKED)
    return desk


def coming(at_desk: AtDesk, hall: RealHall, **facts: object) -> AtTheDesk:
    desk = asked(at_desk, hall, **facts)
    desk.click("accept", BANNER)
    desk.until_stage(Stage.COMING)
    return desk


def choose_name(desk: AtTheDesk, name: str) -> None:
    rows = desk.find("staff")
    assert isinstance(rows, QListWidget)
    rows.setCurrentItem(rows.findItems(name, Qt.MatchFlag.MatchExactly)[0])


def places(desk: AtTheDesk) -> list[str]:
    rows = desk.find("counters")
    assert isinstance(rows, QListWidget)
    return [rows.item(place).text() for place in range(rows.count())]


# -- beginning and ending ------------------------------------------------------------------------------


def test_the_back_line_finds_stand_by_among_its_places_and_nobody_else_does(hall, others, at_desk):
    desk = at_desk(hall, staff=None, place=Place.COUNTER)
    desk.until(lambda: desk.sees("staff"))
    assert "待命（後線支援）" not in places(desk)
    choose_name(desk, "後線同仁 11")
    rows = desk.find("counters")
    assert isinstance(rows, QListWidget)
    assert rows.currentItem().text() == "待命（後線支援）"

    desk.click("sign_in")

    desk.until_stage(Stage.STANDING_BY)
    assert [window.objectName() for window in desk.windows] == [WINDOW]
    assert others.stands_by == {"b11"}


def test_started_to_stand_by_nobody_is_chosen_and_whoever_chooses_themselves_finds_that_place(hall, at_desk):
    desk = at_desk(hall, staff=None)
    names, where = desk.find("staff"), desk.find("counters")
    assert isinstance(names, QListWidget)
    assert isinstance(where, QListWidget)
    assert names.selectedItems() == []
    choose_name(desk, "後線同仁 12")
    assert where.currentItem().text() == "待命（後線支援）"


def test_at_a_back_line_counter_their_names_lead_to_that_counter(hall, at_desk):
    desk = at_desk(hall, staff=None, place=Place.COUNTER, counter="12")
    desk.until(lambda: desk.sees("staff"))
    choose_name(desk, "後線同仁 11")
    rows = desk.find("counters")
    assert isinstance(rows, QListWidget)
    assert rows.currentItem().text() == "12 號櫃台"


def test_whoever_has_a_pin_is_asked_for_it_and_a_wrong_one_is_said(hall, others, at_desk):
    hall.set_pin("b11", "4711")
    desk = at_desk(hall)
    desk.until(lambda: desk.sees("pin"))
    pin = desk.find("pin")
    assert isinstance(pin, QLineEdit)
    pin.setText("1234")
    desk.click("sign_in")
    desk.until(lambda: desk.said("sign_in_message") == "密碼不正確")
    assert others.stands_by == set()

    pin.setText("4711")
    desk.click("sign_in")

    desk.until_stage(Stage.STANDING_BY)


def test_who_is_not_of_the_back_line_is_refused_by_the_verb(hall, others, at_desk):
    desk = at_desk(hall, staff="c03")
    desk.until(lambda: "沒有這項權限" in desk.said("sign_in_message"))
    assert others.stands_by == set()


def test_ending_stand_by_leads_back_to_the_first_page(hall, others, at_desk):
    desk = standing_by(at_desk, hall)
    desk.click("stand_down")
    desk.until(lambda: desk.sees("sign_in"))
    assert others.stands_by == set()
    assert desk.program.stand_by is None


def test_closing_the_window_is_leaving_and_nobody_is_asked_in_vain(hall, others, at_desk, qtbot):
    desk = standing_by(at_desk, hall)
    with qtbot.waitSignal(desk.program.left):
        desk.window(WINDOW).close()
    assert others.stands_by == set()


def test_stand_by_ended_elsewhere_leads_back_to_the_first_page(hall, others, at_desk):
    desk = standing_by(at_desk, hall)
    others._support.stand_down(request="elsewhere", staff="b11")
    desk.until(lambda: desk.program.stand_by is None and desk.sees("sign_in"))


# -- being asked ---------------------------------------------------------------------------------------


def test_the_banner_says_why_where_and_how_long_and_takes_no_keyboard(hall, others, at_desk):
    desk = standing_by(at_desk, hall)

    others.summon("三號櫃台故障")
    desk.until(lambda: desk.sees("summons_title"))

    assert desk.text("summons_title") == "請支援 11 號櫃台"
    assert desk.text("summons_reason") == "課長：三號櫃台故障"
    assert desk.text("summons_left") in {"剩 60 秒", "剩 59 秒"}
    banner = desk.window(BANNER)
    flags = banner.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert banner.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert banner.y() == 0


def is_watched_as_full(hall):
    with hall.store.reading() as look:
        return look.back_line().watch.filled_at is not None


def test_a_full_hall_says_its_figures(turned_hall, at_desk):
    turned_hall.clerk("3")
    desk = standing_by(at_desk, turned_hall)
    for _ in range(12):
        turned_hall.take("REG")
    desk.until(lambda: desk.standing_by.face.view is not None and desk.standing_by.face.view.waiting == 12)
    assert desk.text("stand_by_hall") == "大廳人多，12 人等候"
    for _ in range(2):
        turned_hall.turn(minutes=0.5)
        turned_hall.take("REG")
        desk.until(lambda: desk.standing_by.face.now >= turned_hall.view().at)
        desk.until(lambda: is_watched_as_full(turned_hall))  # else half a minute of it never passes
    desk.until(lambda: desk.sees("summons_reason"))
    assert desk.text("summons_reason").endswith("每個櫃台約有 175 分鐘的工作")


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_one_key_or_one_click_says_yes(hall, others, at_desk, how):
    desk = asked(at_desk, hall)

    if how == "key":
        desk.press(Key.Key_F7, within=BANNER)
    else:
        desk.click("accept", BANNER)

    desk.until_stage(Stage.COMING)
    (one,) = others.summonses
    assert (one.staff, one.is_coming) == ("b11", True)
    assert desk.text("summons_notice") == "請前往 11 號櫃台"
    assert desk.text("stand_by_hall") == "在那個櫃台的電腦登入，就算到了"


def test_no_is_said_with_a_reason_and_the_next_is_asked(hall, others, at_desk):
    others.stand_by("b12")
    desk = asked(at_desk, hall)
    desk.press(Key.Key_F7, SHIFT, within=BANNER)
    desk.choose("正在開會")
    desk.click("agree")

    desk.until_stage(Stage.STANDING_BY)
    (one,) = others.summonses
    assert one.asked == "b12"
    assert ("SummonsDeclined", "正在開會") in [(kind, facts.get("reason")) for kind, facts in journal(hall)]
    assert desk.text("stand_by_message") == "已回覆不能前往，改請下一位"
    assert not desk.sees("summons_notice")


def test_own_words_are_a_reason_too(hall, others, at_desk):
    desk = asked(at_desk, hall)
    desk.click("decline", BANNER)
    line = desk.find("other_reason")
    assert isinstance(line, QLineEdit)
    line.setText("等法院電話")
    desk.click("agree")
    desk.until_stage(Stage.STANDING_BY)
    assert ("SummonsDeclined", "等法院電話") in [(kind, facts.get("reason")) for kind, facts in journal(hall)]


def test_who_does_not_answer_is_told_that_the_next_is_asked_and_may_still_come(turned_hall, at_desk):
    others = Colleagues(turned_hall)
    others.stand_by("b12")
    desk = asked(at_desk, turned_hall)

    turned_hall.turn(minutes=1.1)
    turned_hall.take()

    desk.until(lambda: "已改請下一位" in desk.said("summons_notice"))
    banner = desk.find("summons_notice")
    assert isinstance(banner, Banner)
    assert banner.says is Says.NOTICE
    desk.click("accept", WINDOW)
    desk.until_stage(Stage.COMING)
    (one,) = others.summonses
    assert one.staff == "b11"


def test_where_nobody_answers_it_says_that_the_supervisor_is_told(turned_hall, at_desk):
    desk = asked(at_desk, turned_hall)
    turned_hall.turn(minutes=1.1)
    turned_hall.take()
    desk.until(lambda: "已通知主管" in desk.said("summons_notice"))


def test_a_summons_called_off_is_said_and_goes(hall, others, at_desk):
    desk = asked(at_desk, hall)
    (one,) = others.summonses
    others.do("call_off", one, "supervisor", reason="人潮已退")
    desk.until(lambda: "已經取消" in desk.said("summons_notice"))
    assert not desk.sees("accept", BANNER)
    assert desk.standing_by.face.stage is Stage.STANDING_BY


def test_somebody_else_who_comes_after_all_is_named(turned_hall, at_desk):
    others = Colleagues(turned_hall)
    others.stand_by("b12")
    desk = standing_by(at_desk, turned_hall, staff="b13")
    one = others.summon()
    assert one.asked == "b12"
    turned_hall.turn(minutes=1.1)
    turned_hall.take()
    desk.until_stage(Stage.ASKED)

    others.do("accept", one, "b12")

    desk.until(lambda: desk.said("summons_notice") == "不用過去了，後線同仁 12已經前往")


def test_it_rings_when_asked_once_more_and_never_again(turned_hall, at_desk):
    desk = asked(at_desk, turned_hall)
    assert desk.standing_by.face.rung == 1
    for _ in range(3):
        turned_hall.turn(minutes=0.25)
        turned_hall.take()
        now = turned_hall.view().at
        desk.until(lambda now=now: desk.standing_by.face.now >= now)
    assert desk.standing_by.face.rung == 2
    QApplication.processEvents()
    assert desk.standing_by._rung == 2


def test_yes_and_no_are_refused_in_words_where_nobody_asks(hall, at_desk):
    desk = standing_by(at_desk, hall)
    for key in ((Key.Key_F7,), (Key.Key_F7, SHIFT)):
        desk.press(*key, within=WINDOW)
        desk.until(lambda: desk.said("stand_by_message") == NobodyCalls().words.zh)


# -- at the counter and back ---------------------------------------------------------------------------


def test_arriving_here_opens_the_counter_in_this_program_and_signing_out_stands_by_again(hall, others, at_desk):
    desk = coming(at_desk, hall)

    desk.click("arrive", WINDOW)
    desk.until_clerk(ClerkStage.IDLE)

    (one,) = others.summonses
    assert one.is_here
    assert (hall.view("11").desk.staff, hall.view("11").desk.is_open) == ("b11", True)
    assert [window.objectName() for window in desk.windows] == ["counter_window"]
    desk.click("sign_out")
    desk.until_stage(Stage.STANDING_BY)
    assert others.summonses == ()
    assert others.stands_by == {"b11"}
    assert [window.objectName() for window in desk.windows] == [WINDOW]


def test_arriving_asks_for_the_pin_again(hall, others, at_desk):
    desk = coming(at_desk, hall)
    hall.set_pin("b11", "4711")
    desk.click("arrive", WINDOW)
    desk.until(lambda: desk.sees("pin"))
    pin = desk.find("pin")
    assert isinstance(pin, QLineEdit)
    pin.setText("4711")
    desk.click("sign_in")
    desk.until_clerk(ClerkStage.IDLE)
    (one,) = others.summonses
    assert one.is_here


def test_signing_in_at_the_counters_own_computer_is_noticed(hall, at_desk):
    desk = coming(at_desk, hall)
    hall.clerk("11", "b11")
    desk.until_stage(Stage.HERE)
    assert desk.text("stand_by_title") == "11 號櫃台 服務中"
    assert not desk.sees("accept")


def test_who_may_go_back_reads_it_at_the_console_and_at_their_desk(hall, others, at_desk, sit_down):
    desk = coming(at_desk, hall)
    clerk = sit_down(hall, counter="11", staff="b11")
    desk.until_stage(Stage.HERE)
    (one,) = others.summonses

    others.do("release", one, "supervisor", reason="人潮已退")

    desk.until_stage(Stage.RELEASED)
    assert "可以回座了" in desk.text("summons_notice")
    clerk.until(lambda: clerk.sees("back_line"))
    assert clerk.text("back_line") == "可以回座了：辦完手上的民眾後登出即可"
    clerk.click("sign_out")
    desk.until_stage(Stage.STANDING_BY)


# -- the icon, trouble, looks --------------------------------------------------------------------------


def test_where_there_is_a_tray_the_window_is_out_of_sight_until_it_is_wanted(hall, others, at_desk):
    desk = standing_by(at_desk, hall, tray_there=True)
    assert desk.windows == []
    menu = desk.standing_by._tray._menu
    others.summon()
    desk.until(lambda: desk.sees("summons_title"))
    offered = {action.objectName(): action for action in menu.actions() if action.isVisible()}
    assert {"accept", "decline"} <= offered.keys()
    found = offered["accept"]
    assert isinstance(found, QAction)

    found.trigger()

    desk.until_stage(Stage.COMING)
    assert desk.sees("stand_by_title"), "on the way one needs the window"


def test_closing_the_window_beside_a_tray_only_hides_it(hall, others, at_desk):
    desk = standing_by(at_desk, hall, tray_there=True)
    desk.standing_by._tray.window_wanted.emit()
    assert desk.sees("stand_by_title")
    desk.window(WINDOW).close()
    assert desk.windows == []
    assert others.stands_by == {"b11"}


def test_out_of_touch_is_said_within_three_seconds_and_it_comes_back(hall, at_desk):
    desk = standing_by(at_desk, hall)
    with unreadable(hall):
        watch = OwnTime()
        desk.until(lambda: "已 " in desk.said("stand_by_message"))
        assert watch.seconds() <= 3.0
        assert not desk.find("stand_down").isEnabled()
        assert desk.standing_by._tray._drawn is not None
        assert desk.standing_by._tray._drawn[0].value == "out_of_touch"
    desk.until(lambda: desk.said("stand_by_message") == "")


def test_a_yes_while_the_database_is_locked_is_done_once_it_is_free(hall, others, at_desk):
    desk = asked(at_desk, hall)
    with closing(sqlite3.connect(hall.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk.click("accept", BANNER)
        desk.until(lambda: desk.said("stand_by_message") != "")
        other.execute("ROLLBACK")
    desk.until_stage(Stage.COMING)
    accepted = [facts for kind, facts in journal(hall) if kind == "SummonsAccepted"]
    assert len(accepted) == 1


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_nothing_is_clipped_from_standing_by_to_going_back(turned_hall, at_desk, language):
    others = Colleagues(turned_hall)
    others.stand_by("b12", "b13")
    desk = standing_by(at_desk, turned_hall, language=language)

    def looks_well() -> None:
        assert [text for window in desk.windows for text in squeezed(window)] == []

    looks_well()
    one = others.summon("三號櫃台同仁臨時請假，現場人很多")
    desk.until_stage(Stage.ASKED)
    looks_well()
    desk.click("decline", BANNER)
    looks_well()
    desk.click("leave")
    desk.click("accept", BANNER)
    desk.until_stage(Stage.COMING)
    looks_well()
    turned_hall.clerk("11", "b11")
    desk.until_stage(Stage.HERE)
    looks_well()
    others.do("release", one, "supervisor", reason="人潮已退")
    desk.until_stage(Stage.RELEASED)
    looks_well()


def test_the_listener_is_told_names_and_keys(hall, at_desk):
    desk = asked(at_desk, hall)
    assert desk.window(BANNER).accessibleName() == "請支援 11 號櫃台，課長：三號櫃台故障"
    assert desk.find("accept", BANNER).accessibleName() == "我來, F7"
    assert desk.find("decline", BANNER).accessibleName() == "不能去, Shift+F7"
