"""A whole day as the database remembers it: for scores, reports and proofs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.model.forecast import Accuracy, Forecast
from waitline.model.journal import Entry
from waitline.model.office import OfficeSetup
from waitline.model.ticket import Errand, Ticket, TicketId
from waitline.store.engine import Store
from waitline.store.look import Look

from .lines import settle_at

_PAGE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """The newest business day: its journal from the entry that opened it, the tickets taken since, and the waits
    that their visitors were told. `accuracies`: how often such waits held on the days before."""

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    entries: tuple[Entry, ...]
    tickets: tuple[Ticket, ...]
    errands: tuple[Errand, ...]
    told: Mapping[TicketId, Forecast]
    accuracies: tuple[Accuracy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the journal got after some position, and when time alone will change something next."""

    seq: int
    at: Instant
    entries: tuple[Entry, ...]
    settle_at: Instant | None


def read_news(store: Store, after: int) -> News:
    """All entries after position `after`."""
    with store.reading() as look:
        return News(
            seq=look.seq,
            at=look.now,
            entries=tuple(_entries(look, after)),
            settle_at=settle_at(look, look.desks()),
        )


def read(store: Store) -> DayView:
    """One steady picture of everything that happened today, or on the day that was opened last."""
    with store.reading() as look:
        return DayView(
            seq=look.seq,
            at=look.now,
            day=look.day,
            setup=look.setup,
            entries=tuple(_entries(look, look.day_seq)),
            tickets=tuple(look.tickets_between(look.day_seq, look.seq)),
            errands=tuple(look.errands_between(look.day_seq, look.seq)),
            told=look.told_between(look.day_seq, look.seq),
            accuracies=look.accuracies(),
        )


def _entries(look: Look, after: int) -> Iterator[Entry]:
    while page := look.entries_after(after, _PAGE):
        yield from page
        after = page[-1].seq
