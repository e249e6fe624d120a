"""The board's foot: services, the office's notice on its line, and how often announced waits were kept."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect

from waitline.look import Glass

_NOTICE: Final = 45.0
"""What a line of the hall's smallest type needs, its signs above and below it included."""
_ABOVE_NOTICE: Final = 6.0
_ACCURACY: Final = 22.0
_ACCURACY_UPRIGHT: Final = 42.0
_ACCURACY_ACROSS: Final = 0.3
"""Beside a notice."""
_INTO_MARGIN: Final = 6.0
"""What stands lowest reaches so far into the margin, so that calls lose as little as can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """A box for each part; an empty one where there is nothing to show."""

    services: QRect
    notice: QRect
    accuracy: QRect


def foot(
    glass: Glass, inside: QRect, *, services: int, notice: bool, told: bool, accuracy: bool, portrait: bool
) -> Foot:
    """Place them at the bottom of what is inside the margins.

    `services`: their height, in pixels. `told`: the welcome tells the notice; its line's room is lent to the
    others, so that nothing moves when it is needed again.
    """
    lowest = inside.bottom() + 1 + glass.px(_INTO_MARGIN)
    left, width, bottom = inside.left(), inside.width(), inside.bottom() + 1
    kept = line = QRect()
    if accuracy and (portrait or not notice):
        height = glass.px(_ACCURACY_UPRIGHT if portrait else _ACCURACY)
        kept = QRect(left, lowest - height, width, height)
        lowest = bottom = kept.top()
    if notice:
        line = QRect(left, lowest - glass.px(_NOTICE), width, glass.px(_NOTICE))
        bottom = line.top() - glass.px(_ABOVE_NOTICE)
    places = QRect(left, bottom - services, width, services)
    if told and accuracy and not portrait:
        kept, line = line, QRect()
    elif told:
        places, line = places.united(line), QRect()
    elif notice and accuracy and not portrait:
        across = round(width * _ACCURACY_ACROSS)
        kept = QRect(line.right() + 1 - across, line.top(), across, line.height())
        line.setRight(kept.left() - 1)
    return Foot(services=places, notice=line, accuracy=kept)
