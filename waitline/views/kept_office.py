"""What a kiosk keeps of its office for the time when it cannot reach it."""

from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.store.engine import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOffice:
    """`document` is the office file in use, `at` the office's time, `last_number` the series' last on `day`."""

    document: str
    at: Instant
    day: str
    last_number: int | None


def read(store: Store, series: str) -> KeptOffice:
    """The office as it is now, and how far `series` has come today."""
    with store.reading(with_setup=True) as look:
        return KeptOffice(
            document=look.document(), at=look.now, day=look.day, last_number=look.last_number(series)
        )
