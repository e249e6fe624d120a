"""Which file is shown next: in order, at its times, leaving out what cannot be shown. No file is opened here."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from waitline.model.media import MediaFile, MediaSetup, Trouble, trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

logger = logging.getLogger(__name__)

AGAIN_AFTER_S: Final = 3600.0
"""A file that could not be shown is tried again after so long, or once it was changed: a disk may be away."""


class Programme:
    """`clock` counts seconds and never goes back."""

    def __init__(self, setup: MediaSetup, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._items = setup.items
        self._files: tuple[MediaFile, ...] = ()
        self._left_out: dict[MediaFile, float] = {}
        self._told_of: set[str] = set()
        self._shown: str | None = None
        self._was_there: int | None = None

    def found(self, files: Iterable[MediaFile] | None) -> None:
        """What a look into the folder has found; None: there is no folder now."""
        there = files is not None
        self._files = self._in_order(tuple(files or ()))
        if there:  # what is away with its folder is no news when it is back
            self._left_out = {one: at for one, at in self._left_out.items() if one in self._files}
            self._tell_what_is_missing()
        count = len(self._files) if there else -1
        if count != self._was_there:
            self._was_there = count
            logger.info("media_found", extra={"files": max(0, count), "folder": "there" if there else "missing"})
        for file in self._files:
            trouble = trouble_of(file)
            if trouble is not None:
                self.leave_out(file, trouble, f"{file.size} bytes")

    def any_at(self, minute: int) -> bool:
        """Whether there is something to show at this minute after midnight."""
        return any(self._may(file, minute) for file in self._files)

    def next_at(self, minute: int) -> MediaFile | None:
        """What comes after the last one, round and round; None: nothing."""
        names = [file.name for file in self._files]
        after = names.index(self._shown) + 1 if self._shown in names else self._after_a_lost_one()
        for file in (*self._files[after:], *self._files[:after]):
            if self._may(file, minute):
                self._shown = file.name
                return file
        return None

    def leave_out(self, file: MediaFile, trouble: Trouble, why: str) -> None:
        """It cannot be shown: said once for as long as it stays as it is."""
        if file not in self._left_out:
            logger.warning("media_skipped", extra={"file": file.name, "why": trouble.value, "detail": why})
        self._left_out[file] = self._clock()

    def _in_order(self, files: tuple[MediaFile, ...]) -> tuple[MediaFile, ...]:
        if not self._items:
            return files
        places = {item.file: place for place, item in reversed(tuple(enumerate(self._items)))}
        return tuple(sorted((one for one in files if one.name in places), key=lambda one: places[one.name]))

    def _after_a_lost_one(self) -> int:
        """Where the last one stood that is not there any more."""
        if self._items or self._shown is None:
            return 0
        return sum(file.name < self._shown for file in self._files)

    def _may(self, file: MediaFile, minute: int) -> bool:
        left_out = self._left_out.get(file)
        if left_out is not None and (trouble_of(file) or self._clock() - left_out < AGAIN_AFTER_S):
            return False
        times = [item.hours for item in self._items if item.file == file.name]
        return not times or any(hours is None or hours.holds(minute) for hours in times)

    def _tell_what_is_missing(self) -> None:
        missing = {item.file for item in self._items} - {file.name for file in self._files}
        for name in sorted(missing - self._told_of):
            logger.warning(
                "media_skipped", extra={"file": name, "why": Trouble.GONE.value, "detail": "in the list"}
            )
        self._told_of = missing
