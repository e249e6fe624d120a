"""Playing sound files, one at a time, with an end that always comes, in a process of its own."""

import logging
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from .line_child import LineChild

logger = logging.getLogger(__name__)

LATE_S: Final = 3.0
RETURNS_WITHIN_MS: Final = 1_500
"""A device that was there and takes sound again within so long was never away; it has taken two and a half seconds
to know that it is gone, and five are what may pass until it is said."""
FINDS_A_DEVICE_WITHIN_MS: Final = 4_000
AGAIN_AFTER_MS: Final = 100
AGAIN_AFTER_AT_MOST_MS: Final = 8_000


class Ending(Enum):
    """How a sound has ended."""

    PLAYED = auto()
    UNREADABLE = auto()
    """The file is at fault."""
    NO_DEVICE = auto()
    """Nobody has heard it to its end."""


class Sound(QObject):
    """Plays files. `ended` follows every `play` that was not stopped, with its `Ending`."""

    ended = Signal(object)
    audible_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume = 1.0
        self._child = LineChild("display.sound_child", self)
        self._child.answered.connect(self._hear)
        self._child.lost.connect(self._lost)
        self._ready = False
        self._audible: bool | None = None
        self._turn = 0
        self._playing = False
        self._wanted: Path | None = None
        self._again_after_ms = AGAIN_AFTER_MS
        self._watchdog = QTimer(self, singleShot=True)
        self._watchdog.timeout.connect(self._stuck)
        self._look_again = QTimer(self, singleShot=True)
        self._look_again.timeout.connect(self._start_child)
        self._too_long = QTimer(self, singleShot=True, interval=FINDS_A_DEVICE_WITHIN_MS)
        self._too_long.timeout.connect(self._lost)
        self._away = QTimer(self, singleShot=True, interval=RETURNS_WITHIN_MS)
        self._away.timeout.connect(self._still_away)

    @property
    def volume(self) -> float:
        """From 0 to 1, also of what is being played."""
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        if volume != self._volume:
            self._volume = volume
            if self._playing and self._wanted is None:
                self._child.tell(volume=volume)

    @property
    def audible(self) -> bool:
        """Whether there is a device to play on, or may be: it is still being looked for."""
        return self._audible is not False

    def open(self) -> None:
        """Find the loudspeaker."""
        self._start_child()

    def play(self, file: Path, seconds: float) -> None:
        """Play a file that is so long, instead of what is being played."""
        self.stop()
        self._turn += 1
        self._playing = True
        if not self.audible:
            QTimer.singleShot(0, self, partial(self._over, self._turn))
            return
        self._watchdog.start(round((seconds + LATE_S) * 1000))
        self._wanted = file
        self._play_wanted()

    def stop(self) -> None:
        """Be silent at once; `ended` does not follow."""
        if self._playing and self._wanted is None:
            self._child.tell(stop=self._turn)
        self._playing, self._wanted = False, None
        self._watchdog.stop()

    def close(self) -> None:
        """Be silent and give the device back."""
        self._playing, self._wanted = False, None
        for timer in (self._watchdog, self._look_again, self._too_long, self._away):
            timer.stop()
        self._drop_child()

    def _start_child(self) -> None:
        self._ready = False
        self._too_long.start()
        self._child.start()

    def _drop_child(self) -> None:
        self._ready = False
        self._child.drop()

    def _hear(self, answer: dict[str, Any]) -> None:
        if "device" in answer:
            self._found(answer["device"])
        elif "ended" in answer:
            self._works()
            if answer["ended"] == self._turn:
                self._end(Ending.PLAYED)
        elif "unreadable" in answer:
            logger.error("sound_unreadable", extra={"why": answer["why"]})
            if answer["unreadable"] == self._turn:
                self._end(Ending.UNREADABLE)
        elif "failed" in answer:
            logger.error("sound_failed", extra={"why": answer["why"]})
            self._over(answer["failed"])

    def _found(self, device: str | None) -> None:
        self._ready = device is not None
        self._too_long.stop()
        if device is not None:
            self._look_again.stop()
            logger.info("sound_device", extra={"device": device})
            self._play_wanted()
        else:
            self._mute()

    def _works(self) -> None:
        """A device has taken sound: one that is only there may fail."""
        self._again_after_ms = AGAIN_AFTER_MS
        self._away.stop()
        self._tell_audible(True)

    def _mute(self) -> None:
        """No loudspeaker: say so, let the call be over, and look again, less and less often."""
        self._look_again_later()
        self._say_mute()

    def _say_mute(self) -> None:
        self._away.stop()
        if self._audible is not False:
            logger.error("no_sound_device", extra={"words": "no loudspeaker found: calls are shown, not spoken"})
        self._tell_audible(False)
        self._end(Ending.NO_DEVICE)

    def _still_away(self) -> None:
        """Said already while the process is still looking, unless it has just begun to play."""
        if self._ready and self._playing:
            self._away.start()
        else:
            self._say_mute()

    def _lost(self) -> None:
        """The process ended by itself, or finds no answer: what it was playing is over, another one begins."""
        found_before = self._ready
        self._drop_child()
        self._too_long.stop()
        if found_before:
            self._replace_child()
        else:
            self._mute()

    def _replace_child(self) -> None:
        self._look_again_later()
        if self._audible is not False and not self._away.isActive():
            self._away.start()
        if self._wanted is None:
            self._end(Ending.NO_DEVICE)

    def _look_again_later(self) -> None:
        self._look_again.start(self._again_after_ms)
        self._again_after_ms = min(2 * self._again_after_ms, AGAIN_AFTER_AT_MOST_MS)

    def _play_wanted(self) -> None:
        if self._wanted is not None and self._ready:
            file, self._wanted = self._wanted, None
            self._child.tell(play=self._turn, file=str(file), volume=self._volume)

    def _tell_audible(self, audible: bool) -> None:
        if audible != self._audible:
            self._audible = audible
            self.audible_changed.emit(audible)

    def _stuck(self) -> None:
        """The end never came: begin with a new process, and let the next call have its turn."""
        logger.error("sound_stuck")
        self._wanted = None
        self._drop_child()
        self._replace_child()

    def _over(self, turn: int) -> None:
        if turn == self._turn:
            self._end(Ending.NO_DEVICE)

    def _end(self, how: Ending) -> None:
        self._wanted = None
        if self._playing:
            self._playing = False
            self._watchdog.stop()
            self.ended.emit(how)
