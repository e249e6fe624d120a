"""The printer's character ROM: 12 × 24 dots for ASCII, 24 × 24 for Chinese, as Font A has them."""

from functools import lru_cache
from typing import Final

from PIL import Image, ImageChops, ImageDraw

from drivers.printing.fonts import paper_font

CELL_HEIGHT: Final = 24
NARROW: Final = 12
WIDE: Final = 24

_SHARP: Final = 4
"""Letters are drawn so many times as large and then brought down to dots."""

_DARK_ENOUGH: Final = 118


def glyph(
    char: str, *, wide: bool, bold: bool, scale: tuple[int, int], smooth: bool, font: str | None
) -> Image.Image:
    """One character cell, 255 where a dot is burnt: dots are doubled as a ROM does, or rounded (``GS b``)."""
    cell = WIDE if wide else NARROW
    if smooth and min(scale) >= 3:
        return _drawn(char, (cell * scale[0], CELL_HEIGHT * scale[1]), bold, font)
    small = _drawn(char, (cell, CELL_HEIGHT), False, font)
    if bold:
        small = _emphasised(small)
    if scale == (1, 1):
        return small
    return small.resize((cell * scale[0], CELL_HEIGHT * scale[1]), Image.Resampling.NEAREST)


@lru_cache(maxsize=4096)
def _drawn(char: str, cell: tuple[int, int], bold: bool, font: str | None) -> Image.Image:
    """`char` in a cell of that many dots: upright in proportion, pressed together where it is too wide."""
    width, height = cell
    tall = height * _SHARP
    wide = width / height > 0.75
    em = round(tall * (0.96 if wide else 0.98))
    face = paper_font(em, bold=bold, path=font)
    box = Image.new("L", (max(1, round(face.getlength(char))), tall), 0)
    baseline = round(tall * (0.868 if wide else 0.792))
    ImageDraw.Draw(box).text((0, baseline), char, font=face, fill=255, anchor="ls")
    room = round(width * _SHARP * (1.0 if wide else 0.97))
    if box.width > room:
        box = box.resize((room, tall), Image.Resampling.LANCZOS)
    whole = Image.new("L", (width * _SHARP, tall), 0)
    whole.paste(box, ((whole.width - box.width) // 2, 0))
    dots = whole.resize(cell, Image.Resampling.BOX)
    return dots.point(lambda shade: 255 if shade > _DARK_ENOUGH else 0)


def _emphasised(image: Image.Image) -> Image.Image:
    """``ESC E``: every dot burnt once more, one to the right."""
    moved = Image.new("L", image.size, 0)
    moved.paste(image, (1, 0))
    return ImageChops.lighter(image, moved)
