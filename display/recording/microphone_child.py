"""The process that holds the microphone: it may hang or die with its device, and the room never notices.

It ends when its device fails, as the loudspeaker's does (`display/sound_child.py`), and the room begins another.
One JSON object a line. Told: {"listen": device id, "" for the default}, and the end of input: leave.
Answers: {"devices": [[id, name], ...]}, {"listening": name or null, "id": id}, {"heard": samples in base64}.

A sound server that loses its last microphone moves us to what the loudspeaker plays, and Qt tells nobody (seen
with Qt 6.11 on PulseAudio): after half a second of perfect silence, which no microphone hears, a fresh
process looks.
"""

import base64
import json
import os
import signal
import subprocess
import sys
import threading
import time
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudioDevice, QAudioSource, QMediaDevices, QtAudio

from ..audio_format import form_of, format_for, name_of
from ..orders import answer, take_orders
from .heard import Hearing

STALLED_S: Final = 2.5
BEGINS_WITHIN_S: Final = 6.0
TOO_SILENT_S: Final = 0.5
LOOKS_EVERY_S: Final = 2.0
SCOUT_S: Final = 10.0
_LOOK_MS: Final = 250
_BUFFER_S: Final = 0.4


class Listener(QObject):
    """Gives on what one microphone hears; another is begun by another process."""

    told = Signal(object)

    def __init__(self, devices: QMediaDevices) -> None:
        super().__init__()
        self._devices = devices
        self._id = ""
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._hearing: Hearing | None = None
        self._name: str | None = None
        self._heard_at = self._alive_at = self._scouted_at = 0.0
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self._look)
        self.told.connect(self._obey)
        devices.audioInputsChanged.connect(self._devices_changed)

    def _obey(self, order: dict[str, Any] | None) -> None:
        if order is None:
            QCoreApplication.exit(0)
            return
        self._say_devices()
        self._listen(self._wanted(order["listen"]))

    def _wanted(self, known: str) -> QAudioDevice:
        found = [device for device in self._devices.audioInputs() if _id(device) == known]
        return found[0] if found else self._devices.defaultAudioInput()

    def _listen(self, device: QAudioDevice) -> None:
        if device.isNull():
            answer(listening=None, id="")
            return
        wanted = format_for(device)
        self._id, self._name, self._hearing = _id(device), name_of(device), Hearing(form_of(wanted))
        self._source = QAudioSource(device, wanted, self)
        self._source.setBufferSize(wanted.bytesForDuration(round(_BUFFER_S * 1e6)))
        self._source.stateChanged.connect(self._state_changed)
        self._heard_at = self._alive_at = time.monotonic() + BEGINS_WITHIN_S - STALLED_S
        self._stream = self._source.start()
        if self._stream is None or self._source.error() is not QtAudio.Error.NoError:
            _fail()
        self._stream.readyRead.connect(self._hear)
        self._watch.start()

    def _hear(self) -> None:
        if self._stream is None or self._hearing is None:
            return
        raw = bytes(self._stream.readAll().data())
        if not raw:
            return
        if self._name is not None:  # only now: what is said before would be lost
            answer(listening=self._name, id=self._id)
            self._name = None
        self._heard_at = time.monotonic()
        if raw.strip(b"\0"):
            self._alive_at = self._heard_at
        answer(heard=base64.b64encode(self._hearing.hear(raw).pcm).decode())

    def _look(self) -> None:
        """A device that is pulled out does not say so: it only gives nothing more."""
        self._hear()
        now = time.monotonic()
        if now - self._heard_at > STALLED_S:
            _fail()
        if now - self._alive_at > TOO_SILENT_S and now - self._scouted_at > LOOKS_EVERY_S:
            self._scouted_at = now
            threading.Thread(target=_scout, args=(self._id,), name="scout", daemon=True).start()

    def _state_changed(self) -> None:
        if self._source is not None and self._source.state() is QtAudio.State.StoppedState:
            _fail()

    def _devices_changed(self) -> None:
        if self._id and all(_id(device) != self._id for device in self._devices.audioInputs()):
            _fail()
        self._say_devices()

    def _say_devices(self) -> None:
        answer(devices=[[_id(device), name_of(device)] for device in self._devices.audioInputs()])


def main() -> int:
    """Serve until the room closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    app = QCoreApplication(sys.argv[:1])
    app.setLibraryPaths([])
    if "--list" in sys.argv:
        answer(ids=[_id(device) for device in QMediaDevices.audioInputs()])
        return 0
    listener = Listener(QMediaDevices(app))
    take_orders(listener.told)
    os._exit(app.exec())


def _scout(known: str) -> None:
    """Whether the microphone is still there, asked by who has not seen it before."""
    command = [sys.executable, "-m", "display.recording.microphone_child", "--list"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SCOUT_S, check=True)
    except subprocess.SubprocessError as cause:
        sys.stderr.write(f"no look at the microphones: {cause}\n")
        return
    if known not in json.loads(done.stdout)["ids"]:
        _fail()


def _fail() -> None:
    """Leave at once: closing what the device has left behind may take for ever."""
    os._exit(1)


def _id(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
