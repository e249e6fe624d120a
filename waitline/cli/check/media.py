"""Whether the pictures and videos beside the calls can be shown: the display's own decoder is asked for each."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

from waitline.model.media import TROUBLE_WORDS, MediaFile, MediaSetup, Trouble, trouble_of
from waitline.model.office import DisplaySetup, OfficeSetup

from .finding import Finding, Topic, notice, well, wrong

_PATIENCE_S: Final = 60.0
"""For all files of one display; a folder on a network's disk may hang."""


def check_media(setup: OfficeSetup, folder: Path) -> Iterator[Finding]:
    """Each display's; `folder` is the office's."""
    for display in setup.displays:
        if display.media is not None:
            yield from _of(display, display.media, folder / display.media.folder)


def _of(display: DisplaySetup, media: MediaSetup, folder: Path) -> Iterator[Finding]:
    names = list(dict.fromkeys(item.file for item in media.items))
    with _decoder() as (orders, answers):
        found = _asked(orders, answers, look=str(folder), names=names).get("found")
        if found is None:
            yield notice(
                Topic.MEDIA,
                f"看板 {display.id}：找不到資料夾 {folder}；有了就會開始播放",
                f"Display {display.id}: there is no folder {folder}; once there is, it is shown",
            )
            return
        files = [MediaFile(name=name, size=size, stamp=stamp) for name, size, stamp in found]
        for name in names:
            if name not in {file.name for file in files}:
                yield _unusable(display, name, Trouble.GONE)
        good = 0
        for file in files:
            order = {"try": 1, "file": str(folder / file.name)}
            trouble = trouble_of(file) or _trouble(_asked(orders, answers, **order))
            if trouble is None:
                good += 1
            else:
                yield _unusable(display, file.name, trouble)
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


def _trouble(answer: dict[str, Any]) -> Trouble | None:
    if "good" in answer:
        return None
    return Trouble(answer["trouble"]) if "trouble" in answer else Trouble.STUCK


@contextmanager
def _decoder() -> Iterator[tuple[IO[str], IO[str]]]:
    """The process that a display decodes with; ended when it takes too long."""
    command = [sys.executable, "-P", "-m", "display.media.projector_child"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        late = threading.Timer(_PATIENCE_S, child.kill)
        late.start()
        try:
            yield child.stdin, child.stdout
        finally:
            late.cancel()
            late.join()
            child.kill()


def _asked(orders: IO[str], answers: IO[str], **order: object) -> dict[str, Any]:
    """The answer; nothing in it when the decoder has ended."""
    try:
        orders.write(json.dumps(order) + "\n")
        orders.flush()
        line = answers.readline()
    except OSError:
        return {}
    found: dict[str, Any] = json.loads(line) if line else {}
    return found
