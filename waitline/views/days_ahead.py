"""The office's next open days, for telling a visitor when to come back."""

from datetime import date, timedelta
from itertools import islice
from typing import Final

from waitline.model.clock import local
from waitline.rules.opening import has_hours, office_day
from waitline.settings.public_holidays import office_calendar
from waitline.store.look import Look

DAYS: Final = 10
_LOOKS: Final = 60
"""So many dates are looked at; an office that is closed longer has other worries."""
_WEEKEND: Final = 5


def days_ahead(look: Look) -> tuple[date, ...]:
    """From tomorrow on, holidays left out; an office without hours is taken to be open from Monday to Friday."""
    calendar = office_calendar(look.setup, look.now)
    today, by_hours = local(look.now, look.setup.zone).date(), has_hours(look.setup)
    dates = (today + timedelta(days=n) for n in range(1, _LOOKS))
    found = (
        day
        for day in dates
        if office_day(calendar, day).hours is not None and (by_hours or day.weekday() < _WEEKEND)
    )
    return tuple(islice(found, DAYS))
