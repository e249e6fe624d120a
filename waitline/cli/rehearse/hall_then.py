"""The hall as the journal says it stood at any moment of a day."""

from collections.abc import Iterable
from typing import Final

from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.journal import Entry, Kind
from waitline.model.ticket import TicketId

_BEGIN_TO_WAIT: Final = frozenset(
    {Kind.TICKET_TAKEN, Kind.TICKET_RETURNED, Kind.TICKET_PUT_BACK, Kind.TICKET_UNPARKED}
    | {Kind.TICKET_TRANSFERRED, Kind.TICKET_CONTINUED}
)
_END_WAITING: Final = frozenset(
    {Kind.TICKET_CALLED, Kind.TICKET_CANCELLED, Kind.TICKET_EXPIRED, Kind.TICKET_CLOSED}
)
_OPEN: Final = frozenset({Kind.COUNTER_OPENED, Kind.COUNTER_READY, Kind.COUNTER_RESTED})
_NOT_OPEN: Final = frozenset({Kind.COUNTER_PAUSED, Kind.COUNTER_CLOSED, Kind.SIGNED_OUT})


class HallThen:
    """Follows a day's entries: who waits, which counters are open."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = iter(entries)
        self._coming = next(self._entries, None)
        self.waiting: set[TicketId] = set()
        self.open: set[CounterId] = set()

    def go_to(self, at: Instant) -> None:
        """As everything up to and at `at` left it."""
        while self._coming is not None and self._coming.at <= at:
            self._follow(self._coming)

    def go_before(self, seq: int) -> None:
        """As everything before that journal position left it."""
        while self._coming is not None and self._coming.seq < seq:
            self._follow(self._coming)

    def _follow(self, entry: Entry) -> None:
        self._coming = next(self._entries, None)
        if entry.ticket is not None and entry.kind in _BEGIN_TO_WAIT:
            self.waiting.add(entry.ticket)
        elif entry.ticket is not None and entry.kind in _END_WAITING:
            self.waiting.discard(entry.ticket)
        elif entry.counter is not None and entry.kind in _OPEN:
            self.open.add(entry.counter)
        elif entry.counter is not None and entry.kind in _NOT_OPEN:
            self.open.discard(entry.counter)
