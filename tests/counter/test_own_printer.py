"""Paper at the counter and at the service desk: their own printers, real ptys, every byte read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QTabBar

from counter.actions import Place
from counter.face import Face, Stage
from counter.refusals import NobodyChosen, NothingPending
from tests.counter.back_line_desk import AtTheDesk
from tests.counter.halls import RealHall
from tests.counter.heart import Heart
from tests.counter.own_printers import DESK, OWN, Papers, is_copy, is_void, with_printers
from tests.counter.test_appearance import squeezed
from tests.own_time import OwnTime
from waitline.model.clock import MINUTE, Instant
from waitline.model.slip_errors import NoPrinterHere, PersonalNumber
from waitline.verbs.printing import PrintDesk
from waitline.verbs.requests import new_request

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
AtDesk = Callable[..., AtTheDesk]
WINDOW = "counter_window"


@pytest.fixture
def papers(hall: RealHall, tmp_path: Path) -> Iterator[Papers]:
    with with_printers(hall, tmp_path) as found:
        yield found


@pytest.fixture
def paced(hall: RealHall, tmp_path: Path) -> Iterator[Papers]:
    """At the wire's own pace."""
    with with_printers(hall, tmp_path, turned=False) as found:
        yield found


def at_counter(at_desk: AtDesk, papers: Papers, counter: str = "3", **facts: object) -> AtTheDesk:
    desk = at_desk(
        papers.hall, staff=f"c{int(counter):02}", place=Place.COUNTER, counter=counter, prints=True, **facts
    )
    until_stage(desk, Stage.IDLE)
    return desk


def face(desk: AtTheDesk) -> Face:
    return desk.program.clerk._flow.face()


def until_stage(desk: AtTheDesk, stage: Stage) -> None:
    """Until it is reached and nothing is under way: a press before that would be none."""
    desk.until(lambda: face(desk).stage is stage and face(desk).under_way is None)


def until_said(desk: AtTheDesk, words: str) -> None:
    desk.until(lambda: words in desk.said("message"))


def walk_in(desk: AtTheDesk, service: str = "戶籍謄本") -> None:
    desk.click("choose_walk_in")
    desk.until(lambda: desk.sees("sheet"))
    desk.choose(service)
    desk.click("agree")
    until_stage(desk, Stage.SERVING)


def serve(desk: AtTheDesk) -> None:
    desk.press(Key.Key_F9, within=WINDOW)
    until_stage(desk, Stage.CALLED)
    desk.press(Key.Key_F9, SHIFT, within=WINDOW)
    until_stage(desk, Stage.SERVING)


def until_printed(desk: AtTheDesk, papers: Papers, place: str) -> None:
    """Until the office knows how every slip of that printer ended."""
    desk.until(lambda: papers.jobs(OWN.get(place, place)) == [])


# -- numbers --------------------------------------------------------------------------------------------


def test_a_walk_ins_number_is_printed_once_at_the_counter_where_they_sit(papers, at_desk):
    three = at_counter(at_desk, papers)
    at_counter(at_desk, papers, "7")
    walk_in(three)
    (slip,) = papers.out_of("3")
    assert "A001" in slip.text
    assert "戶籍謄本" in slip.text
    assert not is_copy(slip)
    assert "前面" not in "".join(slip.text), "whoever sits there waits for nobody"
    until_printed(three, papers, "3")
    assert [len(papers.at(place).slips) for place in ("3", "7")] == [1, 0]


def test_a_slip_is_cut_within_three_seconds_of_the_button_at_9600_baud(paced, at_desk):
    desk, printer = at_counter(at_desk, paced), paced.at("3")
    desk.until(lambda: printer.received >= 11)
    pressed, watch = printer.now, OwnTime()
    desk.click("serve_walk_in")
    desk.until(lambda: len(printer.slips) == 1 and paced.jobs("counter-3") == [])
    stood_in_line = printer.now - pressed - watch.seconds()
    (slip,) = printer.slips
    assert slip.cut_at - pressed - stood_in_line < 3.0


