"""An office as it was set up: everything that differs between offices is data here."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from .bus import BusSetup
from .counter import Counter, CounterId, CounterKind
from .errors import UnknownCounter, UnknownPrinter, UnknownService, UnknownStaff
from .keypad import Keypad
from .media import MediaSetup
from .opening_hours import Hours, PublicHolidays, SpecialDay
from .service import NumberSeries, SeriesCode, Service, ServiceCode, ServiceGroup
from .staff import Staff, StaffId
from .volume import FULL, Volume
from .words import VISITOR_LANGUAGES, Words


class ReserveSwitch(StrEnum):
    """AUTO: on where a back line is set up."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Every figure of the calling rule and of the verbs. Minutes unless the name says otherwise."""

    love_head_start: float = 120
    appointment_head_start: float = 30
    returned_behind: float = 10
    reserve: ReserveSwitch = ReserveSwitch.AUTO
    reserve_opens_after: float = 25
    reserve_opens_for_late_appointment: float = 8
    reserve_needs_counters: int = 3
    all_round_share: float = 5 / 6
    no_show_grace: float = 30
    ready_asks_after: float = 10
    undo_seconds: int = 10
    begin_by_hand: bool = True
    love_mean_minutes: float = 9
    summon_at: float = 7
    summon_after: float = 0.5
    summon_gap: float = 4
    summons_answer_seconds: int = 60
    release_at: float = 1.5
    release_after: float = 5
    release_gap: float = 15
    pin_tries: int = 5
    pin_lock: float = 5
    lock_after: float = 15.0
    nudge_targets: float = 1.5
    nudge_unfinished: float = 20.0
    nudge_idle_seconds: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterSetup:
    """A printer by name: a serial port (or stable id) and its profile."""

    id: str
    port: str
    profile: str = "big5-80mm"
    baud: int = 9600


class Paperless(StrEnum):
    """Whether visitors may leave the paper away; USUAL: there is none unless they ask for it."""

    NO = "no"
    OFFERED = "offered"
    USUAL = "usual"


LOWER_EDGE: Final = 850.0
"""How high above the floor a kiosk's glass begins, unless the office says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskSetup:
    """One kiosk. Millimetres; `screen_mm` None: ask the screen itself. `names`: what staff call it.

    `bottom_mm`: how high above the floor the glass begins.

    `ask_wait_from`: so many people ahead, and the kiosk asks before it gives a number; None: it never asks.
    `offline_series` is this kiosk's alone, for while the database is out of reach; None: it gives no numbers then.
    """

    id: str
    names: Words | None = None
    printer: str | None = None
    screen_mm: tuple[float, float] | None = None
    love_asks_reason: bool = True
    languages: tuple[str, ...] = VISITOR_LANGUAGES
    offline_series: SeriesCode | None = None
    ask_wait_from: int | None = None
    paperless: Paperless = Paperless.NO
    bottom_mm: float = LOWER_EDGE
    keypad: Keypad = field(default_factory=Keypad)

    @property
    def paperless_at_first(self) -> bool | None:
        """Whether a visitor's number comes without paper before they choose; None: it is not theirs to choose."""
        if self.printer is None or self.paperless is Paperless.NO:
            return None
        return self.paperless is Paperless.USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplaySetup:
    """One lobby display. `far_seat_m` in metres; no `counters` means all of them; `accuracy`: it publishes how
    often visitors were called in the time they were told; `reduced_motion`: nothing on it flashes; `media`:
    pictures and videos beside the calls."""

    id: str
    screen_mm: tuple[float, float] | None = None
    far_seat_m: float = 10
    theme: str = "day"
    voice: tuple[str, ...] = ("zh-TW", "en")
    volume: Volume = FULL
    counters: tuple[CounterId, ...] = ()
    accuracy: bool = False
    reduced_motion: bool = False
    media: MediaSetup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSetup:
    """The whole office. `hours` has seven places, Monday first, None for a closed day.

    On `special_days` the hours do not hold, each date once. The last number of a day is given
    `last_ticket_minutes` before closing. `notice` is shown in the hall. `back_line_rota`: who of the back line
    is asked first; who is not named comes after, in the staff's order. `review_team`: whom clerks ask about a
    case; nobody named, the back line.
    """

    id: str
    names: Words
    time_zone: str
    series: tuple[NumberSeries, ...]
    services: tuple[Service, ...]
    counters: tuple[Counter, ...]
    staff: tuple[Staff, ...]
    love_series: SeriesCode
    hours: tuple[Hours | None, ...] = (None,) * 7
    rules: Rules = field(default_factory=Rules)
    printers: tuple[PrinterSetup, ...] = ()
    buses: tuple[BusSetup, ...] = ()
    kiosks: tuple[KioskSetup, ...] = ()
    displays: tuple[DisplaySetup, ...] = ()
    slip_words: Words | None = None
    notice: Words | None = None
    special_days: tuple[SpecialDay, ...] = ()
    public_holidays: PublicHolidays = PublicHolidays.NONE
    last_ticket_minutes: int = 0
    groups: tuple[ServiceGroup, ...] = ()
    back_line_rota: tuple[StaffId, ...] = ()
    service_desk_printer: str | None = None
    review_team: tuple[StaffId, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def has_back_line(self) -> bool:
        return any(counter.kind is CounterKind.BACK_LINE for counter in self.counters)

    @property
    def reserve_on(self) -> bool:
        switch = self.rules.reserve
        return switch is ReserveSwitch.ON or (switch is ReserveSwitch.AUTO and self.has_back_line)

    def service(self, code: str) -> Service:
        for service in self.services:
            if service.code == code:
                return service
        raise UnknownService(service=code)

    def counter(self, number: str) -> Counter:
        for counter in self.counters:
            if counter.id == number:
                return counter
        raise UnknownCounter(counter=number)

    def printer(self, name: str) -> PrinterSetup:
        for printer in self.printers:
            if printer.id == name:
                return printer
        raise UnknownPrinter(printer=name)

    def somebody(self, login: str) -> Staff:
        for person in self.staff:
            if person.id == login:
                return person
        raise UnknownStaff(staff=login)

    def number_series(self, code: SeriesCode) -> NumberSeries:
        return next(series for series in self.series if series.code == code)

    def series_for(self, service: ServiceCode | None, *, love: bool) -> NumberSeries:
        """Where the next number comes from; love tickets have a series of their own."""
        if love or service is None:
            return self.number_series(self.love_series)
        return self.number_series(self.service(service).series)


__all__ = [
    "CounterId",
    "DisplaySetup",
    "Hours",
    "KioskSetup",
    "OfficeSetup",
    "Paperless",
    "PrinterSetup",
    "ReserveSwitch",
    "Rules",
    "StaffId",
]
