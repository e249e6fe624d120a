"""One visitor's badges as a widget: on as many lines as they need, or kept to one line."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from waitline.look import Look, Space, Type

from .chip_line import fit_chips, paint_line
from .chips import Chip, chip_height, chip_width, paint_chip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    chip: Chip
    left: int
    middle: float
    width: int


class ChipRow(QWidget):
    """The badges of one visitor. On `one_line` what does not fit is in the tooltip; nothing is ever cut off."""

    def __init__(
        self, look: Look, role: Type = Type.BODY, *, one_line: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self._one_line = look, role, one_line
        self._chips: tuple[Chip, ...] = ()
        self._said = ""
        self.keep(one_line=one_line)
        look.changed.connect(self._again)

    def keep(self, *, one_line: bool) -> None:
        """To one line from now on, or to as many as they need."""
        self._one_line = one_line
        tall = QSizePolicy.Policy.Fixed if one_line else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, tall)
        policy.setHeightForWidth(not one_line)
        self.setSizePolicy(policy)
        self.setToolTip(self._said if one_line else "")
        self._again()

    def show_chips(self, chips: tuple[Chip, ...], said: str) -> None:
        """Show these badges, none is fine. `said`: all of them in words."""
        if chips != self._chips:
            self._chips, self._said = chips, said
            self.setAccessibleName(said)
            self.setToolTip(said if self._one_line else "")
            self._again()

    @property
    def clipped(self) -> bool:
        """Whether a badge does not fit."""
        if self._one_line:
            return fit_chips(self._look, self._role, self._chips, self.width()).width > self.width()
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
        height = chip_height(self._look, self._role)
        if self._one_line:
            return QSize(max(1, fit_chips(self._look, self._role, self._chips, 0).width), height)
        return QSize(max((chip_width(self._look, self._role, chip) for chip in self._chips), default=1), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        if self._one_line:
            line = fit_chips(self._look, self._role, self._chips, self.width())
            paint_line(painter, self._look, self._role, line, 0, chip_height(self._look, self._role) / 2)
        else:
            for at in self._places(self.width()):
                paint_chip(painter, self._look, self._role, at.chip, at.left, at.middle)
        painter.end()

    def _places(self, width: int) -> list[_Place]:
        gap, height = self._look.px(Space.GAP), chip_height(self._look, self._role)
        places: list[_Place] = []
        left, middle = 0, height / 2
        for chip in self._chips:
            wide = chip_width(self._look, self._role, chip)
            if left and left + wide > width:
                left, middle = 0, middle + height + gap / 2
            places.append(_Place(chip=chip, left=left, middle=middle, width=wide))
            left += wide + gap
        return places

    def _again(self) -> None:
        self.updateGeometry()
        self.update()
