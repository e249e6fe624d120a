"""One language of the hall: what it can be spoken with, and the reason when it cannot.

In this order, a whole sentence from one source: an approved pack's clips, the voice's own clips, the voice. Never
another language's voice.
"""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from waitline.model.errors import WaitlineError
from waitline.model.words import Words

from .banks import BankPlan, ClipBank, bank_plan, build_bank, load_bank
from .errors import ClipsMissing, LanguageAbsent
from .packs import ClipPack, find_pack
from .phrasebook import Phrasebook, phrasebook
from .phrases import Token, speak_call, whole_sentence
from .said import said
from .self_test import TrustedVoice, trusted_voice
from .sound import Sound, read_sound
from .synthesis import Speech, Synthesizer

logger = logging.getLogger(__name__)


class Readiness(Enum):
    ABSENT = "absent"
    RECORDED = "recorded"  # by an approved pack, whose clips are being made ready
    SYNTHESIS = "synthesis"  # spoken sentence by sentence, until the clips are made
    CLIPS = "clips"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageState:
    """`trouble`: why a language is absent, or what of it does not work; None when all is well. `words` say it.

    `recorded`: the clips it has from people, None where it has no pack; `unfit`: those that cannot be used.
    `has_voice`: whole sentences can be synthesised.
    """

    language: str
    name: Words
    readiness: Readiness
    trouble: WaitlineError | None
    recorded: frozenset[str] | None = None
    unfit: Mapping[str, Words] = field(default_factory=dict)
    has_voice: bool = False

    @property
    def words(self) -> Words | None:
        return None if self.trouble is None else self.trouble.words


class Tongue:
    """Prepared and asked by one thread; a second one may build its banks meanwhile."""

    def __init__(self, language: str, *, cache: Path, packs: Sequence[Path], engine: str) -> None:
        self._language = language
        self._cache = cache
        self._packs = packs
        self._engine = engine
        self._scratch = cache
        self._book: Phrasebook | None = None
        self._voice: TrustedVoice | None = None
        self._plans: tuple[BankPlan, ...] = ()  # best first
        self._banks: dict[Path, ClipBank] = {}
        self._trouble: WaitlineError | None = None
        self._tested = False

    def prepare(self, speaker: Synthesizer, scratch: Path) -> None:
        """Find phrases, pack and voice, test the voice, load what clips there are; trouble is kept as words."""
        self._scratch = scratch
        try:
            book = self._book = phrasebook(self._language)
        except WaitlineError as trouble:
            self.give_up(trouble)
            return
        pack = self._pack_of(book)
        try:
            self._voice = trusted_voice(book, speaker, self._engine, scratch)
        except WaitlineError as trouble:
            logger.warning("voice_untrusted language=%s cause=%s", self._language, trouble)
            self._trouble = self._trouble or (None if pack else trouble)
        self._plans = tuple(
            bank_plan(self._cache, book, source) for source in (pack, self._voice) if source is not None
        )
        for plan in self._plans:
            if bank := load_bank(plan):
                self._banks[plan.folder] = bank
        self._tested = True

    def give_up(self, trouble: WaitlineError) -> None:
        """Nothing can be spoken, for this reason."""
        self._trouble = trouble
        self._voice = None
        self._plans = ()
        self._tested = True

    def lacks(self, trouble: WaitlineError) -> None:
        """Something of it does not work, for this reason."""
        self._trouble = trouble

    def plans_to_build(self) -> tuple[BankPlan, ...]:
        return tuple(plan for plan in self._plans if plan.folder not in self._banks)

    def build(self, builder: Synthesizer, *, recorded: bool, stopped: Callable[[], bool]) -> None:
        """Make the bank of the pack, or that of the voice, where it lacks; one that cannot be made leaves the
        language as it was.
        """
        for plan in self.plans_to_build():
            if stopped():
                return
            if plan.is_recorded is not recorded:
                continue
            began = time.monotonic()
            try:
                bank = build_bank(plan, builder, stopped=stopped)
            except WaitlineError as trouble:
                if not stopped():
                    logger.warning("bank_not_built folder=%s cause=%s", plan.folder.name, trouble)
                    self._trouble = trouble
                continue
            if bank:
                self._banks[plan.folder] = bank
                took = time.monotonic() - began
                logger.info("bank_built folder=%s clips=%d seconds=%.1f", plan.folder.name, len(bank.clips), took)

    def state(self) -> LanguageState:
        name = self._book.name if self._book else Words(zh=self._language, en=self._language)
        recorded, unfit = self._recordings()
        return LanguageState(
            language=self._language,
            name=name,
            readiness=self._readiness,
            trouble=self._trouble,
            recorded=recorded,
            unfit=unfit,
            has_voice=self._voice is not None,
        )

    @property
    def is_mute(self) -> bool:
        """Tested, and nothing can be said in it for now."""
        return self._tested and self._readiness not in (Readiness.SYNTHESIS, Readiness.CLIPS)

    @property
    def _readiness(self) -> Readiness:
        banks = tuple(self._banks.values())  # another thread may put one beside them meanwhile
        if any(bank.clips for bank in banks):
            return Readiness.CLIPS
        if self._voice is not None:
            return Readiness.SYNTHESIS
        return Readiness.RECORDED if len(banks) < len(self._plans) else Readiness.ABSENT

    def _recordings(self) -> tuple[frozenset[str] | None, dict[str, Words]]:
        """What people have recorded: the clips that can be used, and those that cannot."""
        for plan in self._plans:
            if isinstance(plan.source, ClipPack):
                unfit = {clip: bad.words for clip, bad in plan.source.unfit.items()}
                bank = self._banks.get(plan.folder)
                unfit.update(bank.unfit if bank else {})
                return frozenset(plan.clips) - unfit.keys(), unfit
        return None, {}

    def say(self, number: str, counter: str, *, short: bool, speaker: Synthesizer, until: float) -> Sound:
        """The sentence; LanguageAbsent, Unspeakable, ClipsMissing, SynthesisFailed."""
        if self._book is None or not self._plans:
            words = self.state().words or Words(zh="語音尚未準備好", en="The voice is not ready yet")
            raise LanguageAbsent(reason_zh=words.zh, reason_en=words.en)
        tokens = speak_call(number, counter, self._language, short)
        for plan in self._plans:
            bank = self._banks.get(plan.folder)
            if bank and all(token.clip in bank.clips for token in tokens):
                return said(tokens, bank.clips)
        if self._voice is None:
            bank = self._banks.get(self._plans[0].folder)
            had = bank.clips if bank else {}
            lacking = sorted({token.text for token in tokens if token.clip not in had})
            raise ClipsMissing(pack=self._language, reason=" ".join(lacking))
        return self._synthesised(tokens, self._book, self._voice, speaker, until)

    def _pack_of(self, book: Phrasebook) -> ClipPack | None:
        try:
            return find_pack(self._packs, book)
        except WaitlineError as trouble:
            logger.warning("pack_refused language=%s cause=%s", self._language, trouble)
            self._trouble = trouble
            return None

    def _synthesised(
        self, tokens: tuple[Token, ...], book: Phrasebook, voice: TrustedVoice, speaker: Synthesizer, until: float
    ) -> Sound:
        file = self._scratch / f"whole-{self._language}.wav"
        text = whole_sentence(tokens, book, voice.engine)
        speech = Speech(text=text, voice=voice.id, rate=voice.rate, words=len(tokens), file=file)
        speaker.say(speech, within=until - time.monotonic())
        try:
            return read_sound(file)
        finally:
            file.unlink(missing_ok=True)
