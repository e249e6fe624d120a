"""What the kiosk's home page needs to know."""

from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.model.office import OfficeSetup

from .board import ServiceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskView:
    """`services` in the office's order, the love line (code None) apart in `love`."""

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    services: tuple[ServiceLine, ...]
    love: ServiceLine
    settle_at: Instant | None
