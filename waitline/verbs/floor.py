"""What a supervisor or an installer does: set the office up, set PINs, close the day."""

from dataclasses import dataclass, replace

from waitline.model.clock import Instant, business_day
from waitline.model.errors import PinTooShort
from waitline.model.journal import Kind
from waitline.model.office import OfficeSetup
from waitline.model.office_errors import DayWouldChange, SeriesInUse, StillInUse
from waitline.model.staff import PinRecord, StaffId
from waitline.settings.office_file import parse_office
from waitline.store.hall import Hall
from waitline.store.pins import keep_pin
from waitline.store.setting_up import begin_office, keep_document

from . import pins
from .day import close_everything, roll_day
from .performing import Actor, Facts
from .requests import wish
from .settling import settle

PIN_DIGITS_AT_LEAST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEnd:
    """The day that was closed and the journal's last position and hash, to be kept outside the database."""

    day: str | None
    seq: int
    hash: str


class Floor(Actor):
    """The verbs of the supervisor and the installer."""

    def set_up_office(
        self, document: str, *, request: str, name: str = "office.toml", turned_to: Instant | None = None
    ) -> None:
        """Begin the office or change it: `document` is the whole office file (TOML).

        `turned_to` begins a rehearsal whose clock only `store.setting_up.turn_clock` moves.
        Raises `BadOfficeFile` with every fault of the document, `StillInUse` for one that takes away what
        somebody needs at this moment, and `SeriesInUse` for one by which a number could be in the hall twice;
        changes nothing then.
        """
        asked = wish("set_up_office", request, document=document, name=name, turned_to=turned_to)
        setup = parse_office(document, name)
        begin_office(self._store, turned_to=turned_to)

        def body(hall: Hall) -> Facts:
            if hall.setup_seq:
                roll_day(hall)
                _check_nobody_lost(hall, setup)
                _check_series(hall, setup)
            keep_document(hall, document, setup, by=None)
            if hall.day == business_day(hall.now, setup.zone):
                settle(hall)
            return {}

        with self._store.writing(asked.verb, asked.request, asked=asked.asked) as hall:
            if hall.earlier is None:
                hall.answer(body(hall))

    def set_pin(self, *, request: str, staff: StaffId, pin: str | None) -> None:
        """A new PIN for somebody, or none any more."""
        asked = wish("set_pin", request, staff=staff, removed=pin is None, private=(pin,))
        if pin is not None and len(pin) < PIN_DIGITS_AT_LEAST:
            raise PinTooShort(digits=PIN_DIGITS_AT_LEAST)
        hashed = None if pin is None else pins.hash_pin(pin)

        def body(hall: Hall) -> Facts:
            hall.setup.somebody(staff)
            hall.note(Kind.PIN_SET, staff=staff, removed=hashed is None)
            keep_pin(hall, PinRecord(staff=staff, pin_hash=hashed))
            return {}

        self._perform(asked, body, lambda *_: None)

    def close_day(self, *, request: str) -> DayEnd:
        """Close what is open; yesterday's leftovers are inaccurate and left out of averages."""

        def body(hall: Hall) -> Facts:
            close_everything(hall)
            return {"day": hall.day}

        day = self._perform(wish("close_day", request), body, lambda _, facts: facts["day"])
        with self._store.reading() as look:
            return DayEnd(day=day, seq=look.seq, hash=look.hash)


def _check_nobody_lost(hall: Hall, setup: OfficeSetup) -> None:
    """Refuse a file that drops a service somebody waits for, or a counter or a person at work."""
    services = {service.code for service in setup.services}
    counters = {counter.id for counter in setup.counters}
    people = {person.id for person in setup.staff}
    for ticket in hall.everybody():
        if ticket.service is not None and ticket.service not in services:
            raise StillInUse(what=ticket.service, who=ticket.label)
        if ticket.for_counter is not None and ticket.for_counter not in counters:
            raise StillInUse(what=ticket.for_counter, who=ticket.label)
    for desk in hall.desks:
        if desk.staff is not None and (desk.counter not in counters or desk.staff not in people):
            raise StillInUse(what=desk.counter, who=desk.staff)


def _check_series(hall: Hall, setup: OfficeSetup) -> None:
    """Every number given out today stays one that only its own series can give.

    A series in use keeps its name, prefix, digits and first number, and may only grow at its end. The others
    may change as they like: `parse_office` has seen that no two series of the new file share a label.
    """
    if business_day(hall.now, setup.zone) != hall.day and any(hall.has_given(one) for one in hall.setup.series):
        raise DayWouldChange(zone=setup.time_zone)
    coming = {series.code: series for series in setup.series}
    for series in hall.setup.series:
        if hall.has_given(series):
            new = coming.get(series.code)
            if new is None or new.last < series.last or replace(new, last=series.last) != series:
                span = f"{series.label(series.first)}–{series.label(series.last)}"
                raise SeriesInUse(series=series.code, span=span)
