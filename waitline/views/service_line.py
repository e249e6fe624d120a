"""One service and who waits for it."""

from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.model.service import ServiceCode
from waitline.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """`open_counters` serve it now; `again_at`: a planned reopening when none does. `code` None: the love line."""

    code: ServiceCode | None
    names: Words
    waiting: int
    open_counters: int
    again_at: Instant | None
    icon: str
