"""When the office is closed next, and whether its public holidays are known."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from waitline.model.calendar import OfficeCalendar, OfficeDay
from waitline.model.clock import Instant, local
from waitline.model.office import OfficeSetup
from waitline.model.opening_hours import PublicHolidays
from waitline.model.words import Words
from waitline.rules.opening import ALWAYS, has_hours, office_day
from waitline.settings.public_holidays import holidays_of, office_calendar

from .finding import Finding, Topic, notice, well

_DAYS_AHEAD: Final = 365
_NAMED: Final = 8
_ZH_DAYS: Final = "一二三四五六日"


def check_calendar(setup: OfficeSetup, at: Instant) -> Iterator[Finding]:
    """`at`: now, by any clock that has the date right."""
    if not has_hours(setup):
        yield notice(
            Topic.CALENDAR,
            "沒有設定開放時間，取號機永遠開放",
            "No opening hours are set, so the kiosk never closes",
        )
    today = local(at, setup.zone).date()
    for year in (today.year, today.year + 1):
        if setup.public_holidays is not PublicHolidays.NONE and not holidays_of(setup.public_holidays, year):
            yield notice(
                Topic.CALENDAR,
                f"不知道 {year} 年的國定假日：請更新 holidays 套件，或逐日寫在 closed_dates",
                f"the public holidays of {year} are not known: update the holidays package, or write each of them"
                " in closed_dates",
            )
    unlike = list(_unlike_their_week(office_calendar(setup, at), today))
    if not unlike:
        yield well(Topic.CALENDAR, "一年內只有每週固定的休息日", "a year with no days off but the week's own")
        return
    more = len(unlike) - _NAMED
    yield well(
        Topic.CALENDAR,
        f"接下來不同於平日：{'、'.join(_told(*one).zh for one in unlike[:_NAMED])}"
        + (f"，一年內還有 {more} 天" if more > 0 else "")
        + "；國定假日請對照政府公告",
        f"next days unlike their week: {'; '.join(_told(*one).en for one in unlike[:_NAMED])}"
        + (f"; {more} more within a year" if more > 0 else "")
        + "; hold public holidays against what the government has announced",
    )


def _unlike_their_week(calendar: OfficeCalendar, first: date) -> Iterator[tuple[date, OfficeDay]]:
    """Special days and holidays; a holiday on a day off changes nothing."""
    usual = calendar.setup.hours if has_hours(calendar.setup) else (ALWAYS,) * 7
    for ahead in range(_DAYS_AHEAD):
        day = first + timedelta(days=ahead)
        kept = office_day(calendar, day)
        if kept.hours != usual[day.weekday()]:
            yield day, kept


def _told(day: date, kept: OfficeDay) -> Words:
    hours_zh, hours_en = ("不開放", "closed") if kept.hours is None else (str(kept.hours), str(kept.hours))
    reason = kept.reason or Words(zh="", en="")
    zh = " ".join(
        part for part in (f"{day.isoformat()}（{_ZH_DAYS[day.weekday()]}）", reason.zh, hours_zh) if part
    )
    en = " ".join(part for part in (f"{day:%a} {day.isoformat()}", reason.en, hours_en) if part)
    return Words(zh=zh, en=en)
