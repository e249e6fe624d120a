"""「需要協助」 from the glass to the office and back: real touches, real verbs, the slip from a real pty."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.printing.emulator.device import Emulator
from drivers.printing.profile import load_profile
from drivers.printing.queue.slip_news import Slip
from kiosk.scenes import Home, Number
from waitline.model.counter import CounterId
from waitline.model.help import HelpCall
from waitline.model.slip import Taken
from waitline.model.staff import StaffId
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.views import kiosk_view

from .houses import House, Stand

Stands = Callable[..., Stand]
CLERK = StaffId("c07")


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Emulator]:
    with Emulator(load_profile("big5-80mm"), tmp_path / "port", turned=True) as emulator:
        yield emulator


def asks(qtbot: QtBot, kiosk: Stand, house: House, language: str = "zh-TW") -> HelpCall:
    """A visitor touches 「需要協助」; the call as the office has it."""
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home) and kiosk.attendant.office_time() is not None)
    kiosk.clock.later(1)
    if language != "zh-TW":
        kiosk.touch(f"language-{language}")
        kiosk.clock.later(1)
    kiosk.touch("help")
    told = "The staff have been told" if language == "en" else "已通知服務人員"
    qtbot.waitUntil(lambda: told in kiosk.label("message-title"))
    kiosk.clock.later(1)
    return the_call(house)


def the_call(house: House) -> HelpCall:
    here = kiosk_view.read(house.store, "kiosk-1").help
    assert here is not None
    return here.call


def gives(house: House, call: HelpCall, service: str = "REG") -> Taken:
    return Reception(house.store).take_for_help(request=new_request(), help_id=call.id, by=CLERK, service=service)


def test_the_call_carries_the_visitors_language_and_the_answer_is_said_in_it(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand()
    call = asks(qtbot, kiosk, house, "en")
    assert (call.place, call.language, call.is_open) == ("kiosk-1", "en", True)
    Reception(house.store).answer_help(request=new_request(), help_id=call.id, by=CLERK)
    qtbot.waitUntil(lambda: "Somebody is on the way to you" in kiosk.label("message-title"))


def test_nobody_is_promised_to_come_while_nobody_is_at_a_counter(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    for counter in ("1", "7", "8"):
        staff = StaffId(f"c{int(counter):02d}")
        house.calling().sign_out(request=new_request(), counter=CounterId(counter), by=staff)
    kiosk = stand()
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    kiosk.clock.later(1)
    kiosk.touch("help")
    qtbot.waitUntil(lambda: "求助已送出" in kiosk.label("message-title"))
    assert "服務台" in kiosk.label("message-body")
    assert the_call(house).is_open


def test_a_number_given_at_a_counter_stands_on_this_glass_and_comes_out_of_this_printer(
    stand: Stands, house: House, printer: Emulator, qtbot: QtBot
) -> None:
    kiosk = stand(port=printer.port)
    call = asks(qtbot, kiosk, house)
    taken = gives(house, call)
    qtbot.waitUntil(lambda: kiosk.label("number") == taken.ticket.label == "B001")
    (slip,) = printer.wait_for_slips(1, seconds=30)
    assert "B001" in slip.text
    assert not any("COPY" in line for line in slip.text)
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number) and kiosk.flow.scene.slip is Slip.PRINTED)
    assert [ticket.label for ticket in house.waiting()] == ["B001"]


def test_the_next_visitor_may_use_the_kiosk_and_is_not_given_the_others_number(
    stand: Stands, house: House, qtbot: QtBot
) -> None:
    kiosk = stand()
    call = asks(qtbot, kiosk, house)
    kiosk.touch("home")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home))
    kiosk.clock.later(1)
    kiosk.touch("service-TRANS")
    qtbot.waitUntil(lambda: kiosk.label("number") == "A001")
    gives(house, call)
    qtbot.waitUntil(lambda: [t.label for t in house.waiting()] == ["A001", "B001"])
    assert kiosk.label("number") == "A001"
    kiosk.clock.later(1)
    kiosk.touch("home")
    qtbot.waitUntil(lambda: kiosk.label("number") == "B001")


def test_who_needs_nobody_any_more_touches_once(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    asks(qtbot, kiosk, house)
    kiosk.touch("withdraw")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home))
    assert the_call(house).ended_at is not None
    with house.store.reading() as look:
        kinds = [str(entry.kind) for entry in look.entries_after(0) if "Help" in entry.kind]
    assert kinds == ["HelpAsked", "HelpWithdrawn"]


def test_asking_twice_is_one_call(stand: Stands, house: House, qtbot: QtBot) -> None:
    kiosk = stand()
    first = asks(qtbot, kiosk, house)
    kiosk.touch("home")
    assert asks(qtbot, kiosk, house) == first
