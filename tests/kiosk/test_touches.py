"""Through the real window: how many touches a number takes, and which page a touch was meant for."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drivers.printing.queue.slip_news import Slip
from kiosk.scenes import Home, LongWait, Missing, Number, Papers, Reasons
from waitline.model.office import KioskSetup, Paperless
from waitline.model.service import ServiceCode
from waitline.verbs.floor import Floor
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .houses import House, Stand
from .test_kiosk_takes_numbers import NO_REASON, at_home, until_number

Stands = Callable[..., Stand]
STALL_S = 0.5


@pytest.mark.parametrize(
    ("kiosk", "touches", "most"),
    [
        (None, ("service-TRANS",), 2),
        (NO_REASON, ("love",), 1),
        (None, ("love", "reason-unsaid"), 2),
        (None, ("love", "reason-infant"), 2),
    ],
)
def test_touches_from_home_to_a_number(
    stand: Stands, qtbot: QtBot, kiosk: KioskSetup | None, touches: tuple[str, ...], most: int
) -> None:
    put_up = stand(kiosk=kiosk)
    at_home(qtbot, put_up)
    for name in touches:
        qtbot.waitUntil(lambda name=name: put_up.sees(name))
        put_up.clock.later(1)
        put_up.touch(name)
    until_number(qtbot, put_up)
    assert len(touches) <= most


def click(kiosk: Stand, name: str, stamp_ms: int) -> None:
    """A finger as a mouse, down and up, stamped by the system when it happened."""
    button = kiosk.button(name)
    at = QPointF(button.rect().center())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        down = Qt.MouseButton.LeftButton if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, at, button.mapToGlobal(at), Qt.MouseButton.LeftButton, down, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(stamp_ms)
        QApplication.sendEvent(button, event)


def stall() -> None:
    """The screen stands still: something keeps the program busy."""
    until = time.monotonic() + STALL_S
    while time.monotonic() < until:
        pass


def test_a_second_tap_during_a_stall_chooses_nothing_on_the_next_page(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.window.love_wanted.connect(stall)
    click(kiosk, "love", 50_000)
    assert isinstance(kiosk.flow.scene, Reasons)
    click(kiosk, "reason-elderly", 50_000 + round(STALL_S * 1000) - 100)
    assert kiosk.flow.scene == Reasons(), "it came before the page could be seen"
    assert house.waiting() == []
    kiosk.clock.later(1)
    click(kiosk, "reason-elderly", 53_000)
    until_number(qtbot, kiosk)


def asking(house: House) -> None:
    """The office lists the transcript's papers one by one and has its kiosks ask; twelve ahead are many."""
    text = house.office.text
    start = text.index('papers.zh = "身分證、印章；代辦請加附委託書"')
    end = text.index("\nicon = ", start)
    papers = 'papers = [{ zh = "身分證", en = "ID card" }, { zh = "印章", en = "Seal" }]\nask_papers = true'
    text = text[:start] + papers + text[end:]
    text = text.replace("love_asks_reason = true", "love_asks_reason = true\nask_wait_from = 3")
    Floor(house.store).set_up_office(text, request=new_request(), name="office.toml")


def test_papers_then_a_number_through_the_window(stand: Stands, house: House, qtbot: QtBot) -> None:
    asking(house)
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.touch("service-TRANS")
    assert kiosk.flow.scene == Papers(service="TRANS")
    kiosk.clock.later(1)
    kiosk.touch("missing")
    assert kiosk.flow.scene == Missing(service="TRANS")
    assert "服務台" in kiosk.label("message-title")
    assert house.waiting() == []
    kiosk.clock.later(1)
    kiosk.touch("anyway")
    assert until_number(qtbot, kiosk).taken.ticket.label == "A001"


def test_tile_question_and_number_tell_one_count_of_people_ahead(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    """Whatever those who wait came for: nobody waits for this service itself."""
    asking(house)
    for _ in range(4):
        Reception(house.store).take_ticket(request=new_request(), service="TRANS")
    kiosk = stand(kiosk=replace(NO_REASON, ask_wait_from=1))
    at_home(qtbot, kiosk)
    ahead = house.view().ahead_of(ServiceCode("SEAL"))
    assert ahead > 0
    qtbot.waitUntil(lambda: f"前面 {ahead} 人" in kiosk.button("service-SEAL").accessibleName())
    kiosk.touch("service-SEAL")
    scene = kiosk.flow.scene
    assert scene == LongWait(service=ServiceCode("SEAL"), ahead=ahead)
    assert f"前面還有 {ahead} 人" in kiosk.label("message-title")
    kiosk.clock.later(1)
    kiosk.touch("anyway")
    assert until_number(qtbot, kiosk).taken.ahead == ahead
    assert f"前面還有 {ahead} 人" in kiosk.label("ahead")


def test_no_paper_is_no_print_job(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand(kiosk=KioskSetup(id="kiosk-1", printer="kiosk-1", paperless=Paperless.OFFERED))
    at_home(qtbot, kiosk)
    kiosk.touch("paperless")
    kiosk.clock.later(1)
    kiosk.touch("service-TRANS")
    assert until_number(qtbot, kiosk).slip is Slip.NONE
    assert house.jobs() == []
    kiosk.clock.later(1)
    kiosk.touch("home")
    assert kiosk.flow.scene == Home(paperless=False)


def test_a_touch_beside_every_button_keeps_the_page(stand: Stands, qtbot: QtBot) -> None:
    kiosk = stand()
    at_home(qtbot, kiosk)
    kiosk.touch("love")
    kiosk.clock.later(45)
    qtbot.waitUntil(lambda: kiosk.label("idle") != "")
    header = kiosk.window.rect().topLeft()
    kiosk.press(kiosk.window, header)
    qtbot.waitUntil(lambda: kiosk.label("idle") == "")
    kiosk.clock.later(30)
    assert isinstance(kiosk.flow.scene, Reasons)
    assert not isinstance(kiosk.flow.scene, Number)
