"""How loud a display's voice is, by the time of day."""

from dataclasses import dataclass
from typing import Final

from .opening_hours import Hours

LOUDEST: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Quieter:
    """Within `hours` of every day the voice has this volume, in per cent."""

    hours: Hours
    volume: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """In per cent of what the computer's own control lets through; `mute`: neither chime nor words."""

    usual: int = LOUDEST
    at_times: tuple[Quieter, ...] = ()
    mute: bool = False

    def at(self, minute: int) -> int:
        """So many minutes after midnight; of two times that hold, the first in the file counts."""
        return next((one.volume for one in self.at_times if one.hours.holds(minute)), self.usual)


FULL: Final = Volume()
"""As loud as the computer lets it."""
