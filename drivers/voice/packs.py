"""Clip packs: a language recorded by people, a folder `<language>/` with the clips and a `manifest.toml`.

An office's own stand in its voice folder (made in the display's recording room), shipped ones in `assets/voice`.

language = "nan-TW"
licence = "CC-BY-4.0"
[approval]            # without it the pack is kept, and not spoken
by = "..."
on = 2025-11-22
[clips]               # names as in the phrase file; 16-bit mono WAV at 22.05 kHz, eight seconds at most
0 = "khong.wav"

A clip that cannot be used is left out and told (`unfit`): the others are as good as before.
"""

import hashlib
import logging
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from waitline.assets import asset

from .clips import read_clip
from .errors import BadClipPack, BadSoundFile, ClipPackNotApproved, VoiceTrouble
from .phrasebook import Phrasebook

logger = logging.getLogger(__name__)

MANIFEST: Final = "manifest.toml"
_OWN: Final = "packs"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipPack:
    """An approved pack; `fingerprint` changes with any of its files. `unfit`: what it has and cannot be used."""

    language: str
    licence: str
    approved_by: str
    approved_on: date
    clips: Mapping[str, Path]
    unfit: Mapping[str, BadSoundFile]
    fingerprint: str


def own_packs(voice: Path) -> Path:
    """Where an office keeps what it recorded itself, in the folder `voice` of its state."""
    return voice / _OWN


def places_of_packs(voice: Path) -> tuple[Path, ...]:
    """Where a language is looked for, first to last: the office's own recordings, those shipped."""
    return own_packs(voice), asset("voice")


def find_pack(places: Sequence[Path], book: Phrasebook) -> ClipPack | None:
    """The first pack of the language that may be spoken, None where there is none at all.

    BadClipPack, ClipPackNotApproved, BadSoundFile: the first one's, where no other may be spoken.
    """
    troubles: list[VoiceTrouble] = []
    for place in places:
        try:
            found = _pack_in(place / book.language, book)
        except VoiceTrouble as trouble:
            logger.warning("pack_passed_over folder=%s cause=%s", place / book.language, trouble)
            troubles.append(trouble)
            continue
        if found is not None:
            return found
    if troubles:
        raise troubles[0]
    return None


def _pack_in(folder: Path, book: Phrasebook) -> ClipPack | None:
    if not (folder / MANIFEST).is_file():
        return None
    try:
        raw = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return _pack(raw, folder, book)
    except KeyError as missing:
        raise BadClipPack(pack=book.language, reason=f"missing {missing}") from missing
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as cause:
        raise BadClipPack(pack=book.language, reason=cause) from cause


def _pack(raw: dict[str, Any], folder: Path, book: Phrasebook) -> ClipPack:
    if raw["language"] != book.language:
        raise ValueError(f"language {raw['language']}")
    approval = raw.get("approval", {})
    by, on = approval.get("by", ""), approval.get("on")
    if not (isinstance(by, str) and by.strip() and isinstance(on, date)):
        raise ClipPackNotApproved(pack=book.language)
    if not str(raw["licence"]).strip():
        raise ValueError("no licence")
    files = {name: _inside(folder, file) for name, file in raw["clips"].items()}
    if strange := sorted(set(files) - set(book.clips)):
        raise ValueError(f"no such clip: {', '.join(strange)}")
    digest = hashlib.sha256()
    clips: dict[str, Path] = {}
    unfit: dict[str, BadSoundFile] = {}
    for name, path in sorted(files.items()):
        try:
            digest.update(name.encode() + read_clip(path).pcm)
            clips[name] = path
        except BadSoundFile as bad:
            logger.warning("clip_unfit language=%s clip=%s cause=%s", book.language, name, bad)
            unfit[name] = bad
    if unfit and not clips:
        raise next(iter(unfit.values()))
    return ClipPack(
        language=book.language,
        licence=raw["licence"],
        approved_by=by,
        approved_on=on,
        clips=MappingProxyType(clips),
        unfit=MappingProxyType(unfit),
        fingerprint=digest.hexdigest(),
    )


def _inside(folder: Path, file: str) -> Path:
    path = (folder / file).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(f"{file} lies outside the pack")
    return path
