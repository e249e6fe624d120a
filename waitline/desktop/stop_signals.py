"""SIGTERM and SIGINT reach Qt's loop: Python alone would wait for the next event before it looks."""

import contextlib
import signal
import socket
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = (signal.SIGTERM, signal.SIGINT)


class StopSignals(QObject):
    """Calls `stop` on the UI thread when the program is asked to end. Made on the main thread."""

    def __init__(self, stop: Callable[[], None]) -> None:
        super().__init__()
        self._stop = stop
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._fd_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._before: dict[int, Any] = {number: signal.signal(number, self._caught) for number in SIGNALS}

    def close(self) -> None:
        """Give the signals back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _caught(self, number: int, frame: object) -> None:
        """Python must have a handler, or the signal ends the process; the work is done in `_woken`."""

    def _woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            if set(self._read.recv(64)) & set(SIGNALS):
                self._stop()
