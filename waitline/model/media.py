"""Pictures and videos beside the calls: what an office wants shown, and what a display takes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .opening_hours import Hours
from .words import Words

PICTURES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp"})
VIDEOS: Final = frozenset({".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".wmv"})
PICTURE_MOST_BYTES: Final = 64_000_000
PICTURE_MOST_PIXELS: Final = 60_000_000
"""Decoded, that is a quarter of a gigabyte, for a moment."""
VIDEO_MOST_BYTES: Final = 4_000_000_000
VIDEO_MOST_PIXELS: Final = 4096 * 2304
PATIENCE_S: Final = 15.0
"""So long a picture may be in coming: a network's disk sleeps, a video shows one slide for ten seconds."""
PICTURE_S: Final = 12
"""How long a picture stands, unless the office says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaItem:
    """One line of the list: a file, by its place in the folder, and when it is shown; None: all day."""

    file: str
    hours: Hours | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSetup:
    """`folder` begins at the office's folder unless it is absolute. With `items` these alone are shown, in their
    order; without, all that is in the folder, by name."""

    folder: str
    picture_s: float = PICTURE_S
    items: tuple[MediaItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file as it was found. `stamp` is another one once it was changed in any way."""

    name: str
    size: int
    stamp: int

    @property
    def is_picture(self) -> bool:
        return suffix_of(self.name) in PICTURES

    @property
    def is_video(self) -> bool:
        return suffix_of(self.name) in VIDEOS


class Trouble(StrEnum):
    """Why a file is not shown."""

    KIND = "kind"
    BYTES = "bytes"
    PIXELS = "pixels"
    GONE = "gone"
    UNREADABLE = "unreadable"
    BROKEN = "broken"
    NO_PICTURE = "no_picture"
    STUCK = "stuck"


TROUBLE_WORDS: Final = {
    Trouble.KIND: Words(
        zh="不是看板能播放的檔案種類（圖片 jpg、png、webp，影片 mp4、mkv、webm、mov、avi、mpg、wmv）",
        en="not a kind a display shows (pictures: jpg, png, webp; videos: mp4, mkv, webm, mov, avi, mpg, wmv)",
    ),
    Trouble.BYTES: Words(
        zh=f"檔案太大，圖片最多 {PICTURE_MOST_BYTES // 10**6} MB、影片最多 {VIDEO_MOST_BYTES // 10**9} GB",
        en=f"too large: pictures {PICTURE_MOST_BYTES // 10**6} MB, videos {VIDEO_MOST_BYTES // 10**9} GB at most",
    ),
    Trouble.PIXELS: Words(
        zh=f"畫面太大，圖片最多 {PICTURE_MOST_PIXELS // 10**4} 萬畫素、影片最多 4096 × 2304",
        en=f"too many pixels: pictures up to {PICTURE_MOST_PIXELS // 10**6} million, videos up to 4096 × 2304",
    ),
    Trouble.GONE: Words(zh="找不到檔案", en="it is not there"),
    Trouble.UNREADABLE: Words(zh="無法讀取", en="it cannot be read"),
    Trouble.BROKEN: Words(zh="檔案損壞或無法解碼", en="it is broken or cannot be decoded"),
    Trouble.NO_PICTURE: Words(zh="裡面沒有畫面", en="there is no picture in it"),
    Trouble.STUCK: Words(zh="太久沒有畫面", en="its picture does not come"),
}


def suffix_of(name: str) -> str:
    """The end of a file's name, in small letters, as ``.mp4``."""
    dot = name.rfind(".")
    return name[dot:].lower() if dot >= 0 else ""


def trouble_of(file: MediaFile) -> Trouble | None:
    """What is wrong with a file before it is opened."""
    if not file.is_picture and not file.is_video:
        return Trouble.KIND
    most = PICTURE_MOST_BYTES if file.is_picture else VIDEO_MOST_BYTES
    return Trouble.BYTES if file.size > most else None
