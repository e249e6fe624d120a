"""Which part of a kiosk's glass somebody reaches who sits in a wheelchair, in millimetres."""

from typing import Final

REACH: Final = 1200.0
"""From the floor: nothing that has to be touched may be higher."""
LEAST_TALL: Final = 104.0
"""Two rows of large buttons: a glass that is mounted higher than this allows is mounted too high."""


def reached_from(height: float, bottom: float) -> float:
    """Where the part within reach begins, from the top of a glass so high whose lower edge is `bottom` above the
    floor; never so low that two rows of buttons have no room.
    """
    return max(0.0, height - max(REACH - bottom, LEAST_TALL))


def is_mounted_too_high(bottom: float) -> bool:
    """Whether two rows of buttons within reach are more than the glass has there."""
    return REACH - bottom < LEAST_TALL
