"""Where everything stands on the board, in the proportions of one panel read across one hall.

The board is laid out for a 55 inch television read from 10 m; there the tokens' millimetres are true. Another
panel shows the same board larger or smaller, so that the order of importance stays the same; `Legibility` says
what that comes to in real millimetres.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize

from waitline.look import Glass, mm_of_arc
from waitline.rules.board_services import MARGIN, strip_height
from waitline.rules.call_cards import FLAT

from .foot import foot
from .missed_grid import missed_columns, missed_height

LONG_MM: Final = 1210.0
SHORT_MM: Final = 680.0
SEAT_M: Final = 10.0
HERO_ARCMIN: Final = 42.0
RECENT_ARCMIN: Final = 20.0

_GAP: Final = 10.0
_HEADING: Final = 62.0
_CLOSE_TOP: Final = 12.0
_CLOSE_HEADING: Final = 51.5
_CLOSE_GAP: Final = 7.0
"""Above a notice's line; upright there is room enough. So calls lose nothing by it."""
_COLUMN: Final = 318.0
_OPENING: Final = 64.0
_RECENT: Final = 115.0
"""What the recent calls need for one of them, in which case missed numbers stand in one row."""
_PORTRAIT_BIG: Final = 0.65
_FOUR_UPRIGHT: Final = 615.0
"""Four calls on each other need so much for the farthest seat."""
_NEARLY: Final = 0.995
"""A pixel's rounding is no fault; `waitline check` forgives as much."""
_CALLS_SHARE: Final = 0.525
"""More than half by what a tall card needs for its wider edge."""


def glass_of_board(size: QSize) -> Glass:
    """The board's own millimetre: what one of the 55 inch panel comes to in a window of this size."""
    across, down = (LONG_MM, SHORT_MM) if size.width() >= size.height() else (SHORT_MM, LONG_MM)
    return Glass(px_per_mm=min(size.width() / across, size.height() / down), found_by="board")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How much there is to place: banner's height in pixels, missed numbers and the pixels that the `widest` of
    them takes, services, a line for the accuracy, counters that open soon. `notice`: the office has one; `told`:
    the welcome tells it."""

    banner: int = 0
    missed: int = 0
    widest: float = 0.0
    opening: int = 0
    services: int = 0
    accuracy: bool = False
    notice: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A box for each part; an empty one where there is nothing to show."""

    heading: QRect
    banner: QRect
    big: QRect
    recent: QRect
    opening: QRect
    missed: QRect
    services: QRect
    notice: QRect
    accuracy: QRect


def plan(size: QSize, contents: Contents) -> Plan:
    """Place the parts in a window of this size."""
    glass = glass_of_board(size)
    close, portrait = contents.notice, size.height() > size.width()
    margin, gap = glass.px(MARGIN), glass.px(_CLOSE_GAP if close else _GAP)
    above = glass.px(_CLOSE_TOP) if close else margin
    inside = QRect(margin, above, size.width() - 2 * margin, size.height() - above - margin)
    heading = QRect(inside.left(), inside.top(), inside.width(), glass.px(_CLOSE_HEADING if close else _HEADING))
    top = heading.bottom() + 1 + gap
    banner = QRect(inside.left(), top, inside.width(), contents.banner)
    if contents.banner:
        top = banner.bottom() + 1 + gap
    high = services_mm(contents, upright=portrait)
    below = foot(
        glass,
        inside,
        services=glass.px(high) if high else 0,
        notice=contents.notice,
        told=contents.told,
        accuracy=contents.accuracy,
        portrait=portrait,
    )
    middle = QRect(inside.left(), top, inside.width(), below.services.top() - gap - top)
    big, beside = _upright(glass, middle) if portrait else _sideways(glass, middle)
    recent, opening, missed = _column(glass, beside, contents, portrait=portrait)
    return Plan(
        heading=heading,
        banner=banner,
        big=big,
        recent=recent,
        opening=opening,
        missed=missed,
        services=below.services,
        notice=below.notice,
        accuracy=below.accuracy,
    )


def stands_in_two(big: QSize) -> bool:
    """Whether a place this wide has calls side by side, when they are many, or one above the other."""
    return big.width() > big.height() * FLAT


