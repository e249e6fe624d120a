from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.look.hands import Hand
from waitline.look import Distance, Face, Icon, Look, TouchButton

MakeLook = Callable[..., Look]


@pytest.fixture(scope="module")
def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def button(qtbot: QtBot, make_look: MakeLook) -> TouchButton:
    button = TouchButton(make_look(), "戶籍謄本", "Transcripts", icon=Icon.TRANSCRIPT)
    qtbot.addWidget(button)
    button.resize(320, 200)
    with qtbot.waitExposed(button):
        button.show()
    return button


@pytest.fixture
def hand(button: TouchButton, touch_screen: QPointingDevice) -> Hand:
    return Hand(touch_screen, button)


@pytest.fixture
def wishes(button: TouchButton) -> list[str]:
    heard: list[str] = []
    button.activated.connect(lambda: heard.append("wish"))
    return heard


INSIDE = QPoint(160, 100)
SLIPPED = QPoint(160, 212)  # 3 mm below the edge; 5 are forgiven
FAR_AWAY = QPoint(160, 400)


def test_a_touch_counts_when_the_finger_is_lifted(hand: Hand, wishes: list[str]) -> None:
    hand.down(INSIDE)
    assert wishes == []
    hand.up(INSIDE)
    assert wishes == ["wish"]


def test_a_finger_that_slips_a_little_is_forgiven(hand: Hand, wishes: list[str]) -> None:
    hand.down(INSIDE)
    hand.move(SLIPPED)
    hand.up(SLIPPED)
    assert wishes == ["wish"]


def test_a_finger_lifted_far_away_means_nothing(hand: Hand, wishes: list[str], button: TouchButton) -> None:
    hand.down(INSIDE)
    hand.move(FAR_AWAY)
    assert not button.isDown()
    hand.up(FAR_AWAY)
    hand.tap(INSIDE)
    assert wishes == ["wish"]


def test_a_finger_drawn_away_and_back_counts_once(hand: Hand, wishes: list[str], button: TouchButton) -> None:
    hand.down(INSIDE)
    hand.move(FAR_AWAY)
    hand.move(INSIDE)
    assert button.isDown()
    hand.up(INSIDE)
    assert wishes == ["wish"]


def test_a_second_finger_does_nothing(hand: Hand, wishes: list[str], button: TouchButton) -> None:
    hand.down(INSIDE)
    hand.second_down(QPoint(60, 60))
    hand.second_up(QPoint(60, 60))
    assert wishes == []
    assert button.isDown()
    hand.up(INSIDE)
    assert wishes == ["wish"]


def test_the_first_finger_lifted_under_a_second_counts_once(hand: Hand, wishes: list[str]) -> None:
    hand.down(INSIDE)
    hand.second_down(QPoint(60, 60))
    hand.second_up(INSIDE, while_first_rests=1, finger=0)
    hand.up(QPoint(60, 60), finger=1)
    assert wishes == ["wish"]
    hand.tap(INSIDE)
    assert wishes == ["wish", "wish"]


def test_a_double_tap_is_one_wish(qtbot: QtBot, make_look: MakeLook, touch_screen: QPointingDevice) -> None:
    button = TouchButton(make_look(rest_s=60), "愛心優先", "Priority", face=Face.LOVE)
    qtbot.addWidget(button)
    button.resize(320, 200)
    button.show()
    heard: list[str] = []
    button.activated.connect(lambda: heard.append("wish"))
    hand = Hand(touch_screen, button)
    for _ in range(20):
        hand.tap(INSIDE)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert heard == ["wish"]


def test_the_second_tap_of_a_double_tap_does_not_press_the_next_page(
    qtbot: QtBot, make_look: MakeLook, touch_screen: QPointingDevice
) -> None:
    look = make_look(rest_s=60)
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    first, second = TouchButton(look, "取號"), TouchButton(look, "確定")
    pages.addWidget(first)
    pages.addWidget(second)
    pages.resize(320, 200)
    pages.show()
    heard: list[str] = []
    first.activated.connect(lambda: pages.setCurrentWidget(second))
    second.activated.connect(lambda: heard.append("too fast"))
    Hand(touch_screen, first).tap(INSIDE)
    assert second.isVisible()
    Hand(touch_screen, second).tap(INSIDE)
    assert heard == []


