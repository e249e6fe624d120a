"""One voice a computer: which of its displays speaks, and whose turn it is at the loudspeaker.

Displays of the same counters would say the same: one has the seat and speaks, the others stand by. Displays of
other counters, as of another floor, have a seat of their own and take turns. Both are locks that end with their
process.
"""

import hashlib
import json
import logging
from collections.abc import Iterable
from pathlib import Path

from .announcer import Heard
from .lock import Lock

logger = logging.getLogger(__name__)


class Seat:
    """The right to speak for `counters` on this computer, and how far whoever has it has come."""

    def __init__(self, folder: Path, counters: Iterable[str]) -> None:
        key = hashlib.sha256("\0".join(sorted(counters)).encode()).hexdigest()[:12]
        self._lock = Lock(folder / f"speaker-{key}.lock")
        self._kept: Heard | None = None

    @property
    def had(self) -> bool:
        return self._lock.had

    def take(self) -> bool:
        return self._lock.take()

    def give_back(self) -> None:
        self._lock.give_back()

    def heard(self) -> Heard | None:
        """How far the display before has come; None where nobody has told."""
        try:
            found = json.loads(self._lock.note() or "null")
            return None if found is None else Heard(seq=int(found["seq"]), waiting=tuple(found["waiting"]))
        except (OSError, ValueError, TypeError, KeyError) as error:
            logger.warning("seat_unreadable", extra={"why": str(error)})
            return None

    def keep(self, heard: Heard | None) -> None:
        """How far this display has come: for another process, so it need not be on the disk when this returns."""
        if heard is None or heard == self._kept:
            return
        self._kept = heard
        try:
            self._lock.leave(json.dumps({"seq": heard.seq, "waiting": heard.waiting}))
        except OSError as error:
            logger.warning("seat_unwritten", extra={"why": str(error)})
