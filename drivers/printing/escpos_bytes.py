"""python-escpos as a writer of bytes, and nothing else: it never opens a port.

Importing python-escpos 3.1 parses a database of every printer in the world (0.3 s), leaves a directory in the
temporary folder each time, and configures the root logger. It is imported here only, with a database of one
printer, a temporary folder that goes away again, and the root logger left alone.
"""

import contextlib
import functools
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from types import ModuleType
from typing import Any, Final

import segno
from PIL import Image

from drivers.printing.errors import SlipTooWide
from drivers.printing.line_picture import draw_line
from drivers.printing.paper_text import as_printed, encoded
from drivers.printing.profile import Buzzer, Cutter, Profile


@contextlib.contextmanager
def _not_run() -> Iterator[None]:
    """What it draws bars and codes with is there to be looked into, and does not run: a megabyte never needed."""
    made = {name: ModuleType(name) for name in ("barcode", "barcode.writer", "qrcode")}
    vars(made["barcode"])["PROVIDED_BARCODES"] = []
    vars(made["barcode.writer"])["ImageWriter"] = object
    kept = {name: sys.modules.get(name) for name in made}
    sys.modules.update(made)
    try:
        yield
    finally:
        for name, module in kept.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


def _import_dummy() -> Callable[[], Any]:
    kept_folder, kept_file = tempfile.tempdir, os.environ.get("ESCPOS_CAPABILITIES_FILE")
    quiet = logging.NullHandler()
    logging.getLogger().addHandler(quiet)
    with (
        _not_run(),
        tempfile.TemporaryDirectory() as scratch,
        as_file(files("drivers.printing") / "escpos_capabilities.json") as database,
    ):
        tempfile.tempdir = scratch
        os.environ["ESCPOS_CAPABILITIES_FILE"] = str(database)
        try:
            from escpos.printer import Dummy  # noqa: PLC0415 - only here, for the reasons above
        finally:
            tempfile.tempdir = kept_folder
            del os.environ["ESCPOS_CAPABILITIES_FILE"]
            if kept_file is not None:
                os.environ["ESCPOS_CAPABILITIES_FILE"] = kept_file
            logging.getLogger().removeHandler(quiet)
    dummy: Callable[[], Any] = Dummy
    return dummy


_Dummy: Final = _import_dummy()

LONGEST_DATA: Final = 512
"""No command of ours carries more data than this; so many empty bytes always end one that was cut off."""

NUMBER_MILLIMETRES: Final = 15.0
_CAP_ROWS: Final = 18
"""Of Font A's 24 rows, how many a figure fills on the ROMs at hand (18 to 20)."""

QR_MILLIMETRES: Final = 20.0
_QR_LEVEL_M: Final = 1
_ASB_ON: Final = b"\x1da\x0e"  # GS a: report going off line, errors and paper by yourself


