"""The line between a kiosk and its office's Postgres: a real TCP proxy that can be cut, stopped and mended."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final

CHUNK: Final = 65_536
RESET: Final = struct.pack("ii", 1, 0)


class Line:
    """Listens on a port of this machine, passes on to the server's socket file. Close it in the end."""

    def __init__(self, server: Path) -> None:
        self._server = str(server)
        self._busy = threading.Lock()
        self._open = True
        self._left: int | None = None
        self._flowing = threading.Event()
        self._flowing.set()
        self._ends: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self._begin(self._answer)

    def cut(self) -> None:
        """Every connection is reset, and new ones are as soon as they are made."""
        with self._busy:
            self._open = False
            ends, self._ends = self._ends, []
        self._flowing.set()
        for end in ends:
            _reset(end)

    def cut_after(self, size: int) -> None:
        """Cut as soon as so many more bytes have passed, both ways together."""
        with self._busy:
            self._left = size

    def stop(self) -> None:
        """Nothing passes any more, and nobody is told."""
        self._flowing.clear()

    def mend(self) -> None:
        with self._busy:
            self._open, self._left = True, None
        self._flowing.set()

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self.cut()
        for thread in self._threads:
            thread.join(10)

    def _begin(self, work: object, *facts: object) -> None:
        thread = threading.Thread(target=work, args=facts, name="line to the office", daemon=True)  # type: ignore[arg-type] # any work
        self._threads.append(thread)
        thread.start()

    def _answer(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            far = socket.socket(socket.AF_UNIX)
            with self._busy:
                if not self._open:
                    _reset(near)
                    far.close()
                    continue
                try:
                    far.connect(self._server)
                except OSError:
                    _reset(near)
                    far.close()
                    continue
                self._ends += [near, far]
            self._begin(self._pass_on, near, far)
            self._begin(self._pass_on, far, near)

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(CHUNK):
                self._flowing.wait()
                allowed = self._allowed(len(data))
                other.sendall(data[:allowed])
                if allowed < len(data):
                    self.cut()
                    break
        for end in (one, other):
            _reset(end)

    def _allowed(self, size: int) -> int:
        with self._busy:
            if self._left is None:
                return size
            allowed = min(size, self._left)
            self._left -= allowed
            return allowed


def _reset(end: socket.socket) -> None:
    """As a proxy that is killed leaves its connections: the other side is told at once."""
    with suppress(OSError):
        if end.family == socket.AF_INET:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        end.shutdown(socket.SHUT_RDWR)
    end.close()
