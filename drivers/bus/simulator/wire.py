"""A wire that carries a byte at a time: two voices at once hurt each other."""

import heapq
from dataclasses import dataclass, field
from itertools import count

HOST = "host"


@dataclass(order=True, slots=True)
class _Coming:
    at: float
    order: int
    voice: str = field(compare=False)
    byte: int = field(compare=False)
    hurt: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Carried:
    """One byte that has come through: whose it was, and what is left of it."""

    at: float
    voice: str
    byte: int


class Wire:
    """`byte_s`: seconds a byte takes. Times are seconds of one steady clock, which the caller keeps."""

    def __init__(self, byte_s: float) -> None:
        self.byte_s = byte_s
        self.collisions = 0
        self._coming: list[_Coming] = []
        self._free_at: dict[str, float] = {}
        self._numbers = count()

    def say(self, voice: str, data: bytes, at: float) -> None:
        """This voice speaks from `at` on, or once it has said what it is saying."""
        begin = max(at, self._free_at.get(voice, 0.0))
        for place, byte in enumerate(data, 1):
            heapq.heappush(self._coming, _Coming(begin + place * self.byte_s, next(self._numbers), voice, byte))
        self._free_at[voice] = begin + len(data) * self.byte_s

    def next_at(self) -> float | None:
        """When the next byte will be through; None while nobody speaks."""
        return self._coming[0].at if self._coming else None

    def carried(self, now: float) -> list[Carried]:
        """The bytes that are through by `now`, in order."""
        found = []
        while self._coming and self._coming[0].at <= now:
            byte = heapq.heappop(self._coming)
            for other in self._coming:
                if other.voice != byte.voice and other.at < byte.at + self.byte_s:
                    byte.hurt = other.hurt = True
            if byte.hurt:
                self.collisions += 1
            # two drivers against each other leave neither's byte
            found.append(Carried(byte.at, byte.voice, (byte.byte ^ 0x5A) if byte.hurt else byte.byte))
        return found
