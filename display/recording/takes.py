"""Is a take fit for the hall? Judged as it came, kept as the hall's clips are: trimmed, levelled, faded."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
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
_LONGEST_S: Final = (1.2, 0.3)  # of the first syllable and of each further one: a call has eight clips and 15 s
_SHORTEST_S: Final = (0.12, 0.09)  # speech engines in a hurry take 0.2; a knock on the table is over in 0.05
_PAUSE_S: Final = 0.3  # within spoken words a stop closes the mouth for 0.13 at most
_PAUSE: Final = 10 ** (-30 / 20)  # of the clip's peak: a room's noise is below
_WINDOW: Final = RATE // 200
_EDGE: Final = round(0.02 * RATE)


class Verdict(Enum):
    """What a person is told of a take."""

    GOOD = "good"
    QUIET = "quiet"
    CLIPPED = "clipped"
    SHORT = "short"
    PAUSED = "paused"
    LONG = "long"
    CUT = "cut"
    DAMAGED = "damaged"  # its file, since it was kept


WORDS: Final = {
    Verdict.GOOD: Words(zh="很好", en="Good"),
    Verdict.QUIET: Words(zh="太小聲", en="Too quiet"),
    Verdict.CLIPPED: Words(zh="太大聲，破音", en="Too loud: distorted"),
    Verdict.SHORT: Words(zh="太短，不像這句話", en="Too short to be the words"),
    Verdict.PAUSED: Words(zh="中間停頓，或有別的聲音", en="A pause in it, or another sound"),
    Verdict.LONG: Words(zh="太長，或環境太吵", en="Too long, or a noisy room"),
    Verdict.CUT: Words(zh="頭尾被切掉", en="Begins or ends cut off"),
    Verdict.DAMAGED: Words(zh="檔案損壞，請重錄", en="File damaged: record anew"),
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
    """How long a clip may last."""
    return _for_syllables(words, *_LONGEST_S)


def shortest_s(words: str) -> float:
    """How long it lasts at least, said as fast as anybody can."""
    return _for_syllables(words, *_SHORTEST_S)


def _for_syllables(words: str, first: float, more: float) -> float:
    """Every Chinese sign is a syllable, beside which stands how it is read; other words have one at least."""
    signs = sum(0x3400 <= ord(sign) <= 0x9FFF for sign in words) or len(words.split())
    return first + more * max(0, signs - 1)


def _verdict(raw: Sound, word: Sound, words: str) -> Verdict:
    faults: tuple[tuple[Verdict, Callable[[], bool]], ...] = (
        (Verdict.CLIPPED, lambda: _is_clipped(raw)),
        (Verdict.SHORT, lambda: word.seconds < shortest_s(words)),
        (Verdict.QUIET, lambda: loudness(word) < QUIETEST),
        (Verdict.PAUSED, lambda: _longest_pause_s(word) >= _PAUSE_S),
        (Verdict.LONG, lambda: word.seconds > longest_s(words)),
        (Verdict.CUT, lambda: _is_cut(raw, word)),
    )
    return next((verdict for verdict, is_so in faults if is_so()), Verdict.GOOD)


def _longest_pause_s(word: Sound) -> float:
    """Between two sounds of one clip."""
    samples = word.samples()
    floor = max(map(abs, samples)) * _PAUSE
    starts = range(0, len(samples), _WINDOW)
    loud = [at for at in starts if max(map(abs, samples[at : at + _WINDOW])) > floor]
    return max((other - one - _WINDOW for one, other in pairwise(loud)), default=0) / RATE


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
