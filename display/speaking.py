"""One announcement: the chime at once, meanwhile the sentence is made off the UI thread, then the words."""

import logging
import wave
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from drivers.voice.spoken import CallPhrase, SpokenFile, chime_of
from waitline.desktop import OffThread
from waitline.desktop.sound import Sound

from .announcer import Announcement

logger = logging.getLogger(__name__)

PATIENCE_S: Final = 4.0
"""How long after the chime the words may be in coming; the next call must not wait for a voice that hangs."""


class SpeakingVoice(Protocol):
    """What is asked of the hall's voice, on a thread of its own."""

    def start(self) -> None: ...
    def sentence(self, call: CallPhrase) -> SpokenFile: ...
    def close(self) -> None: ...


class Loudspeaker(QObject):
    """Says one announcement at a time. `finished` follows every `say` that was not stopped.

    `spoke`: whether the words of a call have come.
    """

    finished = Signal()
    spoke = Signal(bool)
    audible_changed = Signal(bool)

    def __init__(
        self,
        voice: SpeakingVoice,
        sound: Sound,
        *,
        patience_s: float = PATIENCE_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._sound = sound
        self._off = OffThread("voice", self)
        self._turn = 0
        self._saying: Announcement | None = None
        self._chimed = False
        self._words: SpokenFile | None = None
        self._patience_s = patience_s
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._too_late)
        sound.ended.connect(self._sound_ended)
        sound.audible_changed.connect(self.audible_changed)

    def open(self) -> None:
        """Find the loudspeaker, test the voices."""
        self._sound.open()
        self._off.run(self._voice.start, done=self._voice_started, failed=self._voice_failed)

    def say(self, announcement: Announcement, *, times: float = 1.0) -> None:
        """Chime for a call, and speak it; so many `times` as loud as it could be."""
        self._turn += 1
        self._saying, self._chimed, self._words = announcement, False, None
        call = announcement.call
        chime = chime_of(love=call.love)
        seconds = seconds_of(chime)
        self._sound.volume = times
        self._sound.play(chime, seconds)
        if not announcement.languages or not self._sound.audible:
            self._saying = None
            return
        phrase = CallPhrase(
            number=call.label,
            counter=call.counter,
            languages=announcement.languages,
            short=announcement.short,
            love=call.love,
            chime=False,
        )
        self._patience.start(round((seconds + self._patience_s) * 1000))
        self._off.run(
            partial(self._voice.sentence, phrase),
            done=partial(self._sentence_made, self._turn),
            failed=partial(self._sentence_failed, self._turn),
            owner=self,
        )

    def stop(self) -> None:
        """Be silent at once: the call was withdrawn."""
        self._turn += 1
        self._saying = None
        self._patience.stop()
        self._sound.stop()

    def close(self) -> None:
        """End the voice's processes and the thread."""
        self.stop()
        self._voice.close()
        self._off.close()
        self._sound.close()

    def _sentence_made(self, turn: int, words: SpokenFile) -> None:
        for missing in words.languages_missing:
            logger.warning("language_missing", extra={"language": missing.language, "why": missing.words.en})
        if turn != self._turn or self._saying is None:
            return
        self._patience.stop()
        self._words = words
        if self._chimed:
            self._speak(words)

    def _sentence_failed(self, turn: int, error: Exception) -> None:
        logger.error("call_not_spoken", extra={"why": str(error)})
        if turn != self._turn or self._saying is None:
            return
        self.spoke.emit(False)
        self._patience.stop()
        if self._chimed:
            self._finish()
        else:
            self._saying = None

    def _too_late(self) -> None:
        logger.error("call_not_spoken", extra={"why": f"no words {self._patience_s} s after the chime"})
        self.spoke.emit(False)
        self._turn += 1
        self._finish()

    def _sound_ended(self) -> None:
        if self._saying is None:
            self._finish()
        elif not self._chimed:
            self._chimed = True
            if self._words is not None:
                self._speak(self._words)
        else:
            self._finish()

    def _speak(self, words: SpokenFile) -> None:
        if self._saying is not None:
            said = {"number": self._saying.call.label, "counter": self._saying.call.counter}
            logger.info("call_spoken", extra=said | {"seconds": round(words.seconds, 1)})
        self.spoke.emit(True)
        self._sound.play(words.path, words.seconds)

    def _finish(self) -> None:
        self._saying = None
        self.finished.emit()

    def _voice_started(self, started: object) -> None:
        del started
        logger.info("voice_ready")

    def _voice_failed(self, error: Exception) -> None:
        logger.error("voice_failed", extra={"why": str(error)})


def seconds_of(file: Path) -> float:
    """The length of a WAV file."""
    with wave.open(str(file), "rb") as sound:
        return sound.getnframes() / sound.getframerate()
