"""The page of the journal that one verb writes."""

import json
from collections.abc import Mapping
from typing import Any, Final

from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.errors import RequestReused
from waitline.model.journal import Entry, Fact, Kind, chain
from waitline.model.office import OfficeSetup
from waitline.model.staff import StaffId
from waitline.model.ticket import TicketId

from . import desk_statements as dq
from . import rows
from . import statements as q
from .link import Link, channel

_ASKED: Final = "asked"
"""Where a request's result keeps the digest of what was asked."""


class JournalPage:
    """Notes entries under the office's lock and writes them, with the head, when the verb ends."""

    def __init__(self, link: Link, office: str, head: rows.Head, setup: OfficeSetup) -> None:
        self._link = link
        self.office = office
        self.setup = setup
        self.now = Instant(head.now)
        self.seq = head.seq
        self.day = head.day
        self.day_seq = head.day_seq
        self.setup_seq = head.setup_seq
        self.turned_at = head.turned_at
        self.earlier: dict[str, Any] | None = None
        self._verb, self._asked = "", ""
        self._done_before: tuple[str, str | None] | None = None
        self._hash = head.hash
        self._entries: list[Entry] = []
        self._calls: dict[TicketId, Mapping[str, Fact]] = {}
        self._answer: dict[str, Any] = {}

    def begin(self, verb: str, asked: str | None) -> None:
        """The verb whose page this is. Raises `RequestReused` when its request was another wish before.

        Entries of before digests were kept (`asked` missing) are taken at their verb's word.
        """
        self._verb, self._asked = verb, asked or ""
        if self._done_before is None:
            return
        done, result = self._done_before
        earlier = json.loads(result or "{}")
        if done != verb or earlier.pop(_ASKED, self._asked) != self._asked:
            raise RequestReused()
        self.earlier = earlier

    @property
    def link(self) -> Link:
        """For the store's own modules only: undo, PINs, print jobs and set-up have statements of their own."""
        return self._link

    def note(
        self,
        kind: Kind,
        *,
        ticket: TicketId | None = None,
        counter: CounterId | None = None,
        staff: StaffId | str | None = None,
        **facts: Fact,
    ) -> int:
        """The next entry; its position is the id of whatever it begins."""
        return self._enter(kind, facts, ticket=ticket, counter=counter, staff=staff)

    def _enter(
        self,
        kind: Kind,
        facts: Mapping[str, Fact],
        *,
        ticket: TicketId | None,
        counter: CounterId | None,
        staff: StaffId | str | None,
    ) -> int:
        self.seq += 1
        entry = Entry(
            seq=self.seq,
            at=self.now,
            kind=kind,
            ticket=ticket,
            counter=counter,
            staff=None if staff is None else StaffId(staff),
            data=rows.facts_json(facts),
        )
        self._entries.append(entry)
        if kind is Kind.TICKET_CALLED and ticket is not None:
            self._calls[ticket] = facts
        return self.seq

    def note_taken(
        self, facts: Mapping[str, Fact], *, counter: CounterId | None = None, staff: str | None = None
    ) -> TicketId:
        """The entry that begins a ticket, which is named after it."""
        ticket = TicketId(self.seq + 1)
        self._enter(Kind.TICKET_TAKEN, facts, ticket=ticket, counter=counter, staff=staff)
        return ticket

    def last_call(self, ticket: TicketId) -> dict[str, Fact]:
        """The facts of the newest call of a ticket by this verb; empty when it called nobody of that name."""
        return dict(self._calls.get(ticket, {}))

    def answered(self, request: str, verb: str) -> dict[str, Any] | None:
        """What another request, of this verb, was told; None when the office never got it."""
        row = self._link.one(dq.ANSWERED, office=self.office, request=request)
        if row is None or row[0] != verb:
            return None
        told: dict[str, Any] = json.loads(row[1] or "{}")
        return told

    def answer(self, facts: Mapping[str, Any]) -> None:
        """What a repeat of the same request is told; kept with the verb's first entry."""
        self._answer = dict(facts)

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been noted so far."""
        return not self._entries

    def finish(self, request: str | None) -> bool:
        """Write the journal and the head; False when nothing happened, and so nothing has to be committed."""
        if not self._entries:
            return False
        first = self._entries[0]
        answer = self._answer | {_ASKED: self._asked} if self._asked else self._answer
        self._entries[0] = first._replace(request_id=request, verb=self._verb, result=rows.facts_json(answer))
        params: dict[str, Any] = {}
        for i, entry in enumerate(self._entries):
            self._hash = chain(self._hash, self.office, entry)
            columns = rows.entry_params(self.office, entry) | {"hash": self._hash}
            params |= {f"{name}_{i}": value for name, value in columns.items()}
        head = {
            "office": self.office,
            "new_seq": self.seq,
            "new_hash": self._hash,
            "new_last_at": self.now,
            "new_turned_at": self.turned_at,
            "new_day": self.day,
            "new_day_seq": self.day_seq,
            "new_setup_seq": self.setup_seq,
        }
        self._link.later("journal", q.add_entries(len(self._entries)), **params)
        if self._link.is_sqlite:
            self._link.now(q.KEEP_HEAD, **head)
        else:
            self._link.together(q.KEEP_HEAD_AND_WAKE, channel=channel(self.office), **head)
        return True
