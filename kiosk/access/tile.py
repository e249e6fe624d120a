"""A choice as a tile that cannot be overlooked when the ring is on it: another colour, a broad frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from waitline.look import Colour, Face, Icon, Look, Space, Type

from ..pages.picture_tile import PictureTile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .reading import Choice

RING_MM: Final = 2.6
ROUND_MM: Final = 3.7
"""What lies around a tile's face: the ring, and a little more. Neighbours' rings are never drawn together."""


class AccessTile(PictureTile):
    """Shows a choice; `ringed` is where the four keys are."""

    def __init__(self, look: Look, choice: Choice, parent: QWidget) -> None:
        self._ringed = False
        super().__init__(
            look,
            icon=choice.icon or Icon.NEXT,
            face=choice.face,
            title=Type.BUTTON,
            halo_mm=ROUND_MM,
            parent=parent,
        )
        self._choice = choice
        self.setObjectName(choice.name)
        self.show_choice(choice)

    def show_choice(self, choice: Choice) -> None:
        """Show what it is now."""
        self._choice = choice
        self.show_icon(choice.icon)
        self.show_tile(choice.words, "", () if choice.is_love else choice.notes)
        self.show_pressed(choice.held)
        self._wear()

    def say_less(self) -> None:
        """Only the name."""
        self.show_tile(self._choice.words, "", ())

    def show_ring(self, *, ringed: bool) -> None:
        """Put the ring around it, or take it away."""
        if ringed != self._ringed:
            self._ringed = ringed
            self._wear()
            self.update()

    @property
    def smallest_px(self) -> int:
        """The size of the smallest words that are drawn."""
        sizes = (line.font.pixelSize() for run in self.spread.runs for line in run.block.lines)
        return min(sizes, default=0)

    @property
    def ringed(self) -> bool:
        return self._ringed

    def _wear(self) -> None:
        quiet = self._choice.face if self._choice.is_love else Face.PLAIN
        self.show_face(Face.MAIN if self._ringed else quiet)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._ringed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._look.mm(RING_MM)
        pen = QPen(self._look.colour(Colour.FOCUS), ring)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        half = ring / 2
        radius = self._look.px(Space.RADIUS) + ring
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()
