"""Packs of test tones, one pitch a clip: nobody's voice, and their manifests say so."""

import math
from array import array
from collections.abc import Iterable
from pathlib import Path

from drivers.voice.sound import RATE, Sound, sound_of, write_sound


def tone(pitch: float = 300.0, seconds: float = 1 / 3, peak: int = 9000) -> Sound:
    turn = 2 * math.pi * pitch / RATE
    return sound_of(array("h", [round(peak * math.sin(turn * at)) for at in range(round(seconds * RATE))]))


def tones(folder: Path, clips: Iterable[str], language: str = "en") -> None:
    """An approved pack in `folder`."""
    folder.mkdir(parents=True)
    lines = [
        f'language = "{language}"',
        'licence = "test tones"',
        "[approval]",
        'by = "the test"',
        "on = 2025-01-02",
        "[clips]",
    ]
    for index, clip in enumerate(clips):
        write_sound(folder / f"{clip}.wav", tone(300 + 20 * index))
        lines.append(f'{clip} = "{clip}.wav"')
    (folder / "manifest.toml").write_text("\n".join(lines), encoding="utf-8")
