"""What stands below a number: how its slip is doing, and the way home."""

from typing import Final

from PySide6.QtCore import QRect, QSize

from waitline.look import Banner, Look, TouchButton

from .page import row_of

HOME_MM: Final = 32.0
LEVEL_HOME_MM: Final = 42.0
"""Below each other the two languages take more height and leave the slip's strip more width."""
LEAST_CARD_MM: Final = 98.0
LEAST_STACKED_MM: Final = 172.0
"""So much the slip's strip leaves of a page, however much it has to say."""
WIDEST_HOME_MM: Final = 150.0
LEAST_HOME_MM: Final = 80.0


class NumberFoot:
    """Lays out both, side by side or above each other, whichever leaves the number more."""

    def __init__(self, look: Look, slip: Banner, home: TouchButton) -> None:
        self._look = look
        self._slip = slip
        self._home = home

    def lay_out(self, size: QSize, gap: int, *, upright: bool, stacked: bool, has_slip: bool) -> int:
        """In a page of a size; how far down they begin. `stacked`: the number stands above what is told."""
        mm, width, height = self._look.mm, size.width(), size.height()
        home = mm(HOME_MM if upright else LEVEL_HOME_MM)
        if not has_slip:
            self._alone(QRect(0, height - home, width, home))
            return height - home
        aside = min(max(self._home.sizeHint().width(), mm(LEAST_HOME_MM)), round(width * 0.34))
        strip_width = width - aside - gap
        strip = min(self._slip.heightForWidth(width), height // 4)
        level = mm(LEVEL_HOME_MM)
        beside = max(self._slip.heightForWidth(strip_width), level)
        if upright and home + gap + strip < beside:
            self._alone(QRect(0, height - home, width, home))
            self._slip.setGeometry(0, height - home - gap - strip, width, strip)
            return height - home - gap - strip
        least = LEAST_STACKED_MM if stacked and not upright else LEAST_CARD_MM
        tall = max(min(beside, height - gap - mm(least)), level)
        self._slip.setGeometry(0, height - tall, strip_width, tall)
        self._home.setGeometry(width - aside, height - tall, aside, tall)
        return height - tall

    def _alone(self, row: QRect) -> None:
        row_of([self._home], row, 0, widest=self._look.mm(WIDEST_HOME_MM))
