"""How long something took by itself: while it stood in line for a core, others worked, and that is not its fault.

A bar of the product is a promise for a machine that is there for it. On a free machine nobody stands in line, and
these seconds are those of the clock on the wall; a wait that the product itself makes counts in full anywhere.
Linux tells the standing in line; elsewhere every second counts.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self


class OwnTime:
    """A watch over this process with all its threads, from now on."""

    def __init__(self) -> None:
        self._pid, self._began = os.getpid(), time.monotonic()
        self._stood = _stood_in_line(self._pid)

    @classmethod
    def of_all_of(cls, pid: int, began: float) -> Self:
        """A watch over another process since its beginning, by `time.monotonic`."""
        watch = cls()
        watch._pid, watch._began, watch._stood = pid, began, 0.0
        return watch

    def seconds(self) -> float:
        """What has passed, less what the process's threads stood in line."""
        stood = _stood_in_line(self._pid) - self._stood
        return max(0.0, time.monotonic() - self._began - stood)


def _stood_in_line(pid: int) -> float:
    """Seconds in which threads that live now could have run, had there been a core for them."""
    nanoseconds = 0
    for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            nanoseconds += int(thread.read_text().split()[1])
        except OSError:  # it has ended meanwhile
            continue
    return nanoseconds / 1e9


def shortest(measure: Callable[[], float], bar: float, tries: int = 3) -> float:
    """The shortest of at most so many measures, none made after one has kept the bar.

    For what several processes do together: other work may spoil one of them, what is always slow stays so.
    """
    took = measure()
    for _ in range(tries - 1):
        if took <= bar:
            break
        took = min(took, measure())
    return took
