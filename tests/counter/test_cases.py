"""Help with a case, at the counters: asked without leaving the visitor, answered from another console."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter.face import Stage
from tests.counter.case_hall import HardCases
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import ALL_NEEDS, RealHall, open_hall
from tests.counter.test_appearance import nothing_is_clipped, speak
from tests.counter.test_bar import overlapping
from tests.counter.test_help import place
from tests.counter.test_live import locked, unreadable
from waitline.look import Banner, Says
from waitline.model.case_help import Answer, Team

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., ClerkAtWork]
QUESTION = "收養登記缺一份文件"


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def small(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def cases(hall: RealHall) -> HardCases:
    return HardCases(hall)


@pytest.fixture
def hall_on_either(own_database_url: str, tmp_path: Path) -> Iterator[RealHall]:
    """The sample office on SQLite and on Postgres."""
    found = open_hall(tmp_path / "queue.db", url=own_database_url)
    yield found
    found.store.close()


def said(clerk: ClerkAtWork, line: str) -> str:
    """What one of the lines says; empty while it is not there."""
    return clerk.text(f"{line}_words") if clerk.sees(f"{line}_words") else ""


def how(clerk: ClerkAtWork, line: str) -> Says | None:
    banner = clerk.find(f"{line}_words")
    assert isinstance(banner, Banner)
    return banner.says


def serving(sit_down: SitDown, hall: RealHall, **facts: object) -> tuple[ClerkAtWork, str]:
    """The clerk of counter 3 with a visitor before them, and the visitor's number."""
    label = HardCases(hall).serve("3")
    clerk = sit_down(hall, **facts)
    clerk.until_number(label)
    return clerk, label


def helper_at(sit_down: SitDown, hall: RealHall, **facts: object) -> ClerkAtWork:
    """Somebody of the review team at a counter of their own, where nobody is served."""
    return sit_down(hall, counter="11", staff="b11", **facts)


