"""Whether the pictures and videos beside the calls can be shown: the display's own decoder is asked for each."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from waitline.model.media import PATIENCE_S, TROUBLE_WORDS, MediaFile, MediaSetup, Trouble, trouble_of
from waitline.model.office import DisplaySetup, OfficeSetup

from .decoder import Decoder
from .finding import Finding, Topic, notice, well, wrong

_ALL_S: Final = 120.0
"""After so long no further file of a display is tried; the display itself tries each when its turn comes."""


def check_media(
    setup: OfficeSetup, folder: Path, *, patience_s: float = PATIENCE_S, all_s: float = _ALL_S
) -> Iterator[Finding]:
    """Each display's; `folder` is the office's. `patience_s`: for one file, as the display has it."""
    for display in setup.displays:
        if display.media is not None:
            with Decoder(patience_s) as decoder:
                yield from _of(display, display.media, folder / display.media.folder, decoder, all_s)


def _of(
    display: DisplaySetup, media: MediaSetup, folder: Path, decoder: Decoder, all_s: float
) -> Iterator[Finding]:
    names = tuple(dict.fromkeys(item.file for item in media.items))
    answer = decoder.ask(look=str(folder), names=names)
    if "found" not in answer:
        yield wrong(
            Topic.MEDIA,
            f"看板 {display.id}：資料夾 {folder} 沒有回應",
            f"Display {display.id}: the folder {folder} does not answer",
        )
        return
    if answer["found"] is None:
        yield notice(
            Topic.MEDIA,
            f"看板 {display.id}：找不到資料夾 {folder}；有了就會開始播放",
            f"Display {display.id}: there is no folder {folder}; once there is, it is shown",
        )
        return
    files = [MediaFile(name=name, size=size, stamp=stamp) for name, size, stamp in answer["found"]]
    for name in names:
        if name not in {file.name for file in files}:
            yield _unusable(display, name, Trouble.GONE)
    yield from _tried(display, files, folder, decoder, all_s)


def _tried(
    display: DisplaySetup, files: list[MediaFile], folder: Path, decoder: Decoder, all_s: float
) -> Iterator[Finding]:
    good = untried = 0
    ends = time.monotonic() + all_s
    for file in files:
        trouble = trouble_of(file)
        if trouble is None:
            if time.monotonic() >= ends:
                untried += 1
                continue
            trouble = decoder.trouble(folder / file.name)
        if trouble is None:
            good += 1
        else:
            yield _unusable(display, file.name, trouble)
    if untried:
        yield notice(
            Topic.MEDIA,
            f"看板 {display.id}：{folder} 另有 {untried} 個檔案未檢查（{all_s:g} 秒已到）；"
            "看板會自己略過不能播放的",
            f"Display {display.id}: {untried} more files in {folder} were not tried, as {all_s:g} s were over;"
            " the display leaves out what it cannot show",
        )
    if good or not untried:
        yield (well if good else notice)(
            Topic.MEDIA,
            f"看板 {display.id}：{folder} 有 {good} 個圖片或影片可以播放",
            f"Display {display.id}: {good} pictures and videos to show in {folder}",
        )


def _unusable(display: DisplaySetup, name: str, trouble: Trouble) -> Finding:
    words = TROUBLE_WORDS[trouble]
    return (notice if trouble is Trouble.KIND else wrong)(
        Topic.MEDIA,
        f"看板 {display.id}：「{name}」不會播放：{words.zh}",
        f'Display {display.id}: "{name}" is not shown: {words.en}',
    )