def test_a_page_that_goes_under_the_finger_forgets_it(hand: Hand, wishes: list[str], button: TouchButton) -> None:
    hand.down(INSIDE)
    button.hide()
    button.show()
    assert not button.isDown()
    hand.up(INSIDE)
    hand.tap(INSIDE)
    assert wishes == ["wish"]


def test_a_cancelled_gesture_means_nothing(hand: Hand, wishes: list[str], button: TouchButton) -> None:
    hand.down(INSIDE)
    QApplication.sendEvent(button, QEvent(QEvent.Type.TouchCancel))
    assert not button.isDown()
    hand.up(INSIDE)
    assert wishes == []


def test_a_button_that_may_not_be_pressed_takes_no_touch(
    hand: Hand, wishes: list[str], button: TouchButton
) -> None:
    hand.down(INSIDE)
    button.setEnabled(False)
    hand.up(INSIDE)
    hand.tap(INSIDE)
    assert wishes == []


def test_a_mouse_made_from_the_touch_does_not_press_again(
    hand: Hand, wishes: list[str], button: TouchButton
) -> None:
    hand.down(INSIDE)
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=INSIDE)
    hand.up(INSIDE)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=INSIDE)
    assert wishes == ["wish"]


def test_a_mouse_counts_inside_and_a_slip_below(wishes: list[str], button: TouchButton) -> None:
    for at in (INSIDE, SLIPPED, FAR_AWAY):
        QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=INSIDE)
        QTest.mouseMove(button, at)
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=at)
    assert wishes == ["wish", "wish"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_counts_once_however_long_it_is_held(
    qtbot: QtBot, wishes: list[str], button: TouchButton, key: Qt.Key
) -> None:
    button.setFocus()
    QTest.keyClick(button, key)
    assert wishes == ["wish"]


def test_the_gap_between_two_buttons_belongs_to_the_nearer(qtbot: QtBot, make_look: MakeLook) -> None:
    look = make_look()
    row = QWidget()
    qtbot.addWidget(row)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    left, right = (TouchButton(look, name, halo_mm=2) for name in ("左", "右"))
    layout.addWidget(left)
    layout.addWidget(right)
    row.resize(600, 200)
    row.show()
    border = right.x()
    assert row.childAt(QPoint(border - 1, 100)) is left
    assert row.childAt(QPoint(border, 100)) is right
    seen_apart_mm = 600 / 4 - left.seen_mm[0] - right.seen_mm[0]
    assert seen_apart_mm >= 2 * 4, "the halo is not seen"


@pytest.mark.parametrize("distance", list(Distance))
@pytest.mark.parametrize("stacked", [True, False])
def test_no_word_is_squeezed_in_a_button_of_its_least_size(
    qtbot: QtBot, make_look: MakeLook, distance: Distance, stacked: bool
) -> None:
    button = TouchButton(make_look(distance), icon=Icon.LOVE, stacked=stacked)
    qtbot.addWidget(button)
    button.show_words(
        "戶籍謄本及印鑑證明", "Household transcripts and seal certificates", "等候 12 人 · 約 25–35 分"
    )
    for size in (button.minimumSizeHint(), button.sizeHint()):
        button.resize(size)
        assert not button.squeezed
        assert "戶籍謄本及印鑑證明" in button.shown_text.replace("\n", "")


def test_the_least_button_of_a_kiosk_is_twenty_millimetres(qtbot: QtBot, make_look: MakeLook) -> None:
    button = TouchButton(make_look(), "是")
    qtbot.addWidget(button)
    button.resize(button.minimumSizeHint())
    assert min(button.seen_mm) >= 20


def test_a_screen_reader_hears_both_languages_and_can_press(
    qtbot: QtBot, wishes: list[str], button: TouchButton
) -> None:
    button.show_words("戶籍謄本", "Transcripts", "等候 3 人")
    read = QAccessible.queryAccessibleInterface(button)
    assert read.role() == QAccessible.Role.Button
    assert read.text(QAccessible.Text.Name) == "戶籍謄本, Transcripts, 等候 3 人"
    button.animateClick()
    qtbot.waitUntil(lambda: wishes == ["wish"])


def test_the_focus_is_seen(qtbot: QtBot, make_look: MakeLook) -> None:
    button = TouchButton(make_look(), "是")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.clearFocus()
    without = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.activateWindow()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != without