class SlipBytes:
    """Writes ESC/POS for one profile; remembers what is set, so that nothing is sent twice."""

    def __init__(self, profile: Profile, *, font: str | None = None) -> None:
        self._profile = profile
        self._font = font
        self._library = _Dummy()
        known = self._library.profile.profile_data
        self._library.profile.profile_data = {**known, "media": {"width": {"pixels": profile.dots}}}
        self._bytes = bytearray()
        self._size = (1, 1)
        self._bold = self._inverted = self._kanji = False
        self.raster = 0
        """Bytes of pictures so far."""

    def to_bytes(self) -> bytes:
        self._leave_kanji()
        return bytes(self._bytes)

    def begin(self) -> None:
        """``ESC @``; status by itself (``GS a``), which ``ESC @`` may have ended; centred; smooth."""
        self._by_library(lambda printer: printer.hw("INIT"))
        if self._profile.answers:
            self._bytes += _ASB_ON
        self._by_library(lambda printer: printer.set(align="center"))
        if self._profile.smoothing:
            self._by_library(lambda printer: printer.set(smooth=True))

    def line(self, text: str, *, size: int = 1, bold: bool = False, inverted: bool = False) -> None:
        """One line that is known to fit, characters `size` times as large; a picture if the ROM lacks one."""
        text = as_printed(text)
        codes = encoded(text, self._profile.encoding)
        if codes is None:
            doubled = size % 2 == 0
            self.drawn_line(text, height=24 * size // (1 + doubled), bold=bold, inverted=inverted, doubled=doubled)
            return
        self._style((size, size), bold=bold, inverted=inverted)
        self._codes(codes)
        self._bytes += b"\n"

    def drawn_line(
        self,
        text: str,
        *,
        height: int = 24,
        bold: bool = False,
        inverted: bool = False,
        doubled: bool = False,
    ) -> None:
        """One line as a picture, whatever the ROM has; `height` dots to the em.

        `doubled`: twice as large, of doubled dots, as a ROM doubles its own; a quarter of the bytes.
        """
        times = 1 + doubled
        widest = self._profile.dots // times
        drawn = draw_line(text, height=height, widest=widest, bold=bold, inverted=inverted, font=self._font)
        if drawn.above:
            self.gap(drawn.above * times)
        self.picture(drawn.image, doubled=doubled)
        self.gap(drawn.below * times + 4)

    def number(self, label: str) -> None:
        """A ticket's number, as high as promised and as wide as the paper lets it be. Raises SlipTooWide."""
        height = min(8, -(-self._profile.dots_for(NUMBER_MILLIMETRES) // _CAP_ROWS))
        width = min(height, self._profile.dots // (12 * max(1, len(label))))
        if width < 2 or not label.isascii():
            raise SlipTooWide(what=label, dots=self._profile.dots)
        self._style((width, height), bold=True, inverted=False)
        self._codes(label.encode("ascii"))
        self._bytes += b"\n"

    def codes_line(self, label: str, codes: bytes) -> None:
        """`codes` whatever the profile's encoding is, behind an ASCII label: to see what the ROM makes of them."""
        self._style((1, 1), bold=False, inverted=False)
        self._codes(label.encode("ascii"))
        self._codes(codes)
        self._bytes += b"\n"

    def ruler(self, dots: int) -> None:
        """A bar `dots` wide from the left edge of the paper, open in the middle and solid at both ends."""
        end, middle = b"\xff\xff", dots // 8 - 4
        tall, flat = end + b"\x00" * middle + end, b"\xff" * (middle + 4)
        head = b"\x1dv0\x00" + (dots // 8).to_bytes(2, "little") + b"\x06\x00"
        self._leave_kanji()
        self._by_library(lambda printer: printer.set(align="left"))
        self._bytes += head + tall * 5 + flat + head + flat + tall * 5
        self._by_library(lambda printer: printer.set(align="center"))

    def gap(self, dots: int) -> None:
        """``ESC J``: so much empty paper."""
        self._bytes += b"\x1bJ" + bytes((min(255, dots),))

    def picture(self, image: Image.Image, *, doubled: bool = False) -> None:
        """``GS v 0`` in bands of at most `LONGEST_DATA` bytes, one below the other without a gap."""
        self._leave_kanji()
        row = (image.width + 7) // 8
        band = max(1, LONGEST_DATA // row)
        self.raster += row * image.height
        for top in range(0, image.height, band):
            part = image.crop((0, top, image.width, min(top + band, image.height)))
            self._by_library(functools.partial(_image, part, doubled))

    def qr(self, payload: str) -> None:
        """A QR code drawn by the printer (``GS ( k``), level M, at least `QR_MILLIMETRES` wide."""
        self._leave_kanji()
        if len(payload.encode()) + 3 > LONGEST_DATA:
            raise SlipTooWide(what="QR", dots=self._profile.dots)
        modules = segno.make_qr(payload, error="m", boost_error=False, mask=0).symbol_size(border=0)[0]
        module = max(3, -(-self._profile.dots_for(QR_MILLIMETRES) // modules))
        if module > 16 or modules * module > self._profile.dots:
            raise SlipTooWide(what="QR", dots=self._profile.dots)
        self._by_library(lambda printer: printer.qr(payload, ec=_QR_LEVEL_M, size=module, native=True))

    def cut(self, cutter: Cutter | None = None) -> None:
        """Feed to the cutter and cut (``GS V`` function B), the profile's way or another; without one feed on."""
        self._style((1, 1), bold=False, inverted=False)
        self._leave_kanji()
        match cutter or self._profile.cutter:
            case Cutter.PARTIAL:
                self._by_library(lambda printer: printer.cut(feed=False))
            case Cutter.FULL:
                self._bytes += b"\x1dVA\x00"
            case Cutter.NONE:
                self._by_library(lambda printer: printer.print_and_feed(5))
        if self._profile.buzzer is Buzzer.ESC_B:
            self._by_library(lambda printer: printer.buzzer(times=1, duration=2))

    def _codes(self, codes: bytes) -> None:
        """Chinese goes in Kanji mode (``FS &``), plain ASCII outside it: figures survive a wrong encoding."""
        if codes.isascii():
            self._leave_kanji()
        elif not self._kanji:
            self._bytes += b"\x1c&"
            self._kanji = True
        self._bytes += codes

    def _leave_kanji(self) -> None:
        if self._kanji:
            self._bytes += b"\x1c."
            self._kanji = False

    def _style(self, size: tuple[int, int], *, bold: bool, inverted: bool) -> None:
        """``GS !``, ``ESC E``, ``GS B``: only what changes."""
        if size != self._size:
            self._by_library(lambda printer: printer.set(custom_size=True, width=size[0], height=size[1]))
        if bold != self._bold:
            self._by_library(lambda printer: printer.set(bold=bold))
        if inverted != self._inverted:
            self._by_library(lambda printer: printer.set(invert=inverted))
        self._size, self._bold, self._inverted = size, bold, inverted

    def _by_library(self, call: Callable[[Any], object]) -> None:
        call(self._library)
        self._bytes += self._library.output
        self._library.clear()


def _image(part: Image.Image, doubled: bool, printer: Any) -> None:
    """`doubled` dots are twice as wide and high (m = 3): four times the picture for the same bytes."""
    fine = not doubled
    printer.image(part, impl="bitImageRaster", high_density_vertical=fine, high_density_horizontal=fine)
