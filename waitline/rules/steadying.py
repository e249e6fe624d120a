"""A wait that is shown all day is calm and honest: of what was shown last and what is found now, what is shown."""

from typing import Final

from waitline.model.forecast import WaitRange

WORSE_MINUTES: Final = 2
"""By more than this the upper end must be worse to be raised."""


def steady(shown: WaitRange | None, found: WaitRange | None) -> WaitRange | None:
    """The upper end falls at once, and rises only when it is more than two minutes worse; until then the lower end
    may only fall, so that nobody is promised a longer wait than is found. Whoever is called at once is told no
    minutes, so there is no upper end to keep."""
    if shown is None or found is None or not shown.most:
        return found
    if shown.most < found.most <= shown.most + WORSE_MINUTES:
        return WaitRange(min(shown.least, found.least), shown.most)
    return found
