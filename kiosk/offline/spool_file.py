"""One of the spool's two files: of a fixed size, written in place, block by block."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from waitline.file_lock import lock
from waitline.on_disk import sync_folder

from .record import BLOCK

if TYPE_CHECKING:
    from pathlib import Path

_BINARY: Final = getattr(os, "O_BINARY", 0)


class SpoolFile:
    """Blocks by their number. All its room is taken from the disk when it is made: later there is always enough.

    Every method raises `OSError`.
    """

    def __init__(self, path: Path, blocks: int) -> None:
        self._size = blocks * BLOCK
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        try:
            lock(self._file)
            self._take_room(path)
        except BaseException:
            os.close(self._file)
            raise

    def _take_room(self, path: Path) -> None:
        """Written out, not only promised: a file with holes fills the disk when it is least wanted."""
        missing = self._size - os.fstat(self._file).st_size
        if missing <= 0:
            return
        os.lseek(self._file, 0, os.SEEK_END)
        zeros = bytes(1 << 16)
        while missing > 0:
            missing -= os.write(self._file, zeros[: min(missing, len(zeros))])
        os.fsync(self._file)
        sync_folder(path.parent)

    def read(self) -> bytes:
        """The whole file."""
        os.lseek(self._file, 0, os.SEEK_SET)
        found = bytearray()
        while len(found) < self._size and (more := os.read(self._file, self._size - len(found))):
            found += more
        return bytes(found)

    def write(self, block: int, data: bytes) -> None:
        """On the disk when this returns."""
        os.lseek(self._file, block * BLOCK, os.SEEK_SET)
        written = 0
        while written < len(data):
            written += os.write(self._file, data[written:])
        os.fsync(self._file)

    def close(self) -> None:
        os.close(self._file)
