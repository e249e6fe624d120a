"""The staff panel of a kiosk opens to a login and its PIN; wrong tries close that kiosk's door, and no counter."""

import pytest

from waitline.model.errors import Refused, StaffDoorClosed, WrongLogin
from waitline.verbs.floor import Floor
from waitline.verbs.kiosk_staff import KioskStaff
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.views import kiosk_staff


@pytest.fixture
def guarded(make_hall):
    """The greeter and clerk c03 have PINs; at a counter two wrong tries lock for five minutes."""
    hall = make_hall(pin_tries=2)
    for staff, pin in (("greeter", "2468"), ("c03", "1357")):
        Floor(hall.store).set_pin(request=new_request(), staff=staff, pin=pin)
    return hall


def unlock(hall, pin, login="greeter", request=None, kiosk="kiosk-1"):
    return KioskStaff(hall.store).unlock(request=request or new_request(), kiosk=kiosk, login=login, pin=pin)


def tries_wrong(hall, times, **how):
    for _ in range(times):
        with pytest.raises((WrongLogin, StaffDoorClosed)):
            unlock(hall, "0000", **how)


def test_the_right_pin_opens_and_the_journal_knows_who_and_where(guarded):
    assert unlock(guarded, "2468").id == "greeter"
    entry = guarded.journal()[-1]
    assert (entry.kind, entry.staff, entry.facts["place"]) == ("KioskUnlocked", "greeter", "kiosk-1")


def test_a_login_typed_without_its_capitals_is_found(make_hall):
    hall = make_hall(
        staff={"Greeter": {"roles": ["greeter"]}, "c03": {"roles": ["clerk"]}, "C03": {"roles": ["clerk"]}}
    )
    for staff in ("Greeter", "c03", "C03"):
        Floor(hall.store).set_pin(request=new_request(), staff=staff, pin="2468")
    assert unlock(hall, "2468", login="greeter").id == "Greeter"
    assert unlock(hall, "2468", login="c03").id == "c03"


@pytest.mark.parametrize(
    ("login", "pin"), [("greeter", "0000"), ("nobody", "2468"), ("c07", "2468"), ("c03", "2468")]
)
def test_whatever_is_wrong_is_said_in_the_same_words(guarded, login, pin):
    """A wrong PIN, a login that is not there, one without a PIN, another's PIN."""
    before = guarded.seq
    with pytest.raises(WrongLogin):
        unlock(guarded, pin, login=login)
    assert guarded.kinds(before) == ["PinRefused"]


def test_nobody_is_locked_out_of_a_counter_from_a_kiosk(guarded):
    for login in ("greeter", "c03"):
        tries_wrong(guarded, 20, login=login)
    assert guarded.clerk("3", "greeter", pin="2468").staff == "greeter"
    assert guarded.clerk("7", "c03", pin="1357").staff == "c03"


def test_the_third_wrong_try_closes_this_kiosks_door_whoever_was_named(guarded):
    tries_wrong(guarded, 1)
    tries_wrong(guarded, 1, login="c03")
    with pytest.raises(StaffDoorClosed) as closed:
        unlock(guarded, "0000", login="nobody")
    assert closed.value.facts == {"minutes": 1}
    with pytest.raises(StaffDoorClosed):
        unlock(guarded, "2468")
    assert kiosk_staff.read(guarded.store, "kiosk-1", None).closed_for > 0
    guarded.turn(minutes=1)
    assert kiosk_staff.read(guarded.store, "kiosk-1", None).closed_for == 0
    assert unlock(guarded, "2468").id == "greeter"


def test_tries_at_a_closed_door_count_for_nothing_and_learn_nothing(guarded):
    tries_wrong(guarded, 3)
    before = guarded.seq
    for pin in ("0000", "2468"):
        with pytest.raises(StaffDoorClosed):
            unlock(guarded, pin)
    assert guarded.kinds(before) == ["AlreadySo", "AlreadySo"]
    guarded.turn(minutes=1)
    assert unlock(guarded, "2468").id == "greeter"


def test_a_door_that_was_closed_stays_strict_though_a_colleague_has_come_by(guarded):
    tries_wrong(guarded, 3)
    guarded.turn(minutes=1)
    unlock(guarded, "2468")
    with pytest.raises(StaffDoorClosed) as closed:
        unlock(guarded, "0000")
    assert closed.value.facts == {"minutes": 2}


def test_two_kiosks_count_apart(guarded):
    tries_wrong(guarded, 3)
    assert unlock(guarded, "2468", kiosk="kiosk-2").id == "greeter"


def test_wrong_pins_at_a_counter_do_not_close_the_kiosk(guarded):
    for _ in range(2):
        with pytest.raises(Refused):
            guarded.clerk("3", "greeter", pin="0000")
    assert unlock(guarded, "2468").id == "greeter"


def test_a_repeated_request_is_told_the_same_and_counted_once(guarded):
    request = new_request()
    for _ in range(5):
        with pytest.raises(WrongLogin):
            unlock(guarded, "0000", request=request)
    assert unlock(guarded, "2468").id == "greeter"


def test_what_was_typed_stands_nowhere_in_the_journal(guarded):
    tries_wrong(guarded, 1, login="9753")
    with pytest.raises(WrongLogin):
        unlock(guarded, "8642")
    said = "".join(entry.data + (entry.result or "") + (entry.staff or "") for entry in guarded.journal())
    assert "9753" not in said
    assert "8642" not in said


def test_the_view_says_whether_anybody_has_a_pin_and_the_last_slips_newest_first(guarded):
    reception = Reception(guarded.store)
    for _ in range(10):
        reception.take_ticket(request=new_request(), service="TRANS", printer="kiosk-1")
    reception.reprint(request=new_request(), label="A003", printer="kiosk-1")
    view = kiosk_staff.read(guarded.store, "kiosk-1", "kiosk-1")
    assert view.anybody
    assert [job.ticket.label for job in view.slips] == [
        "A003", "A010", "A009", "A008", "A007", "A006", "A005", "A004",
    ]  # fmt: skip
    assert kiosk_staff.read(guarded.store, "kiosk-1", None).slips == ()
    guarded.turn(minutes=24 * 60)
    reception.take_ticket(request=new_request(), service="TRANS", printer="kiosk-1")
    assert [job.ticket.label for job in kiosk_staff.read(guarded.store, "kiosk-1", "kiosk-1").slips] == ["A001"]
