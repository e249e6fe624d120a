"""Numbers as a kiosk out of touch gives them, with valid defaults."""

from dataclasses import replace

from waitline.model.clock import Instant
from waitline.model.service import SeriesCode
from waitline.model.ticket import PaperNumber

DAY = "2026-11-20"
FRIDAY_NINE = 1_795_136_400_000
"""2026-11-20 09:00 in Taipei."""


def a_paper(number: int = 1, **changes: object) -> PaperNumber:
    found = PaperNumber(
        request=f"request-{number}",
        series=SeriesCode("OFFLINE-1"),
        number=number,
        label=f"K{number:03d}",
        issued_at=Instant(FRIDAY_NINE + number),
        service="TRANS",
        printer="kiosk-1",
    )
    return replace(found, **changes)  # type: ignore[arg-type] # fields of a PaperNumber
