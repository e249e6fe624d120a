"""The hall's voice as the display knows it: a call goes in, one sound file comes out, or a reason why not.

Made for one worker thread: nothing here waits without a deadline, and `close` may come from any thread.
"""

import itertools
import logging
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from waitline.model.errors import WaitlineError

from .banks import throw_away_forgotten
from .clips import AFTER_CHIME, BETWEEN_LANGUAGES, Piece, join
from .errors import CacheUnusable, LanguageAbsent, LanguageFault, LanguageNotSetUp, NotSpoken
from .packs import places_of_packs
from .sound import Sound, read_sound, write_sound
from .spoken import CallPhrase, MissingLanguage, SpokenFile, chime_of
from .synthesis import Synthesizer, engine_here
from .tongue import LanguageState, Tongue

logger = logging.getLogger(__name__)

SENTENCE_DEADLINE: Final = 5.0  # seconds for all that is asked at once; then the next call's turn comes
KEPT: Final = 16  # sentence files: those of the call that is being played and some before them


@contextmanager
def _alone(language: str) -> Iterator[None]:
    """One language's own affair: what nobody foresaw in it becomes a LanguageFault, and the others go on."""
    try:
        yield
    except WaitlineError:
        raise
    except Exception as fault:
        logger.exception("language_failed language=%s", language)
        raise LanguageFault(fault=type(fault).__name__) from fault


