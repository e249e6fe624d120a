"""How devices are: told by programs, kept as they were told last, shown to whoever sits at a counter."""

import pytest

from waitline.model.device import Health
from waitline.model.errors import UnknownPrinter
from waitline.verbs.devices import Devices
from waitline.verbs.requests import new_request


def tell(hall, *causes, health=Health.TROUBLE, device="kiosk-1"):
    Devices(hall.store).report_device(
        request=new_request(), device=device, place="kiosk-1", health=health, causes=causes
    )


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
    with pytest.raises(UnknownPrinter):
        tell(hall, "paper_out", device="nobody's")
    assert hall.everything() == before
