"""Is this voice to be trusted? Tested at every start by what it would say, not by its name.

espeak-ng tells its phonemes: every clip and some whole sentences must sound as the phrase file says, in one
language throughout, and no two clips alike (left to itself it says G as 一). SAPI5 tells none: there a voice
must be installed for exactly this language, and its sound must grow with the sentence.
"""

import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .errors import OnlyRecorded, SpeechProgramMissing, VoiceAbsent, VoiceMisreads, VoiceNotTested
from .phrasebook import Phrasebook
from .phrases import Token, speak_call, whole_sentence
from .synthesis import Speech, Synthesizer

DEADLINE: Final = 10.0  # seconds a language
_ESPEAK: Final = "espeak-ng"
_MARKS: Final = re.compile(r"[',%=|_\s]")
_PROBES: Final = (("A012", "3"), ("357", "24"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedVoice:
    """A voice that passed: `id` as pyttsx3 selects it, `version` changes when it may sound different."""

    engine: str
    id: str
    rate: int
    version: str


def trusted_voice(book: Phrasebook, synthesizer: Synthesizer, engine: str, scratch: Path) -> TrustedVoice:
    """Find and test the voice of a language; VoiceTrouble says what it lacks."""
    if not book.voices:
        raise OnlyRecorded(language=book.language)
    if engine not in book.voices:
        raise VoiceAbsent(voice=book.language)
    if engine == "espeak":
        return _espeak_voice(book)
    return _installed_voice(book, synthesizer, engine, scratch)


def misread(voice: TrustedVoice, text: str) -> str | None:
    """The phonemes of a text that a trusted voice would say in another language; None where all is well.

    Only espeak-ng tells. VoiceTrouble where it could not be asked.
    """
    program = shutil.which(_ESPEAK)
    if voice.engine != "espeak" or program is None:
        return None
    heard = _Hearing(program, voice.id).phonemes(text)
    return heard if "(" in heard else None


def _espeak_voice(book: Phrasebook) -> TrustedVoice:
    program = shutil.which(_ESPEAK)
    if program is None:
        raise SpeechProgramMissing(program=_ESPEAK)
    voice = book.voices["espeak"]
    hearing = _Hearing(program, voice.name)
    spelled = [book.spelling(clip, "espeak") for clip in book.clips]
    heard = dict(zip(book.clips, hearing.phonemes_of_each(spelled), strict=True))
    for clip, phonemes in heard.items():
        pattern = voice.heard.get(clip)
        twin = next(other for other, sound in heard.items() if sound == phonemes)
        if not phonemes or "(" in phonemes or twin != clip or (pattern and not pattern.search(phonemes)):
            raise VoiceMisreads(voice=voice.name, text=book.clips[clip], heard=phonemes)
    for number, counter in _PROBES:
        _hear_sentence(book, speak_call(number, counter, book.language, False), hearing)
    return TrustedVoice(engine="espeak", id=voice.name, rate=voice.rate, version=hearing.version())


def _hear_sentence(book: Phrasebook, tokens: tuple[Token, ...], hearing: "_Hearing") -> None:
    """In a sentence a word may sound otherwise than alone: English A becomes the article."""
    voice = book.voices["espeak"]
    text = whole_sentence(tokens, book, "espeak")
    phonemes = hearing.phonemes(text)
    patterns = [voice.heard[token.clip].pattern for token in tokens if token.clip in voice.heard]
    if "(" in phonemes or not re.search(".*".join(patterns), phonemes):
        raise VoiceMisreads(voice=voice.name, text=text, heard=phonemes)


class _Hearing:
    """espeak-ng asked for phonemes instead of sound, all within one deadline."""

    def __init__(self, program: str, voice: str) -> None:
        self._program = program
        self._voice = voice
        self._until = time.monotonic() + DEADLINE

    def phonemes(self, text: str) -> str:
        """What would be said, without stress and pauses; a change of language shows as "(en)"."""
        return _MARKS.sub("", self._run("-q", "-x", "-v", self._voice, "--", text))

    def phonemes_of_each(self, texts: list[str]) -> list[str]:
        """All in one run, a paragraph each (40 ms instead of 500); one by one if the lines do not add up."""
        lines = self._run("-q", "-x", "-v", self._voice, "--stdin", fed="\n\n".join(texts)).split("\n")
        heard = [phonemes for line in lines if (phonemes := _MARKS.sub("", line))]
        return heard if len(heard) == len(texts) else [self.phonemes(text) for text in texts]

    def version(self) -> str:
        return self._run("--version").partition("Data at")[0].strip()

    def _run(self, *arguments: str, fed: str = "") -> str:
        left = self._until - time.monotonic()
        try:
            done = subprocess.run(
                [self._program, *arguments],
                capture_output=True,
                input=fed,
                encoding="utf-8",
                timeout=max(0.01, left),
                check=True,
            )
        except subprocess.CalledProcessError as cause:
            raise VoiceAbsent(voice=self._voice) from cause
        except (OSError, ValueError, subprocess.TimeoutExpired) as cause:
            raise VoiceNotTested(voice=self._voice, reason=cause) from cause
        return done.stdout


def _installed_voice(book: Phrasebook, synthesizer: Synthesizer, engine: str, scratch: Path) -> TrustedVoice:
    wanted = book.voices[engine]
    installed = synthesizer.voices(within=DEADLINE)
    of_language = [v for v in installed if wanted.name.lower() in (tag.lower() for tag in v.languages)]
    if not of_language:
        raise VoiceAbsent(voice=wanted.name)
    voice = of_language[0]
    sentence = speak_call(*_PROBES[0], book.language, False)
    lengths = [
        synthesizer.say(
            Speech(
                text=whole_sentence(tokens, book, engine),
                voice=voice.id,
                rate=wanted.rate,
                words=len(tokens),
                file=scratch / "self-test.wav",
            ),
            within=DEADLINE,
        )
        for tokens in (sentence[:1], sentence)
    ]
    if lengths[1] < 2 * lengths[0]:
        raise VoiceNotTested(voice=voice.name, reason=f"{lengths[0]:.1f} s, {lengths[1]:.1f} s")
    return TrustedVoice(engine=engine, id=voice.id, rate=wanted.rate, version=voice.name)
