"""The process that holds the loudspeaker: it may hang or die with its device, and the board never notices.

Qt's connection to a sound server that is not there, or goes away, is never made again, and starting a sound on
it aborts the process. So this process ends when its device fails, and the display begins another.
One JSON object a line. Told: {"play": turn, "file": path, "volume": 0 to 1}, {"volume": 0 to 1} for what is
being played, {"stop": turn}, and the end of input: leave.
Answers: {"device": name or null}, {"ended": turn}, {"unreadable": turn, "why": words} of a file, and
{"failed": turn, "why": words} of the device. Turn 0 is silence of its own, which the device takes.

One stream is open as long as there is a device (see `endless`): one that stands still is a device that is lost, or
a sound server that hangs, also in a quiet hall, where neither tells anybody (seen with Qt 6.11 on PulseAudio).
"""

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtMultimedia import QAudioSink, QMediaDevices, QtAudio

from drivers.voice.errors import BadSoundFile
from drivers.voice.sound import read_sound

from .audio_format import form_of, format_for, name_of
from .dead_man import DeadMan
from .endless import Endless
from .orders import answer, take_orders

STALLED_S: Final = 2.5
"""A device that has taken nothing for so long is gone. A slow one takes two seconds to begin."""

_LOOK_MS: Final = 500
_BUFFER_MS: Final = 120
"""So much is handed over ahead: a computer that is busy elsewhere for less is not heard."""
_DELAY_MS: Final = 120
"""What PulseAudio's library asks its server for: unasked, it wakes a hundred times a second."""
_PLAYS_MS: Final = 20
_TAIL_S: Final = 0.05
"""What a device has still to play when it has taken the last sample of the shortest buffer."""


class Player(QObject):
    """Plays one file at a time on the device that is the default at that moment."""

    told = Signal(object)

    def __init__(self, devices: QMediaDevices) -> None:
        super().__init__()
        self._devices = devices
        self._device: str | None = None
        self._turn = 0
        self._sink: QAudioSink | None = None
        self._source: Endless | None = None
        self._frames_a_second = 1
        self._taken_us = 0
        self._progressed = 0.0
        self._well = False
        self._moves_on = False
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._plays = QTimer(self, interval=_PLAYS_MS)
        self._plays.setTimerType(Qt.TimerType.PreciseTimer)
        self._plays.timeout.connect(self._look_for_end)
        self.told.connect(self._obey)
        devices.audioOutputsChanged.connect(self.say_device)

    def begin(self) -> None:
        """Say which device there is, and open it: its first sound takes up to half a second."""
        DeadMan(STALLED_S, self)
        self._device = name_of(self._devices.defaultAudioOutput())
        answer(device=self._device)
        self._open()

    def say_device(self) -> None:
        """Another loudspeaker was plugged in, or the last one out."""
        device = name_of(self._devices.defaultAudioOutput())
        if device != self._device:
            self._device, self._well = device, False
            answer(device=device)
            self._moves_on = True
            if not self._turn:
                self._open()

    def _open(self) -> None:
        """The stream on the default device, instead of the one there is."""
        self._close()
        self._moves_on = False
        if self._device is None:
            return
        device = self._devices.defaultAudioOutput()
        wanted = format_for(device)
        self._source = Endless(form_of(wanted), self)
        self._frames_a_second = wanted.sampleRate()
        self._taken_us, self._progressed = 0, time.monotonic()
        self._sink = QAudioSink(device, wanted, self)
        self._sink.stateChanged.connect(self._state_changed)
        self._sink.setBufferSize(wanted.bytesForDuration(_BUFFER_MS * 1000))
        self._sink.start(self._source)
        self._watch.start()
        self._state_changed()

    def _close(self) -> None:
        self._watch.stop()
        if self._sink is not None and self._source is not None:
            sink, source = self._sink, self._source
            self._sink = self._source = None
            sink.reset()
            sink.deleteLater()
            source.deleteLater()

    def _obey(self, order: dict[str, Any] | None) -> None:
        if order is None:
            QCoreApplication.exit(0)
        elif "play" in order:
            self._play(order["play"], Path(order["file"]), order["volume"])
        elif "volume" in order:
            self._sound_at(order["volume"])
        else:
            self._stop()

    def _play(self, turn: int, file: Path, volume: float) -> None:
        self._turn = turn
        if self._moves_on:
            self._open()
        if self._source is None:
            self._fail("no device")
            return
        try:
            self._source.give(read_sound(file))
        except BadSoundFile as error:
            self._stop()
            answer(unreadable=turn, why=str(error))
            return
        self._sound_at(volume)
        self._plays.start()

    def _sound_at(self, volume: float) -> None:
        if self._sink is not None:
            self._sink.setVolume(volume)

    def _stop(self) -> None:
        self._turn = 0
        self._plays.stop()
        if self._source is not None:
            self._source.hush()

    def _state_changed(self) -> None:
        if self._sink is not None and self._sink.state() is QtAudio.State.StoppedState:
            self._fail(self._sink.error().name)

    def _look(self) -> None:
        """A device that is pulled out does not say so: what it was playing stands still."""
        if self._sink is None:
            return
        taken_us = self._sink.processedUSecs()
        if taken_us != self._taken_us:
            self._taken_us, self._progressed = taken_us, time.monotonic()
            if not self._well and not self._turn:
                self._well = True
                answer(ended=0)
        elif time.monotonic() - self._progressed > STALLED_S:
            self._fail("stalled")

    def _look_for_end(self) -> None:
        """A sound is over when the device has taken its last sample, and has had time to play it."""
        source, sink = self._source, self._sink
        if source is None or sink is None or source.ends_at is None:
            return
        end_s = source.ends_at / source.frame / self._frames_a_second + _TAIL_S
        if sink.processedUSecs() / 1_000_000 >= end_s:
            self._plays.stop()
            turn, self._turn = self._turn, 0
            self._well = True
            answer(ended=turn)

    def _fail(self, why: str) -> None:
        """Leave at once: closing what the device has left behind may take for ever."""
        answer(failed=self._turn, why=why)
        os._exit(1)


def main() -> int:
    """Serve until the display closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the display decides when to end, also after Ctrl-C
    os.environ.setdefault("PULSE_LATENCY_MSEC", str(_DELAY_MS))
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
