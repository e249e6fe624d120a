"""When counters of a recorded day are manned and when their clerks rest, reckoned from times of the clock."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import Final

from waitline.model.opening_hours import Span, clock_text, hours_of
from waitline.model.words import Words
from waitline.settings.hours_sections import read_breaks
from waitline.settings.table import Faults, Table

from .office_of_day import KIOSK_OPEN_S, KNOWN_S, OPENS_MINUTE
from .plan import ImpossibleError
from .recorded import Rest, Shift, WorldCounter

CLOSES_MINUTE: Final = OPENS_MINUTE + KIOSK_OPEN_S // 60


def spans_of(text: str) -> tuple[Span, ...]:
    """``10:00-12:00, 13:00-15:00`` within the office's day; nothing for an empty text. Raises ImpossibleError."""
    if not text:
        return ()
    faults = Faults()
    spans = read_breaks(Table({"breaks": text}, (), faults))
    if faults.found:
        raise ImpossibleError(faults.found[0].zh, faults.found[0].en)
    if not spans or spans[0][0] < OPENS_MINUTE or spans[-1][1] > CLOSES_MINUTE:
        day = f"{clock_text(OPENS_MINUTE)}–{clock_text(CLOSES_MINUTE)}"
        raise ImpossibleError(f"時間要在 {day} 之內", f"times must be within {day}")
    return spans


def hours_words(spans: Sequence[Span]) -> Words:
    """Those times, or the whole day."""
    hours = hours_of(spans)
    return Words(zh="整天", en="all day") if hours is None else Words(zh=f" {hours}", en=str(hours))


def shifts_of(spans: Sequence[Span]) -> tuple[Shift, ...]:
    """One that lasts until the kiosk closes goes on until nobody waits."""
    return tuple(
        Shift(from_s=_second(begins), until_s=None if ends >= CLOSES_MINUTE else _second(ends))
        for begins, ends in spans
    )


def without(shifts: Sequence[Shift], spans: Sequence[Span]) -> tuple[Shift, ...]:
    """What is left of `shifts` with `spans` taken out."""
    left = [_edges(shift) for shift in shifts]
    for begins, ends in map(_edges, shifts_of(spans)):
        before = [(first, min(last, begins)) for first, last in left if first < begins]
        after = [(max(first, ends), last) for first, last in left if last > ends]
        left = sorted([*before, *after])
    return tuple(Shift(from_s=int(first), until_s=None if last == inf else int(last)) for first, last in left)


def on_duty(counter: WorldCounter, shifts: tuple[Shift, ...]) -> WorldCounter:
    """The counter manned at these times. A rest that would begin outside them is left out, one that would go on
    beyond them ends with them.
    """
    rests = [
        Rest(from_s=rest.from_s, length_s=int(min(rest.length_s, last - rest.from_s)))
        for rest in counter.rests
        for first, last in map(_edges, shifts)
        if first <= rest.from_s < last
    ]
    return replace(counter, shifts=shifts, rests=tuple(rests))


def resting(counter: WorldCounter, spans: Sequence[Span]) -> WorldCounter:
    """The counter with these rests in place of those that are known in advance."""
    planned = [Rest(from_s=_second(begins), length_s=_second(ends) - _second(begins)) for begins, ends in spans]
    others = [rest for rest in counter.rests if rest.length_s < KNOWN_S]
    rests = tuple(sorted([*planned, *others], key=lambda rest: rest.from_s))
    return on_duty(replace(counter, rests=rests), counter.shifts)


def _edges(shift: Shift) -> tuple[float, float]:
    return shift.from_s, inf if shift.until_s is None else shift.until_s


def _second(minute: int) -> int:
    return (minute - OPENS_MINUTE) * 60
