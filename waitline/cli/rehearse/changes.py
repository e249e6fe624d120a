"""What each sentence of `--what-if` does to a plan, and says of it. What cannot be raises ImpossibleError."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isfinite
from typing import Any, Final

from waitline.model.counter import CounterKind
from waitline.model.words import Words
from waitline.settings.office_sections import MEAN_MINUTES
from waitline.settings.table import nearest

from .office_of_day import sample_services
from .plan import ImpossibleError, Plan
from .recorded import ALL_DAY, WorldCounter
from .shifts import hours_words, on_duty, resting, shifts_of, spans_of, without

MOST_BACK_LINE: Final = 20
WAY_S: Final = 120
"""How long somebody of the back line walks whom no recorded day knows."""

_KINDS: Final = {
    CounterKind.QUICK: Words(zh="快速", en="quick"),
    CounterKind.GENERAL: Words(zh="一般", en="general"),
    CounterKind.LOVE: Words(zh="愛心", en="love"),
}
Said = Mapping[str, str]
Changed = tuple[Plan, Words]


def opens(plan: Plan, said: Said) -> Changed:
    """``counter N open [HOURS] [like M]``: a counter of the day at these hours alone, or one more."""
    number, like, spans = said["id"], said["like"], spans_of(said["hours"])
    known = next((counter for counter in plan.day.counters if counter.id == number), None)
    if known is not None and like:
        raise ImpossibleError(
            f"已經有 {number} 號櫃台，「比照」只用於新增的", f"counter {number} is there; like is for new ones"
        )
    if known is None:
        counter = _added(plan, number, like)
        zh, en = (f"（新增，比照 {like} 號）", f" (added, like {like})") if like else ("（新增）", " (added)")
    elif known.kind is CounterKind.BACK_LINE:
        counter, zh, en = _ordinary(known), "（不再是後線）", " (no longer back line)"
    else:
        counter, zh, en = known, "", ""
    shifts = shifts_of(spans) if spans else ALL_DAY
    words = Words(
        zh=f"{number} 號櫃台開放{hours_words(spans).zh}{zh}",
        en=f"counter {number} open {hours_words(spans).en}{en}",
    )
    return _with_counter(plan, on_duty(counter, shifts)), words


def closes(plan: Plan, said: Said) -> Changed:
    """``counter N closed [HOURS]``"""
    counter, spans = _manned(plan, said["id"]), spans_of(said["hours"])
    shifts = without(counter.shifts, spans) if spans else ()
    words = Words(
        zh=f"{counter.id} 號櫃台關閉{hours_words(spans).zh}",
        en=f"counter {counter.id} closed {hours_words(spans).en}",
    )
    return _with_counter(plan, on_duty(counter, shifts)), words


def serves(plan: Plan, said: Said) -> Changed:
    """``counter N serves CODE,CODE`` or ``all``"""
    counter, known = _counter(plan, said["id"]), sample_services()
    named = [code.strip() for code in said["services"].replace("、", ",").split(",")]
    codes = list(known) if named == ["all"] else named
    for code in codes:
        _check_service(code, known)
    words = Words(
        zh=f"{counter.id} 號櫃台辦理 {'、'.join(codes)}", en=f"counter {counter.id} serves {', '.join(codes)}"
    )
    if set(codes) == set(counter.services):
        return plan, words
    return _with_counter(plan, replace(counter, services=tuple(codes))), words


def is_of_kind(plan: Plan, said: Said) -> Changed:
    """``counter N kind quick``, ``general`` or ``love``"""
    counter, kind = _manned(plan, said["id"]), said["kind"].lower()
    if kind not in _KINDS:
        raise ImpossibleError(
            "類別只有 quick、general、love；後線請寫「後線 2」",
            "a kind is quick, general or love; for the back line say back line 2",
        )
    name = _KINDS[CounterKind(kind)]
    words = Words(zh=f"{counter.id} 號是{name.zh}櫃台", en=f"counter {counter.id} is a {name.en} counter")
    return _with_counter(plan, replace(counter, kind=CounterKind(kind))), words


def rests(plan: Plan, said: Said) -> Changed:
    """``counter N break HOURS`` or ``none``: in place of the breaks that are known in advance."""
    counter = _manned(plan, said["id"])
    spans = () if said["hours"].lower() == "none" else spans_of(said["hours"])
    zh, en = (
        (f"休息{hours_words(spans).zh}", f"breaks {hours_words(spans).en}")
        if spans
        else ("不排休息", "has no planned break")
    )
    words = Words(zh=f"{counter.id} 號櫃台{zh}", en=f"counter {counter.id} {en}")
    return _with_counter(plan, resting(counter, spans)), words


def back_line_of(plan: Plan, said: Said) -> Changed:
    """``back line N`` or ``off``"""
    people = 0 if said["people"].lower() == "off" else int(said["people"])
    words = Words(zh=f"後線人員 {people} 位", en=f"back line of {people}")
    if people > MOST_BACK_LINE:
        raise ImpossibleError(f"後線最多 {MOST_BACK_LINE} 位", f"a back line is {MOST_BACK_LINE} at most")
    if people == 0:
        return replace(plan, back_line=False), words
    own = [counter for counter in plan.day.counters if counter.kind is not CounterKind.BACK_LINE]
    there = [counter for counter in plan.day.counters if counter.kind is CounterKind.BACK_LINE]
    while len(there) < people:
        there.append(_one_more(there, [counter.id for counter in (*own, *there)]))
    day = replace(plan.day, counters=(*own, *there[:people]))
    return replace(plan, day=day, back_line=True), words


def rule_is(plan: Plan, said: Said) -> Changed:
    """``rule KEY = VALUE``, as the office file's ``[rules]`` have it, quotes or not."""
    rule, value = said["rule"], _value(said["value"])
    words = Words(zh=f"規則 {rule} = {said['value']}", en=f"rule {rule} = {said['value']}")
    return replace(plan, rules={**plan.rules, rule: value}), words


