"""How bytes reach a printer and come back, whatever the cable."""

import threading
import time
from typing import Protocol


class CableListener(Protocol):
    """Whoever owns the talk. Both methods are called on the transport's own thread and must return at once."""

    def on_byte(self, byte: int, at: float) -> None:
        """One byte came at `at` (seconds, monotonic)."""

    def on_link(self, *, up: bool) -> None:
        """The cable is there (again), or went away."""


class Watch(Protocol):
    """The clock that deadlines are kept by."""

    def now(self) -> float:
        """Seconds since some beginning; never backwards."""
        ...

    def wait(self, news: threading.Condition, seconds: float) -> None:
        """Until `news`, which is held, is told; at most so long."""


class WallWatch:
    """Real time."""

    def now(self) -> float:
        return time.monotonic()

    def wait(self, news: threading.Condition, seconds: float) -> None:
        news.wait(seconds)


class Transport(Protocol):
    """One cable with one owner. It opens late and by itself, and comes back by itself."""

    @property
    def port_id(self) -> str:
        """The stable name of the port, for settings and for people."""
        ...

    @property
    def is_up(self) -> bool: ...

    def start(self, listener: CableListener) -> None:
        """Begin to open the port and to listen; returns at once."""

    def write(self, data: bytes, *, seconds: float) -> None:
        """Hand over all of `data` within `seconds`, or raise `CableAway` or `CableStalled`.

        The error's fact `sent` is 0 where it is certain that nothing left this machine.
        """

    def discard_unsent(self) -> None:
        """Throw away what is still waiting on this side of the cable."""

    def close(self) -> None:
        """Let the port go and end the thread; may be called twice."""
