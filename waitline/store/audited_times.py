"""What the journal alone says of every ticket: its label, and when it was issued, first called, and ended."""

from bisect import bisect_right
from typing import Final

from waitline.model.counter import CounterId
from waitline.model.journal import Entry, Kind

_ENDS: Final = frozenset({Kind.TICKET_FINISHED, Kind.TICKET_CANCELLED, Kind.TICKET_EXPIRED, Kind.TICKET_CLOSED})
_BROUGHT: Final = '"why":"brought"'
"""In the facts of a visitor who was led to the chair: served without having been called."""


class JournalTimes:
    """Follows the journal from its beginning. Undo is followed too: what an action ended has not ended then.

    Of a million entries only what is asked for in the end is kept: four numbers and a label a ticket.
    """

    def __init__(self) -> None:
        self.label: dict[int, str] = {}
        self.issued: dict[int, int] = {}
        self.called: dict[int, int] = {}
        self.ended: dict[int, int] = {}
        self._actions: list[int] = []
        self._finished: dict[CounterId | None, tuple[int, int]] = {}

    def follow(self, entry: Entry) -> None:
        if entry.verb is not None:
            self._actions.append(entry.seq)
        ticket = entry.ticket
        if entry.kind is Kind.ACTION_UNDONE:
            self._undone(entry)
        elif ticket is None:
            return
        elif entry.kind is Kind.TICKET_CALLED:
            self.called.setdefault(ticket, entry.at)
        elif entry.kind is Kind.TICKET_TAKEN:
            facts = entry.facts
            given = facts.get("issued_at")  # out of touch, before the office knew of it
            self.issued[ticket] = given if isinstance(given, int) else entry.at
            self.label[ticket] = str(facts.get("label"))
        elif entry.kind in _ENDS:
            self.ended[ticket] = entry.at
            if entry.kind is Kind.TICKET_FINISHED:
                self._finished[entry.counter] = (entry.seq, ticket)
        elif entry.kind is Kind.SERVING_BEGUN:
            if _BROUGHT in entry.data:
                self.called.setdefault(ticket, entry.at)
        elif entry.kind is Kind.CALL_WITHDRAWN and entry.facts.get("n") == 0:
            self.called.pop(ticket, None)

    def _undone(self, entry: Entry) -> None:
        """Whoever the action finished at its counter is there again; all else an undo says by itself."""
        last = entry.facts.get("to")
        seq, ticket = self._finished.get(entry.counter, (0, 0))
        if isinstance(last, int) and seq <= last:
            first = self._actions[bisect_right(self._actions, last) - 1]
            if seq >= first:
                self.ended.pop(ticket, None)

    def of(self, ticket: int) -> tuple[str, int, int | None, int | None]:
        """(label, issued, first called, ended) of a ticket that was taken."""
        return self.label[ticket], self.issued[ticket], self.called.get(ticket), self.ended.get(ticket)
