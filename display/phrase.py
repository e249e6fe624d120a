"""What of a call is asked of the voice, one language at a time, and how long its sounds last."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING, Final

from drivers.voice.spoken import CallPhrase

if TYPE_CHECKING:
    from pathlib import Path

    from .announcer import Announcement

BETWEEN_LANGUAGES_S: Final = 0.15
"""Silence at the head of every language but the first, besides what it takes to begin to play."""
BEGINS_S: Final = 0.2
"""How long a loudspeaker takes from the order to the first sound: what its buffer holds, and the way there."""


def phrase_of(announcement: Announcement, language: str, *, first: bool) -> CallPhrase:
    """The call in one language; `first`: right after the chime."""
    call = announcement.call
    return CallPhrase(
        number=call.label,
        counter=call.counter,
        languages=(language,),
        short=announcement.short,
        love=call.love,
        chime=False,
        pause=0.0 if first else BETWEEN_LANGUAGES_S,
    )


def seconds_of(file: Path) -> float:
    """The length of a WAV file."""
    with wave.open(str(file), "rb") as sound:
        return sound.getnframes() / sound.getframerate()
