"""How often a PIN may be tried at a place where visitors stand: a kiosk's own staff door.

Three wrong tries are free. From the third on each closes the door: for 1 minute, then 2, 4, 8, 16, 32, and 60 from
then on, whoever was named. Nobody's own count is touched, so nobody is locked out at a counter from here.

Somebody who tries all day gets 16 tries in nine hours, 31 in twenty-four. Against a PIN of four digits that is one
chance in 625 a day (in 322 around the clock), with six digits one in 62 500; a login has to be known besides.
"""

from dataclasses import replace
from typing import Final

from waitline.model.clock import HOUR, MINUTE, Instant
from waitline.model.staff import StaffDoor

FREE_TRIES: Final = 3
FIRST_CLOSING: Final = MINUTE
LONGEST_CLOSING: Final = 60 * MINUTE
FORGOTTEN_AFTER: Final = 12 * HOUR
"""So long without a wrong try, longer than any closing: a night."""


def closed_for(door: StaffDoor, at: Instant) -> int:
    """Milliseconds until the door is open again; 0: it is."""
    if door.wrong_at is None or door.wrong_tries < FREE_TRIES:
        return 0
    closing = min(FIRST_CLOSING << min(door.wrong_tries - FREE_TRIES, 16), LONGEST_CLOSING)
    return max(0, door.wrong_at + closing - at)


def after_wrong(door: StaffDoor, at: Instant) -> StaffDoor:
    """One more wrong try."""
    quiet = door.wrong_at is None or at - door.wrong_at >= FORGOTTEN_AFTER
    return replace(door, wrong_tries=1 if quiet else door.wrong_tries + 1, wrong_at=at)


def after_right(door: StaffDoor) -> StaffDoor:
    """A slip of the finger is forgiven. Once the door was closed only a night is: else whoever tries all day would
    begin anew with every colleague who comes by.
    """
    return door if door.wrong_tries >= FREE_TRIES else replace(door, wrong_tries=0, wrong_at=None)
