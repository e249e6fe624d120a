"""What a loudspeaker is fed with as long as its process lives: silence, and a sound when there is one to play.

A stream that stays open tells of a device that is lost in a quiet hall, keeps the sound server at the short delay
it was asked for (PulseAudio otherwise renders two seconds of silence ahead, and the next sound waits behind it),
and keeps televisions awake, which swallow the beginning of a sound that follows on nothing.
"""

from typing import Final

from PySide6.QtCore import QIODevice, QObject

from drivers.voice.sound import RATE, Sound, silence, sound_of

from .waveform import Form, in_form

FADE_S: Final = 0.01
"""A sound that is stopped goes out in so long: cut off, it would click."""
_ALWAYS_MORE: Final = 1 << 20


class Endless(QIODevice):
    """Gives as many bytes as are asked for.

    `given`: how many it has given so far. `ends_at`: of these, where the sound's last byte was; None while that
    is not yet given, or there is no sound.
    """

    def __init__(self, form: Form, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._quiet = in_form(Sound(pcm=silence(1 / RATE)), form)
        self._sound = Sound(pcm=b"")
        self._data = b""
        self._at = 0
        self.given = 0
        self.ends_at: int | None = None
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    @property
    def frame(self) -> int:
        """The bytes of one sample on every channel."""
        return len(self._quiet)

    def give(self, sound: Sound) -> None:
        """From now on this one, then silence."""
        self._sound, self._data, self._at, self.ends_at = sound, in_form(sound, self._form), 0, None

    def hush(self) -> None:
        """Only silence from now on."""
        if self._at < len(self._data):
            begin = self._at // self.frame * RATE // self._form.rate
            self.give(_fading(self._sound, begin))

    def isSequential(self) -> bool:
        return True

    def bytesAvailable(self) -> int:
        return _ALWAYS_MORE

    def readData(self, most: int) -> bytes:
        wanted = most // self.frame * self.frame
        part = self._data[self._at : self._at + wanted]
        self._at += len(part)
        self.given += wanted
        if part and self._at == len(self._data):
            self.ends_at = self.given - wanted + len(part)
        return part + self._quiet * ((wanted - len(part)) // self.frame)

    def writeData(self, data: bytes | bytearray | memoryview, most: int) -> int:
        del data, most
        return -1


def _fading(sound: Sound, begin: int) -> Sound:
    """What follows from this sample on, fading away."""
    samples = sound.samples()[begin : begin + round(FADE_S * RATE)]
    for number in range(len(samples)):
        samples[number] = samples[number] * (len(samples) - number) // len(samples)
    return sound_of(samples)
