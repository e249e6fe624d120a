"""Instants of the office's clock and the business day they fall on."""

from datetime import UTC, datetime, timedelta
from typing import Final, NewType
from zoneinfo import ZoneInfo

Instant = NewType("Instant", int)
"""Milliseconds since 1970-01-01T00:00Z, as the database's clock tells them."""

BEGINNING: Final = Instant(0)
SECOND: Final = 1_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE

CLOCK_APART_S: Final = 120.0
"""A clock that is set by the network, or by hand, is not that far off."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def instant(moment: datetime) -> Instant:
    """The instant of an aware `moment`."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return Instant(round((moment - _EPOCH) / timedelta(milliseconds=1)))


def local(at: Instant, zone: ZoneInfo) -> datetime:
    """`at` as the wall clock of `zone` shows it."""
    return (_EPOCH + timedelta(milliseconds=at)).astimezone(zone)


def business_day(at: Instant, zone: ZoneInfo) -> str:
    """The date at the office, ISO 8601, e.g. ``2026-11-20``."""
    return local(at, zone).date().isoformat()
