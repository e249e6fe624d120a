"""A file that one process of this computer has at a time, with a note for whoever has it next."""

import logging
import os
from pathlib import Path
from typing import Final

from waitline.file_lock import lock

logger = logging.getLogger(__name__)

_BINARY: Final = getattr(os, "O_BINARY", 0)
_LOCKED: Final = 1
"""The first byte is the lock's alone: on Windows nobody else may read it."""
_ROOM: Final = 4096


class Lock:
    """Had by one process at a time. A computer that keeps no locks is told once, and everybody has it there:
    two voices are better than none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._keeps_no_locks = False

    @property
    def had(self) -> bool:
        return self._file is not None or self._keeps_no_locks

    def take(self) -> bool:
        """Have it, unless somebody else does."""
        if self.had:
            return True
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        except OSError as error:
            return self._without(error)
        try:
            lock(file)
        except BlockingIOError:
            os.close(file)
            return False
        except OSError as error:
            os.close(file)
            return self._without(error)
        self._file = file
        return True

    def give_back(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def note(self) -> str:
        """What whoever had it before has left; for whoever has it."""
        if self._file is None:
            return ""
        os.lseek(self._file, _LOCKED, os.SEEK_SET)
        return os.read(self._file, _ROOM).decode(errors="replace").strip()

    def note_of_another(self) -> str:
        """What whoever has it has noted. Raises `OSError`."""
        with self._path.open("rb") as file:
            file.seek(_LOCKED)
            return file.read(_ROOM).decode(errors="replace").strip()

    def leave(self, note: str) -> None:
        """Write the note; in one piece, so that a process that is killed leaves the one before or this one."""
        if self._file is not None:
            os.lseek(self._file, _LOCKED, os.SEEK_SET)
            os.write(self._file, note.encode().ljust(_ROOM))

    def _without(self, error: OSError) -> bool:
        logger.error("no_lock", extra={"file": str(self._path), "why": str(error)})
        self._keeps_no_locks = True
        return True
