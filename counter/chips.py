"""Badges as they are drawn: a small shape, a picture and a word each, never colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from waitline.look import Colour, Icon, Look, Space, Type, paint_icon

from .badges import Badge


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One badge with its words in the clerk's language."""

    badge: Badge
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dress:
    fill: Colour
    ink: Colour
    edge: Colour
    icon: Icon


_LOVE: Final = (Colour.LOVE_SOFT, Colour.LOVE_TEXT, Colour.LOVE)
_ASK: Final = (Colour.NOTICE, Colour.ON_NOTICE, Colour.NOTICE_EDGE)
_KNOW: Final = (Colour.ACCENT_SOFT, Colour.ACCENT_TEXT, Colour.ACCENT)
_GOOD: Final = (Colour.GOOD, Colour.ON_GOOD, Colour.GOOD_EDGE)


def _dress(colours: tuple[Colour, Colour, Colour], icon: Icon) -> _Dress:
    return _Dress(fill=colours[0], ink=colours[1], edge=colours[2], icon=icon)


_DRESSES: Final = {
    Badge.LOVE: _dress(_LOVE, Icon.LOVE),
    Badge.BOOKED: _dress(_KNOW, Icon.BOOKING),
    Badge.DEAF: _dress(_ASK, Icon.DEAF),
    Badge.BLIND: _dress(_ASK, Icon.DISABILITY),
    Badge.WHEELCHAIR: _dress(_ASK, Icon.DISABILITY),
    Badge.SLOW: _dress(_ASK, Icon.ELDERLY),
    Badge.LANGUAGE: _dress(_KNOW, Icon.LANGUAGE),
    Badge.PRECHECKED: _dress(_GOOD, Icon.CHECK),
    Badge.AGAIN: _dress(_KNOW, Icon.TRANSFER),
}


COLLAPSES: Final = (Badge.LOVE, Badge.PRECHECKED, Badge.AGAIN, Badge.BOOKED, Badge.LANGUAGE)
"""In a line too short for all words these become a picture alone, the plainest pictures first."""


def chip_height(look: Look, role: Type) -> int:
    return round(look.font(role).pixelSize() * 1.75)


def chip_width(look: Look, role: Type, chip: Chip, *, words: bool = True) -> int:
    font = look.font(role, strong=True)
    if not words:
        return round(font.pixelSize() * 2.15)
    return round(QFontMetricsF(font).horizontalAdvance(chip.words) + font.pixelSize() * 2.45)


def silent_badges(look: Look, role: Type, chips: Sequence[Chip], width: float) -> frozenset[Badge]:
    """Which badges give up their words so that all fit into `width`."""
    silent: frozenset[Badge] = frozenset()
    gap = look.px(Space.GAP)
    for badge in COLLAPSES:
        wide = [chip_width(look, role, chip, words=chip.badge not in silent) for chip in chips]
        if sum(wide) + gap * (len(chips) - 1) <= width:
            break
        silent |= {badge}
    return silent


def paint_chip(
    painter: QPainter, look: Look, role: Type, chip: Chip, left: float, middle: float, *, words: bool = True
) -> None:
    """Draw a chip from `left`, centred on the line `middle`."""
    dress, font = _DRESSES[chip.badge], look.font(role, strong=True)
    em, height = font.pixelSize(), chip_height(look, role)
    box = QRectF(left + 0.5, middle - height / 2 + 0.5, chip_width(look, role, chip, words=words) - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour(dress.fill))
    painter.setPen(QPen(look.colour(dress.edge), 1))
    painter.drawRoundedRect(box, height / 2, height / 2)
    ink = look.colour(dress.ink)
    paint_icon(painter, dress.icon, QRectF(box.left() + em * 0.5, box.top(), em * 1.15, box.height()), ink)
    if not words:
        return
    painter.setFont(font)
    painter.setPen(ink)
    room = QRectF(box.left() + em * 1.85, box.top(), box.width() - em * 1.85, box.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, chip.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    chip: Chip
    left: int
    middle: float
    width: int
    words: bool


class ChipRow(QWidget):
    """The badges of one visitor: on as many lines as they need, or kept to one line with fewer words."""

    def __init__(
        self, look: Look, role: Type = Type.BODY, *, one_line: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self._one_line = look, role, one_line
        self._chips: tuple[Chip, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(not one_line)
        self.setSizePolicy(policy)
        look.changed.connect(self._again)

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Show these badges, none is fine."""
        if chips != self._chips:
            self._chips = chips
            said = "、".join(chip.words for chip in chips)
            self.setAccessibleName(said)
            self.setToolTip(said if self._one_line else "")
            self._again()

    @property
    def clipped(self) -> bool:
        """Whether a badge does not fit."""
        half = chip_height(self._look, self._role) / 2
        return any(
            place.left + place.width > self.width() or place.middle + half > self.height() + 1
            for place in self._places(self.width())
        )

    def hasHeightForWidth(self) -> bool:
        return not self._one_line

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        height = chip_height(self._look, self._role)
        return round(places[-1].middle + height / 2) if places else height

    def sizeHint(self) -> QSize:
        gap = self._look.px(Space.GAP)
        wide = sum(chip_width(self._look, self._role, chip) + gap for chip in self._chips)
        return QSize(max(1, wide - gap), chip_height(self._look, self._role))

    def minimumSizeHint(self) -> QSize:
        wide = [chip_width(self._look, self._role, chip) for chip in self._chips]
        least = self._places(0)[-1] if self._one_line and wide else None
        width = least.left + least.width if least else max(wide, default=1)
        return QSize(width, chip_height(self._look, self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        for at in self._places(self.width()):
            paint_chip(painter, self._look, self._role, at.chip, at.left, at.middle, words=at.words)
        painter.end()

    def _places(self, width: int) -> list[_Place]:
        gap, height = self._look.px(Space.GAP), chip_height(self._look, self._role)
        silent = silent_badges(self._look, self._role, self._chips, width) if self._one_line else frozenset()
        places: list[_Place] = []
        left, middle = 0, height / 2
        for chip in self._chips:
            words = chip.badge not in silent
            wide = chip_width(self._look, self._role, chip, words=words)
            if left and left + wide > width and not self._one_line:
                left, middle = 0, middle + height + gap / 2
            places.append(_Place(chip=chip, left=left, middle=middle, width=wide, words=words))
            left += wide + gap
        return places

    def _again(self) -> None:
        self.updateGeometry()
        self.update()
