"""What the microphone hears, piece after piece; that it is gone is said at once, and it comes back by itself."""

import base64
import logging
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from drivers.voice.sound import Sound
from waitline.desktop.line_child import LineChild

logger = logging.getLogger(__name__)

ANSWERS_WITHIN_MS: Final = 10_000
AGAIN_AFTER_MS: Final = 200
AGAIN_AFTER_AT_MOST_MS: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A microphone as the system names it."""

    id: str
    name: str


class Microphone(QObject):
    """Listens from `open` on. `found` carries the Device listened to, or None while there is none."""

    heard = Signal(object)
    found = Signal(object)
    devices_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = LineChild("display.recording.microphone_child", self)
        self._child.answered.connect(self._answered)
        self._child.lost.connect(self._lost)
        self._chosen = ""
        self._told_of_none = False
        self._again_after_ms = AGAIN_AFTER_MS
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.open)
        self._late = QTimer(self, singleShot=True, interval=ANSWERS_WITHIN_MS)
        self._late.timeout.connect(self._lost)

    def open(self) -> None:
        """Begin to listen, to the one chosen or the system's own."""
        self._again.stop()
        self._late.start()
        self._child.start()
        self._child.tell(listen=self._chosen)

    def choose(self, device: str) -> None:
        """Listen to this one from now on."""
        if device != self._chosen:
            self._chosen = device
            self.open()

    def close(self) -> None:
        """Give the device back."""
        self._again.stop()
        self._late.stop()
        self._child.drop()

    def _answered(self, answer: dict[str, Any]) -> None:
        if "heard" in answer:
            self.heard.emit(Sound(pcm=base64.b64decode(answer["heard"])))
        elif "devices" in answer:
            self.devices_changed.emit(tuple(Device(id=known, name=name) for known, name in answer["devices"]))
        elif answer["listening"] is None:
            self._lost()
        else:
            self._late.stop()
            self._told_of_none, self._again_after_ms = False, AGAIN_AFTER_MS
            logger.info("microphone", extra={"device": answer["listening"]})
            self.found.emit(Device(id=answer["id"], name=answer["listening"]))

    def _lost(self) -> None:
        """Gone, or not there: say so once, and look again, less and less often."""
        self._late.stop()
        self._child.drop()
        if not self._told_of_none:
            self._told_of_none = True
            logger.error("no_microphone")
            self.found.emit(None)
        self._again.start(self._again_after_ms)
        self._again_after_ms = min(2 * self._again_after_ms, AGAIN_AFTER_AT_MOST_MS)