def takes(plan: Plan, said: Said) -> Changed:
    """``service CODE mean MINUTES``: every visit of it is so much shorter or longer, and the office knows it."""
    code, usual = said["code"], sample_services()
    _check_service(code, usual)
    before, after = plan.means.get(code, usual[code]), _minutes(said["minutes"])
    visitors = tuple(
        replace(one, service_s=max(1, round(one.service_s * after / before))) if one.service == code else one
        for one in plan.day.visitors
    )
    words = Words(
        zh=f"{code} 平均 {after:g} 分鐘（原為 {before:g}）",
        en=f"{code} takes {after:g} min on average (was {before:g})",
    )
    if after == before:
        return plan, words
    return replace(plan, day=replace(plan.day, visitors=visitors), means={**plan.means, code: after}), words


def check_everybody_served(before: Plan, after: Plan) -> None:
    """Raises ImpossibleError when no manned counter is left for a service that somebody comes for."""
    wanted = {visitor.service for visitor in after.day.visitors}
    lost = sorted(wanted & _served(before) - _served(after))
    if lost:
        raise ImpossibleError(
            f"沒有櫃台辦理 {'、'.join(lost)} 了", f"no counter would be left for {', '.join(lost)}"
        )


def _served(plan: Plan) -> set[str]:
    own = (
        counter for counter in plan.day.counters if counter.kind is not CounterKind.BACK_LINE and counter.shifts
    )
    return {code for counter in own for code in counter.services}


def _counter(plan: Plan, number: str) -> WorldCounter:
    for counter in plan.day.counters:
        if counter.id == number:
            return counter
    known = [counter.id for counter in plan.day.counters]
    zh, en = nearest(number, known)
    raise ImpossibleError(
        f"{plan.day.name} 沒有 {number} 號櫃台{zh}", f"{plan.day.name} has no counter {number}{en}"
    )


def _manned(plan: Plan, number: str) -> WorldCounter:
    """A counter that has a clerk of its own."""
    counter = _counter(plan, number)
    if counter.kind is CounterKind.BACK_LINE:
        raise ImpossibleError(
            f"{number} 號由後線人員開放；請寫「櫃台 {number} 開放 …」或「後線 2」",
            f"counter {number} is opened by the back line; say counter {number} open ... or back line 2",
        )
    return counter


def _with_counter(plan: Plan, new: WorldCounter) -> Plan:
    """In the place of its old self, or last."""
    there = plan.day.counters
    if new.id in {counter.id for counter in there}:
        counters = tuple(new if counter.id == new.id else counter for counter in there)
    else:
        counters = (*there, new)
    return replace(plan, day=replace(plan.day, counters=counters))


def _added(plan: Plan, number: str, like: str) -> WorldCounter:
    """One more, as another or as any: all services, at the usual pace, without breaks."""
    if like:
        return replace(_ordinary(_counter(plan, like)), id=number)
    services = tuple(sample_services())
    return WorldCounter(id=number, kind=CounterKind.GENERAL, services=services, speed=1, rests=())


def _ordinary(counter: WorldCounter) -> WorldCounter:
    if counter.kind is CounterKind.BACK_LINE:
        return replace(counter, kind=CounterKind.GENERAL, travel_s=0)
    return counter


def _one_more(there: Sequence[WorldCounter], taken: Sequence[str]) -> WorldCounter:
    """Another of the back line, as the last of them, at the first number that is free."""
    highest = max((int(number) for number in taken if number.isdecimal()), default=0)
    number = str(highest + 1)
    if there:
        return replace(there[-1], id=number)
    services = tuple(sample_services())
    kind = CounterKind.BACK_LINE
    return WorldCounter(id=number, kind=kind, services=services, speed=1, rests=(), travel_s=WAY_S)


def _check_service(code: str, known: Mapping[str, float]) -> None:
    if code not in known:
        zh, en = nearest(code, known)
        raise ImpossibleError(f"沒有「{code}」這項服務{zh}", f'there is no service "{code}"{en}')


def _minutes(text: str) -> float:
    least, most = MEAN_MINUTES
    try:
        found = float(text)
    except ValueError:
        found = 0
    if not least <= found <= most:
        raise ImpossibleError(
            f"平均時間要在 {least:g} 與 {most:g} 分鐘之間", f"a mean is between {least:g} and {most:g} min"
        )
    return found


def _value(text: str) -> Any:
    """As TOML has it; what is no value of its own is a text without its quotes."""
    try:
        found = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
    is_rule = isinstance(found, str | int) or (isinstance(found, float) and isfinite(found))
    return found if is_rule else text
