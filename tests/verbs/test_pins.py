"""Signing in: PINs are counted though refused, lock for a while, and nobody sits in two places."""

import pytest

from waitline.model.errors import LockedOut, NotSignedIn, UnknownStaff, WrongPin
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request


@pytest.fixture
def guarded(make_hall):
    """Clerk c03 has a PIN; two wrong tries lock for five minutes."""
    hall = make_hall(pin_tries=2)
    Floor(hall.store).set_pin(request=new_request(), staff="c03", pin="2468")
    return hall


def test_the_right_pin_opens_the_counter(guarded):
    guarded.clerk("3", pin="2468")
    assert guarded.desk("3").staff == "c03"


def test_somebody_without_a_pin_just_signs_in(guarded):
    assert guarded.clerk("7").staff == "c07"


@pytest.mark.parametrize("pin", [None, "", "2469", "24680"])
def test_a_wrong_pin_is_refused_and_journalled(guarded, pin):
    before = guarded.seq
    with pytest.raises(WrongPin):
        guarded.clerk("3", pin=pin)
    assert "PinRefused" in guarded.kinds(before)
    assert guarded.desk("3").staff is None


def test_wrong_pins_are_counted_though_refused_and_lock(guarded):
    with pytest.raises(WrongPin):
        guarded.clerk("3", pin="0000")
    with pytest.raises(LockedOut) as locked:
        guarded.clerk("7", "c03", pin="0000")
    assert locked.value.facts == {"minutes": 5}
    guarded.turn(minutes=4, seconds=30)
    with pytest.raises(LockedOut) as locked:
        guarded.clerk("3", pin="2468")
    assert locked.value.facts == {"minutes": 1}


def test_a_lock_ends_by_itself_and_the_pin_is_still_the_same(guarded):
    for _ in range(2):
        with pytest.raises((WrongPin, LockedOut)):
            guarded.clerk("3", pin="0000")
    guarded.turn(minutes=5)
    guarded.clerk("3", pin="2468")
    assert guarded.desk("3").staff == "c03"


def test_tries_while_locked_do_not_lock_for_longer(guarded):
    for _ in range(2):
        with pytest.raises((WrongPin, LockedOut)):
            guarded.clerk("3", pin="0000")
    guarded.turn(minutes=4)
    with pytest.raises(LockedOut):
        guarded.clerk("3", pin="0000")
    guarded.turn(minutes=1)
    guarded.clerk("3", pin="2468")


def test_the_right_pin_forgives_earlier_slips(guarded):
    for _ in range(3):
        with pytest.raises(WrongPin):
            guarded.clerk("3", pin="0000")
        guarded.clerk("3", pin="2468").do("sign_out")


def test_the_same_wrong_try_repeated_is_counted_once(guarded):
    request = new_request()
    for _ in range(3):
        with pytest.raises(WrongPin):
            guarded.clerk("3", pin="0000", request=request)
    guarded.clerk("3", pin="2468")


def test_a_lock_is_one_persons_own(guarded):
    for _ in range(2):
        with pytest.raises((WrongPin, LockedOut)):
            guarded.clerk("3", pin="0000")
    assert guarded.clerk("3", "c07").staff == "c07"


def test_a_pin_taken_away_is_not_asked_for(guarded):
    Floor(guarded.store).set_pin(request=new_request(), staff="c03", pin=None)
    assert guarded.clerk("3").staff == "c03"


def test_no_pin_and_no_hash_stand_in_the_journal(guarded):
    with pytest.raises(WrongPin):
        guarded.clerk("3", pin="9753")
    said = "".join(entry.data + (entry.result or "") for entry in guarded.journal())
    assert "2468" not in said
    assert "9753" not in said
    assert "argon2" not in said


def unlock(hall, counter="3", staff="c03", pin=None):
    return Calling(hall.store).unlock_console(request=new_request(), counter=counter, staff=staff, pin=pin)


def test_a_locked_console_opens_with_the_pin_of_whoever_sits_there_and_only_that(guarded):
    guarded.clerk("3", pin="2468").do("pause", reason="午休")
    before, desk = guarded.seq, guarded.desk("3")
    unlock(guarded, pin="2468")
    assert guarded.kinds(before) == ["ConsoleUnlocked"]
    assert guarded.desk("3") == desk
    with pytest.raises(NotSignedIn):
        unlock(guarded, staff="c07")


@pytest.mark.parametrize("pin", [None, "", "0000"])
def test_wrong_pins_at_a_locked_console_count_with_those_of_signing_in(guarded, pin):
    guarded.clerk("3", pin="2468")
    with pytest.raises(WrongPin):
        unlock(guarded, pin=pin)
    with pytest.raises(LockedOut):
        unlock(guarded, pin=pin)
    with pytest.raises(LockedOut):
        unlock(guarded, pin="2468")
    assert guarded.desk("3").staff == "c03"
    guarded.turn(minutes=5)
    unlock(guarded, pin="2468")


def test_a_locked_screen_away_from_the_counters_opens_with_the_pin_and_wrong_ones_count(guarded):
    before = guarded.seq
    unlock(guarded, counter=None, pin="2468")
    assert [(str(entry.kind), entry.staff) for entry in guarded.journal(before)] == [("ConsoleUnlocked", "c03")]
    with pytest.raises(WrongPin):
        unlock(guarded, counter=None, pin="0000")
    with pytest.raises(LockedOut):
        unlock(guarded, counter=None, pin="0000")
    with pytest.raises(UnknownStaff):
        unlock(guarded, counter=None, staff="nobody", pin=None)


def test_a_deputy_for_today_is_one_of_the_staff(guarded):
    guarded.clerk("7", deputy="c08")
    assert guarded.desk("7").deputy == "c08"
    assert guarded.console("7").deputy.name == "同仁 c08"
    with pytest.raises(UnknownStaff):
        guarded.clerk("8", deputy="somebody")
    assert guarded.desk("8").staff is None


def test_signing_in_again_at_ones_own_counter_is_no_news(guarded):
    guarded.clerk("7")
    before, desk = guarded.seq, guarded.desk("7")
    guarded.clerk("7")
    assert guarded.kinds(before) == ["AlreadySo"]
    assert guarded.desk("7") == desk
