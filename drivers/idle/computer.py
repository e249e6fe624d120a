"""How long this computer has not been touched, for a screen that must not wait: it is looked up on a thread."""

import logging
import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Final

from .opening import Look, open_look

logger = logging.getLogger(__name__)
FRESH_S: Final = 1.0
"""So long an answer is believed, the time since added."""
ANSWERS_WITHIN_S: Final = 2.0
_ENDS_WITHIN_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class _Answer:
    at: float
    untouched_s: float


class ComputerIdle:
    """Costs nothing until it is asked; the thread begins then, and rests between two questions."""

    def __init__(self, open_look: Callable[[], Look] = open_look) -> None:
        """`open_look` is called on the thread; an OSError of it: this computer does not tell."""
        self._open = open_look
        self._answer: _Answer | None = None
        self._asked_at: float | None = None
        self._asked: SimpleQueue[bool] = SimpleQueue()
        """False: that we end."""
        self._thread: threading.Thread | None = None

    def untouched_s(self) -> float | None:
        """Seconds; None: it is being looked up, ask again; infinite where this computer does not tell."""
        now, answer = time.monotonic(), self._answer
        if answer is not None and now - answer.at < FRESH_S:
            return answer.untouched_s + now - answer.at
        if self._asked_at is None or (answer is not None and answer.at >= self._asked_at):
            self._ask(now)
        return math.inf if now - (self._asked_at or now) > ANSWERS_WITHIN_S else None

    def close(self) -> None:
        """End the thread."""
        if self._thread is not None:
            self._asked.put(False)
            self._thread.join(_ENDS_WITHIN_S)
            self._thread = None

    def _ask(self, now: float) -> None:
        self._asked_at = now
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="computer-idle", daemon=True)
            self._thread.start()
        self._asked.put(True)

    def _run(self) -> None:
        look: Look | None = None
        while self._asked.get():
            try:
                look = look or self._open()
                found = look()
            except OSError as error:
                logger.info("idle_not_told", extra={"cause": str(error)})
                look, found = None, math.inf
            self._answer = _Answer(time.monotonic(), found)
