"""The slim bar: the same clerk's day in one line above another program."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from counter.face import Stage
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import ALL_NEEDS, DEAF, RealHall
from waitline.desktop import OutOfTouch
from waitline.look import Banner
from waitline.model.errors import DatabaseAway, DatabaseNotOpened, DatabaseReadOnly, WaitlineError

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SitDown = Callable[..., ClerkAtWork]


def test_the_bar_is_one_line_at_the_top_and_stays_above_other_windows(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall, small=True, geometry=QRect(0, 0, 1366, 768))
    bar = clerk.window

    assert bar.objectName() == "bar"
    assert (bar.y(), bar.width()) == (0, 1366)
    assert 60 <= bar.height() <= 72
    assert bar.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_a_visitor_is_called_served_and_finished_from_the_bar(hall: RealHall, sit_down: SitDown):
    ticket = hall.take(needs=DEAF)
    clerk = sit_down(hall, small=True)

    clerk.click("call_next")
    clerk.until_number(ticket.label)
    clerk.click("begin")
    clerk.until_stage(Stage.SERVING)
    clerk.click("finish")
    clerk.until_stage(Stage.IDLE)

    assert hall.state_of(ticket.label) == "DONE"


def test_a_call_is_taken_back_from_the_bar(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall, small=True)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)

    clerk.click("undo")

    clerk.until(lambda: hall.state_of(ticket.label) == "WAITING")


def test_questions_drop_down_below_the_bar_and_are_answered_by_keyboard(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall, small=True)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)

    clerk.press(Key.Key_P, CTRL)
    clerk.until_asked()
    drop = clerk.find("sheet").window()
    assert drop.y() >= clerk.window.height()
    clerk.press(Key.Key_Return)

    clerk.until(lambda: hall.state_of(ticket.label) == "PARKED")


def test_the_bar_and_the_console_are_two_sizes_of_one_thing(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall, small=True)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)

    clerk.press(Key.Key_M, CTRL)
    assert clerk.window.objectName() == "counter_window"
    assert clerk.number == ticket.label
    clerk.press(Key.Key_M, CTRL)

    assert clerk.window.objectName() == "bar"
    assert clerk.number == ticket.label


def test_looking_for_a_number_opens_the_console(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall, small=True)

    clerk.press(Key.Key_F, CTRL)
    clerk.type(ticket.label[-1])

    assert clerk.window.objectName() == "counter_window"
    assert len(clerk.rows) == 1


def test_a_refusal_is_said_in_the_bar(hall: RealHall, sit_down: SitDown):
    ticket = hall.take()
    clerk = sit_down(hall, small=True)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)

    clerk.press(Key.Key_F12)

    clerk.until_message("還在叫號")


def test_signing_in_is_done_in_the_large_size_and_the_bar_follows(hall: RealHall, sit_down: SitDown):
    clerk = sit_down(hall, small=True, staff=None)
    assert clerk.window.objectName() == "counter_window"

    clerk.press(Key.Key_Down)
    clerk.click("sign_in")

    clerk.until(lambda: clerk.window.objectName() == "bar")


def laid_out() -> None:
    """Let Qt put everything in its place: one layout asks for the next."""
    for _ in range(3):
        QApplication.processEvents()


def lose_touch(clerk: ClerkAtWork, error: WaitlineError) -> None:
    """Out of touch for this reason, and nothing on its way that says otherwise."""

    def lost() -> bool:
        lost = OutOfTouch(for_s=1250.0, words=error.words, passing=False, in_public=error.in_public)
        clerk.screen._lost_touch(lost)
        laid_out()
        return "1250" in clerk.message

    clerk.until(lost)


def overlapping(bar: QWidget) -> list[tuple[str, str]]:
    """Pairs of what the bar, its row and its line of help show that lie over each other."""
    places = [
        bar,
        *(
            place
            for name in ("bar_row", "alerts", "help_strip", "device_strip")
            for place in bar.findChildren(QWidget, name)
        ),
    ]
    return [pair for place in places for pair in overlapping_in(place)]


def overlapping_in(place: QWidget) -> list[tuple[str, str]]:
    shown = [part for part in place.children() if isinstance(part, QWidget) and not part.isWindow()]
    shown = [part for part in shown if part.isVisible()]
    return [
        (one.objectName(), other.objectName())
        for number, one in enumerate(shown)
        for other in shown[number + 1 :]
        if one.geometry().intersects(other.geometry())
    ]


@pytest.mark.parametrize("width", [1366, 1920])
@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_nothing_in_the_bar_lies_over_anything_else(hall: RealHall, sit_down: SitDown, width, language):
    ticket = hall.take("REG", love=True, needs=ALL_NEEDS, language="vi")
    clerk = sit_down(hall, small=True, geometry=QRect(0, 0, width, 700))
    if clerk.translations.language != language:
        clerk.screen._change_language()
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)
    assert clerk.sees("undo")
    assert (clerk.window.width(), overlapping(clerk.window)) == (width, [])

    clerk.press(Key.Key_F12)
    clerk.until(lambda: clerk.message != "")
    laid_out()
    assert (clerk.window.width(), overlapping(clerk.window)) == (width, [])
    lose_touch(clerk, DatabaseAway())

    assert not clerk.sees("undo"), "what cannot be undone now is not offered"
    assert (clerk.window.width(), overlapping(clerk.window)) == (width, [])


@pytest.mark.parametrize("error", [DatabaseAway(), DatabaseNotOpened(), DatabaseReadOnly()])
@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_every_reason_for_being_out_of_touch_is_read_in_the_bar(
    hall: RealHall, sit_down: SitDown, error, language
):
    ticket = hall.take("REG", love=True, needs=ALL_NEEDS, language="vi")
    clerk = sit_down(hall, small=True, geometry=QRect(0, 0, 1366, 700))
    if clerk.translations.language != language:
        clerk.screen._change_language()
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)

    lose_touch(clerk, error)

    said = clerk.find("message")
    assert isinstance(said, Banner)
    assert error.words.in_language(language) in said.text()
    assert not said.squeezed
    assert (clerk.window.width(), overlapping(clerk.window)) == (1366, [])
