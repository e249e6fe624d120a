"""Clips made alike (trimmed, levelled, faded) and joined to one sound: gaps of 60 to 120 ms, no clicks."""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from .errors import BadSoundFile, SoundSilent
from .loudness import SILENT, loudness
from .sound import FULL_SCALE, RATE, Sound, silence, sound_in, sound_of

TARGET: Final = -19.0  # LUFS; leaves a spoken syllable's peaks room
CLIP_GAP: Final = 0.07  # seconds of true silence; fades add what an ear takes for a little more
BREATH_GAP: Final = 0.105
AFTER_CHIME: Final = 0.08
BETWEEN_LANGUAGES: Final = 0.3
LONGEST_CLIP_S: Final = 8.0
"""Of a clip somebody recorded, whichever way it comes: a microphone, a .zip, a pack."""
_QUIET: Final = 10 ** (-40 / 20)  # of the clip's peak: below is not speech
_WINDOW: Final = RATE // 200  # 5 ms
_LEAD: Final = 0.005
_TAIL: Final = 0.015
_FADE_IN: Final = 0.003
_FADE_OUT: Final = 0.012
_KNEE: Final = 0.75 * FULL_SCALE
_ROOM: Final = 0.2 * FULL_SCALE
_NEAR_ENOUGH: Final = 0.1  # LU


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A shaped clip in its place, with the silence before it in seconds."""

    sound: Sound
    gap: float


def join(pieces: Sequence[Piece]) -> Sound:
    """One sound of all pieces; clips begin and end at zero, so that silence between them makes no click."""
    return Sound(pcm=b"".join(part for piece in pieces for part in (silence(piece.gap), piece.sound.pcm)))


def read_clip(path: Path) -> Sound:
    """A clip of a pack, whole and as it was recorded; BadSoundFile when it cannot be one."""
    try:
        with path.open("rb") as opened:
            return clip_in(opened, path.name)
    except OSError as cause:
        raise BadSoundFile(file=path.name, reason=cause) from cause


def clip_in(opened: BinaryIO, name: str) -> Sound:
    """The same of an open file; BadSoundFile, OSError."""
    sound = sound_in(opened, name, longest_s=LONGEST_CLIP_S)
    _audible_peak(sound.samples(), name)
    return sound


def shape(raw: Sound, *, name: str) -> Sound:
    """A clip as the bank keeps it; BadSoundFile (`name`) when there is nothing to hear."""
    return _faded(level(trim(raw, name=name), name=name))


def trim(raw: Sound, *, name: str) -> Sound:
    """The clip without the silence around it."""
    samples = raw.samples()
    peak = _audible_peak(samples, name)
    floor = peak * _QUIET
    starts = range(0, len(samples), _WINDOW)
    loud = [at for at in starts if max(map(abs, samples[at : at + _WINDOW])) > floor]
    first = max(0, loud[0] - round(_LEAD * RATE))
    last = min(len(samples), loud[-1] + _WINDOW + round(_TAIL * RATE))
    # to the very first and last sample that moves: a fade over silence would leave the word's edge hard
    heard = [at for at in range(first, last) if abs(samples[at]) > floor / 10]
    return sound_of(samples[heard[0] : heard[-1] + 1])


def _audible_peak(samples: "array[int]", name: str) -> int:
    peak = max(max(samples, default=0), -min(samples, default=0))
    if peak < FULL_SCALE // 1000:
        raise SoundSilent(file=name)
    return peak


def level(sound: Sound, *, name: str, target: float = TARGET) -> Sound:
    """The sound at the target loudness; rare peaks that find no room are rounded off, not cut."""
    measured = loudness(sound)
    if measured <= SILENT:
        raise SoundSilent(file=name)
    for _ in range(3):
        gain = 10 ** ((target - measured) / 20)
        leveled = sound_of(array("h", [_rounded(sample * gain) for sample in sound.samples()]))
        lost = target - loudness(leveled)
        if abs(lost) <= _NEAR_ENOUGH:
            break
        measured -= lost
    return leveled


def turned(sound: Sound, times: float) -> Sound:
    """The sound so many times as loud; peaks that find no room are rounded off."""
    return sound_of(array("h", [_rounded(sample * times) for sample in sound.samples()]))


def _rounded(sample: float) -> int:
    size = abs(sample)
    if size > _KNEE:
        size = _KNEE + _ROOM * math.tanh((size - _KNEE) / _ROOM)
    return round(math.copysign(size, sample))


def _faded(sound: Sound) -> Sound:
    samples = sound.samples()
    for seconds, step in ((_FADE_IN, 1), (_FADE_OUT, -1)):
        count = min(round(seconds * RATE), len(samples) // 4)
        for at in range(count):
            index = at if step > 0 else -1 - at
            samples[index] = round(samples[index] * (0.5 - 0.5 * math.cos(math.pi * at / count)))
    return sound_of(samples)
