"""What a microphone gives, made the voice's sound: one channel at 22.05 kHz, piece after piece."""

import math
from array import array
from typing import Any, Final

from drivers.voice.sound import FULL_SCALE, RATE, Sound, sound_of

from ..waveform import Form, Samples

SILENT_DB: Final = -90.0


class Hearing:
    """Keeps what lies between two pieces, so that none begins with a click."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._bytes = b""
        self._left: list[float] = []
        self._made = self._gone = 0

    def hear(self, raw: bytes) -> Sound:
        """The next piece; bytes that make no whole sample yet are kept."""
        size = array(self._form.samples.value).itemsize * self._form.channels
        raw = self._bytes + raw
        whole = len(raw) // size * size
        self._bytes = raw[whole:]
        samples: array[Any] = array(self._form.samples.value, raw[:whole])
        if self._form.rate == RATE and self._form.channels == 1 and self._form.samples is Samples.INT16:
            return sound_of(samples)
        return sound_of(self._at_our_rate(self._one_channel(samples)))

    def _one_channel(self, samples: "array[Any]") -> list[float]:
        plain = [_plain(sample, self._form.samples) for sample in samples]
        channels = self._form.channels
        if channels == 1:
            return plain
        return [sum(plain[at : at + channels]) / channels for at in range(0, len(plain), channels)]

    def _at_our_rate(self, plain: list[float]) -> "array[int]":
        """Every sample of ours is the mean of what it spans, which keeps hiss from becoming a tone."""
        have, rate = self._left + plain, self._form.rate
        made = array("h")
        while True:
            first = self._made * rate // RATE - self._gone
            last = max(first + 1, (self._made + 1) * rate // RATE - self._gone)
            if last > len(have):
                break
            mean = round(math.fsum(have[first:last]) / (last - first))
            made.append(max(-FULL_SCALE, min(FULL_SCALE - 1, mean)))
            self._made += 1
        done = min(first, len(have))
        self._left, self._gone = have[done:], self._gone + done
        return made


def _plain(sample: float, code: Samples) -> float:
    match code:
        case Samples.UINT8:
            return (sample - 128) * 256
        case Samples.INT32:
            return sample / 65_536
        case Samples.FLOAT:
            return sample * FULL_SCALE
    return sample


def loudest_db(sound: Sound) -> float:
    """The greatest sample, in decibels below the most there can be."""
    samples = sound.samples()
    peak = max(max(samples, default=0), -min(samples, default=0))
    return max(SILENT_DB, 20 * math.log10(peak / FULL_SCALE)) if peak else SILENT_DB
