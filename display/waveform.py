"""The voice's sound in whatever form a loudspeaker takes: another pace, more channels, other samples."""

import sys
from array import array
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from drivers.voice.sound import FULL_SCALE, RATE, Sound


class Samples(Enum):
    """How one sample is written, as `array` names it."""

    UINT8 = "B"
    INT16 = "h"
    INT32 = "i"
    FLOAT = "f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """`rate` in samples a second, for every channel."""

    rate: int
    channels: int
    samples: Samples


OURS: Final = Form(rate=RATE, channels=1, samples=Samples.INT16)


def in_form(sound: Sound, form: Form) -> bytes:
    """The samples for a device, in this machine's byte order, alike on every channel."""
    if form == OURS and sys.byteorder == "little":
        return sound.pcm
    samples: array[Any] = _in_code(_at_rate(sound.samples(), form.rate), form.samples)
    if form.channels == 1:
        return samples.tobytes()
    wide = array(samples.typecode, bytes(len(samples) * form.channels * samples.itemsize))
    for channel in range(form.channels):
        wide[channel :: form.channels] = samples
    return wide.tobytes()


def _at_rate(samples: "array[int]", rate: int) -> "array[int]":
    """Straight lines between the samples: the voice has nothing above 8 kHz that it could spoil."""
    if rate == RATE or len(samples) < 2:
        return samples
    last = len(samples) - 1
    made = array("h")
    for number in range(len(samples) * rate // RATE):
        whole, part = divmod(number * RATE, rate)
        here = samples[min(whole, last)]
        made.append(here + (samples[min(whole + 1, last)] - here) * part // rate)
    return made


def _in_code(samples: "array[int]", code: Samples) -> "array[Any]":
    match code:
        case Samples.UINT8:
            return array("B", ((sample >> 8) + 128 for sample in samples))
        case Samples.INT32:
            return array("i", (sample << 16 for sample in samples))
        case Samples.FLOAT:
            return array("f", (sample / FULL_SCALE for sample in samples))
    return samples
