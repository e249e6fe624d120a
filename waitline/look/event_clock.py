"""When an input event really happened, though it is handled late because the program was busy."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QObject


class EventClock(QObject):
    """Turns the time stamps of input events into `time.monotonic`.

    A stamp counts milliseconds from a start that each platform chooses; the event that came through quickest tells
    how far that is from our clock. A stamp is believed only as far as the program was really busy: an event has
    waited no longer than the turn of the event loop before this one and what has passed of this one. So a clock
    that is set, or stamps that stand still, never make a touch look old.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._offset = math.inf
        self._turn_began = self._turn_before = now()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self.turn)

    def turn(self) -> None:
        """The event loop begins another turn."""
        self._turn_before, self._turn_began = self._turn_began, self.now()

    def happened_at(self, stamp_ms: int) -> float:
        """When an event with this stamp happened; now, if the stamp tells nothing."""
        now = self.now()
        if stamp_ms == 0:
            return now
        self._offset = min(self._offset, now - stamp_ms / 1000)
        return max(stamp_ms / 1000 + self._offset, self._turn_before)
