"""What the kiosk's home page needs to know."""

from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.model.office import OfficeSetup
from waitline.store.engine import Store

from .lines import service_lines, settle_at
from .service_line import ServiceLine


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


def read(store: Store) -> KioskView:
    """The kiosk's picture of the hall as it is now."""
    with store.reading() as look:
        desks = look.desks()
        lines, love = service_lines(look, desks)
        return KioskView(
            seq=look.seq,
            at=look.now,
            day=look.day,
            setup=look.setup,
            services=lines,
            love=love,
            settle_at=settle_at(look, desks),
        )
