"""Where everything stands on a sign of any shape: a wide strip, a usual screen lying down, one standing up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSizeF

STRIP: Final = 3.0
"""Width to height from which on there is only one row."""
_MARGIN: Final = 0.035  # of the shorter side
_PLATE_LYING: Final = 0.3  # of the width
_PLATE_STRIP: Final = 0.22
_FOOT_STRIP: Final = 0.3
_PLATE_UPRIGHT: Final = 0.22  # of the height
_MAIN: Final = 0.62
"""Of the height beside the plate, what the number has."""
_MAIN_UPRIGHT: Final = 0.6
_PEOPLE: Final = 0.4
"""Of what is below the number, what the people have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignPlan:
    """Which counter it is, who is there, what is done there, and by whom. In pixels."""

    plate: QRectF
    main: QRectF
    services: QRectF
    people: QRectF


def plan_sign(size: QSizeF) -> SignPlan:
    """For a sign of this size in pixels."""
    margin = min(size.width(), size.height()) * _MARGIN
    inside = QRectF(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin)
    if size.width() >= size.height() * STRIP:
        return _strip(inside, margin)
    if size.width() >= size.height():
        return _lying(inside, margin)
    return _upright(inside, margin)


def _strip(inside: QRectF, gap: float) -> SignPlan:
    plate, rest = _columns(inside, _PLATE_STRIP, gap)
    main, foot = _columns(rest, 1 - _FOOT_STRIP / (1 - _PLATE_STRIP), gap)
    services, people = _rows(foot, 1 - _PEOPLE, gap)
    return SignPlan(plate=plate, main=main, services=services, people=people)


def _lying(inside: QRectF, gap: float) -> SignPlan:
    plate, rest = _columns(inside, _PLATE_LYING, gap)
    main, foot = _rows(rest, _MAIN, gap)
    services, people = _rows(foot, 1 - _PEOPLE, gap)
    return SignPlan(plate=plate, main=main, services=services, people=people)


def _upright(inside: QRectF, gap: float) -> SignPlan:
    plate, rest = _rows(inside, _PLATE_UPRIGHT, gap)
    main, foot = _rows(rest, _MAIN_UPRIGHT, gap)
    services, people = _rows(foot, 1 - _PEOPLE, gap)
    return SignPlan(plate=plate, main=main, services=services, people=people)


def _columns(box: QRectF, share: float, gap: float) -> tuple[QRectF, QRectF]:
    width = (box.width() - gap) * share
    left = QRectF(box.left(), box.top(), width, box.height())
    return left, QRectF(left.right() + gap, box.top(), box.width() - width - gap, box.height())


def _rows(box: QRectF, share: float, gap: float) -> tuple[QRectF, QRectF]:
    height = (box.height() - gap) * share
    above = QRectF(box.left(), box.top(), box.width(), height)
    return above, QRectF(box.left(), above.bottom() + gap, box.width(), box.height() - height - gap)
