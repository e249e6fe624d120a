"""Public holidays by year, from the `holidays` library, which is loaded when the first one is asked for."""

from __future__ import annotations

import gc
import sys
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from threading import Lock
from typing import TYPE_CHECKING, Final

from waitline.model.calendar import OfficeCalendar
from waitline.model.clock import Instant, local
from waitline.model.opening_hours import PublicHolidays
from waitline.model.words import Words

from .holiday_names import in_further_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from holidays.holiday_base import HolidayBase

    from waitline.model.office import OfficeSetup

LIBRARY: Final = "holidays"
_loading: Final = Lock()


def office_calendar(setup: OfficeSetup, at: Instant) -> OfficeCalendar:
    """The office's calendar around `at`: the holidays of its year and the next. The first call takes a while."""
    year = local(at, setup.zone).year
    return OfficeCalendar(setup=setup, holidays=_two_years(setup.public_holidays, year))


@lru_cache(maxsize=16)
def holidays_of(whose: PublicHolidays, year: int) -> Mapping[str, Words]:
    """The days off of one year by date (ISO 8601), with their substitutes; empty for a year that is not known."""
    if whose is PublicHolidays.NONE:
        return {}
    make = _taiwan()
    zh, en = (make(years=year, language=language) for language in ("zh_TW", "en_US"))
    return {
        day.isoformat(): Words(
            zh="、".join(zh.get_list(day)),
            en=", ".join(en.get_list(day)),
            more=in_further_languages(en.get_list(day)),
        )
        for day in sorted(zh)
        if day.year == year
    }


def _taiwan() -> Callable[..., HolidayBase]:
    """The library's Taiwan, without the two hundred other countries that its package would bring along."""
    with _loading:
        name = "holidays.countries"
        spec = None if name in sys.modules else find_spec(name)
        if spec is not None:
            sys.modules[name] = module_from_spec(spec)  # a package that can be looked into and has not run
        try:
            found: Callable[..., HolidayBase] = import_module(f"{name}.taiwan").Taiwan
        finally:
            if spec is not None:
                del sys.modules[name]  # for whoever wants all of it
    return found


@lru_cache(maxsize=4)
def _two_years(whose: PublicHolidays, year: int) -> Mapping[str, Words]:
    was_there = LIBRARY in sys.modules
    found = {**holidays_of(whose, year), **holidays_of(whose, year + 1)}
    if not was_there and LIBRARY in sys.modules:
        _let_go()
    return found


def _let_go() -> None:
    """A program needs the library once a year, and its four megabytes all day for other things."""
    with _loading:
        for name in [name for name in sys.modules if name.partition(".")[0] == LIBRARY]:
            del sys.modules[name]
    gc.collect()
