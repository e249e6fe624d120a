"""Where a display writes down what it has shown, for its next start: a small file in the office's state."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any, Final

from .lock import Lock
from .showing import ShownSoFar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

logger = logging.getLogger(__name__)

ALIKE_AT_MOST: Final = 8
"""So many programs of one display and the same counters may run at one computer, each with a file of its own."""
_WAITING_AT_MOST: Final = 300
"""As many as one note has room for: more than a board knows calls."""


class ShownNote:
    """The note of the display `display` of `counters`: the first that no other living program writes."""

    def __init__(self, folder: Path, display: str, counters: Iterable[str]) -> None:
        key = hashlib.sha256("\0".join((display, *sorted(counters))).encode()).hexdigest()[:12]
        self._locks = [Lock(folder / f"shown-{key}-{number}") for number in range(1, ALIKE_AT_MOST + 1)]
        self._lock: Lock | None = None

    def take(self) -> ShownSoFar | None:
        """Have the note, and read what the program before has left: nothing at the first start, nor from a damaged
        note."""
        self._lock = next((one for one in self._locks if one.take()), None)
        if self._lock is None:
            return None
        try:
            found = json.loads(self._lock.note() or "null")
            return None if found is None else _shown(found)
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
            logger.warning("shown_note_unreadable", extra={"why": str(error)})
            return None

    def write(self, shown: ShownSoFar) -> None:
        """In one piece: a program that is killed leaves the note before or this one. Raises `OSError`."""
        if self._lock is not None:
            waiting = shown.waiting[:_WAITING_AT_MOST]
            note = {"seq": shown.seq, "waiting": waiting, "standing": shown.standing}
            self._lock.leave(json.dumps(note, separators=(",", ":")))

    def give_back(self) -> None:
        if self._lock is not None:
            self._lock.give_back()


def _shown(found: dict[str, object]) -> ShownSoFar:
    return ShownSoFar(
        seq=_whole(found["seq"]),
        waiting=tuple(_whole(seq) for seq in _several(found["waiting"])),
        standing=tuple(
            (_whole(seq), _seconds(stood)) for seq, stood in map(_several, _several(found["standing"]))
        ),
    )


def _several(found: object) -> list[Any]:
    if not isinstance(found, list):
        raise TypeError(f"no list: {found!r}")
    return found


def _whole(found: object) -> int:
    if not isinstance(found, int) or found < 0:
        raise TypeError(f"no place in the journal: {found!r}")
    return found


def _seconds(found: object) -> float:
    if not isinstance(found, int | float) or not found >= 0:
        raise TypeError(f"no seconds: {found!r}")
    return float(found)
