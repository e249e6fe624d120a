"""Sound as the voice keeps it: 16-bit mono at 22.05 kHz, in memory and as WAV files."""

import io
import math
import os
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from .errors import BadSoundFile, NoWaveFile, SoundCutOff, SoundSilent, SoundTooLong, WrongSoundForm

RATE: Final = 22_050
FULL_SCALE: Final = 32_768


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """Samples as little-endian bytes, so that joining is joining bytes."""

    pcm: bytes

    @property
    def seconds(self) -> float:
        return len(self.pcm) / 2 / RATE

    def samples(self) -> "array[int]":
        samples = array("h", self.pcm)
        if sys.byteorder == "big":
            samples.byteswap()
        return samples


def sound_of(samples: "array[int]") -> Sound:
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return Sound(pcm=samples.tobytes())


def silence(seconds: float) -> bytes:
    return bytes(2 * round(seconds * RATE))


def read_sound(path: Path, *, longest_s: float = math.inf) -> Sound:
    """A whole WAV file; BadSoundFile when it is no sound of ours."""
    try:
        with path.open("rb") as opened:
            return sound_in(opened, path.name, longest_s=longest_s)
    except OSError as cause:
        raise BadSoundFile(file=path.name, reason=cause) from cause


def sound_in(opened: BinaryIO, name: str, *, longest_s: float = math.inf) -> Sound:
    """The sound of an open WAV file, as long as its header says; BadSoundFile (`name`), OSError."""
    held = opened.seek(0, os.SEEK_END)
    opened.seek(0)
    try:
        with wave.open(opened, "rb") as file:
            shape = (file.getnchannels(), file.getsampwidth(), file.getframerate())
            if shape != (1, 2, RATE):
                raise WrongSoundForm(file=name, form=f"{shape[0]} × {shape[1] * 8} bit, {shape[2]} Hz")
            said = file.getnframes()
            if said > longest_s * RATE:
                raise SoundTooLong(file=name, seconds=_seconds(said), most=f"{longest_s:g}")
            # a header may promise gigabytes: nothing is asked for that cannot be there
            pcm = file.readframes(said) if 2 * said <= held else b""
    except (EOFError, wave.Error) as cause:
        raise NoWaveFile(file=name, reason=cause) from cause
    if len(pcm) < 2 * said:
        raise SoundCutOff(file=name, seconds=_seconds(said))
    if not pcm:
        raise SoundSilent(file=name)
    return Sound(pcm=pcm)


def _seconds(frames: int) -> str:
    return f"{frames / RATE:.1f}"


def wave_of(sound: Sound) -> bytes:
    """The sound as a WAV file."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.pcm)
    return made.getvalue()


def write_sound(path: Path, sound: Sound) -> None:
    """Write the file whole or not at all: nobody ever opens half a sound; a power cut may take it. OSError."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        partial.write_bytes(wave_of(sound))
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
