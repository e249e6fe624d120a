"""One voice a computer: which of its displays speaks, and whose turn it is at the loudspeaker.

Displays of the same counters and languages would say the same: one has the seat and speaks, the others stand by.
Displays of other counters, as of another floor, have a seat of their own and take turns; what several of them show
is said by the one whose turn it is, and by no other that would say it in no further language. Seat and turn end
with their process, and are lost by one that hangs.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from typing import TYPE_CHECKING, Final

from .announcer import Heard
from .living_lock import LivingLock
from .turn_queue import Queue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from waitline.views.board import BoardCall

logger = logging.getLogger(__name__)

_REMEMBERED: Final = 80
"""Calls that were said lately: more than are said while one waits for its turn, and no more than a note holds."""


class Seat(LivingLock):
    """The right to speak for `counters` in `voice`, a display's languages, on this computer, and how far whoever
    has it has come."""

    def __init__(
        self,
        folder: Path,
        counters: Iterable[str],
        voice: Iterable[str],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        same = "\0\0".join("\0".join(sorted(words)) for words in (counters, voice))
        key = hashlib.sha256(same.encode()).hexdigest()[:12]
        super().__init__(folder / f"speaker-{key}.lock", clock=clock)
        self._kept: Heard | None = None

    def heard(self) -> Heard | None:
        """How far the display before has come; None where nobody has told."""
        try:
            found = json.loads(self.note() or "null")
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
            self.leave(json.dumps({"seq": heard.seq, "waiting": heard.waiting}))
        except OSError as error:
            logger.warning("seat_unwritten", extra={"why": str(error)})


class Turn(LivingLock):
    """The right to speak now, had by one display of this computer, and what its loudspeaker has said lately."""

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(folder / "loudspeaker.lock", clock=clock)
        self._queue = Queue(folder / "loudspeaker.queue")

    def take(self) -> bool:
        """See `LivingLock`; whoever has waited longest comes first."""
        if self.had:
            return True
        if self._queue.is_first() and super().take():
            self._queue.leave()
            return True
        self._queue.stand()
        return False

    def want_no_more(self) -> None:
        """There is nothing to say: others need not wait for this one."""
        self._queue.leave()

    def said(self, voice: Iterable[str]) -> frozenset[tuple[int, int]]:
        """Place in the journal and moment of each call to which `voice`, a display's languages, would add nothing;
        none where nobody has told."""
        wanted = set(voice)
        return frozenset((seq, at) for seq, at, languages in self._said() if wanted <= set(languages.split()))

    def says(self, call: BoardCall, voice: Iterable[str]) -> None:
        """This call is being said by a display of these languages; for whoever has the turn."""
        said = [*self._said(), (call.seq, int(call.at), " ".join(voice))]
        try:
            self.leave(json.dumps(said[-_REMEMBERED:], separators=(",", ":")))
        except OSError as error:
            logger.warning("turn_unwritten", extra={"why": str(error)})

    def _said(self) -> list[tuple[int, int, str]]:
        try:
            return [(int(seq), int(at), str(voice)) for seq, at, voice in json.loads(self.note() or "[]")]
        except (OSError, ValueError, TypeError) as error:
            logger.warning("turn_unreadable", extra={"why": str(error)})
            return []
