"""A pack as one .zip: for the office's other displays, and for other offices.

What comes in is never trusted: bounded in size, read in memory, unpacked under names of our own, checked as a
pack, and only then put in the place of what was recorded here, which is kept beside it.
"""

import io
import tomllib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from shutil import rmtree
from types import MappingProxyType
from typing import Final

from drivers.voice.clips import LONGEST_CLIP_S, clip_in
from drivers.voice.errors import BadSoundFile
from drivers.voice.packs import MANIFEST
from drivers.voice.phrasebook import Phrasebook
from drivers.voice.sound import RATE, Sound, wave_of
from waitline.model.words import Words
from waitline.on_disk import make_folder, sync_folder, write_whole

from .errors import BadRecordings, RecordingNotKept
from .own_pack import KeptTake, OwnPack, PackFolder, manifest_of, pack_of

LARGEST_FILE: Final = round(LONGEST_CLIP_S * RATE) * 2 + 4_096
LARGEST_MANIFEST: Final = 256 * 1_024
LARGEST_ZIP: Final = 64 * 1_048_576
MOST_FILES: Final = 1_000
_BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
)


def export_pack(folder: PackFolder, target: Path) -> int:
    """Write what was recorded to `target`, whole or not at all; how many clips. RecordingNotKept."""
    pack = folder.read()
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
            zipped.writestr(f"{pack.language}/{MANIFEST}", manifest_of(pack))
            for take in pack.takes.values():
                zipped.write(folder.folder / take.file, f"{pack.language}/{take.file}")
        write_whole(target, made.getvalue())
    except OSError as cause:
        raise RecordingNotKept(folder=target, reason=cause) from cause
    return len(pack.takes)


def import_pack(folder: PackFolder, source: Path, book: Phrasebook) -> OwnPack:
    """Take over a pack, to be approved here anew. BadRecordings: nothing has changed; RecordingNotKept."""
    try:
        if source.stat().st_size > LARGEST_ZIP:
            raise _bad(source.name, Words(zh="檔案太大", en="the file is too large"))
        with zipfile.ZipFile(source) as zipped:
            pack, sounds = _checked(zipped, source.name, book)
    except _BROKEN as cause:
        reason = Words(zh=f"檔案損毀或不是 .zip（{cause}）", en=f"it is broken, or no .zip ({cause})")
        raise _bad(source.name, reason) from cause
    except OSError as cause:
        raise _bad(source.name, Words(zh=f"讀不到（{cause}）", en=f"it cannot be read ({cause})")) from cause
    return _put_in_place(folder, pack, sounds)


def _checked(zipped: zipfile.ZipFile, file: str, book: Phrasebook) -> tuple[OwnPack, dict[str, Sound]]:
    entries = zipped.infolist()
    if len(entries) > MOST_FILES:
        raise _bad(file, Words(zh=f"裡面有 {len(entries)} 個檔案", en=f"{len(entries)} files are in it"))
    for entry in entries:
        _refuse_outside(entry, file)
    manifests = [entry for entry in entries if PurePosixPath(entry.filename).name == MANIFEST]
    if len(manifests) != 1:
        raise _bad(file, Words(zh=f"沒有 {MANIFEST}", en=f"there is no {MANIFEST} in it"))
    home = PurePosixPath(manifests[0].filename).parent
    pack = _manifest(_read(zipped, manifests[0], LARGEST_MANIFEST, file), file)
    if pack.language != book.language:
        raise _bad(file, Words(zh=f"它的語言是 {pack.language}", en=f"its language is {pack.language}"))
    if strange := sorted(set(pack.takes) - set(book.clips)):
        raise _bad(
            file,
            Words(zh=f"沒有這些字句：{'、'.join(strange)}", en=f"there are no such clips: {', '.join(strange)}"),
        )
    inside = {PurePosixPath(entry.filename): entry for entry in entries}
    sounds: dict[str, Sound] = {}
    for clip, take in pack.takes.items():
        recorded = inside.get(home / take.file)
        if recorded is None:
            raise _bad(file, Words(zh=f"缺少 {take.file}", en=f"{take.file} is missing"))
        sounds[clip] = _sound(_read(zipped, recorded, LARGEST_FILE, file), take.file, file)
    return pack, sounds


def _refuse_outside(entry: zipfile.ZipInfo, file: str) -> None:
    """Nothing is unpacked by its name; a .zip that tries is made by nobody's good will."""
    name = entry.filename
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise _bad(file, Words(zh=f"「{name}」在資料夾之外", en=f"{name} lies outside its folder"))


def _read(zipped: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, file: str) -> bytes:
    """Counted while it is unpacked: what a .zip says of its sizes need not be true."""
    with zipped.open(entry) as opened:
        found = opened.read(most + 1)
    if len(found) > most:
        raise _bad(file, Words(zh=f"{entry.filename} 太大", en=f"{entry.filename} is too large"))
    return found


def _manifest(raw: bytes, file: str) -> OwnPack:
    try:
        return pack_of(tomllib.loads(raw.decode("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise _bad(file, Words(zh=f"{MANIFEST} 有誤（{cause}）", en=f"{MANIFEST} is wrong ({cause})")) from cause


def _sound(raw: bytes, name: str, file: str) -> Sound:
    try:
        return clip_in(io.BytesIO(raw), name)
    except BadSoundFile as cause:
        raise _bad(file, cause.words) from cause


def _put_in_place(folder: PackFolder, pack: OwnPack, sounds: dict[str, Sound]) -> OwnPack:
    home = folder.folder
    made = home.with_name(f".{home.name}.importing")
    try:
        rmtree(made, ignore_errors=True)
        make_folder(made)
        takes = {}
        for clip, sound in sounds.items():
            takes[clip] = KeptTake(file=f"{clip}-1.wav", verdict=pack.takes[clip].verdict)
            write_whole(made / takes[clip].file, wave_of(sound))
        taken = replace(pack, takes=MappingProxyType(takes), approval=None)
        write_whole(made / MANIFEST, manifest_of(taken).encode())
        if home.exists():
            home.rename(next(free for free in _names_beside(home) if not free.exists()))
        made.rename(home)
        sync_folder(home.parent)
    except OSError as cause:
        raise RecordingNotKept(folder=home, reason=cause) from cause
    return taken


def _names_beside(home: Path) -> Iterator[Path]:
    return (home.with_name(f"{home.name}.before-{number}") for number in range(1, 10_000))


def _bad(file: str, reason: Words) -> BadRecordings:
    return BadRecordings(pack=file, file=file, reason_zh=reason.zh, reason_en=reason.en)
