"""How loud a clip is, after ITU-R BS.1770-4: K-weighted and gated, in LUFS.

The recommendation's blocks last 400 ms; a clip shorter than two of them is one block of its own length, so that
a spoken digit is compared with a sentence by what is heard while it lasts, and all of it counts.
"""

import math
from typing import Final

from .sound import FULL_SCALE, RATE, Sound

SILENT: Final = -70.0
_BLOCK: Final = 4  # tenths of a second
_TENTH: Final = RATE // 10
_OFFSET: Final = -0.691
_RELATIVE_GATE: Final = 10.0

Biquad = tuple[float, float, float, float, float]


def loudness(sound: Sound) -> float:
    """The integrated loudness in LUFS, `SILENT` where nothing is heard."""
    powers = _block_powers(_k_weighted_squares(sound))
    heard = [power for power in powers if _lufs(power) > SILENT]
    if not heard:
        return SILENT
    gate = _lufs(sum(heard) / len(heard)) - _RELATIVE_GATE
    kept = [power for power in heard if _lufs(power) > gate]
    return _lufs(sum(kept) / len(kept))


def _lufs(power: float) -> float:
    return _OFFSET + 10 * math.log10(power) if power > 0 else -math.inf


def _block_powers(squares: list[float]) -> list[float]:
    """Mean power of each block of 400 ms, one begun every 100 ms."""
    if len(squares) < 2 * _BLOCK * _TENTH:
        return [math.fsum(squares) / len(squares)] if squares else []
    tenths = [math.fsum(squares[at : at + _TENTH]) for at in range(0, len(squares) - _TENTH + 1, _TENTH)]
    length = _BLOCK * _TENTH
    return [math.fsum(tenths[at : at + _BLOCK]) / length for at in range(len(tenths) - _BLOCK + 1)]


def _k_weighted_squares(sound: Sound) -> list[float]:
    """Both filters in one pass: written out because this loop is all the cost of levelling a clip."""
    p0, p1, p2, p3, p4 = _SHELF
    q0, q1, q2, q3, q4 = _HIGH_PASS
    x1 = x2 = y1 = y2 = z1 = z2 = 0.0
    squares: list[float] = []
    keep = squares.append
    for sample in sound.samples():
        x = sample / FULL_SCALE
        y = p0 * x + p1 * x1 + p2 * x2 - p3 * y1 - p4 * y2
        z = q0 * y + q1 * y1 + q2 * y2 - q3 * z1 - q4 * z2
        x2, x1, y2, y1, z2, z1 = x1, x, y1, y, z1, z
        keep(z * z)
    return squares


def _shelf() -> Biquad:
    """The head's high shelf; analogue parameters as in libebur128, so that any sample rate may be used."""
    k = math.tan(math.pi * 1681.974450955533 / RATE)
    q = 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    a0 = 1 + k / q + k * k
    return (
        (high + band * k / q + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / q + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / q + k * k) / a0,
    )


def _high_pass() -> Biquad:
    k = math.tan(math.pi * 38.13547087602444 / RATE)
    q = 0.5003270373238773
    a0 = 1 + k / q + k * k
    return (1.0, -2.0, 1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0)


_SHELF: Final = _shelf()
_HIGH_PASS: Final = _high_pass()
