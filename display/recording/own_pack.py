"""A pack in the making: its folder, in the form that the hall's voice reads (`drivers/voice/packs.py`).

Every take is a new file, and only then the manifest names it, by one rename, and only when both are on
the disk the take before goes: a program that is killed and a current that fails leave the take before or the take
after, and an approval never covers a sound that nobody approved.
"""

import json
import logging
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from drivers.voice.clips import read_clip
from drivers.voice.errors import BadClipPack, BadSoundFile
from drivers.voice.packs import MANIFEST
from drivers.voice.sound import Sound, read_sound, wave_of
from waitline.on_disk import make_folder, write_whole

from .errors import RecordingNotKept
from .takes import Take, Verdict

logger = logging.getLogger(__name__)

_NUMBERED: Final = re.compile(r"-(\d+)\.wav$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who heard it and found it right, and when."""

    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTake:
    """The file of a clip, in the pack's folder."""

    file: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPack:
    """`speaker`: who spoke, as a role and never a name; both empty until they are chosen."""

    language: str
    licence: str = ""
    speaker: str = ""
    approval: Approval | None = None
    takes: Mapping[str, KeptTake] = field(default_factory=dict)


class PackFolder:
    """One language's recordings of an office. Everything here touches the disk."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self._language = language

    def read(self) -> OwnPack:
        """What is there, each take as good as its file is now; BadClipPack where its manifest cannot be read."""
        manifest = self.folder / MANIFEST
        if not manifest.is_file():
            return OwnPack(language=self._language)
        try:
            return self._looked_at(pack_of(tomllib.loads(manifest.read_text(encoding="utf-8"))))
        except KeyError as missing:
            raise BadClipPack(pack=self._language, reason=f"missing {missing}") from missing
        except (OSError, ValueError, TypeError, AttributeError, RecursionError) as cause:
            raise BadClipPack(pack=self._language, reason=cause) from cause

    def _looked_at(self, pack: OwnPack) -> OwnPack:
        takes = {clip: replace(take, verdict=self._verdict(take)) for clip, take in pack.takes.items()}
        return replace(pack, takes=MappingProxyType(takes))

    def _verdict(self, take: KeptTake) -> Verdict:
        try:
            read_clip(self.folder / take.file)
        except BadSoundFile as bad:
            logger.warning("take_damaged", extra={"file": take.file, "why": str(bad)})
            return Verdict.DAMAGED
        return take.verdict

    def keep(self, clip: str, take: Take) -> OwnPack:
        """Put a take in the place of the one before; what was approved is approved no more. RecordingNotKept."""
        pack = self.read()
        before = pack.takes.get(clip)
        file = f"{clip}-{_number_of(before) + 1}.wav"
        kept = {**pack.takes, clip: KeptTake(file=file, verdict=take.verdict)}
        try:
            make_folder(self.folder)
            write_whole(self.folder / file, wave_of(take.sound))
            changed = self._write(replace(pack, takes=kept, approval=None))
        except OSError as cause:
            raise RecordingNotKept(folder=self.folder, reason=cause) from cause
        if before is not None:
            self._forget(before.file)
        return changed

    def approve(self, *, licence: str, speaker: str, approval: Approval) -> OwnPack:
        """Let the hall speak it, from a display's next start. RecordingNotKept."""
        try:
            return self._write(replace(self.read(), licence=licence, speaker=speaker, approval=approval))
        except OSError as cause:
            raise RecordingNotKept(folder=self.folder, reason=cause) from cause

    def sound(self, take: KeptTake) -> Sound:
        """A clip as it was kept. BadSoundFile."""
        return read_sound(self.folder / take.file)

    def _write(self, pack: OwnPack) -> OwnPack:
        write_whole(self.folder / MANIFEST, manifest_of(pack).encode())
        return pack

    def _forget(self, file: str) -> None:
        try:
            (self.folder / file).unlink(missing_ok=True)
        except OSError as cause:  # Windows keeps a file that is being played
            logger.info("take_left", extra={"file": file, "why": str(cause)})


def pack_of(raw: dict[str, Any]) -> OwnPack:
    """A manifest's values; KeyError, ValueError, TypeError, AttributeError where it is none."""
    found, verdicts = raw.get("approval"), raw.get("takes", {})
    return OwnPack(
        language=str(raw["language"]),
        licence=str(raw.get("licence", "")),
        speaker=str(raw.get("speaker", "")),
        approval=None if found is None else Approval(by=str(found["by"]), on=_date(found["on"])),
        takes=MappingProxyType(
            {
                clip: KeptTake(file=_plain_name(file), verdict=Verdict(verdicts.get(clip, "good")))
                for clip, file in raw["clips"].items()
            }
        ),
    )


def manifest_of(pack: OwnPack) -> str:
    """The same as a manifest's text."""
    lines = [f"{name} = {_quoted(getattr(pack, name))}" for name in ("language", "licence", "speaker")]
    if pack.approval is not None:
        lines += ["[approval]", f"by = {_quoted(pack.approval.by)}", f"on = {pack.approval.on.isoformat()}"]
    lines += ["[clips]", *(f"{_quoted(clip)} = {_quoted(take.file)}" for clip, take in pack.takes.items())]
    lines += [
        "[takes]",
        *(f"{_quoted(clip)} = {_quoted(take.verdict.value)}" for clip, take in pack.takes.items()),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """TOML's own basic string: JSON's, but for a sign that neither a file nor a name has."""
    return json.dumps(text.replace("\x7f", ""), ensure_ascii=False)


def _plain_name(file: object) -> str:
    if not isinstance(file, str) or not re.fullmatch(r"[\w.-]*\w", file) or file.startswith("."):
        raise ValueError(f"no file name: {file}")
    return file


def _date(found: object) -> date:
    if not isinstance(found, date):
        raise TypeError(f"no date: {found}")
    return found


def _number_of(take: KeptTake | None) -> int:
    found = None if take is None else _NUMBERED.search(take.file)
    return int(found[1]) if found else 0
