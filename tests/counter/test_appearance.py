"""Nothing clipped, everything named, everything reachable, in both languages."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTabBar, QWidget

from counter.action_button import ActionButton
from counter.actions import Action
from counter.chip_row import ChipRow
from counter.choice_button import AnswerFace
from counter.face import Stage
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import ALL_NEEDS, DOCUMENT, RealHall
from waitline.look import Banner, FitLabel, NumberLabel, TouchButton
from waitline.look.breaking import as_read
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., ClerkAtWork]
ACTIONS_THAT_ASK = ("park", "transfer", "continue_with", "correct_service")


@pytest.fixture(params=["zh-TW", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=[False, True], ids=["console", "bar"])
def small(request: pytest.FixtureRequest) -> bool:
    return request.param


def speak(clerk: ClerkAtWork, language: str) -> None:
    if clerk.translations.language != language:
        clerk.screen._change_language()


def squeezed(window: QWidget) -> list[str]:
    """What is drawn smaller than it may be, cut off, or beyond its parent."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # of what these events have brought
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, FitLabel | TouchButton | Banner):
            if widget.squeezed:
                found.append(f"{type(widget).__name__} {widget.objectName()} {widget.text()!r} in {widget.size()}")
            found.extend(f"broken inside a word: {word}" for word in broken_words(widget))
        if isinstance(widget, NumberLabel) and widget.width() < widget.sizeHint().width():
            found.append(f"a number smaller than it should be: {widget.text()}")
        if isinstance(widget, AnswerFace | ChipRow) and widget.clipped:
            found.append(f"{type(widget).__name__} {widget.accessibleName()}")
        if isinstance(widget, QLineEdit):
            room = widget.width() - 12
            if QFontMetricsF(widget.font()).horizontalAdvance(widget.placeholderText()) > room:
                found.append(f"field {widget.placeholderText()}")
        parent = widget.parentWidget()
        if parent is not None and isinstance(widget, QAbstractButton | FitLabel):
            seen = widget.geometry() if parent.rect().contains(widget.geometry()) else None
            if seen is None:
                found.append(f"outside its place: {widget.objectName()} {widget.accessibleName()}")
    return found


def broken_words(widget: FitLabel | TouchButton | Banner) -> list[str]:
    """What was one word, or one stretch of Chinese that a line has room for, and stands on two lines."""
    whole = f"{widget.text()}\n{widget.accessibleName()}"
    lines = [line.split() for line in as_read(widget.shown_text).split("\n") if line.strip()]
    longest = max((len(" ".join(line)) for line in lines), default=0)
    ends = ((above[-1], below[0]) for above, below in pairwise(lines))
    broken = [a + b for a, b in ends if a[-1].isalnum() and b[0].isalnum() and a + b in whole]
    return [word for word in broken if word.isascii() or len(word) <= longest]


def drops(clerk: ClerkAtWork) -> list[QWidget]:
    return [
        clerk.window,
        *(w for w in QApplication.topLevelWidgets() if w.objectName() == "drop" and w.isVisible()),
    ]


def nothing_is_clipped(clerk: ClerkAtWork) -> None:
    assert [text for window in drops(clerk) for text in squeezed(window)] == []
    assert clerk.window.width() == clerk.geometry.width(), "wider than its screen"
    main, *questions = drops(clerk)
    assert main.height() <= clerk.geometry.height(), "taller than its screen"
    assert all(window.geometry().bottom() <= clerk.geometry.bottom() for window in questions)


@pytest.fixture
def busy(hall: RealHall) -> RealHall:
    hall.take("REG", love=True, needs=ALL_NEEDS, language="vi")
    for service in ("TRANS", "REG", "IDCARD", "SEAL", "CERT", "ASK"):
        hall.take(service, needs=ALL_NEEDS, language="id")
    return hall


def test_no_text_is_clipped_from_the_call_to_the_finish(busy: RealHall, sit_down: SitDown, language, small):
    clerk = sit_down(busy, small=small)
    speak(clerk, language)
    nothing_is_clipped(clerk)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.CALLED)
    nothing_is_clipped(clerk)
    clerk.press(Key.Key_F12)
    clerk.until(lambda: clerk.message != "")
    nothing_is_clipped(clerk)
    clerk.press(Key.Key_F9, SHIFT)
    clerk.until_stage(Stage.SERVING)
    nothing_is_clipped(clerk)
    clerk.press(Key.Key_F12)
    clerk.until_stage(Stage.IDLE)
    nothing_is_clipped(clerk)
    clerk.press(Key.Key_N, CTRL)
    clerk.until_stage(Stage.SERVING)
    nothing_is_clipped(clerk)
    clerk.press(Key.Key_N, CTRL)
    clerk.until_message("A002")
    nothing_is_clipped(clerk)


def test_no_question_is_clipped(busy: RealHall, sit_down: SitDown, language, small):
    clerk = sit_down(busy, small=small)
    speak(clerk, language)
    for action in ("choose_walk_in", "pause"):
        clerk.screen.want(Action(action))
        clerk.until_asked()
        nothing_is_clipped(clerk)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.CALLED)
    clerk.until_keyboard()
    clerk.press(Key.Key_F9, SHIFT)
    clerk.until_stage(Stage.SERVING)
    for action in ACTIONS_THAT_ASK:
        clerk.screen.want(Action(action))
        nothing_is_clipped(clerk)


