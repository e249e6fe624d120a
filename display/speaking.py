"""One announcement: the chime at once, meanwhile the words are made off the UI thread, language by language.

Between two languages it is asked whether other calls wait: then only those follow that the call cannot do without.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from drivers.voice.spoken import CallPhrase, SpokenFile, chime_of
from waitline.desktop import OffThread
from waitline.desktop.sound import Ending, Sound

from .announcer import Announcement
from .phrase import BEGINS_S, phrase_of, seconds_of

logger = logging.getLogger(__name__)

PATIENCE_S: Final = 4.0
"""How long after the chime the words may be in coming; the next call must not wait for a voice that hangs."""
BACK_WITHIN_S: Final = 6.0
"""So long a call that found the loudspeaker gone waits for it; then it is told as not spoken."""
_LOOKS_MS: Final = 500


def _at_ease() -> bool:
    return False


def _of_course() -> bool:
    return True


class SpeakingVoice(Protocol):
    """What is asked of the hall's voice, on a thread of its own; `absent` on any, and at once."""

    def start(self) -> None: ...
    def absent(self) -> frozenset[str]: ...
    def sentence(self, call: CallPhrase) -> SpokenFile: ...
    def close(self) -> None: ...


class Loudspeaker(QObject):
    """Says one announcement at a time. `finished` follows every `say` that was not stopped.

    `spoke`: whether the words of a call have come, in its first language to their end.
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
        back_within_s: float = BACK_WITHIN_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._sound = sound
        self._off = OffThread("voice", self)
        self._turn = 0
        self._saying: Announcement | None = None
        self._left: list[str] = []
        self._made: dict[str, SpokenFile | None] = {}
        self._said: list[str] = []
        self._language: str | None = None
        self._so_far_s = 0.0
        self._sounds = False
        self._hurry, self._may = _at_ease, _of_course
        self._patience_s = patience_s
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._too_late)
        self._has_lost_device = False
        self._given_up = QTimer(self, singleShot=True, interval=round(back_within_s * 1000))
        self._is_back = QTimer(self, interval=_LOOKS_MS)
        self._is_back.timeout.connect(self._look_for_device)
        sound.ended.connect(self._sound_ended)
        sound.audible_changed.connect(self.audible_changed)

    @property
    def absent(self) -> frozenset[str]:
        """The languages that cannot be spoken, as far as is known by now."""
        return self._voice.absent()

    def open(self) -> None:
        """Find the loudspeaker, test the voices."""
        self._sound.open()
        self._off.run(self._voice.start, done=self._voice_started, failed=self._voice_failed)

    def say(
        self,
        announcement: Announcement,
        *,
        times: float = 1.0,
        hurry: Callable[[], bool] = _at_ease,
        may: Callable[[], bool] = _of_course,
    ) -> None:
        """Chime for a call, and speak it; so many `times` as loud as it could be. `hurry`: whether others wait;
        `may`: whether this call may go on, asked before every sound. Who says no has stopped it already."""
        self._turn += 1
        self._saying, self._hurry, self._may = announcement, hurry, may
        self._left, self._made, self._said = list(announcement.languages), {}, []
        self._has_lost_device = False
        self._sound.volume = times
        self._chime(announcement)
        if not self._sound.audible:
            self._left = []
        if not self._left:
            return
        self._patience.start(round((self._so_far_s + self._patience_s) * 1000))
        for number, language in enumerate(self._left):
            self._off.run(
                partial(self._make, self._turn, phrase_of(announcement, language, first=number == 0)),
                done=partial(self._sentence_made, self._turn, language),
                failed=partial(self._sentence_failed, self._turn, language),
                owner=self,
            )

    def be_as_loud_as(self, times: float) -> None:
        """From now on, in mid-word too."""
        self._sound.volume = times

    def stop(self) -> None:
        """Be silent at once: the call was withdrawn."""
        self._turn += 1
        self._saying, self._sounds = None, False
        self._end_waits()
        self._sound.stop()

    def close(self) -> None:
        """End the voice's processes and the thread."""
        self.stop()
        self._voice.close()
        self._off.close()
        self._sound.close()

    def _chime(self, saying: Announcement) -> None:
        chime = chime_of(love=saying.call.love)
        seconds = seconds_of(chime)
        self._so_far_s, self._language, self._sounds = BEGINS_S + seconds, None, True
        self._sound.play(chime, seconds)

    def _make(self, turn: int, phrase: CallPhrase) -> SpokenFile | None:
        """On the voice's thread; None where nobody waits for it any more."""
        return self._voice.sentence(phrase) if turn == self._turn else None

    def _sentence_made(self, turn: int, language: str, words: SpokenFile | None) -> None:
        self._known(turn, language, words)

    def _sentence_failed(self, turn: int, language: str, error: Exception) -> None:
        logger.warning("language_missing", extra={"language": language, "why": str(error)})
        self._known(turn, language, None)

    def _known(self, turn: int, language: str, words: SpokenFile | None) -> None:
        if turn == self._turn and self._saying is not None:
            self._made[language] = words
            if not self._sounds:
                self._go_on()

    def _too_late(self) -> None:
        logger.error("call_late", extra={"why": f"no words within {self._patience_s} s"})
        self._turn += 1
        self._left = []
        if not self._sounds:
            self._go_on()

    def _sound_ended(self, how: Ending) -> None:
        self._sounds = False
        if self._saying is None:
            return
        if how is Ending.NO_DEVICE:
            self._lose_device(self._saying)
            return
        if self._language is not None:
            self._come_to_an_end(self._saying, self._language, played=how is Ending.PLAYED)
        self._go_on()

    def _come_to_an_end(self, saying: Announcement, language: str, *, played: bool) -> None:
        """Of one language's words."""
        self._language = None
        if not played:
            self._said.remove(language)
        elif language == self._said[0]:
            logger.info("call_spoken", extra={"number": saying.call.label, "language": language})
            self.spoke.emit(True)

    def _lose_device(self, saying: Announcement) -> None:
        """Wait for it a little; what was not said to its end is said then, from the chime on."""
        if self._language is not None:
            self._said.remove(self._language)
            self._left.insert(0, self._language)
            self._language = None
        if not self._has_lost_device:
            self._has_lost_device = True
            self._given_up.start()
        if not self._left or not self._given_up.isActive():
            self._finish(saying)
            return
        self._patience.stop()
        self._sounds = True  # nothing may be begun meanwhile
        self._is_back.start()

    def _look_for_device(self) -> None:
        if self._saying is None:
            self._is_back.stop()
        elif not self._given_up.isActive():
            self._finish(self._saying)
        elif self._sound.audible and self._may():
            self._is_back.stop()
            self._chime(self._saying)

    def _go_on(self) -> None:
        """The next language whose words are made, or the end; nothing while words are still waited for."""
        if self._saying is None or not self._may():
            return
        while self._left:
            language = self._left[0]
            if self._said and language not in self._saying.needed and self._hurry():
                logger.info("language_left_out", extra={"language": language, "why": "others wait"})
                self._left.remove(language)
            elif language not in self._made:
                if not self._patience.isActive():
                    self._patience.start(round(self._patience_s * 1000))
                return
            else:
                self._left.remove(language)
                words = self._made[language]
                if words is not None and self._has_time_for(self._saying, language, words):
                    self._speak(self._saying, language, words)
                    return
        self._finish(self._saying)

    def _end_waits(self) -> None:
        for timer in (self._patience, self._given_up, self._is_back):
            timer.stop()

    def _has_time_for(self, saying: Announcement, language: str, words: SpokenFile) -> bool:
        takes_s = BEGINS_S + words.seconds
        has = saying.has_time_for(language, takes_s, said=self._said, so_far_s=self._so_far_s)
        if not has:
            logger.info("language_left_out", extra={"language": language, "why": "no time"})
        return has

    def _speak(self, saying: Announcement, language: str, words: SpokenFile) -> None:
        self._patience.stop()
        if not self._said:
            said = {"number": saying.call.label, "counter": saying.call.counter, "language": language}
            logger.info("words_begin", extra=said | {"seconds": round(words.seconds, 1)})
        self._language = language
        self._said.append(language)
        self._so_far_s += BEGINS_S + words.seconds
        self._sounds = True
        self._sound.play(words.path, words.seconds)

    def _finish(self, saying: Announcement) -> None:
        self._end_waits()
        if saying.languages and not self._said:
            why = "no words" if self._sound.audible else "no loudspeaker"
            logger.error("call_not_spoken", extra={"number": saying.call.label, "why": why})
            if self._sound.audible:
                self.spoke.emit(False)
        self._saying, self._sounds = None, False
        self.finished.emit()

    def _voice_started(self, started: object) -> None:
        del started
        logger.info("voice_ready")

    def _voice_failed(self, error: Exception) -> None:
        logger.error("voice_failed", extra={"why": str(error)})
