"""One verb's work on the hall: everything between the lock of the office's head row and the commit."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from waitline.model.clock import Instant
from waitline.model.counter import CounterId, Desk
from waitline.model.errors import NotServedHere, RequestReused, UnknownCounter, UnknownTicket
from waitline.model.journal import Entry, Fact, Kind, chain
from waitline.model.office import OfficeSetup
from waitline.model.service import NumberSeries
from waitline.model.staff import StaffId
from waitline.model.ticket import AT_A_COUNTER, Errand, Outcome, Ticket, TicketId
from waitline.rules.dispatch import Waiting
from waitline.rules.numbering import next_free, number_of

from . import claims, rows
from . import statements as q
from .line import waiting_line
from .link import Link, Row

_WORKING = frozenset({"OPEN", "READY"})


class Hall:
    """The hall as one verb sees and changes it. Made by `Store.writing`; dies with its transaction.

    `now` is the office's clock, read under the lock; `earlier` is what the same request answered before,
    or None for a new request.
    """

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
        self._hash = head.hash
        self._entries: list[Entry] = []
        self._answer: dict[str, Any] = {}
        self._tickets: dict[TicketId, Ticket] = {}
        self._before: dict[TicketId, Ticket | None] = {}
        self._at: dict[CounterId, TicketId | None] = {}
        self._desks: dict[CounterId, Desk] = {}
        self._desk_rows: dict[str, Row] = {}
        self._desks_before: dict[CounterId, Desk] = {}

    # -- tickets ------------------------------------------------------------------------------------------

    def ticket(self, ticket: TicketId) -> Ticket:
        known = self._tickets.get(ticket)
        if known is None:
            row = self._link.one(q.TICKET, office=self.office, ticket_id=ticket)
            if row is None:
                raise UnknownTicket(ticket=ticket)
            known = self._seen(rows.ticket_of(row))
        return known

    def ticket_numbered(self, label: str) -> Ticket:
        """Today's newest ticket of that number."""
        for series in self.setup.series:
            number = number_of(series, label)
            if number is None:
                continue
            row = self._link.one(
                q.TICKET_NUMBERED, office=self.office, on_day=self.day, of_series=series.code, n=number
            )
            if row is not None:
                return self._seen(rows.ticket_of(row))
        raise UnknownTicket(ticket=label)

    def ticket_at(self, counter: CounterId) -> Ticket | None:
        if counter not in self._at:
            row = self._link.one(q.TICKET_AT, office=self.office, at_counter=counter)
            self._at[counter] = None if row is None else self._seen(rows.ticket_of(row)).id
        there = self._at[counter]
        return None if there is None else self._tickets[there]

    def everybody(self) -> list[Ticket]:
        """All tickets still in the hall."""
        found = [
            rows.ticket_of(row)
            for statement in (q.ALL_AT_COUNTERS, q.ALL_WAITING, q.ALL_SET_ASIDE)
            for row in self._link.all(statement, office=self.office)
        ]
        return [self._seen(ticket) for ticket in found]

    def due(self) -> list[Ticket]:
        """Parked tickets and no-shows whose time has come."""
        found = self._link.all(q.DUE, office=self.office, at=self.now)
        return [self._seen(rows.ticket_of(row)) for row in found]

    def line(self) -> Iterator[Waiting]:
        return waiting_line(self._link, self.office)

    def waiting_before(self, ticket: Ticket) -> int:
        """How many wait in front of it: for the same service, or among love tickets."""
        if ticket.service is None or ticket.priority == "love":
            row = self._link.one(q.COUNT_LOVE_BEFORE, office=self.office, k=ticket.key_at)
        else:
            row = self._link.one(q.COUNT_BEFORE, office=self.office, k=ticket.key_at, for_service=ticket.service)
        return row[0] if row else 0

    def new_number(self, series: NumberSeries) -> tuple[int, int]:
        """Claim the next number and its lap."""
        day = self.day or ""
        claimed = claims.claim_number(self._link, self.office, day, series.code)
        number, lap = claimed or (series.first, 0)
        free = next_free(series, number, lap, lambda n: self._in_the_hall(series, n))
        if free != claimed:
            claims.set_number(self._link, self.office, day, series.code, *free)
        return free

    def _in_the_hall(self, series: NumberSeries, number: int) -> bool:
        row = self._link.one(
            q.NUMBER_IN_THE_HALL, office=self.office, on_day=self.day, of_series=series.code, n=number
        )
        return row is not None

    def add(self, ticket: Ticket) -> Ticket:
        """A new ticket; its id is the journal entry just noted."""
        ticket = replace(ticket, changed_seq=self.seq)
        self._link.send(q.ADD_TICKET, office_id=self.office, **rows.ticket_params(ticket))
        self._before.setdefault(ticket.id, None)
        return self._seen(ticket)

    def keep(self, ticket: Ticket, **changes: Any) -> Ticket:
        """The ticket, with `changes`, as it is from now on, touched by the entry just noted."""
        ticket = replace(ticket, changed_seq=self.seq, **changes)
        before = self.ticket(ticket.id)
        self._before.setdefault(ticket.id, before)
        changed = rows.ticket_changes(before, ticket)
        self._link.send(
            q.keep_ticket(tuple(changed)),
            office=self.office,
            ticket_id=ticket.id,
            **{f"new_{name}": value for name, value in changed.items()},
        )
        self._forget_place(before)
        self._tickets[ticket.id] = ticket
        self._note_place(ticket)
        return ticket

    def _seen(self, ticket: Ticket) -> Ticket:
        return self._tickets.setdefault(ticket.id, ticket)

    def _forget_place(self, ticket: Ticket) -> None:
        if ticket.state in AT_A_COUNTER and ticket.counter is not None:
            self._at[ticket.counter] = None

    def _note_place(self, ticket: Ticket) -> None:
        if ticket.state in AT_A_COUNTER and ticket.counter is not None:
            self._at[ticket.counter] = ticket.id

    # -- errands ------------------------------------------------------------------------------------------

    def begin_errand(self, errand: Errand) -> None:
        self._link.send(
            q.ADD_ERRAND,
            office_id=self.office,
            ticket=errand.ticket,
            n=errand.n,
            service=errand.service,
            counter=errand.counter,
            begun_at=errand.begun_at,
            finished_at=None,
            outcome=None,
        )

    def end_errand(self, ticket: Ticket, outcome: Outcome | None) -> None:
        """Close the ticket's newest errand now; with None open it again."""
        at = None if outcome is None else self.now
        how = None if outcome is None else str(outcome)
        self._link.send(q.END_ERRAND, office=self.office, ticket_id=ticket.id, nth=ticket.errands, at=at, how=how)

    def drop_errands_beyond(self, ticket: Ticket) -> None:
        self._link.send(q.DROP_ERRANDS, office=self.office, ticket_id=ticket.id, nth=ticket.errands)

    # -- desks --------------------------------------------------------------------------------------------

    def take_desks(self, found: Iterable[Row]) -> None:
        self._desk_rows = {row[0]: row for row in found}

    @property
    def desks(self) -> list[Desk]:
        return [self.desk(CounterId(counter)) for counter in self._desk_rows]

    @property
    def open_desks(self) -> list[Desk]:
        """Counters whose clerk works or waits: all that the calling rule looks at."""
        changed = self._desks
        found = [
            self.desk(CounterId(counter))
            for counter, row in self._desk_rows.items()
            if counter in changed or row[1] in _WORKING
        ]
        return [desk for desk in found if desk.is_open]

    def desk(self, counter: CounterId) -> Desk:
        known = self._desks.get(counter)
        if known is None:
            row = self._desk_rows.get(counter)
            if row is None:
                raise UnknownCounter(counter=counter)
            known = self._desks[counter] = rows.desk_of(row)
        return known

    def add_desk(self, counter: CounterId) -> None:
        desk = Desk(counter=counter, since=self.now, changed_seq=self.seq)
        params = rows.desk_params(desk)
        self._link.send(q.ADD_DESK, office_id=self.office, **params)
        self._desk_rows[counter] = tuple(params.values())

    def keep_desk(self, desk: Desk) -> Desk:
        """The counter as it is from now on; written once, when the verb ends."""
        before = self.desk(desk.counter)
        desk = replace(desk, changed_seq=self.seq)
        self._desks_before.setdefault(desk.counter, before)
        self._desks[desk.counter] = desk
        return desk

    def _write_desks(self) -> None:
        for counter in self._desks_before:
            params = rows.desk_params(self._desks[counter])
            changed = {f"new_{name}": value for name, value in params.items() if name != "counter"}
            self._link.send(q.KEEP_DESK, office=self.office, desk_counter=counter, **changed)

    # -- the journal --------------------------------------------------------------------------------------

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
        return self.seq

    def note_taken(
        self, facts: Mapping[str, Fact], *, counter: CounterId | None = None, staff: str | None = None
    ) -> TicketId:
        """The entry that begins a ticket, which is named after it."""
        ticket = TicketId(self.seq + 1)
        self._enter(Kind.TICKET_TAKEN, facts, ticket=ticket, counter=counter, staff=staff)
        return ticket

    def last_call(self, ticket: TicketId) -> dict[str, Any]:
        """The facts of the newest call of a ticket, written before or by this verb."""
        for entry in reversed(self._entries):
            if entry.ticket == ticket and entry.kind is Kind.TICKET_CALLED:
                return dict(entry.facts)
        return {}

    def changes(self) -> tuple[dict[TicketId, Ticket | None], dict[CounterId, Desk]]:
        """What this verb has changed so far, as it was before (None: new)."""
        return self._before, self._desks_before

    def current(self, ticket: TicketId) -> Ticket:
        return self._tickets[ticket]

    @property
    def link(self) -> Link:
        """For the store's own modules only: undo, PINs, print jobs and set-up have statements of their own."""
        return self._link

    def answer(self, facts: Mapping[str, Any]) -> None:
        """What a repeat of the same request is told; kept with the verb's first entry."""
        self._answer = dict(facts)

    def finish(self, verb: str, request: str | None) -> bool:
        """Write the journal and the head; False when nothing happened, and so nothing has to be committed."""
        if not self._entries:
            return False
        self._write_desks()
        first = self._entries[0]
        self._entries[0] = replace(
            first,
            request_id=request,
            verb=verb,
            result=rows.facts_json(self._answer),
        )
        params = []
        for entry in self._entries:
            self._hash = chain(self._hash, self.office, entry)
            params.append(rows.entry_params(self.office, replace(entry, hash=self._hash)))
        self._link.each(q.ADD_ENTRY, params)
        self._link.send(
            q.KEEP_HEAD,
            office=self.office,
            new_seq=self.seq,
            new_hash=self._hash,
            new_last_at=self.now,
            new_turned_at=self.turned_at,
            new_day=self.day,
            new_day_seq=self.day_seq,
            new_setup_seq=self.setup_seq,
        )
        return True

    def repeat(self, verb: str, found: str, result: str | None) -> None:
        """The same request was done before: remember what it answered."""
        if verb != found:
            raise RequestReused()
        self.earlier = json.loads(result or "{}")

    def must_serve(self, counter: CounterId, service: str) -> None:
        if service not in self.setup.counter(counter).services:
            raise NotServedHere(counter=counter)
