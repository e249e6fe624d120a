"""The shipped fonts: putting them into Qt, and fonts of an exact height."""

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont, QTextLayout

from waitline.assets import asset

FAMILY = "Waitline Sans TC"
THAI_FAMILY = "Waitline Sans Thai"
FAMILIES = (FAMILY, THAI_FAMILY)
"""In the order in which they are asked for a glyph."""

FILES = (
    "WaitlineSansTC-Regular.otf",
    "WaitlineSansTC-Bold.otf",
    "WaitlineSansThai-Regular.ttf",
    "WaitlineSansThai-Bold.ttf",
)
PROBE_PX = 1000
MARKED = re.compile("[\u00c0-\u024f\u0300-\u036f\u0e31-\u0e4e\u1e00-\u1eff]")
"""Letters with marks above or below them: of Vietnamese and other Latin, and of Thai."""


class FontsUnusable(RuntimeError):
    """Qt could not read a shipped font."""


def load_fonts() -> None:
    """Make the shipped families known to Qt; once is enough for a program. Raises FontsUnusable."""
    if set(FAMILIES) <= set(QFontDatabase.families()):
        return
    for name in FILES:
        path = asset("fonts", name)
        if QFontDatabase.addApplicationFont(QFileInfo(path).absoluteFilePath()) < 0:
            raise FontsUnusable(f"Qt cannot read {path}")


def font_of_px(pixels: float, weight: int) -> QFont:
    """Our families at a whole font size in pixels (never below 6, where nothing can be read)."""
    return QFont(font_of(max(6, round(pixels)), weight))


@lru_cache(maxsize=512)
def font_of(px: int, weight: int) -> QFont:
    """The one font of this size that all who measure and draw may share; nobody changes it."""
    font = QFont()
    font.setFamilies([*FAMILIES])
    font.setWeight(QFont.Weight(weight))
    font.setPixelSize(px)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=512)
def metrics_of(px: int, weight: int) -> QFontMetricsF:
    """The measures of that font."""
    return QFontMetricsF(font_of(px, weight))


@lru_cache(maxsize=4096)
def advance(text: str, px: int, weight: int) -> float:
    """How wide a text is on one line, in pixels."""
    return metrics_of(px, weight).horizontalAdvance(text)


@lru_cache(maxsize=2048)
def ems_of(text: str, weight: int) -> float:
    """How wide the letters of a text are together without its spaces, in em."""
    return metrics_of(PROBE_PX, weight).horizontalAdvance("".join(text.split())) / PROBE_PX


@lru_cache(maxsize=16)
def cap_share(weight: int) -> float:
    """The height of a capital as a share of the font's size."""
    return QFontMetricsF(font_of_px(PROBE_PX, weight)).tightBoundingRect("H").height() / PROBE_PX


@lru_cache(maxsize=2048)
def weight_for(text: str, weight: int) -> int:
    """The weight, or regular where only that has every glyph of a text: a rare name is rather light than boxed,
    or drawn by whatever font the machine has, in another country's form."""
    if weight <= QFont.Weight.Normal.value or text.isascii():
        return weight
    bold, regular = (QRawFont.fromFont(font_of_px(16, w)) for w in (weight, QFont.Weight.Normal.value))
    codes = {ord(character) for character in text}
    light = any(regular.supportsCharacter(code) and not bold.supportsCharacter(code) for code in codes)
    return QFont.Weight.Normal.value if light else weight


def reach_of(text: str, weight: int) -> tuple[float, float]:
    """How far a text with marks reaches above and below the line it stands on, in em; nothing for one without."""
    return ink_of(text, weight) if MARKED.search(text) else (0.0, 0.0)


@lru_cache(maxsize=2048)
def ink_of(text: str, weight: int) -> tuple[float, float]:
    """How far the ink of a text reaches above and below the line it stands on, in em."""
    tops, bottoms = zip(*_ink(text, font_of_px(PROBE_PX, weight)), strict=True)
    return max(0.0, -min(tops) / PROBE_PX), max(0.0, max(bottoms) / PROBE_PX)


def _ink(text: str, font: QFont) -> Iterator[tuple[float, float]]:
    """Top and bottom of each glyph from the line it stands on; `tightBoundingRect` knows no place of marks."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    for run in layout.glyphRuns():
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = run.rawFont().boundingRect(glyph)
            y = at.y() - line.ascent()
            yield y + box.top(), y + box.bottom()


def missing_glyphs(text: str) -> str:
    """The characters of a text that neither of our regular faces has a glyph for, each once."""
    faces = [_face(family) for family in FAMILIES]

    def drawn(character: str) -> bool:
        return character.isspace() or any(face.supportsCharacter(ord(character)) for face in faces)

    return "".join(dict.fromkeys(character for character in text if not drawn(character)))


def _face(family: str) -> QRawFont:
    font = font_of_px(16, QFont.Weight.Normal)
    font.setFamilies([family])
    return QRawFont.fromFont(font)


def is_ours(font: QFont) -> bool:
    """Whether Qt really draws with the first of the shipped families."""
    return QFontInfo(font).family() == FAMILY
