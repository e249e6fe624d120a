"""Who is next."""

from enum import StrEnum


class Why(StrEnum):
    """The one line a clerk reads beside a number."""

    LONGEST_WAIT = "longest_wait"
    LOVE_FIRST = "love_first"
    APPOINTMENT = "appointment"
    OUT_OF_ORDER = "out_of_order"
    BROUGHT = "brought"
    RESERVED = "reserved"
    NOBODY = "nobody"
