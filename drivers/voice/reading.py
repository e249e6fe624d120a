"""Any text read aloud, sentence by sentence: for who cannot see the glass. Not the hall's calls.

Only a language whose voice passed its self-test is read, and of a text only what that voice reads in its own
language. Made for one worker thread; `close` may come from any.
"""

import hashlib
import logging
import os
import re
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from waitline.model.errors import WaitlineError
from waitline.model.words import Words

from .clips import Piece, join, turned
from .errors import CacheUnusable, LanguageAbsent, VoiceMisreads
from .phrasebook import phrasebook
from .phrases import speak_label, whole_sentence
from .self_test import TrustedVoice, misread, trusted_voice
from .sound import Sound, read_sound, write_sound
from .spoken import Saying, SpokenFile
from .synthesis import Speech, Synthesizer, engine_here

logger = logging.getLogger(__name__)

BETWEEN: Final = 0.22
"""Seconds of silence between two sayings."""
DEADLINE: Final = 6.0
KEPT_FILES: Final = 600
PLAYED: Final = 4
_STOPS: Final = re.compile(r"[・（）()「」『』›\n–—]+")
_NOT_LATIN: Final = re.compile(r"[\u0e00-\u0e7f\u2e80-\u9fff]")
_STRANGE: Final = {
    "zh-TW": re.compile(r"[a-z]{2,}|[\u00c0-\u024f\u0e00-\u0e7f\u1e00-\u1eff]"),
    "en": _NOT_LATIN,
    "vi": _NOT_LATIN,
    "id": _NOT_LATIN,
}
"""Letters that a language's voice would spell out, or read by its own rules: it says so of none of them."""
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")


class ReadingVoice:
    """Voices by language. What was read once is kept in `cache_dir`, so that it comes at once the next time."""

    def __init__(self, cache_dir: Path, languages: Iterable[str], *, engine: str | None = None) -> None:
        self._kept = cache_dir / "read"
        self._played = cache_dir / f"reading-{os.getpid()}-{id(self):x}"
        self._engine = engine or engine_here()
        self._languages = tuple(dict.fromkeys(languages))
        self._voices: dict[str, TrustedVoice] = {}
        self._lacks: dict[str, Words] = {}
        self._speaker = Synthesizer(engine=self._engine)
        self._count = 0

    def start(self) -> None:
        """Test the voice of every language. CacheUnusable."""
        try:
            self._kept.mkdir(parents=True, exist_ok=True)
            self._played.mkdir(parents=True, exist_ok=True)
            self._throw_away_old()
        except OSError as cause:
            raise CacheUnusable(folder=self._kept.parent, reason=cause) from cause
        for language in self._languages:
            try:
                book = phrasebook(language)
                self._voices[language] = trusted_voice(book, self._speaker, self._engine, self._played)
            except WaitlineError as trouble:
                logger.warning("reading_voice_untrusted language=%s cause=%s", language, trouble)
                self._lacks[language] = trouble.words

    @property
    def languages(self) -> frozenset[str]:
        """What can be read."""
        return frozenset(self._voices)

    @property
    def speech_child(self) -> int | None:
        """The process id of the child that makes sounds, while there is one."""
        return self._speaker.pid

    def read(
        self, sayings: Iterable[Saying], language: str, *, times: float, wanted: Callable[[], bool]
    ) -> SpokenFile | None:
        """One file of all sayings, so many times as loud; None when it is not wanted any more, or says nothing.

        LanguageAbsent, SynthesisFailed, CacheUnusable. A saying the voice would misread is left out.
        """
        pieces: list[Piece] = []
        for saying in sayings:
            if not wanted():
                return None
            sound = self._sound_of(saying, language)
            if sound is not None:
                pieces.append(Piece(sound=sound, gap=BETWEEN if pieces else 0.0))
        if not pieces:
            return None
        whole = turned(join(pieces), times)
        return SpokenFile(
            path=self._written(whole), seconds=whole.seconds, languages_spoken=(language,), languages_missing=()
        )

    def foresee(self, sayings: Iterable[Saying], language: str, *, wanted: Callable[[], bool]) -> None:
        """Make ready what may be read soon."""
        for saying in sayings:
            if wanted() and language in self._voices:
                self._sound_of(saying, language)

    def close(self) -> None:
        """End the child; a saying in the making fails at once."""
        self._speaker.abort()
        self._speaker.close()
        shutil.rmtree(self._played, ignore_errors=True)

    def _sound_of(self, saying: Saying, language: str) -> Sound | None:
        voice = self._voices.get(language)
        if voice is None:
            words = self._lacks.get(language) or Words(zh="語音尚未準備好", en="The voice is not ready yet")
            raise LanguageAbsent(reason_zh=words.zh, reason_en=words.en)
        text = spoken_text(saying, language, voice.engine)
        key = hashlib.sha256(f"{voice.id} {voice.rate} {voice.version} {text}".encode()).hexdigest()[:24]
        file = self._kept / f"{key}.wav"
        if not file.exists():
            try:
                self._make(text, voice, _STRANGE.get(language) if not saying.is_number else None, file)
            except VoiceMisreads as trouble:
                logger.warning("saying_left_out language=%s cause=%s", language, trouble)
                return None
        return read_sound(file)

    def _make(self, text: str, voice: TrustedVoice, strange: re.Pattern[str] | None, file: Path) -> None:
        found = None if strange is None else strange.search(text)
        heard = misread(voice, text) if found is None else found.group()
        if heard is not None:
            raise VoiceMisreads(voice=voice.id, text=text, heard=heard)
        made = self._played / "made.wav"
        words = max(1, len(_CHINESE.findall(text)) + len(text.split()) - 1)
        speech = Speech(text=text, voice=voice.id, rate=voice.rate, words=words, file=made)
        self._speaker.say(speech, within=DEADLINE)
        try:
            made.replace(file)
        except OSError as cause:
            raise CacheUnusable(folder=self._kept, reason=cause) from cause

    def _written(self, sound: Sound) -> Path:
        """Beside the last few, one of which may still be playing."""
        self._count += 1
        path = self._played / f"reading-{self._count % PLAYED}.wav"
        try:
            write_sound(path, sound)
        except OSError as cause:
            raise CacheUnusable(folder=self._played, reason=cause) from cause
        return path

    def _throw_away_old(self) -> None:
        files = sorted(self._kept.glob("*.wav"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[KEPT_FILES:]:
            file.unlink(missing_ok=True)
        for folder in self._kept.parent.glob("reading-*"):
            if time.time() - folder.stat().st_mtime > 86_400:
                shutil.rmtree(folder, ignore_errors=True)


def spoken_text(saying: Saying, language: str, engine: str) -> str:
    """What the engine is fed: signs that are only seen become pauses; a label is spelt as a call spells it."""
    if saying.is_number:
        return whole_sentence(speak_label(saying.text, language), phrasebook(language), engine)
    return _STOPS.sub(", ", saying.text).strip(" ,")
