"""What one section of an office file cannot see alone: names used twice or by nobody, work without hands."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from waitline.model.counter import Counter, CounterKind
from waitline.model.office import OfficeSetup
from waitline.model.service import NumberSeries
from waitline.model.staff import Role

from .bus_checks import check_buses
from .printer_checks import check_printers
from .table import Faults, nearest

_LOOK_ALIKE: Final = str.maketrans("OQILZSGB", "00112568")
"""Capital letters that a visitor ten metres away takes for a digit."""


def check_whole(setup: OfficeSetup, faults: Faults) -> None:
    """Note every fault between sections. What would only follow from an earlier fault is not asked."""
    sound_sections = not faults.found
    _check_twice(setup, faults)
    _check_series(setup.series, faults)
    _check_love_series(setup, faults)
    _check_offline_series(setup, faults)
    _check_references(setup, faults)
    _check_groups(setup, faults)
    check_buses(setup, faults)
    check_printers(setup, faults)
    if sound_sections and not faults.found:
        _check_work(setup, faults)
        _check_hours(setup, faults)


def _check_twice(setup: OfficeSetup, faults: Faults) -> None:
    for section, key, ids in (
        ("series", "code", [series.code for series in setup.series]),
        ("services", "code", [service.code for service in setup.services]),
        ("groups", "code", [group.code for group in setup.groups]),
        ("counters", "id", [counter.id for counter in setup.counters]),
        ("staff", "login", [person.id for person in setup.staff]),
        ("printers", "id", [printer.id for printer in setup.printers]),
        ("printers", "port", [printer.port for printer in setup.printers]),
        ("buses", "id", [bus.id for bus in setup.buses]),
        ("buses", "port", [bus.port for bus in setup.buses]),
        ("kiosks", "id", [kiosk.id for kiosk in setup.kiosks]),
        ("displays", "id", [display.id for display in setup.displays]),
    ):
        for place, one in enumerate(ids):
            if one and one in ids[:place]:
                faults.add(
                    (section, place, key),
                    f"{section} 的 {key}「{one}」已用過",
                    f'{key} "{one}" is used twice in {section}',
                )


def _check_series(all_series: Sequence[NumberSeries], faults: Faults) -> None:
    for place, series in enumerate(all_series):
        path = ("series", place)
        if series.first > series.last:
            faults.add(
                (*path, "last"),
                f"號碼 {series.first} 到 {series.last} 沒有任何號碼",
                f"there is no number from {series.first} to {series.last}",
            )
        elif len(str(series.last)) > series.digits:
            faults.add(
                (*path, "digits"),
                f"{series.last} 需要 {len(str(series.last))} 位數，digits = {series.digits} 不夠",
                f"{series.last} does not fit in digits = {series.digits}",
            )
    for (_, one), (place, other) in combinations(enumerate(all_series), 2):
        if _labels_meet(one, other, one.prefix, other.prefix):
            zh, en = "號碼重疊", "overlaps"
        elif _labels_meet(one, other, _as_seen(one), _as_seen(other)):
            zh, en = "號碼在看板上容易混淆", "looks like"
        else:
            continue
        faults.add(
            ("series", place, "prefix"),
            f"字號 {other.code}（{_span(other)}）與 {one.code}（{_span(one)}）{zh}",
            f"series {other.code} ({_span(other)}) {en} series {one.code} ({_span(one)})",
        )


def _span(series: NumberSeries) -> str:
    return f"{series.label(series.first)}–{series.label(series.last)}"


def _as_seen(series: NumberSeries) -> str:
    return series.prefix.translate(_LOOK_ALIKE)


def _labels_meet(one: NumberSeries, other: NumberSeries, prefix: str, other_prefix: str) -> bool:
    """Whether some label of both is the same, with the prefixes read as given."""
    if len(prefix) + one.digits != len(other_prefix) + other.digits:
        return False
    if len(prefix) > len(other_prefix):
        return _labels_meet(other, one, other_prefix, prefix)
    rest = other_prefix[len(prefix) :]
    if not other_prefix.startswith(prefix) or (rest and not rest.isdigit()):
        return False
    shift: int = int(rest or "0") * 10**other.digits
    return max(one.first, other.first + shift) <= min(one.last, other.last + shift)


def _check_love_series(setup: OfficeSetup, faults: Faults) -> None:
    if not setup.love_series:
        return
    _check_known(faults, ("office", "love_series"), setup.love_series, [one.code for one in setup.series])
    for place, service in enumerate(setup.services):
        if service.series == setup.love_series:
            faults.add(
                ("services", place, "series"),
                f"「{service.series}」是愛心號的字號，一般服務請用別的字號",
                f'"{service.series}" is the love series; a service needs another one',
            )


def _check_offline_series(setup: OfficeSetup, faults: Faults) -> None:
    """A kiosk out of touch cannot see what others give: its series must be its own alone."""
    taken = {setup.love_series, *(service.series for service in setup.services)}
    for place, kiosk in enumerate(setup.kiosks):
        series, path = kiosk.offline_series, ("kiosks", place, "offline_series")
        if series is None:
            continue
        _check_known(faults, path, series, [one.code for one in setup.series])
        if series in taken:
            faults.add(
                path,
                f"字號「{series}」已有其他用途；離線字號必須是這台取號機專用",
                f'series "{series}" is in use elsewhere; a kiosk needs one of its own for when it is out of touch',
            )
        taken.add(series)


def _check_references(setup: OfficeSetup, faults: Faults) -> None:
    series = [one.code for one in setup.series]
    services = [service.code for service in setup.services]
    counters = [counter.id for counter in setup.counters]
    for place, service in enumerate(setup.services):
        _check_known(faults, ("services", place, "series"), service.series, series)
    for place, counter in enumerate(setup.counters):
        path = ("counters", place)
        if not counter.services:
            faults.add((*path, "services"), "櫃台至少要辦理一項服務", "a counter must serve at least one service")
        for n, code in enumerate(counter.services):
            _check_known(faults, (*path, "services", n), code, services)
    for place, person in enumerate(setup.staff):
        for n, number in enumerate(person.counters):
            _check_known(faults, ("staff", place, "counters", n), number, counters)
        _check_deputy(setup, faults, place)
    _check_support(setup, faults)
    for place, display in enumerate(setup.displays):
        for n, number in enumerate(display.counters):
            _check_known(faults, ("displays", place, "counters", n), number, counters)


def _check_deputy(setup: OfficeSetup, faults: Faults, place: int) -> None:
    person, path = setup.staff[place], ("staff", place, "deputy")
    _check_known(faults, path, person.deputy or "", [each.id for each in setup.staff])
    if person.deputy == person.id:
        faults.add(path, "代理人不能是本人", "nobody is their own deputy")


def _check_support(setup: OfficeSetup, faults: Faults) -> None:
    """Whoever is asked to come, or about a case, works here."""
    back_line = [person.id for person in setup.staff if person.may(Role.BACK_LINE)]
    for n, login in enumerate(setup.back_line_rota):
        _check_known(faults, ("back_line", "rota", n), login, back_line)
    everybody = [person.id for person in setup.staff]
    for n, login in enumerate(setup.review_team):
        _check_known(faults, ("case_help", "review_team", n), login, everybody)


def _check_groups(setup: OfficeSetup, faults: Faults) -> None:
    """Every group named is there, and every group there is named."""
    for place, service in enumerate(setup.services):
        _check_known(faults, ("services", place, "group"), service.group or "", [one.code for one in setup.groups])
    named = {service.group for service in setup.services}
    for place, group in enumerate(setup.groups):
        if group.code and group.code not in named:
            faults.add(
                ("groups", place),
                f"群組「{group.code}」裡沒有任何服務項目",
                f'no service is in the group "{group.code}"',
            )


def _check_known(faults: Faults, path: tuple[str | int, ...], name: str, known: Iterable[str]) -> None:
    known = list(known)
    if name and name not in known:
        zh, en = nearest(name, known)
        faults.add(path, f"沒有「{name}」{zh}", f'there is no "{name}"{en}')


def _check_work(setup: OfficeSetup, faults: Faults) -> None:
    """Every number that can be taken must have a counter that may call it."""
    front = [counter for counter in setup.counters if counter.kind is not CounterKind.BACK_LINE]
    for place, service in enumerate(setup.services):
        if not any(service.code in counter.services for counter in front):
            faults.add(
                ("services", place),
                f"沒有任何櫃台辦理「{service.names.zh}」",
                f"no counter serves {service.names.en} ({service.code})",
            )
    if not any(_is_all_round(counter, setup) for counter in front):
        faults.add(
            ("counters",),
            "沒有辦理（幾乎）所有服務的櫃台，一鍵取的愛心號將永遠無人叫號",
            "no counter serves (nearly) all services, so a love number taken with one touch is never called",
        )


def _is_all_round(counter: Counter, setup: OfficeSetup) -> bool:
    return len(counter.services) >= setup.rules.all_round_share * len(setup.services) - 1e-9


def _check_hours(setup: OfficeSetup, faults: Faults) -> None:
    """On every open day somebody may take a number, and every service is on offer once a week."""
    week = [(weekday, hours) for weekday, hours in enumerate(setup.hours) if hours is not None]
    if any(hours.until(hours.closes - setup.last_ticket_minutes) is None for _, hours in week):
        faults.add(
            ("hours", "last_ticket_minutes"),
            f"打烊前 {setup.last_ticket_minutes} 分鐘停止取號，會有一天完全不能取號",
            f"with the last number {setup.last_ticket_minutes} min before closing, one day has none at all",
        )
    for place, service in enumerate(setup.services):
        offered = service.on_offer
        if week and not any(
            weekday in offered.weekdays and offered.within(hours, setup.last_ticket_minutes)
            for weekday, hours in week
        ):
            faults.add(
                ("services", place, "hours" if offered.hours is not None else "weekdays"),
                f"「{service.names.zh}」在機關開放時間內永遠不受理",
                f"{service.names.en} ({service.code}) is never on offer while the office is open",
            )
