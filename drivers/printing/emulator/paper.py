"""What is burnt on the paper between two cuts: lines, pictures, QR codes; and how it looks in the hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import segno
from PIL import Image

from drivers.printing.emulator import rom
from drivers.printing.profile import Profile

_WHITE: Final = (253, 252, 247)
_BURNT: Final = (28, 27, 33)
_EDGE: Final = 0.04
"""Of the paper's width, left empty on either side: the head is narrower than the roll."""

_LONGEST: Final = 16_000
"""Dots of paper (2 m) after which the emulator burns no more: random bytes feed kilometres."""

_QR_MASK: Final = 4
"""Any of the eight reads the same; trying all of them for the best takes nine tenths of the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line of characters as they were printed; sizes are multiples of the ROM's cell, `top` in dots."""

    text: str
    width: int
    height: int
    bold: bool
    inverted: bool
    align: int
    top: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedQr:
    payload: str
    module: int
    level: str
    millimetres: float
    top: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSlip:
    """One slip from cut to cut. Times are the emulator's clock, in seconds.

    `byte_count` bytes came from `began_at` on, with every question since the last cut. The slip's own job, with
    the question behind it that confirms it, is `job_bytes` long and came from `job_began_at` on.
    """

    image: Image.Image
    lines: tuple[PrintedLine, ...]
    codes: tuple[PrintedQr, ...]
    pictures: int
    unknown: tuple[str, ...]
    byte_count: int
    began_at: float
    job_bytes: int
    job_began_at: float
    cut_at: float

    @property
    def text(self) -> tuple[str, ...]:
        return tuple(line.text for line in self.lines)


@dataclass(slots=True)
class Style:
    """What ``ESC @`` resets."""

    width: int = 1
    height: int = 1
    bold: bool = False
    inverted: bool = False
    underlined: bool = False
    smooth: bool = False
    align: int = 0
    spacing: int = 0


@dataclass(slots=True)
class _Line:
    """What waits in the line buffer for its line feed."""

    cells: list[Image.Image] = field(default_factory=list)
    chars: list[str] = field(default_factory=list)
    width: int = 0


