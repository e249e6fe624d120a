"""When the office is open today, in words for the board's head."""

from typing import Final

from waitline.model.calendar import Offer, OfficeCalendar
from waitline.model.clock import Instant, local
from waitline.model.words import Words
from waitline.rules.opening import has_hours, offer, office_day

CLOSED: Final = Words(zh="今日休息", en="Closed today")


def hours_words(calendar: OfficeCalendar, at: Instant) -> Words:
    """Today's opening hours by the office's own calendar; empty where the office gave none at all."""
    if not has_hours(calendar.setup):
        return Words(zh="", en="")
    hours = office_day(calendar, local(at, calendar.setup.zone).date()).hours
    return CLOSED if hours is None else Words(zh=f"今日開放 {hours}", en=f"Open today {hours}")


def closed_now(calendar: OfficeCalendar, at: Instant) -> Offer | None:
    """Why no number is given now, and when one is again; None: they are given."""
    found = offer(calendar, at)
    return None if found.open else found
