"""A whole day as the database remembers it: for scores, reports and proofs."""

from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.model.journal import Entry
from waitline.model.office import OfficeSetup
from waitline.model.ticket import Errand, Ticket
from waitline.store.engine import Store

_PAGE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """The newest business day: its journal from the entry that opened it, and the tickets taken since."""

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    entries: tuple[Entry, ...]
    tickets: tuple[Ticket, ...]
    errands: tuple[Errand, ...]


def read(store: Store) -> DayView:
    """One steady picture of everything that happened today, or on the day that was opened last."""
    with store.reading() as look:
        entries: list[Entry] = []
        after = look.day_seq
        while page := look.entries_after(after, _PAGE):
            entries += page
            after = page[-1].seq
        return DayView(
            seq=look.seq,
            at=look.now,
            day=look.day,
            setup=look.setup,
            entries=tuple(entries),
            tickets=tuple(look.tickets_between(look.day_seq, look.seq)),
            errands=tuple(look.errands_between(look.day_seq, look.seq)),
        )
