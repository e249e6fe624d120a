"""The sections of an office file, each to its noun."""

import difflib
import re
from dataclasses import dataclass, fields
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from waitline.model.counter import Counter, CounterId, CounterKind
from waitline.model.global_keys import CALLING, MAY_BE_GLOBAL
from waitline.model.office import OfficeSetup, ReserveSwitch, Rules
from waitline.model.service import NumberSeries, SeriesCode, Service, ServiceCode
from waitline.model.staff import Role, Staff, StaffId
from waitline.model.words import SOURCE_LANGUAGE, Words, listed

from .bus_sections import read_bus_place, read_buses
from .device_sections import IN_ID, read_displays, read_kiosks, read_printers
from .group_sections import group_of, read_groups, read_icon
from .hours_sections import read_breaks, read_hours, read_on_offer, read_special_days
from .table import Table, hidden_sign

ALL_SERVICES: Final = "all"
MEAN_MINUTES: Final = (0.1, 480)
"""A service takes at least and at most so long."""
_USUAL_ZONE: Final = "Asia/Taipei"
_FEW: Final = 3
_ADDRESS: Final = re.compile(r"(sqlite:///|postgresql://).+")
_PASSWORD_IN_URL: Final = re.compile(r"://[^/@]*:[^/]*@|[?&]password=")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseSetup:
    """Where the queue is kept; a relative SQLite path and `password_file` start at the office's folder."""

    url: str = "sqlite:///queue.db"
    password_file: str | None = None


def read_database(top: Table) -> DatabaseSetup:
    table = top.table("database")
    url = table.text("url", DatabaseSetup().url)
    fault = fault_in_address(url)
    if fault is not None:
        table.fault("url", fault.zh, fault.en)
    elif _PASSWORD_IN_URL.search(url):
        table.fault(
            "url",
            "密碼不可寫在這裡；請存成另一個檔案並以 password_file 指定，或設環境變數 WAITLINE_DATABASE_PASSWORD",
            "the password must not stand here; keep it in a file named by password_file, or in the"
            " environment variable WAITLINE_DATABASE_PASSWORD",
        )
    password_file = table.text("password_file", "")
    table.finish()
    return DatabaseSetup(url=url, password_file=password_file or None)


def fault_in_address(url: str) -> Words | None:
    """Why `url` cannot be a database's address; None: it can. Nothing is asked whether there is one."""
    if not _ADDRESS.fullmatch(url) or hidden_sign(url) is not None:
        return Words(
            zh="資料庫位址應如 sqlite:///queue.db 或 postgresql://帳號@主機/名稱",
            en="a database's address is like sqlite:///queue.db or postgresql://user@host/name",
        )
    try:
        _ = urlsplit(url).port
    except ValueError:
        return Words(
            zh="資料庫位址的主機或連接埠寫法不正確", en="host and port of the database's address cannot be read"
        )
    return None


def read_office(top: Table) -> OfficeSetup:
    """Everything but the database. Faults are noted; references between sections are not looked at yet."""
    office = top.table("office", needed=True)
    hours = read_hours(top)
    slip = top.table("slip")
    back_line = top.table("back_line")
    case_help = top.table("case_help")
    service_desk = top.table("service_desk")
    services = [_service(table) for table in top.tables("services", needed=True)]
    setup = OfficeSetup(
        id=office.text("id", None, IN_ID, "sample-office"),
        names=office.words("name"),
        time_zone=_time_zone(office),
        love_series=SeriesCode(office.text("love_series")),
        notice=office.words_if_any("notice"),
        hours=hours.week,
        special_days=read_special_days(top, hours),
        public_holidays=hours.public_holidays,
        last_ticket_minutes=hours.last_ticket_minutes,
        rules=_rules(top.table("rules")),
        series=tuple(_series(table) for table in top.tables("series", needed=True)),
        services=tuple(services),
        groups=read_groups(top),
        counters=tuple(_counter(table, services) for table in top.tables("counters", needed=True)),
        staff=tuple(_staff(table) for table in top.tables("staff", needed=True)),
        printers=read_printers(top),
        buses=read_buses(top, IN_ID),
        kiosks=read_kiosks(top),
        displays=read_displays(top),
        slip_words=slip.words_if_any("words"),
        back_line_rota=tuple(StaffId(login) for login in back_line.texts("rota")),
        service_desk_printer=service_desk.text("printer", "") or None,
        review_team=tuple(StaffId(login) for login in case_help.texts("review_team")),
    )
    for table in (office, slip, back_line, case_help, service_desk):
        table.finish()
    return setup


def _time_zone(table: Table) -> str:
    found = table.text("time_zone", _USUAL_ZONE)
    try:
        ZoneInfo(found)
    except (KeyError, ValueError, OSError):
        near = _zones_like(found)
        zh = f"是否為「{'」、「'.join(near)}」？" if near else f"請寫成如「{_USUAL_ZONE}」"
        en = 'did you mean "' + '", "'.join(near) + '"?' if near else f'write it like "{_USUAL_ZONE}"'
        table.fault("time_zone", f"沒有「{found}」這個時區，{zh}", f'there is no time zone "{found}"; {en}')
        return _USUAL_ZONE
    return found