def test_a_waiting_or_kept_or_paused_counter_is_said_in_full(hall: RealHall, sit_down: SitDown, language, small):
    clerk = sit_down(hall, small=small)
    speak(clerk, language)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.READY)
    nothing_is_clipped(clerk)
    clerk.screen.want(Action("pause"))
    clerk.until_asked()
    clerk.press(Key.Key_Return)
    clerk.until_stage(Stage.PAUSED)
    nothing_is_clipped(clerk)
    clerk.screen.want(Action("close_counter"))
    clerk.until_stage(Stage.CLOSED)
    nothing_is_clipped(clerk)


def test_the_sign_in_page_is_not_clipped(hall: RealHall, sit_down: SitDown, language):
    hall.set_pin("c03", "4711")
    clerk = sit_down(hall)
    speak(clerk, language)
    clerk.until(lambda: clerk.sees("pin"))
    nothing_is_clipped(clerk)


def with_pin(clerk: ClerkAtWork) -> None:
    clerk.until(lambda: clerk.keyboard == "pin")
    clerk.type("4711")
    clerk.press(Key.Key_Return)


def test_the_offer_to_take_over_is_not_clipped(busy: RealHall, sit_down: SitDown, language):
    busy.set_pin("c03", "4711")
    busy.clerk("3", pin="4711").do("call_next")
    clerk = sit_down(busy, counter="10")
    speak(clerk, language)
    with_pin(clerk)
    clerk.until(lambda: clerk.sees("take_over"))
    nothing_is_clipped(clerk)


@pytest.mark.parametrize("wide", [False, True], ids=["1366", "1920"])
def test_a_locked_screen_is_not_clipped_and_its_controls_have_names(
    busy: RealHall, sit_down: SitDown, language, small, wide
):
    busy.set_pin("c03", "4711")
    clerk = sit_down(busy, small=small, **({"geometry": QRect(0, 0, 1920, 1040)} if wide else {}))
    speak(clerk, language)
    with_pin(clerk)
    clerk.until_stage(Stage.IDLE)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.CALLED)
    busy.ask_for_help()
    clerk.screen.want(Action.LOCK)
    clerk.until(lambda: clerk.sees("locked_help"))
    nothing_is_clipped(clerk)
    assert nameless(clerk) == []


def test_a_reminder_is_not_clipped(busy: RealHall, sit_down: SitDown, language, small):
    document = DOCUMENT.replace("nudge_idle_seconds = 60", "nudge_idle_seconds = 1", 1)
    Floor(busy.store).set_up_office(document, request=new_request())
    clerk = sit_down(busy, small=small)
    speak(clerk, language)
    clerk.until(lambda: clerk.face.nudge is not None and clerk.message != "")
    nothing_is_clipped(clerk)


def test_every_control_has_a_name_for_a_screen_reader(busy: RealHall, sit_down: SitDown, small):
    clerk = sit_down(busy, small=small)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.CALLED)
    clerk.screen.want(Action("transfer"))

    assert nameless(clerk) == []


def nameless(clerk: ClerkAtWork) -> list[str]:
    """What takes the keyboard and says no name to a screen reader."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for window in drops(clerk)
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not isinstance(widget, QTabBar)
    ]


def test_a_button_tells_its_key(busy: RealHall, sit_down: SitDown):
    clerk = sit_down(busy)

    button = clerk.find("call_next")

    assert isinstance(button, ActionButton)
    assert "F9" in button.accessibleName()
    assert "下一位" in button.accessibleName()


def test_every_live_button_is_reached_by_tab(busy: RealHall, sit_down: SitDown, small):
    clerk = sit_down(busy, small=small)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.CALLED)
    wanted = {
        widget
        for widget in clerk.window.findChildren(QAbstractButton)
        if widget.isVisible() and widget.isEnabled() and isinstance(widget, TouchButton)
    }

    reached = set()
    for _ in range(60):
        reached.add(QApplication.focusWidget())
        clerk.press(Key.Key_Tab)

    assert wanted <= reached


def test_the_language_changes_at_once_and_back(busy: RealHall, sit_down: SitDown):
    clerk = sit_down(busy)

    clerk.click("language")
    assert clerk.text("call_next") == "Next"
    assert clerk.text("counter_name") == "Counter 3"
    clerk.click("language")

    assert clerk.text("call_next") == "下一位"


def test_an_error_already_said_changes_its_language_too(busy: RealHall, sit_down: SitDown):
    clerk = sit_down(busy)
    clerk.press(Key.Key_F10)
    clerk.until_message("目前沒有叫號")

    clerk.click("language")

    assert clerk.message == "Nobody is at counter 3"


def test_the_office_own_keys_are_the_keys(busy: RealHall, sit_down: SitDown):
    clerk = sit_down(busy, keys={"call_next": "F5", "recall": "F9"})

    clerk.press(Key.Key_F5)

    clerk.until_stage(Stage.CALLED)
    assert "F5" in clerk.find("call_next").accessibleName()


def test_the_largest_screen_is_filled_without_a_gap(busy: RealHall, sit_down: SitDown, language):
    clerk = sit_down(busy, geometry=QRect(0, 0, 1920, 1040))
    speak(clerk, language)
    clerk.press(Key.Key_F9)
    clerk.until_stage(Stage.CALLED)
    nothing_is_clipped(clerk)


def test_on_a_small_screen_the_console_leaves_room_for_its_frame(busy: RealHall, sit_down: SitDown, qapp):
    clerk = sit_down(busy, geometry=None)
    window = clerk.find("console").window()
    assert qapp.primaryScreen().availableGeometry().height() <= 1000, "a screen that the largest size does not fit"
    assert window.isMaximized()
