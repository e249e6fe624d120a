"""The office in which a recorded day is rehearsed: the sample office with the day's own counters."""

import json
import tomllib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from waitline.assets import asset
from waitline.model.clock import Instant, instant
from waitline.model.counter import CounterKind
from waitline.model.office import OfficeSetup
from waitline.model.office_errors import BadOfficeFile
from waitline.model.opening_hours import clock_text
from waitline.model.words import Words
from waitline.settings.office_file import parse_office

from .plan import Plan
from .recorded import BadDay, Rest, WorldCounter

ZONE: Final = "Asia/Taipei"
OPENS: Final = instant(datetime(2026, 3, 2, 8, 0, tzinfo=ZoneInfo(ZONE)))
"""Every rehearsed day is this Monday, in an office of its own."""
OPENS_MINUTE: Final = 8 * 60
KNOWN_S: Final = 1800
"""A break so long is known in advance; a shorter one nobody knows of before it begins."""
KIOSK_OPEN_S: Final = 32_400
_REHEARSAL: Final = "Rehearsal: "
_WHAT_IF: Final = ("；假如 ", "; what if ")
"""Between the kind of day and each change, in the office's two names."""


def office_of(plan: Plan) -> str:
    """The text of an office file. Raises BadDay for counters, rules or services that make no office."""
    found, day = _sample(), plan.day
    zh, en = (
        between.join([day.scenario, *(change.in_language(tongue) for change in plan.changes)])
        for between, tongue in zip(_WHAT_IF, ("zh", "en"), strict=True)
    )
    found["office"] = {
        "id": plan.office,
        "name": {"zh": f"排練：{zh}", "en": f"{_REHEARSAL}{en}"},
        "time_zone": ZONE,
        "love_series": found["office"]["love_series"],
    }
    found["counters"] = [_counter(counter) for counter in day.counters]
    found["staff"] = [
        {
            "login": clerk_at(counter.id),
            "name": f"{counter.id} 號櫃台",
            "roles": ["clerk", "backline"] if counter.kind is CounterKind.BACK_LINE else ["clerk"],
            "counters": [counter.id],
        }
        for counter in day.counters
    ]
    found["rules"] = {**found["rules"], **plan.rules}
    for service in found["services"]:
        service["mean_minutes"] = plan.means.get(service["code"], service["mean_minutes"])
    kept = ("office", "hours", "series", "services", "counters", "staff", "rules")
    text = "".join(f"{section} = {_toml(found[section])}\n" for section in kept)
    try:
        parse_office(text, plan.office)
    except BadOfficeFile as error:
        reasons = {name: error.facts[name] for name in ("reason_zh", "reason_en")}
        raise BadDay(file=day.folder / "counters.csv", line=1, **reasons) from error
    return text


def _counter(counter: WorldCounter) -> dict[str, Any]:
    """Its part of the office file, with the breaks that are known in advance."""
    known = [rest for rest in counter.rests if rest.length_s >= KNOWN_S]
    breaks = {"breaks": ", ".join(map(_on_the_clock, known))} if known else {}
    return {"id": counter.id, "kind": counter.kind.value, "services": list(counter.services), **breaks}


def _on_the_clock(rest: Rest) -> str:
    """For the office file, in whole minutes."""
    ends = rest.from_s + rest.length_s
    begins, until = (OPENS_MINUTE + round(seconds / 60) for seconds in (rest.from_s, ends))
    return f"{clock_text(begins)}-{clock_text(until)}"


def sample_services() -> dict[str, float]:
    """The services that a recorded day may name, each with its usual minutes."""
    return {service["code"]: service["mean_minutes"] for service in _sample()["services"]}


def sample_rules() -> dict[str, Any]:
    """The rules of the sample's own file."""
    found: dict[str, Any] = _sample()["rules"]
    return found


def clerk_at(counter: str) -> str:
    """Who sits at a counter."""
    return f"clerk-{counter}"


def scenario_of(setup: OfficeSetup) -> str | None:
    """What kind of day an office rehearsed; None for an office that is no rehearsal."""
    words = setup.names.en
    return words.removeprefix(_REHEARSAL).split(_WHAT_IF[1])[0] if words.startswith(_REHEARSAL) else None


def changes_of(setup: OfficeSetup) -> tuple[Words, ...]:
    """What was otherwise in a rehearsal than on the day itself."""
    names = zip((setup.names.zh, setup.names.en), _WHAT_IF, strict=True)
    zh, en = (words.split(between)[1:] for words, between in names)
    return tuple(Words(zh=one, en=other) for one, other in zip(zh, en, strict=True))


def at_second(seconds: float) -> Instant:
    """The instant so many seconds after the office opened."""
    return Instant(OPENS + round(seconds * 1000))


def _sample() -> dict[str, Any]:
    return tomllib.loads(asset("sample", "office.toml").read_text(encoding="utf-8"))


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)
