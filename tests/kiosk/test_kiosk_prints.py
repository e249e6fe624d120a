"""The slip: a real kiosk, a real pty, an emulated printer that reads every byte."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.printing.emulator.device import Emulator
from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.profile import load_profile
from drivers.printing.queue.slip_news import Slip
from kiosk.scenes import Home, Number
from tests.own_time import OwnTime
from waitline.model.counter import CounterId
from waitline.model.service import ServiceCode
from waitline.model.slip import JobState
from waitline.model.ticket import Origin
from waitline.model.words import Words
from waitline.verbs.floor import Floor
from waitline.verbs.printing import PrintDesk
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.views import counter_view

from .houses import House, Stand

Stands = Callable[..., Stand]
Printers = Callable[..., Emulator]


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Printers]:
    """An emulated printer on a turned clock, or at the wire's own pace."""
    with ExitStack() as everything:

        def plug_in(*, turned: bool = True) -> Emulator:
            return everything.enter_context(Emulator(load_profile("big5-80mm"), tmp_path / "port", turned=turned))

        yield plug_in


PATIENCE_S = 30.0


def takes(qtbot: QtBot, kiosk: Stand, service: str = "TRANS") -> str:
    """A visitor takes a number; what the glass says."""
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Home) and kiosk.attendant.office_time() is not None)
    kiosk.clock.later(1)
    kiosk.touch(f"service-{service}")
    qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Number))
    return kiosk.label("number")


def slip_on_the_glass(kiosk: Stand) -> Slip | None:
    return kiosk.flow.scene.slip if isinstance(kiosk.flow.scene, Number) else None


def is_copy(slip: PrintedSlip) -> bool:
    return any("補印 COPY" in line for line in slip.text)


NEW_SERVICE = """
[[series]]
code = "N"
prefix = "N"
first = 1
last = 99
digits = 3

[[services]]
code = "NEW"
name = { zh = "新業務", en = "New service" }
series = "N"
mean_minutes = 5
"""


def test_a_service_that_came_while_the_kiosk_runs_is_printed_too(
    stand: Stands, house: House, printer: Printers, qtbot: QtBot
) -> None:
    emulator = printer()
    kiosk = stand(port=emulator.port)
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    text = house.office.text.replace('zh = "戶籍謄本"', 'zh = "謄本"') + NEW_SERVICE
    Floor(house.store).set_up_office(text, request=new_request())
    reception = Reception(house.store)
    for service in ("NEW", "TRANS"):
        reception.take_ticket(
            request=new_request(), service=ServiceCode(service), printer="kiosk-1", origin=Origin.GREETER
        )
    qtbot.waitUntil(lambda: len(emulator.slips) == 2)
    new, renamed = emulator.slips
    assert "新業務" in new.text
    assert "謄本" in renamed.text


def test_the_slip_on_paper_says_what_the_glass_says(
    stand: Stands, house: House, printer: Printers, qtbot: QtBot
) -> None:
    emulator = printer()
    kiosk = stand(port=emulator.port)
    label = takes(qtbot, kiosk)
    qtbot.waitUntil(lambda: slip_on_the_glass(kiosk) is Slip.PRINTED)
    (slip,) = emulator.wait_for_slips(1, seconds=PATIENCE_S)
    assert label in slip.text
    assert "戶籍謄本" in slip.text
    assert not is_copy(slip)
    assert slip.unknown == ()
    assert "請取走您的號碼單" in kiosk.label("slip")
    qtbot.waitUntil(lambda: house.jobs() == [])


def test_a_slip_is_cut_within_three_seconds_of_the_touch_at_9600_baud(
    stand: Stands, printer: Printers, qtbot: QtBot
) -> None:
    emulator = printer(turned=False)
    kiosk = stand(port=emulator.port)
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    qtbot.waitUntil(kiosk.printer_is_well)
    touched, already, watch = emulator.now, emulator.received, OwnTime()
    takes(qtbot, kiosk)
    qtbot.waitUntil(lambda: slip_on_the_glass(kiosk) is Slip.PRINTED)
    stood_in_line = emulator.now - touched - watch.seconds()
    (slip,) = emulator.wait_for_slips(1, seconds=PATIENCE_S)
    assert slip.cut_at - touched - stood_in_line < 3.0
    assert slip.byte_count - already <= 400, "from the touch to the cut, questions to the printer included"


def test_a_kiosk_that_starts_tells_nothing_of_a_printer_that_is_well(
    stand: Stands, printer: Printers, qtbot: QtBot
) -> None:
    emulator = printer(turned=False)
    kiosk = stand(port=emulator.port)
    told: list[Words | None] = []
    kiosk.attendant.printer_news.connect(told.append)
    qtbot.waitUntil(kiosk.printer_is_well)
    takes(qtbot, kiosk)
    qtbot.waitUntil(lambda: slip_on_the_glass(kiosk) is Slip.PRINTED)
    assert set(told) == {None}


def test_a_kiosk_without_paper_still_gives_a_number(stand: Stands, printer: Printers, qtbot: QtBot) -> None:
    emulator = printer()
    emulator.do("paper out")
    kiosk = stand(port=emulator.port)
    kiosk.clock.stop()
    qtbot.waitUntil(lambda: "印表機暫時不能列印" in kiosk.label("banner"))
    assert takes(qtbot, kiosk) == "A001"
    qtbot.waitUntil(lambda: "印表機缺紙" in kiosk.label("slip"))
    assert "號碼有效" in kiosk.label("slip")
    kiosk.clock.later(15)
    assert kiosk.flow.tick(kiosk.clock()) is None
    assert slip_on_the_glass(kiosk) is Slip.TROUBLE
    emulator.do("paper ok")
    (slip,) = emulator.wait_for_slips(1, seconds=PATIENCE_S)
    assert "A001" in slip.text
    qtbot.waitUntil(lambda: slip_on_the_glass(kiosk) is Slip.PRINTED)
    qtbot.waitUntil(lambda: kiosk.label("banner") == "")


