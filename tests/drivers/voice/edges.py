"""Where the words of a joined sentence meet, and whether it clicks there."""

from array import array
from itertools import pairwise

from drivers.voice.sound import RATE

QUIET = 60  # of 32,768: what a hall's noise hides


def joins(samples: "array[int]") -> list[tuple[int, int]]:
    """Where words meet: from the last audible sample before 60 ms of nothing at all to the next audible one."""
    moving = [at for at, sample in enumerate(samples) if sample]
    gaps = [(one, other) for one, other in pairwise(moving) if other - one > 0.06 * RATE]
    return [
        (
            next(at for at in range(a, 0, -1) if abs(samples[at]) > QUIET),
            next(at for at in range(b, len(samples)) if abs(samples[at]) > QUIET),
        )
        for a, b in gaps
    ]


def biggest_jump_at_the_edges_of_silence(samples: "array[int]", begin: int, end: int) -> int:
    """Within half a millisecond of true silence: a click is a jump there, a consonant is none."""
    nothing = [at for at in range(begin, end) if samples[at] == 0 == samples[at + 1]]
    edges = (samples[nothing[0] - 11 : nothing[0] + 2], samples[nothing[-1] : nothing[-1] + 13])
    return max(abs(b - a) for edge in edges for a, b in pairwise(edge))
