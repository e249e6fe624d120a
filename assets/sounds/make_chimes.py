"""Make the two chimes beside this file: `python assets/sounds/make_chimes.py`. Standard library only.

A struck bar, twice: a few partials that die away faster the higher they are. The usual chime falls a third and
is as loud as the speech after it; the one for a love number rises a fourth from below, begins more softly and is
3 LU quieter.
"""

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RATE: Final = 22_050
SECONDS: Final = 0.66
SECOND_NOTE: Final = 0.21
FADE_OUT: Final = 0.15
# how high above the note, how strong, how long until it has died to a third (seconds)
PARTIALS: Final = ((1.0, 1.0, 0.26), (2.0, 0.28, 0.16), (3.0, 0.10, 0.09), (4.16, 0.05, 0.05))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chime:
    notes: tuple[float, float]  # Hz
    attack: float  # seconds
    peak: float  # of full scale


CHIMES: Final = {
    "chime.wav": Chime(notes=(659.26, 523.25), attack=0.004, peak=0.41),
    "chime-love.wav": Chime(notes=(392.00, 523.25), attack=0.012, peak=0.29),
}


def samples_of(chime: Chime) -> "array[int]":
    raw = [
        sum(
            _struck(chime, note, at / RATE - begin)
            for note, begin in zip(chime.notes, (0.0, SECOND_NOTE), strict=True)
        )
        for at in range(round(SECONDS * RATE))
    ]
    loudest = max(map(abs, raw))
    return array(
        "h",
        [round(32_767 * chime.peak * value / loudest * _ending(at / RATE)) for at, value in enumerate(raw)],
    )


def _struck(chime: Chime, note: float, since: float) -> float:
    if since < 0:
        return 0.0
    rise = 1.0 if since >= chime.attack else 0.5 - 0.5 * math.cos(math.pi * since / chime.attack)
    return rise * sum(
        strength * math.exp(-since / lasting) * math.sin(2 * math.pi * note * above * since)
        for above, strength, lasting in PARTIALS
    )


def _ending(at: float) -> float:
    left = SECONDS - at
    return 1.0 if left >= FADE_OUT else 0.5 - 0.5 * math.cos(math.pi * left / FADE_OUT)


def main() -> None:
    for name, chime in CHIMES.items():
        samples = samples_of(chime)
        if sys.byteorder == "big":
            samples.byteswap()
        with wave.open(str(Path(__file__).with_name(name)), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())


if __name__ == "__main__":
    main()
