"""How devices are: told by programs, kept as they were told last, shown to whoever sits at a counter."""

import pytest

from drivers.troubles import only_warns, trouble_words
from tests.builders import office_document
from tests.counter.keypads.keypad_hall import LINE, counters_on_a_line
from waitline.model.bus_devices import bus_device
from waitline.model.device import Health
from waitline.model.display_devices import voice_of
from waitline.model.errors import UnknownDevice
from waitline.verbs.devices import Devices
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request


def tell(hall, *causes, health=Health.TROUBLE, device="kiosk-1", place="kiosk-1"):
    Devices(hall.store).report_device(
        request=new_request(), device=device, place=place, health=health, causes=causes
    )


@pytest.fixture
def on_a_line(make_hall):
    """The usual office, each counter with a panel and a keypad."""
    return make_hall(counters=counters_on_a_line(), buses={LINE: {"port": "/dev/ttyUSB7", "baud": 9600}})


def shown(hall, counter="3"):
    return [(one.device, one.causes) for one in hall.console(counter).troubles]


def test_trouble_stands_at_every_counter_where_somebody_sits_until_it_is_over(hall):
    hall.clerks("3", "7")
    tell(hall, "paper_out", "cover_open")
    assert shown(hall, "3") == shown(hall, "7") == [("kiosk-1", "paper_out+cover_open")]
    assert hall.console("3").troubles[0].since == hall.now
    assert shown(hall, "8") == [], "nobody sits there"
    tell(hall, health=Health.WELL)
    assert shown(hall) == []


def test_what_is_as_it_was_writes_nothing_and_keeps_since_when_it_is_so(hall):
    hall.clerk("3")
    tell(hall, "cutter")
    since, before = hall.now, hall.seq
    hall.turn(minutes=5)
    tell(hall, "cutter")
    assert hall.kinds(before) == []
    assert hall.console("3").troubles[0].since == since
    tell(hall, "cutter", "paper_out")
    assert hall.kinds(before) == ["DeviceReported"]
    assert hall.console("3").troubles[0].since == hall.now


def test_a_printer_that_never_answers_is_no_trouble_and_paper_that_nears_its_end_is_told(hall):
    hall.clerk("3")
    tell(hall, "one_way", health=Health.UNKNOWN)
    assert shown(hall) == []
    tell(hall, "paper_near_end", health=Health.WELL)
    assert shown(hall) == [("kiosk-1", "paper_near_end")]


def test_a_kiosk_says_that_the_staff_know_only_where_somebody_sees_it(hall):
    assert not hall.kiosk.staff_know
    tell(hall, "paper_out")
    assert not hall.kiosk.staff_know, "nobody is at a counter"
    hall.clerk("3")
    assert hall.kiosk.staff_know
    tell(hall, "paper_near_end", health=Health.WELL)
    assert not hall.kiosk.staff_know


def test_a_printer_that_the_office_does_not_have_is_refused(hall):
    before = hall.everything()
    with pytest.raises(UnknownDevice):
        tell(hall, "paper_out", device="nobody's")
    assert hall.everything() == before


def test_a_display_that_is_not_heard_is_told_at_every_counter(make_hall):
    hall = make_hall(displays=["lobby-1"])
    hall.clerks("3", "7")
    voice = voice_of("lobby-1")
    tell(hall, "no_loudspeaker", device=voice, place=voice)
    assert shown(hall, "3") == shown(hall, "7") == [("voice@lobby-1", "no_loudspeaker")]
    (report,) = hall.console("3").troubles
    assert trouble_words(report, hall.kiosk.setup).zh == "叫號沒有聲音，請檢查喇叭與線路"
    assert not only_warns(report)
    tell(hall, "recording_lacks", device=voice, place=voice)
    (report,) = hall.console("3").troubles
    assert "waitline check" in trouble_words(report, hall.kiosk.setup).zh
    assert only_warns(report), "all calls are heard, in some language"
    tell(hall, health=Health.WELL, device=voice, place=voice)
    assert shown(hall) == []
    with pytest.raises(UnknownDevice):
        tell(hall, "no_loudspeaker", device=voice_of("roof"), place=voice_of("roof"))


def silent(hall, name, health=Health.TROUBLE):
    """Something on the line is told to be silent."""
    found = bus_device(hall.kiosk.setup, f"{LINE}:{name}")
    causes = ["silent"] if health is Health.TROUBLE else []
    tell(hall, *causes, health=health, device=found.id, place=found.place)


def test_a_silent_keypad_is_told_at_every_counter_and_first_where_it_stands(on_a_line):
    hall = on_a_line
    hall.clerks("3", "7")
    silent(hall, "keypad-7")
    hall.turn(minutes=1)
    tell(hall, "paper_out")
    assert shown(hall, "7") == [("line:keypad-7", "silent"), ("kiosk-1", "paper_out")]
    assert shown(hall, "3") == [("kiosk-1", "paper_out"), ("line:keypad-7", "silent")]
    silent(hall, "keypad-7", Health.WELL)
    assert shown(hall, "3") == shown(hall, "7") == [("kiosk-1", "paper_out")]


def test_a_line_that_is_gone_is_told_before_the_panels_of_others(on_a_line):
    hall = on_a_line
    hall.clerk("3")
    silent(hall, "panel-8")
    hall.turn(minutes=1)
    silent(hall, "line")
    assert [device for device, _ in shown(hall)] == ["line:line", "line:panel-8"]


def test_a_panel_that_the_office_took_away_is_nobodys_trouble_and_cannot_be_told(on_a_line):
    hall = on_a_line
    hall.clerk("3")
    silent(hall, "panel-8")
    counters = counters_on_a_line()
    del counters["8"]["panel"]
    document = office_document(counters=counters, buses={LINE: {"port": "/dev/ttyUSB7", "baud": 9600}})
    Floor(hall.store).set_up_office(document, request=new_request())
    assert shown(hall) == []
    with pytest.raises(UnknownDevice):
        tell(hall, "silent", device="line:panel-8", place="counter-8")