def test_a_kiosk_without_paper_tells_the_staff_and_says_so(
    stand: Stands, house: House, printer: Printers, qtbot: QtBot
) -> None:
    emulator = printer()
    emulator.do("paper out")
    kiosk = stand(port=emulator.port)
    kiosk.clock.stop()
    takes(qtbot, kiosk)
    qtbot.waitUntil(lambda: "印表機缺紙" in kiosk.label("slip"))
    kiosk.clock.later(1)
    kiosk.touch("home")
    qtbot.waitUntil(lambda: "已通知服務人員" in kiosk.label("banner"))
    assert "the staff have been told" in kiosk.label("banner")
    (trouble,) = counter_view.read(house.store, CounterId("1")).troubles
    assert (trouble.device, trouble.place, trouble.causes) == ("kiosk-1", "kiosk-1", "paper_out")
    emulator.do("paper ok")
    qtbot.waitUntil(lambda: counter_view.read(house.store, CounterId("1")).troubles == ())
    qtbot.waitUntil(lambda: kiosk.label("banner") == "")


def test_a_kiosk_whose_printer_is_unplugged_still_gives_numbers(
    stand: Stands, house: House, printer: Printers, qtbot: QtBot
) -> None:
    emulator = printer()
    emulator.do("unplug")
    kiosk = stand(port=emulator.port)
    assert takes(qtbot, kiosk) == "A001"
    qtbot.waitUntil(lambda: slip_on_the_glass(kiosk) is Slip.TROUBLE)
    assert "印表機暫時不能列印" in kiosk.label("slip")
    emulator.do("replug")
    assert len(emulator.wait_for_slips(1, seconds=PATIENCE_S)) == 1
    assert [ticket.label for ticket in house.waiting()] == ["A001"]


def test_paper_that_ends_in_the_middle_of_a_slip_leads_to_one_marked_copy(
    stand: Stands, house: House, printer: Printers, qtbot: QtBot
) -> None:
    emulator = printer()
    kiosk = stand(port=emulator.port)
    qtbot.waitUntil(lambda: emulator.received >= 11)
    emulator.do("paper out at 150")
    takes(qtbot, kiosk)
    qtbot.waitUntil(lambda: slip_on_the_glass(kiosk) is Slip.TROUBLE)
    emulator.do("paper ok")
    qtbot.waitUntil(lambda: any(is_copy(slip) for slip in emulator.slips))
    qtbot.waitUntil(lambda: house.jobs() == [])
    of_this_number = [is_copy(slip) for slip in emulator.slips if "A001" in slip.text]
    assert of_this_number.count(True) == 1
    assert of_this_number.count(False) <= 1


def test_a_slip_left_half_way_by_a_crash_comes_again_as_a_marked_copy(
    stand: Stands, house: House, printer: Printers, qtbot: QtBot
) -> None:
    taken = Reception(house.store).take_ticket(request=new_request(), service="TRANS", printer="kiosk-1")
    assert taken.job is not None
    PrintDesk(house.store, "kiosk-1").sent(taken.job.id)
    emulator = printer()
    kiosk = stand(port=emulator.port)
    qtbot.waitUntil(lambda: any("A001" in slip.text for slip in emulator.slips))
    (copy,) = [slip for slip in emulator.slips if "A001" in slip.text]
    assert is_copy(copy)
    qtbot.waitUntil(lambda: house.jobs() == [])
    assert isinstance(kiosk.flow.scene, Home)


def test_a_slip_whose_visitor_has_been_served_is_not_printed_any_more(
    stand: Stands, house: House, printer: Printers, qtbot: QtBot
) -> None:
    taken = Reception(house.store).take_ticket(request=new_request(), service="TRANS", printer="kiosk-1")
    Reception(house.store).cancel(request=new_request(), label=taken.ticket.label)
    emulator = printer()
    kiosk = stand(port=emulator.port)
    takes(qtbot, kiosk, "SEAL")
    qtbot.waitUntil(lambda: slip_on_the_glass(kiosk) is Slip.PRINTED)
    (slip,) = emulator.wait_for_slips(1, seconds=PATIENCE_S)
    assert "A001" not in slip.text
    with house.store.reading() as look:
        ends = [(entry.kind, entry.facts.get("cause")) for entry in look.entries_after(0)]
    assert ("SlipFailed", "out_of_date") in ends


def test_two_kiosks_with_one_printer_print_each_number_once(
    stand: Stands, house: House, printer: Printers, qtbot: QtBot
) -> None:
    emulator = printer()
    here, there = stand(port=emulator.port), stand(top=400)
    here.clock.stop()
    there.clock.stop()
    labels = {takes(qtbot, here), takes(qtbot, there)}
    qtbot.waitUntil(lambda: slip_on_the_glass(here) is Slip.PRINTED)
    assert labels == {"A001", "A002"}
    (slip,) = emulator.wait_for_slips(1, seconds=PATIENCE_S)
    assert slip.text.count("A001") == 1
    assert slip_on_the_glass(there) is Slip.NONE
    qtbot.waitUntil(lambda: all(job.state is JobState.CONFIRMED for job in house.jobs()))
