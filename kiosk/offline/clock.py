"""The office's time while the office cannot be asked: what it last said, and what has passed since.

What has passed is told by the machine's own monotonic clock, sleep included, never by the PC's wall clock. That
holds for a program started again too, as long as the machine itself ran on. After the machine was off, only its
wall clock knows for how long: then the office's time is what it last said and what passed on the wall since, and
never back before a moment that is known to have been.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from waitline.model.clock import SECOND, Instant

from .kept_file import keep, kept

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

KEEP_EVERY_S: Final = 60.0
BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """The machine's clocks. `passed`: seconds since some moment of this `boot`; `wall`: seconds since 1970."""

    passed: Callable[[], float]
    wall: Callable[[], float]
    boot: str


def this_machine() -> Machine:
    """Where the system does not name its boots, the moment of the boot does, to the minute or so."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)  # `monotonic` stands still on Linux while the machine sleeps

    def passed() -> float:
        return time.monotonic() if boottime is None else time.clock_gettime(boottime)

    try:
        boot = BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        boot = f"about {round((time.time() - passed()) / 60)}"
    return Machine(passed=passed, wall=time.time, boot=boot)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """The office's clock said `at` (ms) when the machine's clocks said the others (s)."""

    at: int
    passed: float
    wall: float
    boot: str


class OfficeClock:
    """For any thread; kept in `path`."""

    def __init__(self, path: Path, machine: Machine) -> None:
        self._path = path
        self._machine = machine
        self._busy = threading.Lock()
        self._kept_at = float("-inf")
        self._mark = self._recalled()

    def told(self, at: Instant) -> None:
        """The office says what time it is. Kept on the disk once a minute."""
        machine = self._machine
        mark = _Mark(at=at, passed=machine.passed(), wall=machine.wall(), boot=machine.boot)
        with self._busy:
            self._mark = mark
            due = mark.passed - self._kept_at >= KEEP_EVERY_S
        if due and keep(self._path, asdict(mark)):
            self._kept_at = mark.passed

    def now(self, *, not_before: int = 0) -> Instant | None:
        """None when the office has never been heard of on this machine."""
        with self._busy:
            mark = self._mark
        if mark is None:
            return None
        passed = max(0.0, self._machine.passed() - mark.passed)
        return Instant(max(not_before, mark.at + round(passed * SECOND)))

    def _recalled(self) -> _Mark | None:
        found = kept(self._path)
        if found is None:
            return None
        try:
            mark = _Mark(
                at=int(found["at"]),
                passed=float(found["passed"]),
                wall=float(found["wall"]),
                boot=str(found["boot"]),
            )
            machine, passed = self._machine, self._machine.passed()
            if mark.boot == machine.boot and passed >= mark.passed:
                return mark
            off = max(0.0, machine.wall() - mark.wall)
            logger.info("office_time_from_wall_clock", extra={"off_s": round(off)})
            return _Mark(at=mark.at + round(off * SECOND), passed=passed, wall=machine.wall(), boot=machine.boot)
        except (KeyError, TypeError, ValueError) as error:
            logger.warning("kept_time_unreadable", extra={"why": str(error)})
            return None
