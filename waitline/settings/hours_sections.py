"""The parts of an office file that are about time: the week, days that are not like it, and each service's own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from waitline.model.opening_hours import EVERY_DAY, Hours, OnOffer, PublicHolidays, Span, SpecialDay, hours_of

from .table import Table

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOSED: Final = "closed"
LONGEST_LAST_TICKET: Final = 480
_CLOCK: Final = r"([01]?\d|2[0-3]):([0-5]\d)"
_SPAN: Final = re.compile(rf"{_CLOCK}\s*[-–~～至]\s*(?:{_CLOCK}|24:00)")
_BETWEEN_SPANS: Final = re.compile(r"\s*[,，、;；]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursSection:
    """What ``[hours]`` says."""

    week: tuple[Hours | None, ...]
    public_holidays: PublicHolidays
    last_ticket_minutes: int
    closed: tuple[SpecialDay, ...]


def read_hours(top: Table) -> HoursSection:
    table = top.table("hours", needed=True)
    section = HoursSection(
        week=tuple(_hours(table, day) for day in WEEKDAYS),
        public_holidays=table.choice("public_holidays", PublicHolidays, PublicHolidays.NONE),
        last_ticket_minutes=table.whole("last_ticket_minutes", 0, most=LONGEST_LAST_TICKET),
        closed=tuple(SpecialDay(date=day) for day in table.dates("closed_dates")),
    )
    table.finish()
    return section


def read_special_days(top: Table, section: HoursSection) -> tuple[SpecialDay, ...]:
    """Every ``[[special_days]]``, and the dates that ``[hours]`` closes without a reason."""
    dates = [day.date for day in section.closed]
    found = []
    for table in top.tables("special_days"):
        special = _special(table, section.week)
        if special.date and special.date in dates:
            table.fault("date", f"{special.date} 已寫過", f"{special.date} is there twice")
        dates.append(special.date)
        found.append(special)
        table.finish()
    return (*section.closed, *found)


def _special(table: Table, week: Sequence[Hours | None]) -> SpecialDay:
    day, reason = table.date("date"), table.words_if_any("reason")
    if table.given("like"):
        if table.given("hours"):
            table.fault("hours", "hours 與 like 只能寫一個", "write either hours or like, not both")
        weekday = _weekday(table, "like", table.text("like"))
        if weekday is not None and week[weekday] is None:
            name = WEEKDAYS[weekday]
            table.fault(
                "like", f"{name} 本身不開放，請改寫 hours", f"{name} is closed itself; write hours instead"
            )
        return SpecialDay(date=day, weekday=weekday, reason=reason)
    return SpecialDay(date=day, hours=_hours(table, "hours", needed=True), reason=reason)


def read_on_offer(table: Table) -> OnOffer:
    """The keys of a service that say when it is on offer."""
    weekdays = {_weekday(table, "weekdays", name, n) for n, name in enumerate(table.texts("weekdays"))}
    hours = read_times(table, "hours")
    last = None
    if table.given("last_ticket_minutes"):
        last = table.whole("last_ticket_minutes", 0, most=LONGEST_LAST_TICKET)
    return OnOffer(
        hours=hours,
        weekdays=frozenset(day for day in weekdays if day is not None) or EVERY_DAY,
        not_on_last_working_days=table.whole("not_on_last_working_days", 0, most=10),
        last_ticket_minutes=last,
        words=table.words_if_any("when_not_offered"),
    )


def read_breaks(table: Table) -> tuple[Span, ...]:
    """When a counter's clerk is away every day, as ``breaks = "12:00-13:00"``."""
    found = _hours(table, "breaks", needed=True) if table.given("breaks") else None
    return () if found is None else found.spans


def _weekday(table: Table, key: str, name: str, *deeper: int) -> int | None:
    if name in WEEKDAYS:
        return WEEKDAYS.index(name)
    table.unknown(key, name, WEEKDAYS, *deeper)
    return None


def read_times(table: Table, key: str) -> Hours | None:
    """When something is shown or done within a day; None where nothing is said: all day."""
    if table.given(key) and table.text(key) == CLOSED:
        table.fault(key, "請寫時間，或整行刪除", "write times, or leave the line out")
    return _hours(table, key)


def _hours(table: Table, key: str, *, needed: bool = False) -> Hours | None:
    found = table.text(key, None if needed else CLOSED)
    if found in {CLOSED, ""}:
        return None
    fits = [_SPAN.fullmatch(span) for span in _BETWEEN_SPANS.split(found)]
    spans = [_minutes(one) for one in fits if one is not None]
    if len(spans) < len(fits):
        table.fault(
            key,
            f'「{found}」不是時間，請寫成 "08:00-17:00" 或 "closed"；中午休息寫 "08:00-12:00, 13:00-17:00"',
            f'"{found}" is no opening time; write "08:00-17:00" or "closed";'
            ' with a break, "08:00-12:00, 13:00-17:00"',
        )
        return None
    if any(opens >= closes for opens, closes in spans):
        table.fault(key, f"「{found}」打烊早於開門", f'"{found}" closes before it opens')
    elif any(one[1] >= following[0] for one, following in pairwise(spans)):
        table.fault(
            key,
            f"「{found}」的時段要由早到晚，中間要有休息",
            f'the times of "{found}" must come one after the other, with a break between',
        )
    return hours_of(spans)


def _minutes(fits: re.Match[str]) -> tuple[int, int]:
    opens, closes = int(fits[1]) * 60 + int(fits[2]), 24 * 60
    return opens, closes if fits[3] is None else int(fits[3]) * 60 + int(fits[4])
