"""Clip banks: every clip of a language, shaped and kept in the cache, so that speaking is joining files.

A bank's folder is named after all that decides its sound (phrases, voice, its version, shaping); it appears whole,
by one rename, or not at all. An old one is thrown away when its successor stands.
"""

import hashlib
import json
import logging
import os
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from waitline.model.words import Words

from .errors import BadSoundFile, CacheUnusable, UnfitClip
from .packs import ClipPack
from .phrasebook import Phrasebook
from .self_test import TrustedVoice
from .sound import Sound, read_sound
from .synthesis import Speech, Synthesizer

logger = logging.getLogger(__name__)

SHAPING: Final = 1  # raise when clips.py makes other clips of the same voice
CLIP_DEADLINE: Final = 30.0  # seconds, with two repeats in it
_UNFIT: Final = "unfit.json"
_PARTIAL: Final = ".partial-"
_A_DAY: Final = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipBank:
    """`unfit`: clips of a pack that could not be made ready, and why."""

    clips: Mapping[str, Sound]
    unfit: Mapping[str, Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPlan:
    """One bank that a language could speak from: of a pack's recordings, or of a voice's synthesis."""

    book: Phrasebook
    folder: Path
    source: ClipPack | TrustedVoice

    @property
    def is_recorded(self) -> bool:
        return isinstance(self.source, ClipPack)

    @property
    def clips(self) -> tuple[str, ...]:
        return tuple(self.source.clips if isinstance(self.source, ClipPack) else self.book.clips)


def bank_plan(cache: Path, book: Phrasebook, source: ClipPack | TrustedVoice) -> BankPlan:
    if isinstance(source, ClipPack):
        kind, made_of = "pack", [source.fingerprint]
    else:
        spoken = [[clip, book.spelling(clip, source.engine)] for clip in book.clips]
        kind, made_of = "voice", [source.engine, source.id, str(source.rate), source.version, json.dumps(spoken)]
    key = hashlib.sha256(json.dumps([SHAPING, made_of]).encode()).hexdigest()[:12]
    return BankPlan(book=book, folder=cache / "banks" / f"{book.language}-{kind}-{key}", source=source)


def load_bank(plan: BankPlan) -> ClipBank | None:
    """The finished bank; None where it is not built yet, or was damaged since (it is built again then)."""
    if not plan.folder.is_dir():
        return None
    try:
        unfit = _unfit_in(plan.folder)
        clips = {clip: read_sound(plan.folder / f"{clip}.wav") for clip in plan.clips if clip not in unfit}
    except (BadSoundFile, OSError, ValueError, TypeError, AttributeError) as bad:
        logger.warning("bank_damaged folder=%s cause=%s", plan.folder.name, bad)
        shutil.rmtree(plan.folder, ignore_errors=True)
        return None
    return ClipBank(clips=MappingProxyType(clips), unfit=MappingProxyType(unfit))


def build_bank(plan: BankPlan, synthesizer: Synthesizer, *, stopped: Callable[[], bool]) -> ClipBank | None:
    """Make every clip in the child process; None when stopped. SynthesisFailed, CacheUnusable."""
    partial = plan.folder.with_name(f"{_PARTIAL}{plan.folder.name}-{os.getpid()}")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        unfit: dict[str, Words] = {}
        for clip in plan.clips:
            if stopped():
                return None
            try:
                _make(plan, clip, partial / f"{clip}.wav", synthesizer)
            except UnfitClip as bad:
                logger.warning("clip_unfit folder=%s clip=%s cause=%s", plan.folder.name, clip, bad)
                unfit[clip] = bad.words
        _keep_unfit(partial, unfit)
        _put_in_place(partial, plan.folder)
        _throw_away_older(plan)
    except OSError as cause:
        raise CacheUnusable(folder=plan.folder.parent, reason=cause) from cause
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return load_bank(plan)


def _make(plan: BankPlan, clip: str, file: Path, synthesizer: Synthesizer) -> None:
    source = plan.source
    if isinstance(source, ClipPack):
        synthesizer.shape(source.clips[clip], file, within=CLIP_DEADLINE)
        return
    speech = Speech(
        text=plan.book.spelling(clip, source.engine), voice=source.id, rate=source.rate, words=1, file=file
    )
    synthesizer.say(speech, within=CLIP_DEADLINE)


def _keep_unfit(folder: Path, unfit: Mapping[str, Words]) -> None:
    """Beside the clips, so that the next start knows that they are not lost but could not be made."""
    if unfit:
        told = {clip: [words.zh, words.en] for clip, words in unfit.items()}
        (folder / _UNFIT).write_text(json.dumps(told), encoding="utf-8")


def _unfit_in(folder: Path) -> dict[str, Words]:
    file = folder / _UNFIT
    told = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {clip: Words(zh=str(zh), en=str(en)) for clip, (zh, en) in told.items()}


def _put_in_place(partial: Path, folder: Path) -> None:
    try:
        partial.rename(folder)
    except OSError:
        if not folder.is_dir():  # otherwise another display of this computer was quicker
            raise


def _throw_away_older(plan: BankPlan) -> None:
    kind = plan.folder.name.rpartition("-")[0]
    for older in plan.folder.parent.glob(f"{kind}-*"):
        if older != plan.folder:
            shutil.rmtree(older, ignore_errors=True)
    throw_away_forgotten(plan.folder.parent, f"{_PARTIAL}*")


def throw_away_forgotten(folder: Path, pattern: str) -> None:
    """Remove working folders of programs that were killed: untouched for a day. OSError."""
    for forgotten in folder.glob(pattern):
        if time.time() - forgotten.stat().st_mtime > _A_DAY:
            shutil.rmtree(forgotten, ignore_errors=True)
