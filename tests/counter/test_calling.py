"""A clerk's day by key and by mouse, on a real hall."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from counter.face import Stage
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import DEAF, RealHall

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
SitDown = Callable[..., ClerkAtWork]

BY_HAND = {
    "key": {
        "call_next": lambda clerk: clerk.press(Key.Key_F9),
        "recall": lambda clerk: clerk.press(Key.Key_F10),
        "no_show": lambda clerk: clerk.press(Key.Key_F11),
        "finish": lambda clerk: clerk.press(Key.Key_F12),
        "begin": lambda clerk: clerk.press(Key.Key_F9, SHIFT),
        "put_back": lambda clerk: clerk.press(Key.Key_B, CTRL),
        "undo": lambda clerk: clerk.press(Key.Key_Z, CTRL),
        "park": lambda clerk: clerk.press(Key.Key_P, CTRL),
        "transfer": lambda clerk: clerk.press(Key.Key_T, CTRL),
        "continue_with": lambda clerk: clerk.press(Key.Key_E, CTRL),
        "serve_walk_in": lambda clerk: clerk.press(Key.Key_N, CTRL),
        "choose_walk_in": lambda clerk: clerk.press(Key.Key_N, CTRL, SHIFT),
        "correct_service": lambda clerk: clerk.press(Key.Key_E, CTRL, SHIFT),
        "pause": lambda clerk: clerk.press(Key.Key_P, CTRL, SHIFT),
        "open": lambda clerk: clerk.press(Key.Key_O, CTRL),
        "close_counter": lambda clerk: clerk.press(Key.Key_O, CTRL, SHIFT),
        "sign_out": lambda clerk: clerk.press(Key.Key_Q, CTRL, SHIFT),
        "override_reserve": lambda clerk: clerk.press(Key.Key_F9, CTRL),
    },
}


@pytest.fixture(params=["key", "mouse"])
def ask(request: pytest.FixtureRequest) -> Callable[[ClerkAtWork, str], None]:
    """Ask for an action with the keyboard, and once more in another test with the mouse."""
    if request.param == "mouse":
        return lambda clerk, action: clerk.click(action)
    return lambda clerk, action: BY_HAND["key"][action](clerk)


def test_the_next_visitor_is_called_and_served_and_finished(hall: RealHall, sit_down: SitDown, ask):
    first, second = hall.take(), hall.take()
    clerk = sit_down(hall)

    ask(clerk, "call_next")
    clerk.until_number(first.label)
    ask(clerk, "begin")
    clerk.until_stage(Stage.SERVING)
    ask(clerk, "finish")
    clerk.until_stage(Stage.IDLE)

    assert hall.state_of(first.label) == "DONE"
    assert clerk.face.view.next.label == second.label


def test_next_while_serving_finishes_and_calls_in_one_press(hall: RealHall, sit_down: SitDown, ask):
    first, second = hall.take(), hall.take()
    clerk = sit_down(hall)
    ask(clerk, "call_next")
    clerk.until_number(first.label)
    ask(clerk, "begin")
    clerk.until_stage(Stage.SERVING)

    ask(clerk, "call_next")

    clerk.until_number(second.label)
    assert hall.state_of(first.label) == "DONE"


def test_a_visitor_who_does_not_come_is_called_again_and_then_missed(hall: RealHall, sit_down: SitDown, ask):
    ticket = hall.take()
    clerk = sit_down(hall)
    ask(clerk, "call_next")
    clerk.until_number(ticket.label)

    ask(clerk, "recall")
    clerk.until(lambda: clerk.face.view.current.calls == 2)
    ask(clerk, "no_show")
    clerk.until_stage(Stage.IDLE)

    assert hall.state_of(ticket.label) == "NO_SHOW"
    assert [missed.label for missed in clerk.face.view.missed] == [ticket.label]


def test_a_number_called_by_mistake_goes_back_to_its_place(hall: RealHall, sit_down: SitDown, ask):
    ticket, _ = hall.take(), hall.take()
    clerk = sit_down(hall)
    ask(clerk, "call_next")
    clerk.until_number(ticket.label)

    ask(clerk, "put_back")
    clerk.until_stage(Stage.IDLE)

    assert clerk.face.view.next.label == ticket.label


def test_the_last_action_is_taken_back_within_ten_seconds(hall: RealHall, sit_down: SitDown, ask):
    ticket = hall.take()
    clerk = sit_down(hall)
    ask(clerk, "call_next")
    clerk.until_number(ticket.label)
    ask(clerk, "no_show")
    clerk.until_stage(Stage.IDLE)
    assert ticket.label in clerk.text("undo")

    ask(clerk, "undo")

    clerk.until_number(ticket.label)
    assert hall.state_of(ticket.label) == "CALLED"


def test_a_break_has_a_reason_and_an_end_and_is_over_with_one_press(hall: RealHall, sit_down: SitDown, ask):
    clerk = sit_down(hall)

    ask(clerk, "pause")
    clerk.click("reason_2")
    clerk.click("until_2")
    clerk.press(Key.Key_Return)
    clerk.until_stage(Stage.PAUSED)
    desk = clerk.face.view.desk
    ask(clerk, "open")
    clerk.until_stage(Stage.IDLE)

    assert desk.pause_reason == "開會"
    assert round((desk.pause_until - desk.since) / 60_000) == 20


def test_a_counter_is_closed_and_opened(hall: RealHall, sit_down: SitDown, ask):
    clerk = sit_down(hall)

    ask(clerk, "close_counter")
    clerk.until_stage(Stage.CLOSED)
    ask(clerk, "open")

    clerk.until_stage(Stage.IDLE)


def test_signing_out_leads_back_to_the_names(hall: RealHall, sit_down: SitDown, ask):
    clerk = sit_down(hall)

    ask(clerk, "sign_out")

    clerk.until(lambda: clerk.sees("sign_in"))
    assert hall.view().desk.staff is None


def test_a_visitor_is_parked_with_a_reason_and_comes_back(hall: RealHall, sit_down: SitDown, ask):
    ticket = hall.take()
    clerk = sit_down(hall)
    ask(clerk, "call_next")
    clerk.until_number(ticket.label)

    ask(clerk, "park")
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Return)
    clerk.until_stage(Stage.IDLE)
    assert hall.view().parked[0].park_reason == "等候查證"
    clerk.turn_to_tab(1)
    clerk.choose_row(ticket.label)
    clerk.click("unpark")

    clerk.until(lambda: hall.state_of(ticket.label) == "WAITING")


def test_a_visitor_is_sent_to_another_counter_with_a_note(hall: RealHall, sit_down: SitDown, ask):
    ticket = hall.take()
    clerk, colleague = sit_down(hall), hall.clerk("4")
    ask(clerk, "call_next")
    clerk.until_number(ticket.label)

    ask(clerk, "transfer")
    clerk.choose("to_counter", "4")
    clerk.click("note")
    clerk.type("papers checked")
    clerk.press(Key.Key_Return)
    clerk.until_stage(Stage.IDLE)

    called = colleague.do("call_next").ticket
    assert (called.label, called.note, called.issued_at) == (ticket.label, "papers checked", ticket.issued_at)


def test_a_transfer_without_any_place_to_go_says_what_is_missing(hall: RealHall, sit_down: SitDown, ask):
    ticket = hall.take()
    clerk = sit_down(hall)
    ask(clerk, "call_next")
    clerk.until_number(ticket.label)

    ask(clerk, "transfer")
    clerk.press(Key.Key_Return)

    clerk.until_message("請選擇其他項目或櫃台")
    assert clerk.sees("sheet")
    clerk.press(Key.Key_Escape)
    assert not clerk.sees("sheet")


def test_a_visitor_with_a_second_errand_stays_with_the_same_number(hall: RealHall, sit_down: SitDown, ask):
    ticket = hall.take()
    clerk = sit_down(hall)
    ask(clerk, "call_next")
    clerk.until_number(ticket.label)
    ask(clerk, "begin")
    clerk.until_stage(Stage.SERVING)

    ask(clerk, "continue_with")
    clerk.click("service_0")
    clerk.press(Key.Key_Return)

    clerk.until(lambda: clerk.face.view.current.service == "REG")
    assert clerk.number == ticket.label


def test_somebody_without_a_number_is_served_at_once(hall: RealHall, sit_down: SitDown, ask):
    clerk = sit_down(hall)

    ask(clerk, "serve_walk_in")

    clerk.until_stage(Stage.SERVING)
    assert clerk.face.view.current.priority == "ordinary"
    assert clerk.face.view.current.service == "TRANS"


def test_a_love_visitor_without_a_number_is_served_for_what_is_chosen(hall: RealHall, sit_down: SitDown, ask):
    clerk = sit_down(hall)

    ask(clerk, "choose_walk_in")
    clerk.click("service_1")
    clerk.click("love_1")
    clerk.press(Key.Key_Return)

    clerk.until_stage(Stage.SERVING)
    assert clerk.face.view.current.priority == "love"
    assert clerk.face.view.current.service == "REG"


def test_what_a_visitor_was_taken_to_have_come_for_is_corrected(hall: RealHall, sit_down: SitDown, ask):
    clerk = sit_down(hall)
    ask(clerk, "serve_walk_in")
    clerk.until_stage(Stage.SERVING)
    label = clerk.number

    ask(clerk, "correct_service")
    clerk.until_asked()
    clerk.press(Key.Key_2)
    clerk.press(Key.Key_Return)

    clerk.until(lambda: clerk.face.view.current.service == "REG")
    assert clerk.number == label


def test_a_love_visitor_without_a_service_is_asked_for_it_when_serving_begins(
    hall: RealHall, sit_down: SitDown, ask
):
    ticket = hall.take(None, love=True)
    clerk = sit_down(hall, counter="7", staff="c07")
    ask(clerk, "call_next")
    clerk.until_number(ticket.label)

    ask(clerk, "begin")
    clerk.press(Key.Key_Return)
    clerk.until_message("請先選擇辦理項目")
    assert hall.state_of(ticket.label) == "CALLED"
    clerk.click("service_1")
    clerk.press(Key.Key_Return)

    clerk.until_stage(Stage.SERVING)
    assert clerk.face.view.current.service == "REG"


def test_a_counter_kept_for_love_visitors_says_so_and_may_be_overridden(hall: RealHall, sit_down: SitDown, ask):
    for number in ("7", "8"):
        colleague = hall.clerk(number)
        hall.take("CERT")
        colleague.do("call_next")
    ticket = hall.take("CERT")
    clerk = sit_down(hall, counter="9", staff="c09")
    ask(clerk, "call_next")
    clerk.until_stage(Stage.RESERVED)
    assert clerk.text("calm_words") == "保留給愛心號"

    ask(clerk, "override_reserve")

    clerk.until_number(ticket.label)


def test_a_number_is_called_out_of_order_only_with_a_reason(hall: RealHall, sit_down: SitDown):
    _, second = hall.take(), hall.take(needs=DEAF)
    clerk = sit_down(hall)

    clerk.press(Key.Key_F, CTRL)
    clerk.type(second.label)
    clerk.press(Key.Key_Return)
    clerk.press(Key.Key_Return)
    assert clerk.sees("sheet")
    assert hall.state_of(second.label) == "WAITING"
    clerk.press(Key.Key_Return)
    clerk.until_message("請填寫原因")
    clerk.press(Key.Key_2)
    clerk.press(Key.Key_Return)

    clerk.until_number(second.label)
    assert len(clerk.rows) == 1, "nobody is looked for any more"
    assert "指定叫號" in clerk.text("why_line")


def test_a_row_of_the_queue_is_called_by_mouse(hall: RealHall, sit_down: SitDown):
    _, second = hall.take(), hall.take()
    clerk = sit_down(hall)

    clerk.choose_row(second.label)
    clerk.click("call_ticket")
    clerk.click("other_reason")
    clerk.type("came back from the bank")
    clerk.click("agree")

    clerk.until_number(second.label)
