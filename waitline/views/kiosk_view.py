"""What the kiosk's home page needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from waitline.model.calendar import OfficeCalendar
from waitline.model.clock import Instant
from waitline.model.forecast import Forecast, WaitRange
from waitline.model.help import HelpCall
from waitline.model.office import OfficeSetup
from waitline.model.service import ServiceCode
from waitline.model.slip import Taken
from waitline.model.words import Words
from waitline.settings.public_holidays import office_calendar
from waitline.store.engine import Store
from waitline.store.look import Look

from .devices import staff_know
from .foresight import NOTHING_FORESEEN, Foresight, foresee
from .lines import service_lines, settle_at
from .people_ahead import people_ahead
from .service_line import ServiceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpHere:
    """Today's latest call for help from this kiosk, and the number that came of it."""

    call: HelpCall
    taken: Taken | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskView:
    """`services` in the office's order, the love line (code None) apart in `love`.

    `holidays`: the public ones that the office keeps, this year's and the next's by date.
    `ahead`: people ahead of whoever takes a number now, by service; empty while nothing is known. `foresight`: how
    long they would wait.
    `staff_know`: the trouble of this kiosk's printer stands on the screen of somebody at work; `somebody_at_work`:
    anybody is at a counter at all. `time_is_known`: as of a `Look`.
    """

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    services: tuple[ServiceLine, ...]
    love: ServiceLine
    settle_at: Instant | None
    help: HelpHere | None = None
    holidays: Mapping[str, Words] = field(default_factory=dict)
    ahead: Mapping[ServiceCode, int] = field(default_factory=dict)
    foresight: Foresight = NOTHING_FORESEEN
    staff_know: bool = False
    somebody_at_work: bool = True
    time_is_known: bool = True

    @property
    def calendar(self) -> OfficeCalendar:
        return OfficeCalendar(setup=self.setup, holidays=self.holidays)

    @property
    def waits(self) -> dict[ServiceCode | None, WaitRange]:
        """What is announced to whoever comes now, by line (None: the love line); left out where nothing is."""
        return self.foresight.waits

    def forecast_of(self, service: ServiceCode | None, *, love: bool) -> Forecast | None:
        """The wait of somebody who takes a number for it now; a love visitor's whatever they come for."""
        return self.foresight.love if love else self.foresight.services.get(service or ServiceCode(""))

    def ahead_of(self, service: ServiceCode) -> int:
        """How many are ahead of somebody who takes a number for it now, as far as is known."""
        return self.ahead.get(service, 0)


def read(store: Store, place: str | None = None) -> KioskView:
    """The kiosk's picture of the hall as it is now; `place` is the kiosk's id, for its own calls for help."""
    with store.reading() as look:
        desks = look.desks()
        lines, love = service_lines(look, desks)
        anybody = any(desk.staff for desk in desks)
        return KioskView(
            seq=look.seq,
            at=look.now,
            time_is_known=look.time_is_known,
            day=look.day,
            setup=look.setup,
            services=lines,
            love=love,
            settle_at=settle_at(look, desks),
            help=_help(look, place),
            holidays=office_calendar(look.setup, look.now).holidays,
            staff_know=staff_know(look, _printer_at(look, place), anybody=anybody),
            somebody_at_work=anybody,
            ahead=people_ahead(look, desks),
            foresight=foresee(look, desks),
        )


def _printer_at(look: Look, place: str | None) -> str | None:
    return next((kiosk.printer for kiosk in look.setup.kiosks if kiosk.id == place), None)


def _help(look: Look, place: str | None) -> HelpHere | None:
    if place is None or not look.day_is_open:
        return None
    call = next((call for call in reversed(look.help_calls()) if call.place == place), None)
    if call is None:
        return None
    ticket = None if call.ticket is None else look.ticket(call.ticket)
    if ticket is None:
        return HelpHere(call=call, taken=None)
    return HelpHere(call=call, taken=Taken(ticket=ticket, ahead=call.ahead or 0, job=look.slip_of(ticket)))
