"""The look of one program: tokens turned into this screen's pixels, and told again when they change."""

import math

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from .event_clock import EventClock
from .fonts import cap_share, font_of_px, load_fonts
from .glass import Glass, mm_of_arc
from .roles import Colour, Distance, Space, Type
from .sheet import palette_of, sheet_of
from .theme import Length, Sizes, Theme, load_sizes, load_theme

POINTS_PER_INCH = 72
HELD_S = 3.0
"""A finger rests no longer on a button before it means it; something that lies on the glass does."""


class Look(QObject):
    """Colours, fonts and lengths by role. Every widget of the house is given one, and draws again on `changed`."""

    changed = Signal()
    touched = Signal()
    """A finger, mouse or key is on one of our buttons, whatever comes of it."""
    lifted = Signal()
    """It is off the glass again: what was kept from moving under it may move."""

    def __init__(
        self,
        *,
        variant: str,
        distance: Distance,
        glass: Glass,
        seat_m: float = 10.0,
        rest_s: float | None = None,
    ) -> None:
        """`seat_m`: the farthest reader of a hall. `rest_s`: the token `rest_ms` unless a test taps faster."""
        super().__init__()
        load_fonts()
        self._theme = load_theme(variant)
        self._sizes = load_sizes(distance)
        self._glass = glass
        self._seat_m = seat_m
        self._type_scale = 1.0
        self.rest_s = self._sizes.rest_ms / 1000 if rest_s is None else rest_s
        self.touched_at = -math.inf
        self.pressed_at: float | None = None
        self._held_since: float | None = None
        self.events = EventClock(parent=self)
        self._dressed: QApplication | None = None
        self._cap = {weight: cap_share(weight) for weight in (self._sizes.weight_text, self._sizes.weight_strong)}

    @property
    def theme(self) -> Theme:
        """The variant in use."""
        return self._theme

    @property
    def sizes(self) -> Sizes:
        """Type, spaces and motion of this distance, in real units."""
        return self._sizes

    @property
    def glass(self) -> Glass:
        """The screen's millimetres."""
        return self._glass

    @property
    def is_held(self) -> bool:
        """Whether a finger is down on a button: nothing may move under it, else its wish is lost or another's."""
        return self._held_since is not None and self.events.now() - self._held_since < HELD_S

    def finger_down(self) -> None:
        """A finger or mouse came down on a button."""
        self._held_since = self.events.now()

    def finger_up(self) -> None:
        """It was lifted, or its button has gone."""
        if self._held_since is not None:
            self._held_since = None
            self.lifted.emit()

    def colour(self, role: Colour) -> QColor:
        """The colour of a role."""
        return self._theme.colour(role)

    def px(self, role: Space) -> int:
        """The pixels of a length by role."""
        return self._glass.px(self._sizes.space_mm[role])

    def mm(self, length: float) -> int:
        """The pixels of a length in millimetres."""
        return self._glass.px(length)

    def font(self, role: Type, *, strong: bool = False, times: float = 1.0) -> QFont:
        """The font of a role; `times` makes it smaller or larger than the role says."""
        weight = self._weight(strong=strong)
        pixels = self._em_px(self._sizes.type[role], weight)
        return font_of_px(max(pixels * times * self._type_scale, self.least_px), weight)

    def font_of_cap(self, cap_mm: float, *, strong: bool = False) -> QFont:
        """The font whose capitals are so many millimetres tall on the glass."""
        weight = self._weight(strong=strong)
        return font_of_px(cap_mm * self._glass.px_per_mm / self._cap[weight], weight)

    def cap_mm(self, font: QFont) -> float:
        """How tall a font's capitals are on the glass."""
        return self._glass.mm(font.pixelSize() * cap_share(font.weight()))

    @property
    def least_px(self) -> float:
        """The font size below which nothing may be written for this distance and this reader.

        Where it is millimetres on the glass, whole pixels that are no less: a font rounded down would miss it.
        """
        least = self._em_px(self._sizes.least, self._sizes.weight_text) * self._type_scale
        return math.ceil(least) if self._sizes.least.unit == "mm" else least

    def change(
        self,
        *,
        variant: str | None = None,
        glass: Glass | None = None,
        type_scale: float | None = None,
        seat_m: float | None = None,
    ) -> None:
        """Change what is given, at once and everywhere. `type_scale` is for a visitor who reads large type."""
        before = (self._theme.name, self._glass, self._type_scale, self._seat_m)
        if variant is not None and variant != self._theme.name:
            self._theme = load_theme(variant)
        self._glass = glass or self._glass
        self._type_scale = type_scale or self._type_scale
        self._seat_m = seat_m or self._seat_m
        if before == (self._theme.name, self._glass, self._type_scale, self._seat_m):
            return
        if self._dressed is not None:
            self.dress(self._dressed)
        self.changed.emit()

    def dress(self, app: QApplication) -> None:
        """Give Qt's own widgets (fields, lists, tables, menus) our style, palette, font and sheet."""
        if self._dressed is None:
            app.setStyle("Fusion")
        self._dressed = app
        app.setPalette(self.palette())
        app.setFont(self.font(Type.BODY))
        app.setStyleSheet(sheet_of(self._theme, self.px, self.font))

    def palette(self) -> QPalette:
        """Qt's palette in our colours."""
        return palette_of(self._theme)

    def _weight(self, *, strong: bool) -> int:
        return self._sizes.weight_strong if strong else self._sizes.weight_text

    def _em_px(self, size: Length, weight: int) -> float:
        if size.unit == "pt":
            return size.amount / POINTS_PER_INCH * QGuiApplication.primaryScreen().logicalDotsPerInch()
        mm = mm_of_arc(size.amount, self._seat_m) if size.unit == "arcmin" else size.amount
        return mm * self._glass.px_per_mm / self._cap[weight]