def shared(big: QRect, gap: int) -> tuple[QRect, QRect]:
    """The big place's halves: calls in the first, no smaller there than when the place is full of
    them, and what stands beside them in the other."""
    if stands_in_two(big.size()):
        width = round((big.width() - gap) * _CALLS_SHARE)
        return (
            QRect(big.left(), big.top(), width, big.height()),
            QRect(big.left() + width + gap, big.top(), big.width() - width - gap, big.height()),
        )
    height = round((big.height() - gap) * _CALLS_SHARE)
    return (
        QRect(big.left(), big.top(), big.width(), height),
        QRect(big.left(), big.top() + height + gap, big.width(), big.height() - height - gap),
    )


def services_mm(contents: Contents, *, upright: bool) -> float:
    """What services have, in the board's millimetres, whether or not the welcome tells the notice."""
    return strip_height(contents.services, upright=upright, accuracy=contents.accuracy, notice=contents.notice)


def _sideways(glass: Glass, middle: QRect) -> tuple[QRect, QRect]:
    column, gap = glass.px(_COLUMN), glass.px(_GAP)
    big = QRect(middle.left(), middle.top(), middle.width() - column - gap, middle.height())
    return big, QRect(big.right() + 1 + gap, middle.top(), column, middle.height())


def _upright(glass: Glass, middle: QRect) -> tuple[QRect, QRect]:
    """Calls have what four of them need, if one recent call and one row of missed numbers are left."""
    gap = glass.px(_GAP)
    most = middle.height() - 2 * gap - glass.px(_RECENT) - missed_height(glass, 1)
    height = max(round(middle.height() * _PORTRAIT_BIG), min(glass.px(_FOUR_UPRIGHT), most))
    big = QRect(middle.left(), middle.top(), middle.width(), height)
    below = middle.bottom() - big.bottom() - gap
    return big, QRect(middle.left(), big.bottom() + 1 + gap, middle.width(), below)


def _column(glass: Glass, box: QRect, contents: Contents, *, portrait: bool) -> tuple[QRect, QRect, QRect]:
    """Recent calls above; below them counters that open soon, and missed numbers in as many rows as they need, two
    at most; upright side by side if there are both. What is large beside the column never moves for these."""
    gap = glass.px(_GAP)
    opening = glass.px(_OPENING) if contents.opening else 0
    abreast = portrait and contents.opening > 0 and contents.missed > 0
    width = (box.width() - gap) // 2 if abreast else box.width()
    columns = missed_columns(width, glass, contents.widest)
    for most in (2, 1):
        missed = missed_height(glass, min(most, -(-contents.missed // columns)))
        high = [max(opening, missed)] if abreast else [opening, missed]
        recent = box.height() - sum(one + gap for one in high if one)
        if recent >= glass.px(_RECENT):
            break
    top = box.top() + recent + gap
    if abreast:
        opened = QRect(box.left(), top, width, high[0])
        return (
            QRect(box.left(), box.top(), box.width(), recent),
            opened,
            QRect(opened.right() + 1 + gap, top, box.right() - opened.right() - gap, high[0]),
        )
    return (
        QRect(box.left(), box.top(), box.width(), recent),
        QRect(box.left(), top, box.width(), opening),
        QRect(box.left(), box.bottom() + 1 - missed, box.width(), missed),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Legibility:
    """The heights of capitals in real millimetres, and what the farthest seat needs."""

    hero_mm: float
    hero_wanted_mm: float
    recent_mm: float
    recent_wanted_mm: float

    @property
    def hero_enough(self) -> bool:
        """Whether somebody in the farthest seat can read the number called."""
        return self.hero_mm >= self.hero_wanted_mm * _NEARLY

    @property
    def enough(self) -> bool:
        """Whether somebody in the farthest seat can read both."""
        return self.hero_enough and self.recent_mm >= self.recent_wanted_mm * _NEARLY


def legibility(*, hero_px: float, recent_px: float, panel: Glass, far_seat_m: float) -> Legibility:
    """What capitals of so many pixels come to on the real panel."""
    return Legibility(
        hero_mm=panel.mm(hero_px),
        hero_wanted_mm=mm_of_arc(HERO_ARCMIN, far_seat_m),
        recent_mm=panel.mm(recent_px),
        recent_wanted_mm=mm_of_arc(RECENT_ARCMIN, far_seat_m),
    )
