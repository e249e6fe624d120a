"""Real millimetres on a screen: how many pixels one is, and where that is known from."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QScreen

MM_PER_INCH = 25.4
SANE_PX_PER_MM = (0.35, 20.0)  # a wall of a 98 inch television; a telephone
EDID_ASPECT_OFF = 0.15  # some televisions report 16 × 9 cm, or 0, or last year's panel


@dataclass(frozen=True, slots=True, kw_only=True)
class Glass:
    """How many of Qt's pixels (device-independent) a millimetre has, and how that was found."""

    px_per_mm: float
    found_by: str

    def px(self, mm: float) -> int:
        """Whole pixels for a length; a length above nothing is one pixel at least."""
        return max(1, round(mm * self.px_per_mm)) if mm > 0 else 0

    def mm(self, px: float) -> float:
        """Millimetres of a length in pixels."""
        return px / self.px_per_mm


def glass_of_panel(px: QSize, mm: QSizeF) -> Glass:
    """From a panel measured by hand: the setting. The longer side decides."""
    longer_px, longer_mm = max(px.width(), px.height()), max(mm.width(), mm.height())
    if not longer_mm > 0 or not longer_px > 0:
        raise ValueError("a panel needs a size in pixels and in millimetres above nothing")
    return Glass(px_per_mm=longer_px / longer_mm, found_by="setting")


def glass_of_diagonal(px: QSize, inches: float) -> Glass:
    """From the diagonal that is printed on the box."""
    return Glass(px_per_mm=math.hypot(px.width(), px.height()) / (inches * MM_PER_INCH), found_by="diagonal")


def glass_of_screen(screen: QScreen, *, mm: QSizeF | None = None, else_inches: float) -> Glass:
    """The setting if there is one, else what the screen says of itself if that is sane, else `else_inches`."""
    px = screen.size()
    if mm is not None:
        return glass_of_panel(px, mm)
    told = screen.physicalSize()
    if _sane(px, told):
        return Glass(px_per_mm=max(px.width(), px.height()) / max(told.width(), told.height()), found_by="EDID")
    return Glass(px_per_mm=glass_of_diagonal(px, else_inches).px_per_mm, found_by="guess")


def _sane(px: QSize, mm: QSizeF) -> bool:
    if mm.width() < 50 or mm.height() < 30 or px.isEmpty():
        return False
    across, down = px.width() / mm.width(), px.height() / mm.height()
    low, high = SANE_PX_PER_MM
    return low <= across <= high and abs(across / down - 1) <= EDID_ASPECT_OFF


def mm_of_arc(arcmin: float, distance_m: float) -> float:
    """How tall a thing must be to fill an angle at a distance."""
    return 2 * distance_m * 1000 * math.tan(math.radians(arcmin / 60) / 2)
