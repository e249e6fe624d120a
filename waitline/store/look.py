"""One steady picture of the hall, for views: what stood there at one journal position."""

import json
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from waitline.model.back_line import Summons
from waitline.model.case_help import CaseHelp
from waitline.model.clock import CLOCK_APART_S, SECOND, Instant, business_day
from waitline.model.counter import CounterId, Desk
from waitline.model.device import DeviceReport
from waitline.model.forecast import Accuracy, Experience, Forecast
from waitline.model.help import HelpCall
from waitline.model.journal import Entry
from waitline.model.office import OfficeSetup
from waitline.model.service import ServiceCode
from waitline.model.slip import PrintJob
from waitline.model.staff import PinRecord, StaffDoor, StaffId
from waitline.model.ticket import Errand, Origin, Ticket, TicketId
from waitline.rules.accuracy import accuracies
from waitline.rules.back_line import Picture
from waitline.rules.dispatch import Waiting

from . import back_line, case_helps, claims, forecasts, rows
from . import desk_statements as dq
from . import statements as q
from .line import like_waiting, waiting_line
from .link import Link, Row, Statement
from .pins import pin_of
from .staff_doors import door_of
from .undoing import LastAction, last_action


class Look:
    """Made by `Store.reading`; dies with its snapshot. `now` is the office's clock as it was read.

    `held_s`: by how much the last entry lies ahead of the database's clock, which holds `now` there; 0 in a hall
    whose clock is right. `is_turned`: a rehearsal, whose clock is turned by hand.
    """

    def __init__(self, link: Link, office: str, head: rows.Head, setup: OfficeSetup) -> None:
        self._link = link
        self.office = office
        self.setup = setup
        self.seq = head.seq
        self.hash = head.hash
        self.setup_seq = head.setup_seq
        self.now = Instant(head.now)
        self.held_s = (head.now - head.clock) / SECOND
        self.is_turned = head.turned_at is not None
        self.day = business_day(self.now, setup.zone)
        self.day_is_open = head.day == self.day
        self.day_seq = head.day_seq if self.day_is_open else head.seq
        self._experience: Experience | None = None

    @property
    def time_is_known(self) -> bool:
        """Whether `now` is the time of day, rather than held at an entry from a clock that was ahead."""
        return self.is_turned or self.held_s <= CLOCK_APART_S

    @property
    def link(self) -> Link:
        """For the store's own modules only."""
        return self._link

    def document(self) -> str:
        """The office's file as it is in use now; empty before the office is set up."""
        row = self._link.one(q.SETUP, office=self.office, version=self.setup_seq)
        return "" if row is None else str(row[0])

    def last_number(self, series: str) -> int | None:
        """The last number that a series gave today, None when it gave none."""
        return claims.last_number(self._link, self.office, self.day, series)

    def desks(self) -> list[Desk]:
        """By their numbers; a server gives rows in the order they were last written."""
        return [
            rows.desk_of(row) for row in sorted(self._link.all(dq.DESKS, office=self.office), key=itemgetter(0))
        ]

    def waiting(self) -> list[Ticket]:
        """In key order."""
        return self._tickets(q.ALL_WAITING)

    def line(self) -> Iterator[Waiting]:
        return waiting_line(self._link, self.office, lambda _row: None)

    def at_counters(self) -> list[Ticket]:
        return self._tickets(q.ALL_AT_COUNTERS)

    def set_aside(self) -> list[Ticket]:
        """Parked and missed, latest call first."""
        return self._tickets(q.ALL_SET_ASIDE)

    def waiting_counts(self) -> Sequence[tuple[str | None, str, int]]:
        """(service or None, priority, how many)."""
        return [(row[0], row[1], row[2]) for row in self._link.all(q.COUNT_WAITING, office=self.office)]

    def before_newcomers(self) -> Callable[[Waiting], list[tuple[Waiting, int]]]:
        """Read once: who is in front of whoever comes now, as the rule sees them from `one`'s place."""
        found = self._link.all(q.WAITING_BEFORE, office=self.office, k=self.now, i=self.seq + 1)
        return lambda one: like_waiting(one, found)

    def waited_for(self) -> frozenset[str]:
        """Counters for which somebody waits who may be called nowhere else."""
        return frozenset(row[0] for row in self._link.all(q.WAITED_FOR, office=self.office))

    def ticket(self, ticket: TicketId) -> Ticket | None:
        row = self._link.one(q.TICKET, office=self.office, ticket_id=ticket)
        return None if row is None else rows.ticket_of(row)

    def tickets_between(self, first: int, last: int) -> list[Ticket]:
        """All tickets taken at journal positions `first`..`last`, in order."""
        found = self._link.all(q.TICKETS_BETWEEN, office=self.office, first=first, last=last)
        return [rows.ticket_of(row) for row in found]

    def errands_between(self, first: int, last: int) -> list[Errand]:
        """All errands of the tickets taken at journal positions `first`..`last`."""
        found = self._link.all(q.ERRANDS_BETWEEN, office=self.office, first=first, last=last)
        return [rows.errand_of(row) for row in found]

    def calls(self, most: int) -> list[Entry]:
        """Today's calls, recalls and withdrawals, newest first."""
        found = self._link.all(q.CALLS, office=self.office, after=self.day_seq, most=most)
        return [rows.entry_of(row) for row in found]

    def last_call_of(self, ticket: TicketId) -> dict[str, Any]:
        """The facts of the newest call of a ticket, empty when it was never called."""
        return last_call(self._link, self.office, ticket)

    def entries_after(self, seq: int, most: int = 1_000) -> list[Entry]:
        found = self._link.all(q.ENTRIES_AFTER, office=self.office, after=seq, most=most)
        return [rows.entry_of(row) for row in found]

    def done_at(self, counter: CounterId) -> int:
        """How many errands this counter has finished today."""
        row = self._link.one(q.DONE_TODAY, office=self.office, after=self.day_seq, at_counter=counter)
        return row[0] if row else 0

    def last_walk_in(self, counter: CounterId) -> ServiceCode | None:
        """What the latest visitor who walked in at this counter today was served for."""
        row = self._link.one(
            q.LAST_WALK_IN, office=self.office, after=self.day_seq, at_counter=counter, came_as=str(Origin.WALK_IN)
        )
        return None if row is None else row[0]

    def last_action(self, counter: CounterId) -> LastAction | None:
        return last_action(self._link, self.office, counter)

    def next_due(self) -> Instant | None:
        """When the next parked ticket returns or the next no-show expires."""
        row = self._link.one(q.NEXT_DUE, office=self.office)
        return None if row is None or row[0] is None else Instant(row[0])

    def open_jobs(self, printer: str) -> list[PrintJob]:
        """Slips queued for a printer or sent and not yet answered for, oldest first."""
        return self._jobs(self._link.all(dq.OPEN_JOBS, office=self.office, on_printer=printer))

    def latest_jobs(self, printer: str, most: int) -> list[PrintJob]:
        """Today's slips of a printer, newest first."""
        found = self._link.all(
            dq.LATEST_JOBS, office=self.office, on_printer=printer, after=self.day_seq, most=most
        )
        return self._jobs(found)

    def _jobs(self, found: Sequence[Row]) -> list[PrintJob]:
        jobs = []
        for row in found:
            ticket = self.ticket(TicketId(row[2]))
            if ticket is not None:
                jobs.append(rows.job_of(row, ticket, self.told(ticket.id)))
        return jobs

    def slip_of(self, ticket: Ticket) -> PrintJob | None:
        """The job of a ticket's own slip, which is numbered like it; None where it was taken without paper."""
        row = self._link.one(dq.JOB, office=self.office, job=ticket.id)
        return None if row is None else rows.job_of(row, ticket, self.told(ticket.id))

    def help_calls(self) -> list[HelpCall]:
        """Today's calls for help, oldest first."""
        found = self._link.all(dq.HELP_AFTER, office=self.office, after=self.day_seq)
        return [rows.help_of(row) for row in found]

    def devices(self) -> list[DeviceReport]:
        """How every device was when it was last told of, those that have been so longest first."""
        return [rows.report_of(row) for row in self._link.all(dq.DEVICES, office=self.office)]

    def back_line(self) -> Picture:
        """Who may be asked to come, every summons that is not over, and what is remembered of the hall."""
        return back_line.picture(self._link, self.office)

    def summons(self, number: int) -> Summons | None:
        """By its id, also one that is over."""
        return back_line.summons_of(self._link, self.office, number)

    def case_helps(self) -> list[CaseHelp]:
        """Every question about a case that was not ended, oldest first."""
        return case_helps.all_open(self._link, self.office)

    def case_help(self, number: int) -> CaseHelp | None:
        """By its id, also one that is over."""
        return case_helps.one(self._link, self.office, number)

    def experience(self) -> Experience:
        """What the office's past days teach, as far as it was learnt; read once."""
        if self._experience is None:
            self._experience = forecasts.experience_in(self._link, self.office)
        return self._experience

    def accuracies(self) -> tuple[Accuracy, ...]:
        """How often visitors were called in the time they were told, as far as that may be said."""
        return accuracies(self.experience().kept, self.day)

    def told(self, ticket: TicketId) -> Forecast | None:
        """The wait that a visitor was told with the number."""
        return forecasts.forecast_of(self._link, self.office, ticket)

    def told_between(self, first: int, last: int) -> dict[TicketId, Forecast]:
        """The same of all tickets taken at journal positions `first`..`last`."""
        return forecasts.forecasts_between(self._link, self.office, first, last)

    def pin(self, staff: StaffId) -> PinRecord:
        return pin_of(self._link, self.office, staff)

    def staff_door(self, place: str) -> StaffDoor:
        """Wrong tries at a kiosk's staff panel."""
        return door_of(self._link, self.office, place)

    def with_pin(self) -> frozenset[str]:
        """Logins that have a PIN."""
        return frozenset(row[0] for row in self._link.all(dq.WITH_PIN, office=self.office))

    def _tickets(self, statement: Statement) -> list[Ticket]:
        return [rows.ticket_of(row) for row in self._link.all(statement, office=self.office)]


def last_call(link: Link, office: str, ticket: TicketId) -> dict[str, Any]:
    row = link.one(q.LAST_CALL_OF, office=office, ticket_id=ticket)
    return {} if row is None else json.loads(row[0])
