"""One verb's work on the hall: everything between the lock of the office's head row and the commit."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from waitline.model.clock import Instant
from waitline.model.counter import CounterId, Desk
from waitline.model.errors import NotServedHere, UnknownTicket
from waitline.model.office import OfficeSetup
from waitline.model.service import NumberSeries, SeriesCode
from waitline.model.slip import PrintJob
from waitline.model.ticket import AT_A_COUNTER, Errand, Outcome, Ticket, TicketId, TicketState
from waitline.rules.dispatch import Waiting, ahead_of
from waitline.rules.numbering import next_free, number_of

from . import claims, rows
from . import desk_statements as dq
from . import statements as q
from .hall_desks import DeskShelf
from .line import like_waiting, waiting_line
from .link import Link, Row


class Hall(DeskShelf):
    """The hall as one verb sees and changes it. Made by `Store.writing`; dies with its transaction.

    `now` is the office's clock, read under the lock; `earlier` is what the same request answered before,
    or None for a new request.
    """

    def __init__(self, link: Link, office: str, head: rows.Head, setup: OfficeSetup) -> None:
        super().__init__(link, office, head, setup)
        self._tickets: dict[TicketId, Ticket] = {}
        self._unread: dict[TicketId, Row] = {}
        self._before: dict[TicketId, Ticket | None] = {}
        self._at: dict[CounterId, TicketId | None] = {}
        self._line_ahead: Sequence[Row] | None = None
        self.new_jobs: dict[int, PrintJob] = {}

    def read_ahead(self, *, at: CounterId | None, there: Row | None, line: Sequence[Row] | None) -> None:
        """Answers that were asked for together with the lock, to spare a round trip each."""
        if at is not None:
            self._at[at] = None if there is None else self._seen(rows.ticket_of(there)).id
        self._line_ahead = line

    def ticket(self, ticket: TicketId) -> Ticket:
        known = self._tickets.get(ticket)
        if known is None:
            row = self._unread.pop(ticket, None)
            if row is None:
                row = self._link.one(q.TICKET, office=self.office, ticket_id=ticket)
            if row is None:
                raise UnknownTicket(ticket=ticket)
            known = self._seen(rows.ticket_of(row))
        return known

    def ticket_numbered(self, label: str) -> Ticket:
        """Today's newest ticket with that label, as people type it."""
        for series in self.setup.series:
            number = number_of(series, label)
            if number is None:
                continue
            row = self._link.one(
                q.TICKET_NUMBERED,
                office=self.office,
                on_day=self.day,
                of_series=series.code,
                n=number,
                shown=series.label(number),
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
        """Everybody who waits, in key order, as this verb has left them so far."""
        ahead, self._line_ahead = self._line_ahead, None
        return waiting_line(self._link, self.office, self._row_seen, ahead)

    def _row_seen(self, row: Row) -> None:
        if row[0] not in self._tickets:
            self._unread[row[0]] = row

    def ask_waiting_before(self, one: Waiting) -> Callable[[], int]:
        """How many wait in front of `one` (see `dispatch.ahead_of`), asked now and read when called.

        Other questions may travel with it. `one` itself need not be in the line yet.
        """
        asked = self._link.send(q.WAITING_BEFORE, office=self.office, k=one.key_at, i=one.id)
        # a server answers when it is fetched; SQLite would go on reading while the verb already writes
        found = asked.fetchall() if self._link.is_sqlite else None

        def count() -> int:
            before = like_waiting(one, asked.fetchall() if found is None else found)
            return ahead_of(self.setup, self.open_desks, one, before)

        return count

    def signed_in_at(self, counter: CounterId) -> Instant:
        """When whoever is signed in there came today; now if the journal does not say."""
        row = self._link.one(dq.SIGNED_IN_AT, office=self.office, after=self.day_seq, at_counter=counter)
        return self.now if row is None else Instant(row[0])

    def waiting_for(self, counter: CounterId) -> list[Ticket]:
        """Who waits for this counter alone, in key order."""
        found = self._link.all(q.WAITING_FOR, office=self.office, at_counter=counter)
        return [self._seen(rows.ticket_of(row)) for row in found]

    def new_number(self, series: NumberSeries) -> tuple[int, int]:
        """Claim the next number and its lap."""
        day = self.day or ""
        claimed = claims.claim_number(self._link, self.office, day, series.code)
        number, lap = claimed or (series.first, 0)
        free = next_free(series, number, lap, lambda n: self._in_the_hall(series, n))
        if free != claimed:
            claims.set_number(self._link, self.office, day, series.code, *free)
        return free

    def has_given(self, series: NumberSeries) -> bool:
        """Whether numbers of this series have been given out today."""
        return claims.last_number(self._link, self.office, self.day or "", series.code) is not None

    def number_given(self, day: str, series: SeriesCode, number: int) -> int:
        """Take in a number that was given elsewhere on `day`; its lap, above every lap the number had before."""
        row = self._link.one(q.NEWEST_LAP, office=self.office, on_day=day, of_series=series, n=number)
        lap = 0 if row is None else row[0] + 1
        last = claims.last_number(self._link, self.office, day, series)
        if last is None or last < number:
            claims.set_number(self._link, self.office, day, series, number, lap)
        return lap

    def _in_the_hall(self, series: NumberSeries, number: int) -> bool:
        row = self._link.one(
            q.NUMBER_IN_THE_HALL, office=self.office, on_day=self.day, of_series=series.code, n=number
        )
        return row is not None

    def add(self, ticket: Ticket) -> Ticket:
        """A new ticket; its id is the journal entry just noted."""
        ticket = ticket._replace(changed_seq=self.seq)
        self._link.now(q.ADD_TICKET, office_id=self.office, **rows.ticket_params(ticket))
        self._before.setdefault(ticket.id, None)
        self._place(ticket)
        return ticket

    def keep(self, ticket: Ticket, **changes: Any) -> Ticket:
        """The ticket, with `changes`, as it is from now on, touched by the entry just noted."""
        ticket = ticket._replace(changed_seq=self.seq, **changes)
        before = self.ticket(ticket.id)
        self._before.setdefault(ticket.id, before)
        changed = rows.ticket_changes(before, ticket)
        # in order: a counter's next ticket comes only after the one before it has left
        self._link.later(
            ("ticket", ticket.id),
            q.keep_ticket(tuple(changed)),
            in_order=True,
            office=self.office,
            ticket_id=ticket.id,
            **{f"new_{name}": value for name, value in changed.items()},
        )
        if before.state in AT_A_COUNTER and before.counter is not None:
            self._at[before.counter] = None
        self._place(ticket)
        return ticket

    def _place(self, ticket: Ticket) -> None:
        self._tickets[ticket.id] = ticket
        if ticket.state in AT_A_COUNTER and ticket.counter is not None:
            self._at[ticket.counter] = ticket.id
        self._line_ahead = None if ticket.state is TicketState.WAITING else self._line_ahead

    def _seen(self, ticket: Ticket) -> Ticket:
        return self._tickets.setdefault(ticket.id, ticket)

    def begin_errand(self, errand: Errand) -> None:
        self._link.later(
            ("errand", errand.ticket, errand.n),
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
        """Close the ticket's newest errand now, as the service the ticket has by now; with None open it again."""
        at = None if outcome is None else self.now
        how = None if outcome is None else str(outcome)
        self._link.later(
            ("errand", ticket.id, ticket.errands),
            q.END_ERRAND,
            office=self.office,
            ticket_id=ticket.id,
            nth=ticket.errands,
            at=at,
            how=how,
            what=ticket.service,
        )

    def move_errand(self, ticket: Ticket, counter: CounterId) -> None:
        """The ticket's newest errand, with its times, is another counter's from now on."""
        self._link.send(
            q.MOVE_ERRAND, office=self.office, ticket_id=ticket.id, nth=ticket.errands, to_counter=counter
        )

    def drop_errands_beyond(self, ticket: Ticket) -> None:
        self._link.send(q.DROP_ERRANDS, office=self.office, ticket_id=ticket.id, nth=ticket.errands)

    def changes(self) -> tuple[dict[TicketId, Ticket | None], dict[CounterId, Desk]]:
        """What this verb has changed so far, as it was before (None: new)."""
        return self._before, self._desks_before

    def current(self, ticket: TicketId) -> Ticket:
        return self._tickets[ticket]

    def must_serve(self, counter: CounterId, service: str) -> None:
        if service not in self.setup.counter(counter).services:
            raise NotServedHere(counter=counter)
