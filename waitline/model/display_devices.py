"""Voices and clocks of displays, by the names under which their health is told and read: ``voice@lobby-1``.

Neither a printer's name nor that of anything on a line has such a sign in it.
"""

from enum import StrEnum
from typing import Final

from .office import OfficeSetup
from .words import Words

_VOICE: Final = "voice@"
_CLOCK: Final = "clock@"


class VoiceCause(StrEnum):
    """Why calls are not heard, or not all of them in every language."""

    NO_LOUDSPEAKER = "no_loudspeaker"
    NOT_SPOKEN = "not_spoken"
    RECORDING_LACKS = "recording_lacks"


class ClockCause(StrEnum):
    """Why a display's hours and minutes cannot be trusted, or its log's."""

    OWN_CLOCK_OFF = "own_clock_off"
    HALL_CLOCK_AHEAD = "hall_clock_ahead"


def clock_of(display: str) -> str:
    """What the clock of a display is called in the office, and where it is seen."""
    return f"{_CLOCK}{display}"


def voice_of(display: str) -> str:
    """What the voice of a display is called in the office; it stands where it is heard, under the same name."""
    return f"{_VOICE}{display}"


def display_at(name: str) -> str | None:
    """The display whose voice or clock this is; None for other devices and places."""
    own = (name.removeprefix(sign) for sign in (_VOICE, _CLOCK) if name.startswith(sign))
    return next(own, None)


def display_words(display: str, setup: OfficeSetup) -> Words:
    """The only one is the display; one of several has its id with it."""
    if [one.id for one in setup.displays] == [display]:
        return Words(zh="看板", en="Display")
    return Words(zh=f"看板 {display}", en=f"Display {display}")
