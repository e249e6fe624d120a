"""The book of numbers given out of touch: two files with the same contents, on the disk before a number is shown.

Numbers are written one after another into rooms of a fixed size, in place, first in one file, then in the other.
A write that is cut short can spoil one file's room only, and that number has been shown to nobody. Any damage to
one file alone loses nothing; it is mended from the other when the spool is opened.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from .errors import SpoolFull, SpoolInUse, SpoolUnusable
from .record import BLOCK, Progress, Record, Slip, progress_block, progress_of, record_block, record_of
from .spool_file import SpoolFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from waitline.model.ticket import PaperNumber

logger = logging.getLogger(__name__)

ROOMS: Final = 1_000
"""A day of numbers, and two files of a megabyte."""
FILES: Final = ("numbers-1.spool", "numbers-2.spool")


class Spool:
    """For any number of threads of one program. Opening and writing wait for the disk.

    Raises `SpoolInUse` when another program has it, `SpoolUnusable` when the disk refuses.
    """

    def __init__(self, folder: Path, rooms: int = ROOMS) -> None:
        self._rooms = rooms
        self._busy = threading.RLock()
        self._files: list[SpoolFile] = []
        self._records: dict[int, Record] = {}
        self._progress: dict[int, Progress] = {}
        self._held: set[int] = set()
        self._last = 0
        self.unreadable: tuple[int, ...] = ()
        """Places of numbers that were given and can be read in neither file."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name in FILES:
                self._files.append(SpoolFile(folder / name, rooms * 2))
            self._read([file.read() for file in self._files])
        except BlockingIOError as error:
            self.close()
            raise SpoolInUse(reason="locked") from error
        except OSError as error:
            self.close()
            raise SpoolUnusable(reason=error.strerror or type(error).__name__) from error

    def close(self) -> None:
        with self._busy:
            for file in self._files:
                file.close()
            self._files.clear()

    # --- giving -----------------------------------------------------------------------------------------

    def add(self, day: str, paper: PaperNumber) -> Record:
        """One more number, on the disk in both files. Raises `SpoolFull` and `SpoolUnusable`: nothing counts."""
        with self._busy:
            place = self._last + 1
            before = self._in_room_of(place)
            if before is not None and not self._progress[before.place].handed:
                raise SpoolFull(most=self._rooms)
            record = Record(place=place, day=day, paper=paper)
            self._write(2 * self._room(place), record_block(record))
            if before is not None:
                self._forget(before.place)
            self._take_in(record, None)
            return record

    def by_request(self, request: str) -> Record | None:
        """The number that was given for a request, not yet handed over."""
        return next((record for record in self.pending() if record.paper.request == request), None)

    def last_number(self, series: str, day: str) -> int | None:
        """The highest number of a series that this spool gave on a day."""
        with self._busy:
            found = [r.paper.number for r in self._records.values() if (r.paper.series, r.day) == (series, day)]
        return max(found, default=None)

    def last_at(self) -> int:
        """When the newest number was given, 0 when there is none."""
        with self._busy:
            return max((record.paper.issued_at for record in self._records.values()), default=0)

    # --- what comes of them -----------------------------------------------------------------------------

    def pending(self) -> list[Record]:
        """Not yet handed over, in the order in which they were given."""
        with self._busy:
            return [self._records[place] for place in sorted(self._records) if not self._progress[place].handed]

    def progress(self, place: int) -> Progress:
        with self._busy:
            return self._progress[place]

    def move(self, place: int, may: Callable[[Progress], bool] = lambda _: True, **changes: Any) -> bool:
        """Note how far a number is, in both files on the disk; False and nothing where it `may` not."""
        with self._busy:
            before = self._progress[place]
            if not may(before):
                return False
            after = replace(before, turn=before.turn + 1, **changes)
            self._write(2 * self._room(place) + 1, progress_block(after))
            self._progress[place] = after
            return True

    def hold(self, place: int) -> bool:
        """Keep the slip of a number from being printed here; False while it is in the printer."""
        with self._busy:
            if self._progress[place].slip is Slip.SENT:
                return False
            self._held.add(place)
            return True

    def release(self, place: int) -> None:
        with self._busy:
            self._held.discard(place)

    def is_held(self, place: int) -> bool:
        return place in self._held

    # --- rooms ------------------------------------------------------------------------------------------

    def _room(self, place: int) -> int:
        return (place - 1) % self._rooms

    def _in_room_of(self, place: int) -> Record | None:
        """The number that has the room of `place` now."""
        room = self._room(place)
        return next((record for record in self._records.values() if self._room(record.place) == room), None)

    def _forget(self, place: int) -> None:
        del self._records[place], self._progress[place]

    def _take_in(self, record: Record, progress: Progress | None) -> None:
        """Progress of the number that had the room before is none of this one's."""
        slip = Slip.NONE if record.paper.printer is None else Slip.QUEUED
        fresh = Progress(place=record.place, slip=slip)
        self._records[record.place] = record
        self._progress[record.place] = progress if progress and progress.place == record.place else fresh
        self._last = max(self._last, record.place)

    def _write(self, block: int, data: bytes) -> None:
        try:
            for file in self._files:
                file.write(block, data)
        except OSError as error:
            raise SpoolUnusable(reason=error.strerror or type(error).__name__) from error
        if not self._files:
            raise SpoolUnusable(reason="closed")

    def _read(self, sides: list[bytes]) -> None:
        for room in range(self._rooms):
            blocks = [_blocks(side, room) for side in sides]
            records = [record_of(block[0]) for block in blocks]
            steps = [progress_of(block[1]) for block in blocks]
            record = max((r for r in records if r is not None), key=lambda r: r.place, default=None)
            if record is None:
                continue
            progress = max((s for s in steps if s is not None), key=lambda s: (s.place, s.turn), default=None)
            self._take_in(record, progress)
            if records.count(record) < len(records):
                self._write(2 * room, record_block(record))
            if progress is not None and steps.count(progress) < len(steps):
                self._write(2 * room + 1, progress_block(progress))
        self._look_for_damage(sides)

    def _look_for_damage(self, sides: list[bytes]) -> None:
        """Two files spoilt at the same room: what lay there cannot be read, and its number is not given again."""
        first = max(1, self._last - self._rooms + 1)
        lost = [place for place in range(first, self._last + 1) if place not in self._records]
        following = self._last + 1
        blocks = [_blocks(side, self._room(following))[0] for side in sides]
        if all(record_of(block) is None and any(block) for block in blocks):
            lost.append(following)
            self._last = following
        self.unreadable = tuple(lost)
        if lost:
            logger.error("spool_damaged", extra={"places": lost})


def _blocks(side: bytes, room: int) -> tuple[bytes, bytes]:
    """The record's and the progress's block of a room; short ones where the file has been cut off."""
    at = 2 * room * BLOCK
    return side[at : at + BLOCK], side[at + BLOCK : at + 2 * BLOCK]
