"""What a program tells of a device: how it is, why, and since when."""

from enum import StrEnum
from typing import NamedTuple

from .clock import Instant


class Health(StrEnum):
    """`UNKNOWN` is never taken for `WELL`: a device that says nothing may be off, unplugged or on fire."""

    WELL = "well"
    TROUBLE = "trouble"
    UNKNOWN = "unknown"


class DeviceReport(NamedTuple):
    """`device`: a printer's id in the office file, what is on a line (`bus_devices`), or a display's voice.
    `place`: the kiosk or counter it stands at.

    `causes`: codes joined by +. `since`: the office's time at which it was told.
    """

    device: str
    place: str
    health: Health
    causes: str
    since: Instant