def begin(clerk: ClerkAtWork, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key that opens questions. Keys are for tests with one console: two would both hear them."""
    press(clerk, key, *modifiers)
    clerk.until_asked()


def press(clerk: ClerkAtWork, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    clerk.until_keyboard()
    clerk.press(key, *modifiers)


def open_questions(clerk: ClerkAtWork, name: str) -> None:
    """The same by mouse."""
    clerk.until(lambda: clerk.live(name))
    clerk.window.activateWindow()
    clerk.click(name)
    clerk.until_asked()


# -- the whole way --------------------------------------------------------------------------------------


def test_asked_by_one_key_it_rings_at_the_other_console_and_the_answer_is_read_beside_the_visitor(
    hall_on_either: RealHall, sit_down: SitDown
):
    clerk, label = serving(sit_down, hall_on_either)
    begin(clerk, Key.Key_F7)
    clerk.press(Key.Key_Return)
    clerk.until_message("已請教審核支援團隊")
    clerk.until(lambda: said(clerk, "own_case").startswith("已請教審核支援團隊，等候回覆"))
    assert clerk.number == label

    helper = helper_at(sit_down, hall_on_either)
    helper.until(lambda: said(helper, "asked_case") != "")
    assert said(helper, "asked_case") == f"3 號櫃台 {label}（戶籍謄本） 請教案件，已等 0 分：請協助看一下這個案件"
    assert helper.face.rung == 1

    open_questions(helper, "answer_case_help")
    helper.press(Key.Key_1)
    helper.press(Key.Key_Return)
    helper.until_message("已回覆 3 號櫃台")
    clerk.until(lambda: said(clerk, "own_case") == "後線同仁 11 回覆：可以辦理")
    assert how(clerk, "own_case") is Says.GOOD
    assert (clerk.face.stage, clerk.number) == (Stage.SERVING, label)

    clerk.click("end_case_help")
    clerk.until(lambda: not clerk.sees("own_case"))
    helper.until(lambda: not helper.sees("asked_case"))
    assert HardCases(hall_on_either).open == []


def test_from_the_bar_as_well(hall: RealHall, cases: HardCases, sit_down: SitDown):
    clerk, _ = serving(sit_down, hall, small=True)
    helper = helper_at(sit_down, hall, small=True)
    open_questions(clerk, "ask_for_case_help")
    clerk.choose("team", "主管")
    clerk.choose("reason", "需要主管核可")
    clerk.click("agree")
    clerk.until(lambda: "已請教主管" in said(clerk, "own_case"))
    (case,) = cases.open
    assert (case.team, case.question, case.staff) == (Team.SUPERVISOR, "需要主管核可", "c03")
    assert not helper.sees("asked_case")

    cases.do("end_case_help", case, "c03")
    cases.ask()
    helper.until(lambda: helper.sees("asked_case"))
    helper.click("come_to_case")
    clerk.until(lambda: said(clerk, "own_case") == "後線同仁 11 正過來協助")
    helper.until(lambda: said(helper, "asked_case").startswith("您正過去 3 號櫃台"))
    assert not helper.live("come_to_case")


def test_an_answer_in_own_words_and_then_somebody_comes_as_well(hall, cases, sit_down: SitDown, small):
    clerk, _ = serving(sit_down, hall, small=small)
    helper = helper_at(sit_down, hall, small=small)
    cases.ask()
    open_questions(helper, "answer_case_help")
    assert helper.text("question") == QUESTION
    helper.find("own_answer").setFocus()
    helper.type("kan di ba tiao")
    helper.press(Key.Key_Return)
    clerk.until(lambda: said(clerk, "own_case") == "後線同仁 11 回覆：kan di ba tiao")
    helper.until(lambda: helper.face.under_way is None)
    helper.click("come_to_case")
    clerk.until(lambda: said(clerk, "own_case") == "後線同仁 11 正過來協助，先前回覆：kan di ba tiao")
    assert cases.open[0].answer is Answer.COME


def test_words_that_are_typed_beside_the_ready_answers_are_ones_own(hall, cases, sit_down: SitDown, small):
    """Spaces, too: none of them may choose an answer that nobody gave."""
    clerk, _ = serving(sit_down, hall, small=small)
    helper = helper_at(sit_down, hall, small=small)
    cases.ask()
    open_questions(helper, "answer_case_help")
    for letter in "No, not this one":
        helper.type(letter)
    helper.press(Key.Key_Return)
    clerk.until(lambda: said(clerk, "own_case") == "後線同仁 11 回覆：No, not this one")


def test_who_takes_over_goes_on_with_the_visitor_and_may_undo_it(hall, cases, sit_down: SitDown, small):
    clerk, label = serving(sit_down, hall, small=small)
    helper = helper_at(sit_down, hall, small=small)
    cases.ask()
    helper.until(lambda: helper.live("take_over_case"))
    helper.click("take_over_case")
    helper.until_number(label)
    assert helper.face.stage is Stage.SERVING
    clerk.until(lambda: clerk.number == "" and not clerk.sees("own_case"))
    helper.until(lambda: helper.live("undo"))

    helper.click("undo")
    clerk.until_number(label)
    assert clerk.face.stage is Stage.SERVING
    helper.until(lambda: helper.number == "")


def test_a_counter_with_somebody_at_it_takes_nobody_over(hall, cases, sit_down: SitDown, small):
    busy = cases.serve("7")
    other = helper_at(sit_down, hall, small=small)
    cases.ask("7")
    other.until(lambda: other.sees("asked_case"))
    assert busy in said(other, "asked_case")
    label = hall.take("REG", love=True).label
    press(other, Key.Key_F9)
    other.until_number(label)
    assert not other.live("take_over_case")
    assert other.live("answer_case_help")


def test_each_answer_has_a_key(hall, cases, sit_down: SitDown, small):
    label = cases.serve()
    helper = helper_at(sit_down, hall, small=small)
    cases.ask()
    helper.until(lambda: helper.live("answer_case_help"))
    begin(helper, Key.Key_F2)
    helper.press(Key.Key_Escape)
    helper.until(lambda: not helper.sees("sheet"))
    press(helper, Key.Key_F2, SHIFT)
    helper.until_message("3 號櫃台知道您正過去")
    assert cases.open[0].answer is Answer.COME
    press(helper, Key.Key_F2, CTRL)
    helper.until_number(label)
    assert cases.open == []


# -- climbing, several at once --------------------------------------------------------------------------


def test_unanswered_it_climbs_rings_the_supervisor_once_more_and_the_clerk_reads_it(
    turned_hall: RealHall, sit_down: SitDown, small
):
    cases = HardCases(turned_hall)
    clerk, label = serving(sit_down, turned_hall, small=small)
    helper = helper_at(sit_down, turned_hall)
    supervisor = sit_down(turned_hall, counter="7", staff="supervisor", small=small)
    cases.ask()
    for one in (helper, supervisor):
        one.until(lambda one=one: one.sees("asked_case"))
        assert one.face.rung == 1

    turned_hall.turn(1)

    clerk.until(lambda: said(clerk, "own_case") == f"審核支援團隊沒有回覆，已轉請主管（09:01 起）：{QUESTION}")
    assert how(clerk, "own_case") is Says.TROUBLE
    told = f"3 號櫃台 {label}（戶籍謄本） 請教案件，等了 1 分 沒有人回覆：{QUESTION}"
    supervisor.until(lambda: said(supervisor, "asked_case") == told)
    assert supervisor.face.rung == 2
    helper.until(lambda: not helper.sees("asked_case"))
    assert helper.face.rung == 1


def test_of_two_who_answer_at_once_one_is_told_so_in_words(hall, cases, sit_down: SitDown):
    serving(sit_down, hall)
    one = helper_at(sit_down, hall)
    two = sit_down(hall, counter="12", staff="b12")
    cases.ask()
    for helper in (one, two):
        helper.until(lambda helper=helper: helper.live("come_to_case"))
    one.click("come_to_case")
    two.click("come_to_case")
    both = (one, two)
    taken = "已經有同仁前往 3 號櫃台"
    one.until(lambda: all(helper.face.under_way is None and helper.message != "" for helper in both))
    assert sorted(taken in helper.message for helper in both) == [False, True]
    first, late = (two, one) if taken in one.message else (one, two)
    late.until(lambda: not late.sees("asked_case"))
    first.until(lambda: said(first, "asked_case").startswith("您正過去"))
    assert cases.open[0].answered_by == {id(one): "b11", id(two): "b12"}[id(first)]


def test_who_is_still_writing_when_a_colleague_answers_is_told_so(hall, cases, sit_down: SitDown, small):
    cases.serve()
    helper = helper_at(sit_down, hall, small=small)
    case = cases.ask()
    helper.until(lambda: helper.sees("asked_case"))
    begin(helper, Key.Key_F2)
    cases.do("answer_case_help", case, "b12", message="可以辦理")
    helper.until_message("已有同仁回覆，或已經結束")
    assert not helper.sees("sheet")


def test_the_oldest_stands_first_and_another_may_be_answered_before_it(hall, cases, sit_down: SitDown, small):
    first, second = cases.serve("3"), cases.serve("4", "IDCARD")
    helper = helper_at(sit_down, hall, small=small)
    cases.ask("3")
    cases.ask("4", question="照片不合規格")
    helper.until(lambda: helper.sees("other_case"))
    assert first in said(helper, "asked_case")
    assert helper.text("other_case").startswith("4 號櫃台")
    helper.click("other_case")
    helper.until(lambda: second in said(helper, "asked_case"))
    begin(helper, Key.Key_F2)
    helper.press(Key.Key_3)
    helper.press(Key.Key_Return)
    helper.until_message("已回覆 4 號櫃台")
    assert [(case.counter, case.message) for case in cases.open] == [("3", None), ("4", "請民眾補正文件")]


def test_coming_is_always_about_the_question_that_is_read(hall, cases, sit_down: SitDown, small):
    first, second = cases.serve("3"), cases.serve("4", "IDCARD")
    helper = helper_at(sit_down, hall, small=small)
    case = cases.ask("3")
    cases.ask("4")
    helper.until(lambda: helper.sees("other_case"))
    helper.click("come_to_case")
    helper.until(lambda: second in said(helper, "asked_case") and helper.live("come_to_case"))
    helper.click("other_case")
    helper.until(lambda: first in said(helper, "asked_case"))
    assert not helper.live("come_to_case")
    press(helper, Key.Key_F2, SHIFT)
    helper.until_message("目前沒有同仁請教案件")
    assert [one.id for one in cases.open if one.answer is Answer.COME] == [case.id]


# -- what is asked of whom ------------------------------------------------------------------------------


def test_while_it_waits_the_same_key_goes_on_to_the_supervisor_or_ends_it(hall, cases, sit_down: SitDown):
    clerk, _ = serving(sit_down, hall)
    cases.ask()
    clerk.until(lambda: clerk.sees("own_case"))
    begin(clerk, Key.Key_F7)
    assert [(b.text(), b.isEnabled(), b.isChecked()) for b in clerk.answers("team")] == [
        ("審核支援團隊", False, False),
        ("主管", True, False),
        ("不用了", True, False),
    ]
    clerk.press(Key.Key_Return)
    clerk.until_message("請先選擇要請教誰")
    clerk.press(Key.Key_2)
    clerk.press(Key.Key_Return)
    clerk.until(lambda: "已請教主管" in said(clerk, "own_case"))
    (case,) = cases.open
    cases.do("answer_case_help", case, "supervisor", message="好")
    clerk.until(lambda: "回覆：好" in said(clerk, "own_case"))
    begin(clerk, Key.Key_F7)
    assert clerk.answer("team", "已經清楚").isChecked()
    clerk.press(Key.Key_Return)
    clerk.until(lambda: not clerk.sees("own_case"))


def test_an_answer_that_comes_while_asking_on_is_seen_in_the_questions(hall, cases, sit_down: SitDown):
    clerk, _ = serving(sit_down, hall)
    case = cases.ask()
    clerk.until(lambda: clerk.sees("own_case"))
    begin(clerk, Key.Key_F7)
    cases.do("come_to_case", case, "b11")
    clerk.until(lambda: not clerk.answers("team")[1].isEnabled())
    assert [b.isEnabled() for b in clerk.answers("team")] == [False, False, True]


@pytest.mark.parametrize("words", ["A123456789 本人未到", "0912345678", "02-2345-6789", "ac12345678"])
def test_numbers_that_name_somebody_are_not_sent(hall, cases, sit_down: SitDown, words):
    clerk, _ = serving(sit_down, hall)
    begin(clerk, Key.Key_F7)
    clerk.find("other_reason").setFocus()
    clerk.find("other_reason").setText(words)
    clerk.press(Key.Key_Return)
    clerk.until_message("請不要寫民眾的證號或電話")
    assert cases.open == []


def test_without_a_visitor_or_a_question_the_keys_say_so(hall, sit_down: SitDown, small):
    clerk = sit_down(hall, small=small)
    press(clerk, Key.Key_F7)
    clerk.until_message("3 號櫃台目前沒有叫號")
    press(clerk, Key.Key_F7, SHIFT)
    clerk.until_message("這次請求協助已經結束")
    for modifiers in ((), (SHIFT,), (CTRL,)):
        clerk.screen._flow._presses.clear()
        press(clerk, Key.Key_F2, *modifiers)
        clerk.until_message("目前沒有同仁請教案件")


def test_an_answer_needs_words(hall, cases, sit_down: SitDown):
    cases.serve()
    helper = helper_at(sit_down, hall)
    cases.ask()
    helper.until(lambda: helper.sees("asked_case"))
    begin(helper, Key.Key_F2)
    helper.press(Key.Key_Return)
    helper.until_message("請填寫要回覆的內容")
    assert cases.open[0].is_unanswered


# -- the database away ----------------------------------------------------------------------------------


def test_asked_while_the_database_is_locked_it_is_sent_once_when_it_is_free(hall, cases, sit_down: SitDown):
    clerk, label = serving(sit_down, hall)
    begin(clerk, Key.Key_F7)
    with locked(hall):
        clerk.press(Key.Key_Return)
        clerk.until_message("資料庫尚未回應")
        assert clerk.number == label
    clerk.until(lambda: clerk.sees("own_case"))
    assert len(cases.open) == 1


def test_with_the_database_away_what_is_known_stays_in_grey_and_nothing_can_be_pressed(
    hall, cases, sit_down: SitDown, small
):
    clerk, label = serving(sit_down, hall, small=small)
    helper = helper_at(sit_down, hall, small=small)
    cases.ask()
    clerk.until(lambda: clerk.sees("own_case"))
    helper.until(lambda: helper.sees("asked_case"))
    hall.ask_for_help()
    clerk.until(lambda: clerk.help != "")
    called, before = clerk.find("help_call"), said(clerk, "own_case")
    assert isinstance(called, Banner)
    with unreadable(hall):
        clerk.until(lambda: how(clerk, "own_case") is Says.STALE)
        assert called.says is Says.STALE
        helper.until(lambda: how(helper, "asked_case") is Says.STALE)
        assert (said(clerk, "own_case"), clerk.number) == (before, label)
        assert label in said(helper, "asked_case")
        assert not any(helper.live(name) for name in ("answer_case_help", "come_to_case", "take_over_case"))
        assert not clerk.live("end_case_help")
    clerk.until(lambda: how(clerk, "own_case") is Says.NOTICE)
    helper.until(lambda: helper.live("come_to_case"))


# -- how it looks ---------------------------------------------------------------------------------------


def test_a_new_line_never_takes_the_place_of_one_that_stands(hall, cases, sit_down: SitDown, small):
    cases.serve()
    helper = helper_at(sit_down, hall, small=small)
    cases.ask()
    helper.until(lambda: helper.sees("asked_case"))
    QApplication.processEvents()
    at = {name: place(helper, name) for name in ("come_to_case", "take_over_case", "call_next")}
    hall.ask_for_help()
    helper.until(lambda: helper.help != "")
    QApplication.processEvents()
    assert {name: place(helper, name) for name in at} == at


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_nothing_is_clipped_or_moves_beside_all_other_news(hall, cases, sit_down: SitDown, small, language):
    ticket = hall.take("REG", love=True, needs=ALL_NEEDS, language="vi")
    cases.serve("4", "IDCARD")
    cases.serve("5", "IDCARD")
    clerk = sit_down(hall, counter="7", staff="supervisor", small=small)
    speak(clerk, language)
    press(clerk, Key.Key_F9)
    clerk.until_number(ticket.label)
    QApplication.processEvents()
    at = {name: place(clerk, name) for name in ("begin", "recall")}
    cases.ask("7", question="收養人為外籍配偶，收養契約書由代理人簽名且印鑑證明逾期，可否受理", by="supervisor")
    cases.ask("4", question="收養人為外籍配偶，收養契約書由代理人簽名且印鑑證明逾期，可否受理")
    cases.ask("5", question="收養人為外籍配偶，收養契約書由代理人簽名且印鑑證明逾期，可否受理")
    hall.ask_for_help()
    clerk.until(lambda: clerk.sees("own_case") and clerk.sees("other_case") and clerk.help != "")
    nothing_is_clipped(clerk)
    assert overlapping(clerk.window) == []
    assert {name: place(clerk, name) for name in at} == at
    for key in (Key.Key_F7, Key.Key_F2):
        begin(clerk, key)
        nothing_is_clipped(clerk)
    cases.do("answer_case_help", cases.open[0], "b11", message="請" * 80)
    clerk.until(lambda: "請請請" in said(clerk, "own_case"))
    nothing_is_clipped(clerk)
