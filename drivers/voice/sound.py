"""Sound as the voice keeps it: 16-bit mono at 22.05 kHz, in memory and as WAV files."""

import os
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .errors import BadSoundFile

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


def read_sound(path: Path) -> Sound:
    """A whole WAV file; BadSoundFile when it is no sound of ours."""
    try:
        with wave.open(str(path), "rb") as file:
            shape = (file.getnchannels(), file.getsampwidth(), file.getframerate())
            pcm = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as cause:
        raise BadSoundFile(file=path.name, reason=cause) from cause
    if shape != (1, 2, RATE):
        raise BadSoundFile(file=path.name, reason=f"{shape[0]} × {shape[1] * 8} bit, {shape[2]} Hz")
    return Sound(pcm=pcm)


def write_sound(path: Path, sound: Sound) -> None:
    """Write the file whole or not at all: nobody ever opens half a sound. OSError."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with wave.open(str(partial), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(sound.pcm)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
