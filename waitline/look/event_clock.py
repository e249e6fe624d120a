"""When an input event really happened, though it is handled late because the program was busy."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QObject
from PySide6.QtGui import QInputDevice, QInputEvent


class EventClock(QObject):
    """Turns the time stamps of input events into `time.monotonic`.

    A stamp counts milliseconds from a start that each platform chooses, for a mouse perhaps another than for a
    finger; of each kind of device the event that came through quickest tells how far that is from our clock. A
    stamp is believed only as far as the program was really busy: an event has waited no longer than the turn of
    the event loop before this one and what has passed of this one. So a clock that is set, or stamps that stand
    still, never make a touch look old.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._offsets: dict[QInputDevice.DeviceType, float] = {}
        self._turn_began = self._turn_before = now()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self.turn)

    def turn(self) -> None:
        """The event loop begins another turn."""
        self._turn_before, self._turn_began = self._turn_began, self.now()

    def happened_at(self, event: QInputEvent) -> float:
        """When an event happened; now, if its stamp tells nothing."""
        now, stamp = self.now(), event.timestamp() / 1000
        if stamp == 0:
            return now
        device = event.deviceType()
        self._offsets[device] = offset = min(self._offsets.get(device, math.inf), now - stamp)
        return max(stamp + offset, self._turn_before)
