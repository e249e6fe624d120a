"""Playing sound files, one at a time, with an end that always comes."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

logger = logging.getLogger(__name__)

LATE_S: Final = 2.0
LOOK_AGAIN_MS: Final = 3_000


class Sound(QObject):
    """Plays files. `ended` follows every `play` that was not stopped, even when no sound can be made."""

    ended = Signal()
    audible_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: QMediaDevices | None = None
        self._player: QMediaPlayer | None = None
        self._output: QAudioOutput | None = None
        self._playing = False
        self._audible: bool | None = None
        self._watchdog = QTimer(self, singleShot=True)
        self._watchdog.timeout.connect(self._stuck)
        self._look_again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._look_for_devices)

    @property
    def audible(self) -> bool:
        """Whether there is a device to play on."""
        return bool(self._audible)

    def open(self) -> None:
        """Find the loudspeaker. Qt's multimedia is loaded here, after the board is painted."""
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 half of the program's memory and start

        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._look_for_devices)
        self._look_for_devices()

    def warm_up(self, file: Path) -> None:
        """Play a file unheard: the first sound of a program takes a device up to half a second."""
        if self._player is not None and self._output is not None and not self._playing:
            self._output.setMuted(True)
            self._player.setSource(QUrl.fromLocalFile(str(file)))
            self._player.play()

    def play(self, file: Path, seconds: float) -> None:
        """Play a file that is so long, instead of what is being played."""
        self.stop()
        self._playing = True
        if not self.audible or self._player is None:
            QTimer.singleShot(0, self, self._end)
            return
        self._watchdog.start(round((seconds + LATE_S) * 1000))
        if self._output is not None:
            self._output.setMuted(False)
        self._player.setSource(QUrl.fromLocalFile(str(file)))
        self._player.play()

    def stop(self) -> None:
        """Be silent at once; `ended` does not follow."""
        self._playing = False
        self._watchdog.stop()
        if self._player is not None:
            self._player.stop()

    def close(self) -> None:
        """Be silent and give the device back."""
        self._look_again.stop()
        self.stop()
        self._drop_player()
        if self._devices is not None:
            self._devices.deleteLater()
            self._devices = None

    def _look_for_devices(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 loaded by `open`

        device = QMediaDevices.defaultAudioOutput()
        audible = not device.isNull()
        if audible and self._player is None:
            self._make_player()
        if audible and self._output is not None:
            self._output.setDevice(device)
        if audible == self._audible:
            return
        self._audible = audible
        if audible:
            self._look_again.stop()
            logger.info("sound_device", extra={"device": device.description()})
        else:
            self._look_again.start()
            logger.error("no_sound_device", extra={"words": "no loudspeaker found: calls are shown, not spoken"})
            self._drop_player()
            if self._playing:
                QTimer.singleShot(0, self, self._end)
        self.audible_changed.emit(audible)

    def _make_player(self) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer  # noqa: PLC0415 loaded by `open`

        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.mediaStatusChanged.connect(self._status)
        self._player.errorOccurred.connect(self._failed)

    def _drop_player(self) -> None:
        for part in (self._player, self._output):
            if part is not None:
                part.deleteLater()
        self._player = self._output = None

    def _status(self, status: "QMediaPlayer.MediaStatus") -> None:
        from PySide6.QtMultimedia import QMediaPlayer  # noqa: PLC0415 loaded by `open`

        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._end()

    def _failed(self, error: object, text: str) -> None:
        logger.error("sound_failed", extra={"error": str(error), "text": text})
        QTimer.singleShot(0, self, self._end)

    def _stuck(self) -> None:
        """The end never came: begin with a new player, and let the next call have its turn."""
        logger.error("sound_stuck")
        self._drop_player()
        self._make_player()
        self._end()

    def _end(self) -> None:
        if self._playing:
            self._playing = False
            self._watchdog.stop()
            self.ended.emit()
