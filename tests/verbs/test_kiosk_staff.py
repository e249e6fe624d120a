"""The staff panel of a kiosk opens to a PIN, which is counted and locked as at the counters."""

import pytest

from waitline.model.errors import LockedOut, WrongPin
from waitline.verbs.floor import Floor
from waitline.verbs.kiosk_staff import KioskStaff
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.views import kiosk_staff


@pytest.fixture
def guarded(make_hall):
    """The greeter has a PIN; two wrong tries lock for five minutes."""
    hall = make_hall(pin_tries=2)
    Floor(hall.store).set_pin(request=new_request(), staff="greeter", pin="2468")
    return hall


def unlock(hall, pin, request=None):
    return KioskStaff(hall.store).unlock(
        request=request or new_request(), kiosk="kiosk-1", staff="greeter", pin=pin
    )


def test_the_right_pin_opens_and_the_journal_knows_who_and_where(guarded):
    assert unlock(guarded, "2468").id == "greeter"
    entry = guarded.journal()[-1]
    assert (entry.kind, entry.staff, entry.facts["place"]) == ("KioskUnlocked", "greeter", "kiosk-1")


def test_wrong_pins_are_counted_and_lock_the_counters_too(guarded):
    with pytest.raises(WrongPin):
        unlock(guarded, "0000")
    with pytest.raises(LockedOut):
        guarded.clerk("3", "greeter", pin="0000")
    with pytest.raises(LockedOut):
        unlock(guarded, "2468")
    guarded.turn(minutes=5)
    assert unlock(guarded, "2468").id == "greeter"


def test_a_repeated_request_is_told_the_same(guarded):
    request = new_request()
    for _ in range(2):
        with pytest.raises(WrongPin):
            unlock(guarded, "0000", request)
    assert unlock(guarded, "2468").id == "greeter"


def test_the_view_names_whom_a_pin_was_set_for_and_the_last_slips_newest_first(guarded):
    reception = Reception(guarded.store)
    for _ in range(10):
        reception.take_ticket(request=new_request(), service="TRANS", printer="kiosk-1")
    reception.reprint(request=new_request(), label="A003", printer="kiosk-1")
    view = kiosk_staff.read(guarded.store, "kiosk-1")
    assert [person.id for person in view.people] == ["greeter"]
    assert [job.ticket.label for job in view.slips] == [
        "A003", "A010", "A009", "A008", "A007", "A006", "A005", "A004",
    ]  # fmt: skip
    assert kiosk_staff.read(guarded.store, None).slips == ()
    guarded.turn(minutes=24 * 60)
    reception.take_ticket(request=new_request(), service="TRANS", printer="kiosk-1")
    assert [job.ticket.label for job in kiosk_staff.read(guarded.store, "kiosk-1").slips] == ["A001"]