def _zones_like(found: str) -> list[str]:
    """The few zones nearest in writing, by their whole name or by their place alone.

    Never one like Etc/GMT+8, whose sign means the other side of the earth.
    """
    zones = [zone for zone in sorted(available_timezones()) if "/" in zone and not zone.startswith("Etc/")]
    places = {zone.rpartition("/")[2].lower(): zone for zone in zones}
    place = found.rpartition("/")[2].lower()
    near = difflib.get_close_matches(found, zones, n=_FEW, cutoff=0.75)
    near += [places[one] for one in difflib.get_close_matches(place, places, n=_FEW, cutoff=0.7)]
    return list(dict.fromkeys(near))[:_FEW]


def _rules(table: Table) -> Rules:
    """Every field of Rules by its own name; its default says what kind of value it takes."""
    found: dict[str, Any] = {}
    for rule in fields(Rules):
        default = getattr(Rules(), rule.name)
        if isinstance(default, ReserveSwitch):
            found[rule.name] = table.choice(rule.name, ReserveSwitch, default)
        elif isinstance(default, bool):
            found[rule.name] = table.flag(rule.name, default)
        elif isinstance(default, int):
            found[rule.name] = table.whole(rule.name, default)
        else:
            most = 1 if rule.name.endswith("_share") else 1440
            found[rule.name] = float(table.number(rule.name, default, most=most))
    table.finish()
    return Rules(**found)


def _series(table: Table) -> NumberSeries:
    series = NumberSeries(
        code=SeriesCode(table.text("code", None, IN_ID, "A")),
        prefix=table.text("prefix", "", "[A-Z]{1,2}", "A"),
        first=table.whole("first", 1, most=999_999),
        last=table.whole("last", 999, most=999_999),
        digits=table.whole("digits", 3, least=1, most=6),
    )
    table.finish()
    return series


def _service(table: Table) -> Service:
    checklist = table.words_list("papers") if table.is_list("papers") else ()
    service = Service(
        code=ServiceCode(table.text("code", None, IN_ID, "TRANS")),
        names=table.words("name"),
        series=SeriesCode(table.text("series")),
        mean_minutes=table.number("mean_minutes", None, least=MEAN_MINUTES[0], most=MEAN_MINUTES[1]),
        target_wait_minutes=_minutes_if_any(table, "target_wait_minutes"),
        target_minutes=_minutes_if_any(table, "target_minutes"),
        papers=listed(checklist) if checklist else table.words_if_any("papers"),
        icon=read_icon(table),
        group=group_of(table),
        on_offer=read_on_offer(table),
        checklist=checklist,
        ask_papers=table.flag("ask_papers", False),
        ask_wait=table.flag("ask_wait", True),
    )
    if service.ask_papers and not table.given("papers"):
        table.fault(
            "ask_papers",
            "沒有列出應備文件（papers），取號機無從詢問",
            "there are no papers for the kiosk to ask about; name them in papers",
        )
    table.finish()
    return service


def _minutes_if_any(table: Table, key: str) -> float | None:
    return table.number(key, 1, least=0.1, most=1440) if table.given(key) else None


def _counter(table: Table, services: list[Service]) -> Counter:
    number = table.text("id", None, IN_ID, "3")
    if table.is_text("services"):
        if table.text("services", None, ALL_SERVICES, ALL_SERVICES) == ALL_SERVICES:
            served = tuple(service.code for service in services)
        else:
            served = ()
    else:
        served = tuple(ServiceCode(code) for code in table.texts("services"))
    counter = Counter(
        id=CounterId(number),
        names=table.words_if_any("name") or Words(zh=f"{number} 號櫃台", en=f"Counter {number}"),
        kind=table.choice("kind", CounterKind, CounterKind.GENERAL),
        services=served,
        accessible=table.flag("accessible", True),
        languages=table.texts("languages", (SOURCE_LANGUAGE,)),
        printer=table.text("printer", "") or None,
        breaks=read_breaks(table),
        panel=read_bus_place(table, "panel"),
        keypad=read_bus_place(table, "keypad"),
        global_keys=_global_keys(table),
    )
    table.finish()
    return counter


def _global_keys(table: Table) -> tuple[str, ...]:
    """``true``: those that call; or by what they do, e.g. ``["call_next", "recall"]``."""
    if not table.is_list("global_keys"):
        return tuple(CALLING) if table.flag("global_keys", False) else ()
    found = table.texts("global_keys")
    for place, name in enumerate(found):
        if name not in MAY_BE_GLOBAL:
            table.unknown("global_keys", name, MAY_BE_GLOBAL, place)
    return tuple(dict.fromkeys(found))


def _staff(table: Table) -> Staff:
    if table.given("pin"):
        table.fault(
            "pin",
            "密碼不寫在設定檔裡，請用 waitline set-pin 設定",
            "a PIN does not belong in this file; set it with waitline set-pin",
        )
    staff = Staff(
        id=StaffId(table.text("login", None, IN_ID, "c01")),
        name=table.text("name"),
        roles=frozenset(table.choices("roles", Role)),
        counters=tuple(CounterId(number) for number in table.texts("counters")),
        number=table.text("number", "", "[0-9]{1,6}", "01") or None,
        deputy=StaffId(table.text("deputy", "")) or None,
    )
    table.finish()
    return staff
