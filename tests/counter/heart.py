"""A beat in the thread that draws: how long that thread ever kept a key waiting."""

import gc
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

EVERY_MS = 10


class Heart:
    """Beats from now on, in the thread that makes it.

    `told` hears the gap before every beat, and how much of it the thread stood in line for a core (seconds).
    What was thrown away before is swept first: earlier tests leave enough for a pause of half a second.
    """

    def __init__(self, told: Callable[[float, float], object]) -> None:
        gc.collect()
        self._told = told
        self._line = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._last, self._stood = time.monotonic(), self._stood_in_line()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now, stood = time.monotonic(), self._stood_in_line()
        self._told(now - self._last, stood - self._stood)
        self._last, self._stood = now, stood

    def _stood_in_line(self) -> float:
        if os.name != "posix" or not self._line.exists():
            return 0.0
        return int(self._line.read_text().split()[1]) / 1e9
