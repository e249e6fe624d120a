"""Who has waited longest, among processes of one computer: each has a file that says since when, and lives.

Nobody keeps the order for the others. A file whose time is not now is one of a process that ended or hangs, and
counts for nothing; so a clock that is set costs fairness for a second, and no turn.
"""

from __future__ import annotations

import logging
import os
import time
from itertools import count
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)

LIVES_S: Final = 1.0
"""Whoever waits shows itself many times a second."""
_REMOVED_S: Final = 60.0
_NUMBERS: Final = count()


class Queue:
    """This process's place in the queue of `folder`. Where nothing can be written everybody is first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own: Path | None = None

    def is_first(self) -> bool:
        """Whether nobody who lives has waited longer."""
        own = "~" if self._own is None else self._own.name  # behind every number
        return all(name >= own for name in self._living())

    def stand(self) -> None:
        """Wait, or show that this one still waits."""
        if self._own is None:
            self._own = self._folder / f"{time.monotonic_ns():020d}-{os.getpid()}-{next(_NUMBERS)}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._own.touch()
        except OSError as error:
            logger.warning("no_place_in_queue", extra={"why": str(error)})

    def leave(self) -> None:
        """Wait no more; once is enough, twice does no harm."""
        own, self._own = self._own, None
        if own is not None:
            _remove(own)

    def _living(self) -> Iterator[str]:
        try:
            found = list(self._folder.iterdir())
        except OSError:  # nobody has ever waited
            return
        for file in found:
            try:
                ago_s = abs(time.time() - file.stat().st_mtime)
            except OSError:  # it has left meanwhile
                continue
            if ago_s <= LIVES_S:
                yield file.name
            elif ago_s > _REMOVED_S:
                _remove(file)


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("place_in_queue_stays", extra={"why": str(error)})
