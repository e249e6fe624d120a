"""How often visitors were called in the time they were told, as the office publishes it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from waitline.model.forecast import Accuracy, Kept, Period

LEAST_VISITORS: Final = 50
"""Of fewer nothing is said: one visitor more would move the share by two percent, and chance moves it by five."""
MONTH_DAYS: Final = 30


def accuracies(kept: Mapping[str, Kept], day: str) -> tuple[Accuracy, ...]:
    """Of the business days before `day`: of its week, from Monday on, and of its last thirty dates; only where
    enough visitors were told. Days that are over only: of one that runs, who waits too long yet is not counted."""
    today = date.fromisoformat(day)
    begins = {
        Period.WEEK: today - timedelta(days=today.weekday()),
        Period.MONTH: today - timedelta(days=MONTH_DAYS),
    }
    return tuple(_of_periods(kept, begins, day))


def _of_periods(kept: Mapping[str, Kept], begins: Mapping[Period, date], day: str) -> Iterator[Accuracy]:
    for period, first in begins.items():
        days = [one for date_of, one in kept.items() if first.isoformat() <= date_of < day]
        told, inside = sum(one.told for one in days), sum(one.inside for one in days)
        if told >= LEAST_VISITORS:
            yield Accuracy(period, 100 * inside // told, told)
