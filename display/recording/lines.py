"""What is to be said: every clip of a language, with a call of this office in which it is heard."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from drivers.voice.own_calls import ANYWHERE, Example, calls_of, first_calls
from drivers.voice.phrasebook import Phrasebook
from drivers.voice.phrases import GREATEST_CARDINAL
from waitline.model.office import OfficeSetup


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipLine:
    """One clip and its words. `needed`: a number or counter of this office is said with it."""

    clip: str
    words: str
    example: Example
    needed: bool


def lines_of(book: Phrasebook, setup: OfficeSetup) -> tuple[ClipLine, ...]:
    """Every clip of the phrase file: first what this office's own calls are said with."""
    own = first_calls(book, calls_of(setup))
    other = first_calls(book, _any_calls())
    lines = [
        ClipLine(clip=clip, words=words, example=own.get(clip) or other[clip], needed=clip in own)
        for clip, words in book.clips.items()
        if clip in own or clip in other
    ]
    return tuple(sorted(lines, key=lambda line: not line.needed))


def _any_calls() -> Iterator[Example]:
    for number in range(GREATEST_CARDINAL + 1):
        yield Example(number=str(number), counter=ANYWHERE)
    for letter in ascii_uppercase:
        yield Example(number=f"{letter}001", counter=ANYWHERE)
    for digit in range(10):
        yield Example(number=f"A{digit}{digit}{digit}", counter=ANYWHERE)