class Paper:
    """Burns what it is told, from the last cut on. `on_feed` hears how many dots the paper moved."""

    def __init__(self, profile: Profile, *, font: str | None, on_feed: Callable[[int], None]) -> None:
        self._profile = profile
        self._font = font
        self._on_feed = on_feed
        self.style = Style()
        self.unknown: list[str] = []
        self._line = _Line()
        self._clear()

    @property
    def is_blank(self) -> bool:
        return not self._strips and not self._line.cells

    @property
    def default_spacing(self) -> int:
        """``ESC 2``: a sixth of an inch."""
        return round(self._profile.dpi / 6)

    def reset(self) -> None:
        """``ESC @``: styles, and what was in the line buffer."""
        self.style = Style(spacing=self.default_spacing)
        self._line = _Line()

    def character(self, char: str, *, wide: bool) -> None:
        style = self.style
        cell = rom.glyph(
            char,
            wide=wide,
            bold=style.bold,
            scale=(style.width, style.height),
            smooth=style.smooth,
            font=self._font,
        )
        if style.underlined:
            cell = cell.copy()
            cell.paste(255, (0, cell.height - style.height, cell.width, cell.height))
        if style.inverted:
            cell = cell.point(lambda shade: 255 - shade)
        self._add(cell, char)

    def columns(self, image: Image.Image) -> None:
        """``ESC *``: a picture in the line, among characters."""
        self._add(image, "")

    def line_feed(self) -> None:
        """Print the line buffer and move on by the line's height, at least by the line spacing."""
        if not self._line.cells:
            self._burn(None, self.style.spacing or self.default_spacing)
            return
        height = max(cell.height for cell in self._line.cells)
        strip = Image.new("L", (self._profile.dots, height), 0)
        x = self._margin(self._line.width)
        for cell in self._line.cells:
            strip.paste(cell, (x, height - cell.height))
            x += cell.width
        self._remember(height)
        self._line = _Line()
        self._burn(strip, max(height, self.style.spacing or self.default_spacing))

    def feed(self, dots: int) -> None:
        """``ESC J``: print what is in the line buffer, and move on by exactly so many dots."""
        if self._line.cells:
            spacing, self.style.spacing = self.style.spacing, 1
            self.line_feed()
            self.style.spacing = spacing
        self._burn(None, dots)

    def raster(self, image: Image.Image) -> None:
        """``GS v 0``, ``GS ( L``: a picture of its own, aligned as the text is."""
        if self._line.cells:
            self.line_feed()
        image = image.crop((0, 0, min(image.width, self._profile.dots), image.height))
        strip = Image.new("L", (self._profile.dots, image.height), 0)
        strip.paste(image, (self._margin(image.width), 0))
        self._pictures += 1
        self._burn(strip, image.height)

    def qr(self, payload: bytes, *, module: int, level: str) -> None:
        """A symbol without quiet zone, as printers draw it; too wide a one is left out, as they do too."""
        if self._line.cells:
            self.line_feed()
        try:
            code = segno.make_qr(payload, error=level, boost_error=False, mask=_QR_MASK)
        except (segno.DataOverflowError, ValueError) as cause:
            self.unknown.append(f"QR: {cause}")
            return
        modules = int(code.symbol_size(border=0)[0])
        side = modules * module
        if side > self._profile.dots:
            self.unknown.append("QR: wider than the paper")
            return
        drawn = Image.new("L", (modules, modules), 0)
        drawn.putdata([255 if dark else 0 for row in code.matrix for dark in row])
        strip = Image.new("L", (self._profile.dots, side), 0)
        strip.paste(drawn.resize((side, side), Image.Resampling.NEAREST), (self._margin(side), 0))
        text = payload.decode("utf-8", errors="replace")
        size = side * 25.4 / self._profile.dpi
        self._codes.append(PrintedQr(payload=text, module=module, level=level, millimetres=size, top=self._height))
        self._burn(strip, side)

    def cut(
        self, *, byte_count: int, began_at: float, job_bytes: int, job_began_at: float, cut_at: float
    ) -> PrintedSlip:
        """What hangs out of the printer falls into the hand."""
        if self._line.cells:
            self.line_feed()
        slip = PrintedSlip(
            image=self._in_the_hand(),
            lines=tuple(self._lines),
            codes=tuple(self._codes),
            pictures=self._pictures,
            unknown=tuple(self.unknown),
            byte_count=byte_count,
            began_at=began_at,
            job_bytes=job_bytes,
            job_began_at=job_began_at,
            cut_at=cut_at,
        )
        self._clear()
        return slip

    def _clear(self) -> None:
        self._strips: list[tuple[Image.Image, int]] = []
        self._lines: list[PrintedLine] = []
        self._codes: list[PrintedQr] = []
        self._pictures = 0
        self._height = 0
        self.unknown.clear()

    def _add(self, cell: Image.Image, char: str) -> None:
        if self._line.width + cell.width > self._profile.dots:
            self.line_feed()
        self._line.cells.append(cell)
        self._line.chars.append(char)
        self._line.width += cell.width

    def _remember(self, height: int) -> None:
        text = "".join(self._line.chars)
        if not text:
            self._pictures += 1
            return
        style = self.style
        self._lines.append(
            PrintedLine(
                text=text,
                width=style.width,
                height=max(1, height // rom.CELL_HEIGHT),
                bold=style.bold,
                inverted=style.inverted,
                align=style.align,
                top=self._height,
            )
        )

    def _margin(self, width: int) -> int:
        room = max(0, self._profile.dots - width)
        return (0, room // 2, room)[self.style.align]

    def _burn(self, strip: Image.Image | None, dots: int) -> None:
        if self._height + dots > _LONGEST:
            return
        if strip is not None:
            self._strips.append((strip, self._height))
        self._height += dots
        self._on_feed(dots)

    def _in_the_hand(self) -> Image.Image:
        """The strips on paper, with the margins the head cannot reach, and room above as before a cutter."""
        side = round(self._profile.dots * _EDGE / 8) * 8
        above, below = 40, 48
        ink = Image.new("L", (self._profile.dots + 2 * side, self._height + above + below), 0)
        for strip, top in self._strips:
            ink.paste(strip, (side, top + above))
        sheet = Image.new("RGB", ink.size, _WHITE)
        sheet.paste(Image.new("RGB", ink.size, _BURNT), mask=ink)
        return sheet
