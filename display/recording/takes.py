"""Is a take fit for the hall? Judged as it came, kept as the hall's clips are: trimmed, levelled, faded."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from drivers.voice.clips import shape, trim
from drivers.voice.errors import BadSoundFile
from drivers.voice.loudness import loudness
from drivers.voice.sound import FULL_SCALE, RATE, Sound
from waitline.model.words import Words

from .errors import NothingHeard

QUIETEST: Final = -42.0  # LUFS: levelled by more than 23, a room's noise becomes a hiss
_CLIPPED: Final = round(0.997 * FULL_SCALE)
_CLIPPED_IN_A_ROW: Final = 3
_FIRST_SIGN_S: Final = 1.2
_MORE_SIGNS_S: Final = 0.3  # a call has eight clips and 15 seconds
_EDGE: Final = round(0.02 * RATE)


class Verdict(Enum):
    """What a person is told of a take."""

    GOOD = "good"
    QUIET = "quiet"
    CLIPPED = "clipped"
    LONG = "long"
    CUT = "cut"


WORDS: Final = {
    Verdict.GOOD: Words(zh="很好", en="Good"),
    Verdict.QUIET: Words(zh="太小聲", en="Too quiet"),
    Verdict.CLIPPED: Words(zh="太大聲，破音", en="Too loud: distorted"),
    Verdict.LONG: Words(zh="太長，或環境太吵", en="Too long, or a noisy room"),
    Verdict.CUT: Words(zh="頭尾被切掉", en="Begins or ends cut off"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """A clip as it will be kept, and what is to be said of it."""

    sound: Sound
    verdict: Verdict


def judged(raw: Sound, words: str) -> Take:
    """A recording made a clip; NothingHeard where there is no word in it."""
    try:
        word = trim(raw, name="")
        sound = shape(raw, name="")
    except BadSoundFile as silent:
        raise NothingHeard from silent
    return Take(sound=sound, verdict=_verdict(raw, word, words))


def longest_s(words: str) -> float:
    """How long a clip may last; every Chinese sign is a syllable."""
    signs = sum(0x3400 <= ord(sign) <= 0x9FFF for sign in words)
    return _FIRST_SIGN_S + _MORE_SIGNS_S * max(0, signs - 1)


def _verdict(raw: Sound, word: Sound, words: str) -> Verdict:
    if _is_clipped(raw):
        return Verdict.CLIPPED
    if loudness(word) < QUIETEST:
        return Verdict.QUIET
    if word.seconds > longest_s(words):
        return Verdict.LONG
    return Verdict.CUT if _is_cut(raw, word) else Verdict.GOOD


def _is_clipped(raw: Sound) -> bool:
    row = 0
    for sample in raw.samples():
        row = row + 1 if abs(sample) >= _CLIPPED else 0
        if row == _CLIPPED_IN_A_ROW:
            return True
    return False


def _is_cut(raw: Sound, word: Sound) -> bool:
    """Whether the word touches an end of the recording."""
    begins = raw.pcm.find(word.pcm) // 2
    return begins < _EDGE or begins + len(word.pcm) // 2 > len(raw.pcm) // 2 - _EDGE
