"""A lock that is lost by whoever hangs: had by one process, as long as it shows signs of life.

A process that ends loses it at once, by the system. One that hangs keeps its file locked; whoever waits for it
then goes on to the next file, and the hung one, awake again, sees that it has lost. The sign of life is the
file's time.
"""

from __future__ import annotations

import logging
import os
import time
from typing import TYPE_CHECKING, Final

from .lock import Lock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

logger = logging.getLogger(__name__)

BEAT_S: Final = 1.0
"""So often whoever has it says that it lives."""
HANGS_S: Final = 7.0
"""A process without a sign of life for so long hangs, as one sees it who looked all the while."""
_LOOKED_AWAY_S: Final = 2.0
"""Of a longer pause between two looks only so much counts: whoever slept as well has seen nothing."""


class LivingLock:
    """`clock` counts seconds and never goes back."""

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._clock = clock
        self._number = 0
        self._lock = Lock(path)
        self._seen: tuple[int, int] | None = None
        self._looked = self._quiet_s = 0.0

    @property
    def had(self) -> bool:
        """Whether this process has it still."""
        return self._lock.had and self._newest() == self._number

    def take(self) -> bool:
        """Have it, unless somebody else does who lives."""
        if self.had:
            return True
        self._go_to(self._newest())
        if not self._lock.take():
            return self._hangs() and self._take_over()
        if self._newest() != self._number:
            self._lock.give_back()
            return False
        self.beat()
        return True

    def beat(self) -> None:
        """Say that this process lives, if it has it."""
        if not self.had:
            return
        try:
            os.utime(self._file(self._number))
        except OSError as error:
            logger.warning("no_sign_of_life", extra={"why": str(error)})

    def give_back(self) -> None:
        self._lock.give_back()

    def note(self) -> str:
        """What was noted last; for whoever has it. Raises `OSError`."""
        return self._lock.note()

    def leave(self, note: str) -> None:
        """See `Lock.leave`; whoever has lost it notes nothing. Raises `OSError`."""
        if self.had:
            self._lock.leave(note)

    def _hangs(self) -> bool:
        """Whether the one who has it has shown no sign of life for too long, while this process was looking."""
        try:
            seen = self._number, self._file(self._number).stat().st_mtime_ns
        except OSError as error:
            logger.warning("no_sign_of_life", extra={"why": str(error)})
            return False
        now = self._clock()
        quiet = seen == self._seen
        self._quiet_s = self._quiet_s + min(now - self._looked, _LOOKED_AWAY_S) if quiet else 0.0
        self._seen, self._looked = seen, now
        return self._quiet_s >= HANGS_S

    def _take_over(self) -> bool:
        """Of several who find out at once one gets the next file. The note goes along."""
        hung = self._lock
        self._go_to(self._number + 1)
        if not self._lock.take():
            return False
        logger.warning("another_display_hangs", extra={"lock": self._path.name, "for_s": round(self._quiet_s)})
        try:
            self._lock.leave(hung.note_of_another())
            for number in range(self._number):
                self._file(number).unlink(missing_ok=True)
        except OSError as error:  # on Windows an open file stays: the next one who has it tries again
            logger.info("hung_lock_stays", extra={"why": str(error)})
        return True

    def _go_to(self, number: int) -> None:
        self._lock.give_back()
        if number != self._number:
            self._number, self._lock = number, Lock(self._file(number))

    def _newest(self) -> int:
        """The number of the file that counts: one more for everybody who hung."""
        begin = f"{self._path.name}."
        try:
            names = [one.name for one in self._path.parent.iterdir()]
        except OSError:  # no folder, no files: `Lock` makes it, or tells that it cannot
            return 0
        ends = [name.removeprefix(begin) for name in names if name.startswith(begin)]
        return max((int(end) for end in ends if end.isdecimal()), default=0)

    def _file(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}") if number else self._path
