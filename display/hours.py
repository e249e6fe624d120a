"""When the office is open today, in words for the board's head."""

from typing import Final

from waitline.model.clock import Instant, local
from waitline.model.office import OfficeSetup
from waitline.model.words import Words

CLOSED: Final = Words(zh="今日休息", en="Closed today")


def hours_words(setup: OfficeSetup, at: Instant) -> Words:
    """Today's opening hours by the office's own calendar; empty where the office gave none at all."""
    if not any(setup.hours):
        return Words(zh="", en="")
    today = local(at, setup.zone)
    hours = setup.hours[today.weekday()]
    if hours is None or today.date().isoformat() in setup.closed_dates:
        return CLOSED
    span = f"{_clock(hours.opens)}–{_clock(hours.closes)}"
    return Words(zh=f"今日開放 {span}", en=f"Open today {span}")


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
