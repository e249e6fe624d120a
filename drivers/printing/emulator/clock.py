"""Two clocks for the emulator: the real one, which keeps the wire's pace, and one that is turned by the bytes."""

import time
from typing import Protocol


class Clock(Protocol):
    def now(self) -> float:
        """Seconds since some beginning."""
        ...

    def wait_until(self, at: float) -> float:
        """How many real seconds to wait until it is `at`; a turned clock jumps there and says none."""
        ...


class RealClock:
    def now(self) -> float:
        return time.monotonic()

    def wait_until(self, at: float) -> float:
        return max(0.0, at - time.monotonic())


class TurnedClock:
    """Shows the time that the bytes would have taken, and takes none."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        return self._now

    def wait_until(self, at: float) -> float:
        self._now = max(self._now, at)
        return 0.0
