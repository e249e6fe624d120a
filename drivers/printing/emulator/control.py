"""Orders to a running emulator: from its own process, or as words written into a named pipe."""

import contextlib
import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

from drivers.printing.errors import UnknownFault


@dataclass(slots=True)
class Order:
    """Words to obey; `done` is set when they are, with the refusal if they were not understood."""

    words: str
    done: threading.Event = field(default_factory=threading.Event)
    refusal: UnknownFault | None = None


class ControlChannel:
    """A pipe that wakes the emulator's thread, and a FIFO at `path` if there is one: one order a line."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_read, False)
        os.set_blocking(self._wake_write, False)
        self._fifo: int | None = None
        self._half = b""
        if path is not None:
            path.unlink(missing_ok=True)
            os.mkfifo(path, 0o600)
            self._fifo = os.open(path, os.O_RDWR | os.O_NONBLOCK)  # our own writer: no end of file between orders

    @property
    def descriptors(self) -> tuple[int, ...]:
        return (self._wake_read,) if self._fifo is None else (self._wake_read, self._fifo)

    def wake(self) -> None:
        with contextlib.suppress(BlockingIOError):  # a full pipe: it is awake already
            os.write(self._wake_write, b"!")

    def read(self) -> list[str]:
        """The orders that came in since the last time."""
        _drain(self._wake_read)
        if self._fifo is None:
            return []
        *lines, self._half = (self._half + _drain(self._fifo)).split(b"\n")
        return [words for line in lines if (words := line.decode("utf-8", errors="replace").strip())]

    def close(self) -> None:
        for descriptor in (*self.descriptors, self._wake_write):
            os.close(descriptor)
        if self._path is not None:
            self._path.unlink(missing_ok=True)


def _drain(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except BlockingIOError:
        return b""