class Voice:
    """All languages of a hall. `packs`: where recordings are looked for (see `places_of_packs`).

    `told` hears how every language is, when that is known and again when clips have been made; on the thread that
    knows it.
    """

    def __init__(
        self,
        cache_dir: Path,
        languages: Sequence[str],
        *,
        packs: Sequence[Path] | None = None,
        engine: str | None = None,
        told: Callable[[tuple[LanguageState, ...]], object] = lambda _: None,
    ) -> None:
        self._cache = cache_dir
        self._sentences = cache_dir / f"sentences-{os.getpid()}-{id(self):x}"  # two displays may share a cache
        engine = engine or engine_here()
        packs = places_of_packs(cache_dir) if packs is None else packs
        self._tongues = {
            language: Tongue(language, cache=cache_dir, packs=packs, engine=engine)
            for language in dict.fromkeys(languages)
        }
        self._speaker = Synthesizer(engine=engine)
        self._builder = Synthesizer(engine=engine, background=True)
        self._building: threading.Thread | None = None
        self._closed = threading.Event()
        self._recordings_ready = threading.Event()
        self._tell = told
        self._count = itertools.count(1)

    def start(self) -> None:
        """Test every voice and load the clips there are; those that lack are made in the background."""
        try:
            self._sentences.mkdir(parents=True, exist_ok=True)
            throw_away_forgotten(self._cache, "sentences-*")
        except OSError as cause:
            trouble = CacheUnusable(folder=self._cache, reason=cause)
            logger.error("voice_cache_unusable cause=%s", trouble)  # noqa: TRY400 the words say it all
            for tongue in self._tongues.values():
                tongue.give_up(trouble)
            return
        for language, tongue in self._tongues.items():
            try:
                with _alone(language):
                    tongue.prepare(self._speaker, self._sentences)
            except LanguageFault as fault:
                tongue.give_up(fault)
        self._tell(self.available())
        if any(tongue.plans_to_build() for tongue in self._tongues.values()):
            self._building = threading.Thread(target=self._build, name="voice-banks")
            self._building.start()

    @property
    def speech_child(self) -> int | None:
        """The process id of the child that synthesises sentences, while there is one."""
        return self._speaker.pid

    def wait_for_clips(self, within: float) -> bool:
        """Wait until the background has made what it can; False if it is still at it after `within` seconds."""
        if self._building is None:
            return True
        self._building.join(within)
        return not self._building.is_alive()

    def wait_for_recordings(self, within: float) -> bool:
        """Wait until the clips of all packs are made ready, or known to be unfit."""
        return self._building is None or self._recordings_ready.wait(within)

    def available(self) -> tuple[LanguageState, ...]:
        """Every language of the hall: how it is spoken, and why not."""
        return tuple(tongue.state() for tongue in self._tongues.values())

    def absent(self) -> frozenset[str]:
        """The languages that nothing can be said in now; those that are not yet tested are not among them."""
        return frozenset(language for language, tongue in self._tongues.items() if tongue.is_mute)

    def sentence(self, call: CallPhrase) -> SpokenFile:
        """One file with chime and sentence in every language that can be trusted; NotSpoken if there is none."""
        until = time.monotonic() + SENTENCE_DEADLINE
        try:
            self._sentences.mkdir(parents=True, exist_ok=True)
        except OSError as cause:
            raise self._unwritten(call, cause) from cause
        spoken: dict[str, Sound] = {}
        missing: list[MissingLanguage] = []
        for language in dict.fromkeys(call.languages):
            try:
                with _alone(language):
                    spoken[language] = self._tongue(language).say(
                        call.number, call.counter, short=call.short, speaker=self._speaker, until=until
                    )
            except (LanguageAbsent, LanguageNotSetUp) as absent:
                missing.append(MissingLanguage(language=language, words=absent.words))
            except WaitlineError as trouble:
                logger.warning("language_not_spoken language=%s cause=%s", language, trouble)
                missing.append(MissingLanguage(language=language, words=trouble.words))
        if not spoken:
            raise self._not_spoken(call, missing)
        sound = self._joined(call, list(spoken.values()))
        return SpokenFile(
            path=self._written(sound, call),
            seconds=sound.seconds,
            languages_spoken=tuple(spoken),
            languages_missing=tuple(missing),
        )

    def close(self) -> None:
        """End every child process and thread; a sentence in the making fails at once."""
        self._closed.set()
        self._speaker.abort()
        self._builder.abort()
        if self._building:
            self._building.join()
        self._speaker.close()
        shutil.rmtree(self._sentences, ignore_errors=True)

    def _build(self) -> None:
        """The background thread: recordings first, without which their languages are silent; then the voices'
        own clips. What fails is told in `available`.
        """
        began = time.monotonic()
        try:
            for recorded in (True, False):
                for language, tongue in self._tongues.items():
                    self._build_one(language, tongue, recorded=recorded)
                self._recordings_ready.set()
                if not self._closed.is_set():
                    self._tell(self.available())
        except Exception:  # the thread's edge
            logger.exception("voice_banks_failed")
        finally:
            self._recordings_ready.set()
            self._builder.close()
        logger.info("voice_banks_done seconds=%.1f", time.monotonic() - began)

    def _build_one(self, language: str, tongue: Tongue, *, recorded: bool) -> None:
        try:
            with _alone(language):
                tongue.build(self._builder, recorded=recorded, stopped=self._closed.is_set)
        except LanguageFault as fault:
            tongue.lacks(fault)

    def _tongue(self, language: str) -> Tongue:
        tongue = self._tongues.get(language)
        if tongue is None:
            raise LanguageNotSetUp(language=language)
        return tongue

    def _joined(self, call: CallPhrase, spoken: list[Sound]) -> Sound:
        pieces = [Piece(sound=read_sound(chime_of(love=call.love)), gap=call.pause)] if call.chime else []
        for sound in spoken:
            gap = (
                call.pause if not pieces else AFTER_CHIME if len(pieces) == 1 and call.chime else BETWEEN_LANGUAGES
            )
            pieces.append(Piece(sound=sound, gap=gap))
        return join(pieces)

    def _written(self, sound: Sound, call: CallPhrase) -> Path:
        number = next(self._count)
        path = self._sentences / f"call-{number:08d}.wav"
        try:
            write_sound(path, sound)
        except OSError as cause:
            raise self._unwritten(call, cause) from cause
        try:
            (self._sentences / f"call-{number - KEPT:08d}.wav").unlink(missing_ok=True)
        except OSError as cause:  # Windows keeps a file that is being played; it goes at the next start
            logger.info("sentence_kept cause=%s", cause)
        return path

    def _unwritten(self, call: CallPhrase, cause: OSError) -> NotSpoken:
        trouble = CacheUnusable(folder=self._cache, reason=cause)
        return self._not_spoken(call, [MissingLanguage(language="", words=trouble.words)])

    def _not_spoken(self, call: CallPhrase, missing: Sequence[MissingLanguage]) -> NotSpoken:
        logger.warning("call_not_spoken number=%s counter=%s", call.number, call.counter)
        return NotSpoken(
            chime=chime_of(love=call.love),
            reason_zh="；".join(dict.fromkeys(one.words.zh for one in missing)) or "沒有設定語言",
            reason_en="; ".join(dict.fromkeys(one.words.en for one in missing)) or "no language is set up",
        )
