"""One line of text as a small picture, for what a printer's ROM does not have (堃, ẹ, ♥)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw

from drivers.printing.typeset import BASELINE, drawn

_DARK_ENOUGH: Final = 110
"""Of 255: a dot is burnt where the letter covers more than this. Lower is fatter; thin strokes must survive."""

_TOP: Final = BASELINE - 0.98
"""Of the em: what is drawn above a line's own height, for marks upon marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePicture:
    """A black-on-white picture cut to its ink, and the empty dots above and below it in the line."""

    image: Image.Image
    above: int
    below: int


@lru_cache(maxsize=64)
def draw_line(
    text: str, *, height: int, widest: int, bold: bool, inverted: bool, font: str | None = None
) -> LinePicture:
    """`text` in letters `height` dots to the em, made narrower if it would be wider than `widest` dots.

    Kept, since most lines come again on the next slip: under a megabyte.
    """
    box = drawn(text, height=height, pad=height // 4 if inverted else 0, bold=bold, font=font)
    if box.width > widest:
        box = box.resize((widest, box.height), Image.Resampling.LANCZOS)
    ink = box.point(lambda shade: 255 if shade > _DARK_ENOUGH else 0)
    left, top, right, bottom = ink.getbbox() or (0, 0, 1, 1)
    line_top, line_bottom = round(height * _TOP), round(height * (_TOP + 1.25))
    if inverted:
        band = ink.crop((0, min(top, line_top), ink.width, max(bottom, line_bottom)))
        return LinePicture(image=band, above=0, below=0)
    cut = ink.crop((left, top, right, bottom)).point(lambda shade: 255 - shade)
    return LinePicture(image=cut, above=max(0, top - line_top), below=max(0, line_bottom - bottom))


def heart(size: int) -> Image.Image:
    """A heart `size` dots square: the love mark, which no ROM has."""
    scale = 8
    big = Image.new("L", (size * scale, size * scale), 255)
    pen, s = ImageDraw.Draw(big), size * scale
    pen.ellipse((0, s * 0.06, s * 0.54, s * 0.58), fill=0)
    pen.ellipse((s * 0.46, s * 0.06, s - 1, s * 0.58), fill=0)
    pen.polygon(((s * 0.045, s * 0.43), (s * 0.955, s * 0.43), (s * 0.5, s * 0.97)), fill=0)
    pen.rectangle((s * 0.3, s * 0.3, s * 0.7, s * 0.5), fill=0)
    small = big.resize((size, size), Image.Resampling.LANCZOS)
    return small.point(lambda shade: 255 if shade > 127 else 0)
