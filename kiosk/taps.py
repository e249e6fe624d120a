"""Taps in quick succession: whoever taps on and on means the page on which that began, never the next one."""

from __future__ import annotations

import math
from typing import Final

A_RUN_GOES_ON: Final = 0.25
"""A tap so soon after another is the same run: nobody looks at a page and touches it within that."""


class Taps:
    """Follows every finger that comes down anywhere on the glass. Times are seconds of the flow's clock."""

    def __init__(self) -> None:
        self._last = -math.inf
        self._began = -math.inf

    def down(self, now: float) -> None:
        if now - self._last >= A_RUN_GOES_ON:
            self._began = now
        self._last = now

    def began_before(self, page_shown_at: float) -> bool:
        """Whether this run of taps began while another page was on the glass, and still goes on."""
        return self._began < page_shown_at <= self._last
