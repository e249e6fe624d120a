"""A recorded day as the world knows it: who comes, for how long, which counters there are and when they rest.

Times are seconds after the office opens. What a visitor or a counter knows of the future stays here; the hall
never hears of it.
"""

import csv
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from waitline.model.counter import CounterKind
from waitline.model.errors import WaitlineError
from waitline.model.ticket import PriorityClass
from waitline.settings.device_sections import IN_ID
from waitline.settings.table import nearest

_CLASSES = {"O": PriorityClass.ORDINARY, "P": PriorityClass.LOVE, "A": PriorityClass.APPOINTMENT}
_Thing = TypeVar("_Thing")


class BadDay(WaitlineError):
    zh, en = "{file} 第 {line} 行：{reason_zh}", "{file}, line {line}: {reason_en}"


class BadDayName(BadDay):
    """The folder's name is the id of the office in which the day is rehearsed."""

    zh = "資料夾名稱「{name}」不能用：請以英文字母、數字與 . _ - 命名，以字母或數字開頭，最多 40 個字"
    en = "A day's folder cannot be called {name}: begin with a letter or digit; only those and . _ -, at most 40"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """`service_s` with a clerk of speed 1; `back_s` after being marked absent, None: does not come back."""

    id: int
    comes_s: int
    service: str
    priority: PriorityClass
    slot_s: int | None
    service_s: int
    walk_s: int
    shows_up: bool
    back_s: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A clerk's break; it begins when the visitor at the counter is done."""

    from_s: int
    length_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """When a counter is manned; `until_s` None: until nobody waits. Whoever is at the counter is served first."""

    from_s: int
    until_s: int | None


ALL_DAY: Final = (Shift(from_s=0, until_s=None),)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldCounter:
    """A counter and the clerk behind it: service takes the visitor's time × `speed`; somebody of the back line
    is there `travel_s` after they were asked, and knows no shifts."""

    id: str
    kind: CounterKind
    services: tuple[str, ...]
    speed: float
    rests: tuple[Rest, ...]
    travel_s: int = 0
    shifts: tuple[Shift, ...] = ALL_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDay:
    """`name` is its folder's, `scenario` what kind of day it was (light, normal, busy, holiday ...)."""

    folder: Path
    name: str
    scenario: str
    visitors: tuple[Visitor, ...]
    counters: tuple[WorldCounter, ...]


def read_day(folder: Path, services: Collection[str]) -> RecordedDay:
    """The day in `folder`: `visitors.csv`, `counters.csv` and `meta.json`, with no other than these services.

    Raises BadDay.
    """
    day = RecordedDay(
        folder=folder,
        name=folder.resolve().name,
        scenario=_scenario(folder / "meta.json"),
        visitors=tuple(_rows(folder / "visitors.csv", _visitor, lambda one: [one.service], services)),
        counters=tuple(_rows(folder / "counters.csv", _counter, lambda one: one.services, services)),
    )
    if not re.fullmatch(IN_ID, day.name):
        raise BadDayName(name=day.name)
    return day


def _scenario(file: Path) -> str:
    try:
        return str(json.loads(file.read_text(encoding="utf-8"))["scen"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _unreadable(file, 1, error) from error


def _unreadable(file: Path, line: int, error: Exception) -> BadDay:
    return BadDay(file=file, line=line, reason_zh=f"無法讀取（{error}）", reason_en=f"cannot be read ({error})")


def _rows(
    file: Path,
    read: Callable[[dict[str, str]], _Thing],
    named: Callable[[_Thing], Iterable[str]],
    services: Collection[str],
) -> Iterator[_Thing]:
    """What `read` makes of each line; `named` says which services that is about."""
    line = 1
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            for row in reader:
                line = reader.line_num
                found = read(row)
                for service in named(found):
                    _check_known(file, line, service, services)
                yield found
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(file, line, error) from error


def _check_known(file: Path, line: int, service: str, services: Collection[str]) -> None:
    if service not in services:
        zh, en = nearest(service, services)
        raise BadDay(
            file=file,
            line=line,
            reason_zh=f"沒有「{service}」這項服務{zh}",
            reason_en=f'there is no service "{service}"{en}',
        )


def _visitor(row: dict[str, str]) -> Visitor:
    return Visitor(
        id=int(row["vid"]),
        comes_s=int(row["t"]),
        service=row["svc"],
        priority=_CLASSES[row["cls"]],
        slot_s=_whole_or_none(row["slot"]),
        service_s=int(row["dur"]),
        walk_s=int(row["walk"]),
        shows_up=row["show"] != "0",
        back_s=_whole_or_none(row["back"]),
    )


def _counter(row: dict[str, str]) -> WorldCounter:
    return WorldCounter(
        id=row["id"],
        kind=CounterKind(row["kind"]),
        services=tuple(row["skills"].split("|")),
        speed=float(row["speed"]),
        travel_s=int(row["travel"]),
        rests=tuple(sorted((_rest(text) for text in row["breaks"].split(";") if text), key=_begin)),
    )


def _rest(text: str) -> Rest:
    begins, length = text.split("+")
    return Rest(from_s=int(begins), length_s=int(length))


def _begin(rest: Rest) -> int:
    return rest.from_s


def _whole_or_none(text: str) -> int | None:
    return int(text) if text else None
