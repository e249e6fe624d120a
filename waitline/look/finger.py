"""One finger on one button: which of several it is, and whether it still means it."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QRectF
from PySide6.QtGui import QEventPoint


class Touch(Enum):
    """What a touch event comes to."""

    NOTHING = auto()
    OVER = auto()  # the finger rests on the button
    AWAY = auto()  # it has slipped off, and may come back
    LET_GO = auto()  # it was lifted on the button: this is the wish
    GONE = auto()  # it was lifted elsewhere


class Finger:
    """Follows the first finger that comes down; every other finger on the same button is ignored."""

    def __init__(self) -> None:
        self._id: int | None = None

    @property
    def is_down(self) -> bool:
        """Whether a finger is being followed."""
        return self._id is not None

    def follow(self, points: Sequence[QEventPoint], reach: QRectF) -> Touch:
        """Take in the points of one event; `reach` is the button with the slip that is forgiven."""
        if self._id is None:
            landed = [point for point in points if point.state() == QEventPoint.State.Pressed]
            if not landed or not reach.contains(landed[0].position()):
                return Touch.NOTHING
            self._id = landed[0].id()
            return Touch.OVER
        ours = [point for point in points if point.id() == self._id]
        if not ours:
            return Touch.NOTHING
        over = reach.contains(ours[0].position())
        if ours[0].state() == QEventPoint.State.Released:
            self._id = None
            return Touch.LET_GO if over else Touch.GONE
        return Touch.OVER if over else Touch.AWAY

    def forget(self) -> None:
        """The touch was taken away (another page, a cancelled gesture): it means nothing any more."""
        self._id = None
