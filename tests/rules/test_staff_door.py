"""A kiosk's staff door closes for longer and longer to whoever tries PINs, and forgives a slip of the finger."""

import pytest

from waitline.model.clock import HOUR, MINUTE, Instant
from waitline.model.staff import StaffDoor
from waitline.rules.staff_door import after_right, after_wrong, closed_for

BEGIN = Instant(1_795_136_400_000)


def tries_within(hours: float, door: StaffDoor, begin: Instant = BEGIN) -> tuple[int, StaffDoor]:
    """How many wrong PINs somebody can try who does nothing else, and the door afterwards."""
    at, tries = begin, 0
    while at < begin + hours * HOUR:
        door, tries = after_wrong(door, at), tries + 1
        at = Instant(at + max(1, closed_for(door, at)))
    return tries, door


def test_the_third_wrong_try_closes_it_and_each_further_one_for_longer():
    door, at, closings = StaffDoor(place="kiosk-1"), BEGIN, []
    for _ in range(11):
        door = after_wrong(door, at)
        closings.append(closed_for(door, at) / MINUTE)
        at = Instant(at + closed_for(door, at))
        assert closed_for(door, at) == 0
    assert closings == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


@pytest.mark.parametrize(("hours", "tries"), [(9, 16), (24, 31)])
def test_a_day_of_guessing_is_a_handful_of_tries(hours, tries):
    assert tries_within(hours, StaffDoor(place="kiosk-1"))[0] == tries


def test_a_week_of_guessing_never_gets_more_than_its_days():
    door, tried = StaffDoor(place="kiosk-1"), []
    for day in range(7):
        tries, door = tries_within(9, door, Instant(BEGIN + day * 24 * HOUR))
        tried.append(tries)
    assert tried == [16] * 7


def test_a_right_pin_forgives_what_did_not_close_the_door_and_no_more():
    door = after_wrong(after_wrong(StaffDoor(place="kiosk-1"), BEGIN), BEGIN)
    assert after_right(door) == StaffDoor(place="kiosk-1")
    closed = after_wrong(door, BEGIN)
    assert after_right(closed) == closed


def test_a_night_without_a_wrong_try_is_forgotten():
    door = tries_within(9, StaffDoor(place="kiosk-1"))[1]
    late = after_wrong(door, Instant((door.wrong_at or 0) + 12 * HOUR))
    assert late.wrong_tries == 1
    soon = after_wrong(door, Instant((door.wrong_at or 0) + 12 * HOUR - 1))
    assert soon.wrong_tries == door.wrong_tries + 1
