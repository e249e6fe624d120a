"""What the service desk sees: everybody in the hall, longest wait first, and where love visitors are led."""

from dataclasses import dataclass

from waitline.model.clock import Instant
from waitline.model.counter import CounterId, CounterState, Desk
from waitline.model.device import DeviceReport
from waitline.model.help import HelpCall
from waitline.model.office import OfficeSetup
from waitline.model.printer_hands import SERVICE_DESK_PLACE
from waitline.model.staff import Staff, StaffId
from waitline.model.ticket import PriorityClass, Ticket, TicketState
from waitline.store.engine import Store
from waitline.store.line import waiting_as_seen
from waitline.store.look import Look

from .back_line_now import NO_BACK_LINE, BackLineNow, back_line_now
from .cases import NO_CASES, Cases, cases_of
from .devices import device_troubles
from .foresight import Foreseer
from .lines import settle_at


@dataclass(frozen=True, slots=True, kw_only=True)
class LedTo:
    """Where a love visitor without a number is served first. `free`: that counter waits for somebody now."""

    counter: CounterId
    free: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDeskView:
    """`waiting`: love visitors first, each kind the longest wait first; `parked`, `missed` newest first; `called`:
    who is called or served, and where. `led_to` None: no counter of the moment serves a love visitor.
    `time_is_known`: as of a `Look`."""

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    staff: Staff
    waiting: tuple[Ticket, ...]
    parked: tuple[Ticket, ...]
    missed: tuple[Ticket, ...]
    called: tuple[Ticket, ...]
    led_to: LedTo | None
    help: tuple[HelpCall, ...]
    troubles: tuple[DeviceReport, ...]
    settle_at: Instant | None
    back_line: BackLineNow = NO_BACK_LINE
    cases: Cases = NO_CASES
    time_is_known: bool = True

    @property
    def everybody(self) -> tuple[Ticket, ...]:
        """All who are in the hall."""
        return (*self.waiting, *self.called, *self.parked, *self.missed)


def read(store: Store, staff: StaffId) -> ServiceDeskView:
    """The hall as somebody at the service desk sees it now; raises `UnknownStaff`."""
    with store.reading() as look:
        somebody = look.setup.somebody(staff)
        desks, open_day = look.desks(), look.day_is_open
        waiting = look.waiting() if open_day else []
        aside = look.set_aside() if open_day else []
        return ServiceDeskView(
            seq=look.seq,
            at=look.now,
            time_is_known=look.time_is_known,
            day=look.day,
            setup=look.setup,
            staff=somebody,
            waiting=tuple(sorted(waiting, key=_love_first)),
            parked=tuple(t for t in aside if t.state is TicketState.PARKED),
            missed=tuple(t for t in aside if t.state is TicketState.NO_SHOW),
            called=tuple(look.at_counters() if open_day else ()),
            led_to=_led_to(look, desks, waiting) if open_day else None,
            help=_help(look, staff) if open_day else (),
            troubles=device_troubles(look, SERVICE_DESK_PLACE),
            settle_at=settle_at(look, desks),
            back_line=back_line_now(look, desks),
            cases=cases_of(look, staff),
        )


def _love_first(ticket: Ticket) -> tuple[bool, Instant, int]:
    return ticket.priority is not PriorityClass.LOVE, ticket.issued_at, ticket.id


def _led_to(look: Look, desks: list[Desk], waiting: list[Ticket]) -> LedTo | None:
    counter = Foreseer(look, desks, [waiting_as_seen(ticket) for ticket in waiting]).led_to()
    if counter is None:
        return None
    free = any(desk.counter == counter and desk.state is CounterState.READY for desk in desks)
    return LedTo(counter=counter, free=free)


def _help(look: Look, staff: StaffId) -> tuple[HelpCall, ...]:
    return tuple(c for c in look.help_calls() if c.answered_by in (None, staff) and c.matters(look.now))
