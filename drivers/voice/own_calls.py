"""What an office's own calls are said with: by its series of numbers and its counters, in whole and in short."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from waitline.model.office import OfficeSetup

from .errors import Unspeakable
from .phrasebook import Phrasebook
from .phrases import GREATEST_CARDINAL, Token, speak_call

ANYWHERE: Final = "1"
"""A counter of an office that has none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A call: a number and a counter, as printed."""

    number: str
    counter: str


def calls_of(setup: OfficeSetup) -> Iterator[Example]:
    """Every number of the office, and every counter."""
    counters: list[str] = [counter.id for counter in setup.counters] or [ANYWHERE]
    for series in setup.series:
        for number in range(series.first, min(series.last, series.first + GREATEST_CARDINAL) + 1):
            yield Example(number=series.label(number), counter=counters[number % len(counters)])
    for counter in counters:
        for series in setup.series[:1]:
            yield Example(number=series.label(series.first), counter=counter)


def tokens_of(call: Example, language: str, *, short: bool = False) -> tuple[Token, ...]:
    """The clips of a whole call; Unspeakable."""
    return speak_call(call.number, call.counter, language, short)


def first_calls(book: Phrasebook, calls: Iterator[Example]) -> dict[str, Example]:
    """Each clip with the first call that is said with it."""
    found: dict[str, Example] = {}
    for call, tokens in _spoken(book, calls, short=False):
        for token in tokens:
            found.setdefault(token.clip, call)
        if len(found) == len(book.clips):
            break
    return found


def clips_of_calls(book: Phrasebook, setup: OfficeSetup) -> frozenset[str]:
    """All that the office's calls are said with."""
    whole, short = (_spoken(book, calls_of(setup), short=short) for short in (False, True))
    return frozenset(token.clip for _, tokens in chain(whole, short) for token in tokens)


def any_call_said(book: Phrasebook, setup: OfficeSetup, clips: frozenset[str]) -> bool:
    """Whether there is one call of the office, whole or short, that these clips say."""
    whole, short = (_spoken(book, calls_of(setup), short=short) for short in (False, True))
    return any(all(token.clip in clips for token in tokens) for _, tokens in chain(whole, short))


def _spoken(
    book: Phrasebook, calls: Iterator[Example], *, short: bool
) -> Iterator[tuple[Example, tuple[Token, ...]]]:
    for call in calls:
        try:
            yield call, tokens_of(call, book.language, short=short)
        except Unspeakable:  # a label in Chinese, which no voice says
            continue
