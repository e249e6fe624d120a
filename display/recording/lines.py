"""What is to be said: every clip of a language, with a call of this office in which it is heard."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Final

from drivers.voice.errors import Unspeakable
from drivers.voice.phrasebook import Phrasebook
from drivers.voice.phrases import GREATEST_CARDINAL, Token, speak_call
from waitline.model.office import OfficeSetup

_ANYWHERE: Final = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A call: a number and a counter, as printed."""

    number: str
    counter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipLine:
    """One clip and its words. `needed`: a number or counter of this office is said with it."""

    clip: str
    words: str
    example: Example
    needed: bool


def lines_of(book: Phrasebook, setup: OfficeSetup) -> tuple[ClipLine, ...]:
    """Every clip of the phrase file: first what this office's own calls are said with."""
    own = _first_calls(book, _calls_of(setup))
    other = _first_calls(book, _any_calls())
    lines = [
        ClipLine(clip=clip, words=words, example=own.get(clip) or other[clip], needed=clip in own)
        for clip, words in book.clips.items()
        if clip in own or clip in other
    ]
    return tuple(sorted(lines, key=lambda line: not line.needed))


def tokens_of(example: Example, language: str) -> tuple[Token, ...]:
    """The clips of a whole call; Unspeakable."""
    return speak_call(example.number, example.counter, language, False)


def _first_calls(book: Phrasebook, calls: Iterator[Example]) -> dict[str, Example]:
    found: dict[str, Example] = {}
    for call in calls:
        try:
            tokens = tokens_of(call, book.language)
        except Unspeakable:  # a label in Chinese, which no voice says
            continue
        for token in tokens:
            found.setdefault(token.clip, call)
        if len(found) == len(book.clips):
            break
    return found


def _calls_of(setup: OfficeSetup) -> Iterator[Example]:
    counters: list[str] = [counter.id for counter in setup.counters] or [_ANYWHERE]
    for series in setup.series:
        for number in range(series.first, min(series.last, series.first + GREATEST_CARDINAL) + 1):
            yield Example(number=series.label(number), counter=counters[number % len(counters)])
    for counter in counters:
        for series in setup.series[:1]:
            yield Example(number=series.label(series.first), counter=counter)


def _any_calls() -> Iterator[Example]:
    for number in range(GREATEST_CARDINAL + 1):
        yield Example(number=str(number), counter=_ANYWHERE)
    for letter in ascii_uppercase:
        yield Example(number=f"{letter}001", counter=_ANYWHERE)
    for digit in range(10):
        yield Example(number=f"A{digit}{digit}{digit}", counter=_ANYWHERE)
