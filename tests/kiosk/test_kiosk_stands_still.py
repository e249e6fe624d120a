"""Nothing moves under a finger: not by a banner that comes or goes, not by news of the hall."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from drivers.printing.queue.printer_words import NO_PAPER, NOT_NOW, SURE_AFTER_S, PrinterWords
from drivers.printing.status import NOTHING_KNOWN, Cause
from kiosk.scenes import Home, Trouble
from waitline.look import TouchButton

from .houses import LANDSCAPE, PANEL_17, PORTRAIT, TOUCHED, House, Stand
from .test_kiosk_takes_numbers import at_home, until_number

Stands = Callable[..., Stand]
TROUBLES = (
    Trouble(out_of_touch=True),
    Trouble(out_of_touch=True, goes_on=True),
    Trouble(no_paper=True),
    Trouble(no_paper=True, out_of_touch=True, goes_on=True),
    Trouble(),
)


def places(window: QWidget) -> dict[str, QRect]:
    """Where every button is on the glass."""
    return {
        button.objectName(): QRect(button.mapTo(window, QPoint(0, 0)), button.size())
        for button in window.findChildren(TouchButton)
        if button.isVisible()
    }


@pytest.mark.parametrize("panel", [LANDSCAPE, PORTRAIT, PANEL_17, TOUCHED])
def test_no_banner_moves_a_button(stand: Stands, qtbot: QtBot, panel: tuple[object, object]) -> None:
    kiosk = stand(panel=panel)
    at_home(qtbot, kiosk)
    before = places(kiosk.window)
    assert {"service-TRANS", "love", "help"} <= set(before)
    for trouble in TROUBLES:
        kiosk.window.show_trouble(trouble)
        assert (kiosk.label("banner") != "") == (trouble != Trouble())
        assert places(kiosk.window) == before


@pytest.mark.parametrize("hand", ["finger", "mouse"])
def test_what_comes_while_a_finger_is_down_waits_for_it(
    stand: Stands, qtbot: QtBot, house: House, hand: str
) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    tile = kiosk.button("service-TRANS")
    at, before = tile.rect().center(), places(kiosk.window)
    if hand == "finger":
        kiosk.press(tile, at)
    else:
        QTest.mousePress(tile, Qt.MouseButton.LeftButton, pos=at)
    kiosk.window.show_trouble(Trouble(out_of_touch=True, for_staff=NO_PAPER))
    kiosk.window.show_scene(Home())
    assert places(kiosk.window) == before
    assert kiosk.label("banner") == ""
    if hand == "finger":
        QTest.touchEvent(tile, kiosk.finger).release(1, at, tile).commit()
    else:
        QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=at)
    until_number(qtbot, kiosk)
    qtbot.waitUntil(lambda: "取號機暫停服務" in kiosk.label("banner"))
    assert [ticket.label for ticket in house.waiting()] == ["A001"]


def test_something_that_lies_on_the_glass_does_not_keep_the_news_back(stand: Stands, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    tile = kiosk.button("service-TRANS")
    kiosk.press(tile, tile.rect().center())
    kiosk.window.show_trouble(Trouble(no_paper=True))
    qtbot.waitUntil(lambda: "印表機" in kiosk.label("banner"))


def test_silence_of_a_printer_is_told_only_once_it_lasts() -> None:
    now = 100.0
    words = PrinterWords(lambda: now)
    silent = NOTHING_KNOWN.followed_by({Cause.SILENT, Cause.PAPER_NEAR_END}, now)
    well = silent.followed_by(set(), now)
    assert words.hear(NOTHING_KNOWN.followed_by({Cause.UNPLUGGED}, now)) is None
    now += SURE_AFTER_S / 2
    assert words.hear(silent) is None
    assert words.of_slip(silent) is None, "the slip may still begin"
    assert words.hear(well) is None
    now += SURE_AFTER_S
    assert words.hear(silent) is None, "its silence has just begun"
    now += SURE_AFTER_S
    assert words.hear(silent) == words.of_slip(silent) == NOT_NOW
    assert words.hear(well) is None


def test_a_fault_that_a_printer_reports_is_told_at_once() -> None:
    words = PrinterWords(lambda: 100.0)
    out = NOTHING_KNOWN.followed_by({Cause.PAPER_OUT}, 100.0)
    assert words.hear(out) == words.of_slip(out) == NO_PAPER
    assert words.hear(out.followed_by({Cause.PAPER_OUT, Cause.SILENT}, 100.0)) == NO_PAPER
    assert words.hear(out.followed_by({Cause.SILENT}, 100.0)) == NO_PAPER, "not known to be over"
