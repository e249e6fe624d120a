"""What is asked of the hall's voice and what it answers: light, for those who only ask."""

from dataclasses import dataclass
from pathlib import Path

from waitline.assets import asset
from waitline.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPhrase:
    """A call to be spoken; `languages` in the order of speaking, after a `pause` of so many seconds."""

    number: str
    counter: str
    languages: tuple[str, ...]
    short: bool = False
    love: bool = False
    chime: bool = True
    pause: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Words read aloud in one go. `is_number`: a ticket's label, read as a call reads it."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLanguage:
    language: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenFile:
    """A WAV file ready to be played, and what it does not say."""

    path: Path
    seconds: float
    languages_spoken: tuple[str, ...]
    languages_missing: tuple[MissingLanguage, ...]


def chime_of(*, love: bool) -> Path:
    """The chime before a call; a softer one for love."""
    return asset("sounds", "chime-love.wav" if love else "chime.wav")