def test_the_next_errand_has_a_slip_of_its_own_with_the_number_and_where_to_go(papers, at_desk):
    desk = at_counter(at_desk, papers)
    papers.hall.clerk("7")
    walk_in(desk)
    papers.out_of("3")
    desk.press(Key.Key_E, CTRL, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    desk.choose("自然人憑證")
    desk.choose("7")
    desk.click("agree")
    slip = papers.out_of("3", 2)[1]
    assert "續辦 NEXT ERRAND" in "".join(slip.text)
    assert {"A001", "自然人憑證", "請到 7 號櫃台", "Go to Counter 7"} <= set(slip.text)
    assert not is_copy(slip)


def test_an_errand_taken_back_before_its_slip_is_out_prints_none(papers, at_desk):
    desk = at_counter(at_desk, papers)
    walk_in(desk)
    until_printed(desk, papers, "3")
    papers.at("3").do("paper out")
    desk.until(lambda: "缺紙" in desk.said("device_trouble"))
    desk.press(Key.Key_E, CTRL, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    desk.choose("自然人憑證")
    papers.hall.clerk("7")
    desk.choose("7")
    desk.click("agree")
    until_stage(desk, Stage.IDLE)
    desk.press(Key.Key_Z, CTRL, within=WINDOW)
    until_stage(desk, Stage.SERVING)
    papers.at("3").do("paper ok")
    until_printed(desk, papers, "3")
    assert len(papers.at("3").slips) == 1


def test_a_number_printed_again_is_a_marked_copy(papers, at_desk):
    papers.hall.take("TRANS")
    desk = at_counter(at_desk, papers)
    serve(desk)
    desk.press(Key.Key_F5, SHIFT, within=WINDOW)
    until_said(desk, "A001 補印中")
    (slip,) = papers.out_of("3")
    assert is_copy(slip)
    assert "A001" in slip.text


def test_with_nobody_at_the_counter_the_number_chosen_in_the_queue_is_printed_again(papers, at_desk):
    papers.hall.take("TRANS")
    papers.hall.take("REG")
    desk = at_counter(at_desk, papers)
    desk.press(Key.Key_F5, SHIFT, within=WINDOW)
    until_said(desk, NobodyChosen().words.zh)
    choose_row(desk, "B001")
    desk.until(lambda: "B001" in desk.find("reprint").accessibleName())
    desk.click("reprint")
    (slip,) = papers.out_of("3")
    assert is_copy(slip)
    assert "B001" in slip.text


def choose_row(desk: AtTheDesk, label: str) -> None:
    rows = desk.find("waiting_rows")
    assert isinstance(rows, QListView)
    model: QAbstractItemModel = rows.model()
    place = next(n for n in range(model.rowCount()) if label in str(model.index(n, 0).data()))
    rows.setCurrentIndex(model.index(place, 0))


# -- receipts -------------------------------------------------------------------------------------------


def test_a_case_receipt_says_what_is_pending_and_when_to_come_back_in_both_languages(papers, at_desk):
    papers.hall.take("IDCARD", language="id")
    desk = at_counter(at_desk, papers)
    serve(desk)
    desk.press(Key.Key_R, CTRL, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    desk.press(Key.Key_1, within=WINDOW)
    note = desk.find("other_pending")
    assert isinstance(note, QLineEdit)
    note.setText("缺印章")
    day = face(desk).view.days_ahead[0]
    desk.choose(f"{day.month}/{day.day} 週{'一二三四五六日'[day.weekday()]}")
    desk.click("agree")
    until_said(desk, "C001 的案件收執聯列印中")
    (slip,) = papers.out_of("3")
    said = "\n".join(slip.text)
    for words in (
        "案件收執 CASE RECEIPT",
        "C001",
        "國民身分證",
        "待辦：補齊文件",
        "缺印章",
        f"請於 {day.month}/{day.day}（{'一二三四五六日'[day.weekday()]}）回來",
        "Menunggu: dokumen yang kurang",
        f"Kembali: {day.isoformat()}",
        "Bawa:",
    ):
        assert words in said, words
    assert len(slip.codes) == 1
    assert not is_copy(slip)


def test_whoever_is_parked_has_a_receipt_with_the_time_they_are_parked_until(papers, at_desk):
    papers.hall.take("TRANS")
    desk = at_counter(at_desk, papers)
    serve(desk)
    until = Instant(face(desk).now + 30 * MINUTE)
    desk.press(Key.Key_P, CTRL, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    desk.choose("30 分")
    desk.click("agree")
    until_stage(desk, Stage.IDLE)
    tabs = desk.find("waiting_tabs")
    assert isinstance(tabs, QTabBar)
    tabs.setCurrentIndex(1)
    choose_row(desk, "A001")
    desk.until(lambda: desk.find("print_receipt").isEnabled())
    desk.click("print_receipt")
    desk.until(lambda: desk.sees("sheet"))
    desk.choose("查證審核")
    desk.click("agree")
    (slip,) = papers.out_of("3")
    (parked,) = face(desk).view.parked
    assert abs(parked.due_at - until) < MINUTE
    assert any("回來" in line and ":" in line for line in slip.text)
    assert "待辦：查證審核" in slip.text


def test_a_receipt_is_not_for_somebody_who_waits_and_takes_no_number_of_identity(papers, at_desk):
    papers.hall.take("TRANS")
    desk = at_counter(at_desk, papers)
    choose_row(desk, "A001")
    desk.until(lambda: desk.find("reprint").isEnabled())
    assert not desk.find("print_receipt").isEnabled()
    desk.press(Key.Key_R, CTRL, within=WINDOW)
    until_said(desk, NothingPending(label="A001").words.zh)
    serve(desk)
    desk.press(Key.Key_R, CTRL, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    note = desk.find("other_pending")
    assert isinstance(note, QLineEdit)
    note.setText("請帶 A123456789 的身分證")
    desk.click("agree")
    until_said(desk, PersonalNumber().words.zh)
    assert papers.jobs("counter-3") == []


# -- trouble --------------------------------------------------------------------------------------------


def test_without_paper_the_console_says_what_to_do_and_the_slip_comes_once_with_new_paper(papers, at_desk):
    papers.at("3").do("paper out")
    desk = at_counter(at_desk, papers)
    other = at_counter(at_desk, papers, "7")
    walk_in(desk)
    desk.until(lambda: "3 號櫃台：印表機缺紙，請補紙" in desk.said("device_trouble"))
    walk_in(other)
    papers.out_of("7")
    assert not other.sees("device_trouble"), "it is for nobody else to see to"
    papers.at("3").do("paper ok")
    (slip,) = papers.out_of("3")
    assert "A001" in slip.text
    assert not is_copy(slip)
    desk.until(lambda: not desk.sees("device_trouble"))
    until_printed(desk, papers, "3")
    assert len(papers.at("3").slips) == 1


def test_paper_that_ends_in_the_middle_of_a_slip_leads_to_one_marked_copy(papers, at_desk):
    desk = at_counter(at_desk, papers)
    desk.until(lambda: papers.at("3").received >= 11)
    papers.at("3").do("paper out at 150")
    walk_in(desk)
    desk.until(lambda: desk.sees("device_trouble"))
    papers.at("3").do("paper ok")
    desk.until(lambda: any(is_copy(slip) for slip in papers.at("3").slips))
    until_printed(desk, papers, "3")
    copies = [is_copy(slip) or is_void(slip) for slip in papers.at("3").slips if "A001" in slip.text]
    assert copies.count(False) <= 1
    assert [is_copy(slip) for slip in papers.at("3").slips].count(True) == 1


def test_a_receipt_that_failed_comes_again_as_a_marked_copy_of_the_receipt(papers, at_desk):
    papers.hall.take("TRANS")
    desk = at_counter(at_desk, papers)
    serve(desk)
    desk.until(lambda: papers.at("3").received >= 11)
    papers.at("3").do("paper out at 150")
    desk.press(Key.Key_R, CTRL, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    desk.press(Key.Key_2, within=WINDOW)
    desk.press(Key.Key_Return, within=WINDOW)
    desk.until(lambda: desk.sees("device_trouble"))
    papers.at("3").do("paper ok")
    desk.until(lambda: any(is_copy(slip) for slip in papers.at("3").slips))
    (copy,) = [slip for slip in papers.at("3").slips if is_copy(slip)]
    assert "待辦：查證審核" in copy.text
    assert any("案件收執" in line for line in copy.text)


def test_an_unplugged_printer_is_told_and_prints_once_it_is_back(papers, at_desk):
    papers.at("3").do("unplug")
    desk = at_counter(at_desk, papers)
    walk_in(desk)
    desk.until(lambda: "印表機沒有接上" in desk.said("device_trouble"))
    desk.press(Key.Key_F12, within=WINDOW)
    until_stage(desk, Stage.IDLE)
    walk_in(desk, "國民身分證")
    papers.at("3").do("replug")
    desk.until(lambda: any("C001" in slip.text for slip in papers.at("3").slips))
    desk.until(lambda: not desk.sees("device_trouble"))
    until_printed(desk, papers, "3")
    assert [is_copy(slip) for slip in papers.at("3").slips] == [False], "who has gone wants no slip"


def test_a_slip_left_half_way_by_a_crash_comes_again_as_a_marked_copy(papers, at_desk):
    clerk = papers.hall.clerk("3")
    walked_in = clerk.do("serve_walk_in", service="TRANS", printer="counter-3")
    PrintDesk(papers.hall.store, "counter-3").sent(walked_in.id, request=new_request())
    desk = at_desk(papers.hall, staff="c03", place=Place.COUNTER, counter="3", prints=True)
    desk.until(lambda: any(is_copy(slip) for slip in papers.at("3").slips))
    until_printed(desk, papers, "3")
    assert [is_copy(slip) for slip in papers.at("3").slips if "A001" in slip.text] == [True]


def test_a_printer_that_has_fallen_silent_keeps_nobody_waiting_not_even_whoever_signs_out(papers, at_desk):
    desk = at_counter(at_desk, papers)
    desk.until(lambda: papers.at("3").received >= 11)
    papers.at("3").do("silent at 150")
    gaps: list[float] = []
    heart = Heart(lambda gap, stood: gaps.append(gap - stood))
    walk_in(desk)
    desk.until(lambda: papers.jobs("counter-3") == [("A001", "sent")])
    desk.press(Key.Key_F12, within=WINDOW)
    until_stage(desk, Stage.IDLE)
    desk.click("sign_out")
    desk.until(lambda: face(desk).stage is Stage.SIGNED_OUT)
    heart.stop()
    assert max(gaps) < 0.5, "a slip is waited for at least 2.5 s"


# -- whose printer --------------------------------------------------------------------------------------


def test_the_service_desk_prints_at_its_own_printer(papers, at_desk):
    desk = at_desk(papers.hall, staff="greeter", place=Place.SERVICE_DESK, prints=True)
    desk.until_desk()
    desk.press(Key.Key_F3, within="service_desk_window")
    desk.until(lambda: desk.sees("sheet"))
    desk.choose("戶籍謄本")
    desk.click("agree")
    (slip,) = papers.out_of(DESK)
    assert "A001" in slip.text
    other = at_counter(at_desk, papers, "8")
    papers.at(DESK).do("cover open")
    desk.until(lambda: "服務台：印表機上蓋沒有關好" in desk.said("device_trouble"))
    papers.hall.take("TRANS")
    other.until(lambda: any("A002" in line.ticket.label for line in face(other).view.waiting))
    assert not other.sees("device_trouble")


def test_signing_out_lets_go_of_the_printer_and_the_next_clerk_has_it(papers, at_desk):
    desk = at_counter(at_desk, papers)
    walk_in(desk)
    papers.out_of("3")
    desk.press(Key.Key_F12, within=WINDOW)
    until_stage(desk, Stage.IDLE)
    desk.click("sign_out")
    desk.until(lambda: face(desk).stage is Stage.SIGNED_OUT)
    desk.program.clerk.sign_in_at("7", "c07")
    until_stage(desk, Stage.IDLE)
    again = at_counter(at_desk, papers)
    walk_in(again)
    assert len(papers.out_of("3", 2)) == 2


def test_a_console_on_a_second_device_leaves_the_printer_alone(papers, at_desk):
    first = at_counter(at_desk, papers)
    second = at_desk(papers.hall, staff="c03", place=Place.COUNTER, counter="3")
    second.until(lambda: face(second).stage is Stage.IDLE)
    walk_in(second)
    (slip,) = papers.out_of("3")
    assert not is_copy(slip)
    until_printed(first, papers, "3")
    assert len(papers.at("3").slips) == 1


def test_a_counter_without_a_printer_has_no_buttons_for_it_and_its_keys_say_why(papers, at_desk):
    desk = at_counter(at_desk, papers, "8")
    assert not desk.sees("reprint")
    for key in ((Key.Key_F5, SHIFT), (Key.Key_R, CTRL)):
        desk.press(*key, within=WINDOW)
        until_said(desk, NoPrinterHere(counter="8").words.zh)


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_nothing_is_clipped(papers, at_desk, language):
    papers.hall.take("REG")
    papers.at("3").do("paper out")
    desk = at_counter(at_desk, papers, language=language)
    desk.until(lambda: desk.sees("device_trouble"))

    def looks_well() -> None:
        assert [text for window in desk.windows for text in squeezed(window)] == []

    looks_well()
    serve(desk)
    looks_well()
    desk.press(Key.Key_R, CTRL, within=WINDOW)
    desk.until(lambda: desk.sees("sheet"))
    looks_well()
