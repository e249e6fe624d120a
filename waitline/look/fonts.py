"""The shipped fonts: putting them into Qt, and fonts of an exact height."""

from functools import lru_cache

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from waitline.assets import asset

FAMILY = "Waitline Sans TC"
FILES = ("WaitlineSansTC-Regular.otf", "WaitlineSansTC-Bold.otf")
PROBE_PX = 1000


class FontsUnusable(RuntimeError):
    """Qt could not read a shipped font."""


def load_fonts() -> None:
    """Make the shipped family known to Qt; once is enough for a program. Raises FontsUnusable."""
    if FAMILY in QFontDatabase.families():
        return
    for name in FILES:
        path = asset("fonts", name)
        if QFontDatabase.addApplicationFont(QFileInfo(path).absoluteFilePath()) < 0:
            raise FontsUnusable(f"Qt cannot read {path}")


def font_of_px(pixels: float, weight: int) -> QFont:
    """Our family at a whole font size in pixels (never below 6, where nothing can be read)."""
    font = QFont()
    font.setFamilies([FAMILY])
    font.setWeight(QFont.Weight(weight))
    font.setPixelSize(max(6, round(pixels)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


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


def missing_glyphs(text: str) -> str:
    """The characters of a text that our regular weight has no glyph for, each once."""
    raw = QRawFont.fromFont(font_of_px(16, QFont.Weight.Normal))
    return "".join(dict.fromkeys(c for c in text if not c.isspace() and not raw.supportsCharacter(ord(c))))


def is_ours(font: QFont) -> bool:
    """Whether Qt really draws with the shipped family."""
    return QFontInfo(font).family() == FAMILY
