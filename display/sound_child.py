"""The process that holds the loudspeaker: it may hang or die with its device, and the board never notices.

Qt's connection to a sound server that is not there, or goes away, is never made again, and starting a sound on
it aborts the process. So this process ends when its device fails, and the display begins another.
One JSON object a line. Told: {"play": turn, "file": path, "volume": 0 to 1}, {"volume": 0 to 1} for what is
being played, {"stop": turn}, and the end of input: leave.
Answers: {"device": name or null}, {"ended": turn}, {"unreadable": turn, "why": words} of a file, and
{"failed": turn, "why": words} of the device. Turn 0 is silence of its own, which the device takes.

A sound server that loses its last loudspeaker tells nobody (seen with Qt 6.11 on PulseAudio), and one that hangs
never will. So in a quiet hall a tenth of a second of silence is played every second and a half. That also keeps a
device awake whose first sound is lost otherwise, and takes 0.15 % of a core: a fresh process that looks, as the
microphone's does, takes 0.2 s of one.
"""

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioSink, QMediaDevices, QtAudio

from drivers.voice.errors import BadSoundFile
from drivers.voice.sound import Sound, read_sound, silence

from .audio_format import form_of, format_for, name_of
from .dead_man import DeadMan
from .orders import answer, take_orders
from .waveform import in_form

STALLED_S: Final = 2.5
"""A device that has taken nothing for so long is gone. A slow one takes two seconds to begin."""

_LOOK_MS: Final = 250
_TAIL_S: Final = 0.05
_WARM_S: Final = 0.1
_RESTS_MS: Final = 1_500
"""Shorter than the five seconds after which PulseAudio sends a device to sleep."""


class Player(QObject):
    """Plays one file at a time on the device that is the default at that moment."""

    told = Signal(object)

    def __init__(self, devices: QMediaDevices) -> None:
        super().__init__()
        self._devices = devices
        self._device: str | None = None
        self._turn = 0
        self._sink: QAudioSink | None = None
        self._buffer = QBuffer(self)
        self._seconds = 0.0
        self._since = 0.0
        self._progress: tuple[int, int] = (0, 0)
        self._progressed = 0.0
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._ended)
        self._rest = QTimer(self, interval=_RESTS_MS)
        self._rest.timeout.connect(self._try)
        self._well = False
        self.told.connect(self._obey)
        devices.audioOutputsChanged.connect(self.say_device)

    def begin(self) -> None:
        """Say which device there is, and wake it: its first sound takes up to half a second."""
        DeadMan(STALLED_S, self)
        self._device = name_of(self._devices.defaultAudioOutput())
        answer(device=self._device)
        self._try()
        self._rest.start()

    def say_device(self) -> None:
        """Another loudspeaker was plugged in, or the last one out."""
        device = name_of(self._devices.defaultAudioOutput())
        if device != self._device:
            self._device, self._well = device, False
            answer(device=device)
            self._try()

    def _try(self) -> None:
        """Whether the device still takes sound; it fails as in a call if not."""
        if self._device is not None and self._sink is None:
            self._turn = 0
            self._play(Sound(pcm=silence(_WARM_S)))

    def _obey(self, order: dict[str, Any] | None) -> None:
        if order is None:
            QCoreApplication.exit(0)
        elif "play" in order:
            self._silence()
            self._turn = order["play"]
            try:
                self._play(read_sound(Path(order["file"])), order["volume"])
            except BadSoundFile as error:
                answer(unreadable=self._turn, why=str(error))
        elif "volume" in order:
            self._sound_at(order["volume"])
        else:
            self._silence()

    def _play(self, sound: Sound, volume: float = 1.0) -> None:
        device = self._devices.defaultAudioOutput()
        if device.isNull():
            self._fail("no device")
            return
        wanted = format_for(device)
        self._buffer.setData(QByteArray(in_form(sound, form_of(wanted))))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._seconds, self._since = sound.seconds, time.monotonic()
        self._progress, self._progressed = (0, 0), self._since
        self._sink = QAudioSink(device, wanted, self)
        self._sink.stateChanged.connect(self._state_changed)
        self._sink.setVolume(volume)
        self._sink.setBufferSize(self._buffer.size())
        self._sink.start(self._buffer)
        self._watch.start()
        self._state_changed()

    def _sound_at(self, volume: float) -> None:
        if self._sink is not None:
            self._sink.setVolume(volume)

    def _state_changed(self) -> None:
        if self._sink is None:
            return
        state = self._sink.state()
        if state is QtAudio.State.IdleState and self._buffer.atEnd():
            left = self._since + self._seconds + _TAIL_S - time.monotonic()
            self._end.start(round(max(0.0, left) * 1000))
        elif state is QtAudio.State.StoppedState:
            self._fail(self._sink.error().name)

    def _look(self) -> None:
        """A device that is pulled out does not say so: what it was playing stands still."""
        if self._sink is None or self._end.isActive():
            return
        progress = (self._sink.processedUSecs(), self._buffer.pos())
        if progress != self._progress:
            self._progress, self._progressed = progress, time.monotonic()
        elif time.monotonic() - self._progressed > STALLED_S:
            self._fail("stalled")

    def _ended(self) -> None:
        self._silence()
        if self._turn or not self._well:
            answer(ended=self._turn)
        self._well = True

    def _silence(self) -> None:
        self._watch.stop()
        self._end.stop()
        if self._sink is not None:
            sink, self._sink = self._sink, None
            sink.reset()
            sink.deleteLater()
        self._buffer.close()

    def _fail(self, why: str) -> None:
        """Leave at once: closing what the device has left behind may take for ever."""
        answer(failed=self._turn, why=why)
        os._exit(1)


def main() -> int:
    """Serve until the display closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the display decides when to end, also after Ctrl-C
    app = QCoreApplication(sys.argv[:1])
    # no plugin is needed to play samples; found, the one for films would take 13 MB
    app.setLibraryPaths([])
    player = Player(QMediaDevices(app))
    take_orders(player.told)
    QTimer.singleShot(0, player, player.begin)
    code = app.exec()
    os._exit(code)  # as in _fail


if __name__ == "__main__":
    sys.exit(main())
