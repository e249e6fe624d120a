"""From a call to the clips that say it: pure decisions over a phrase file.

What is spoken matches what is printed: a plain number up to 999 is a cardinal; a label with letters, leading
zeros or more than three digits is read sign by sign: a number as a code, a counter as one counts.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .errors import Unspeakable
from .phrasebook import BREATH, Phrasebook, phrasebook

GREATEST_CARDINAL: Final = 999
_LABEL: Final = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
_PLAIN: Final = re.compile(r"0|[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One clip of a sentence: its name, the words heard in it, and whether a breath comes before it."""

    clip: str
    text: str
    breath: bool = False


def speak_call(number_label: str, counter_label: str, language: str, short: bool) -> tuple[Token, ...]:
    """The clips of one call, in order; UnknownLanguage, Unspeakable."""
    book = phrasebook(language)
    tokens: tuple[Token, ...] = ()
    breath = False
    for part in (book.short if short else book.full).say:
        if part == BREATH:
            breath = True
            continue
        if part == "{number}":
            tokens += _label(number_label, language, breath, True)
        elif part == "{counter}":
            tokens += _label(counter_label, language, breath, False)
        else:
            tokens += _clip(part, language, breath)
        breath = False
    return tokens


def speak_label(label: str, language: str) -> tuple[Token, ...]:
    """The clips of a ticket's label alone; UnknownLanguage, Unspeakable."""
    return _label(label, language, False, True)


def call_text(number_label: str, counter_label: str, language: str, short: bool) -> str:
    """The call's sentence as a screen writes it: 「A001 號，請到 3 號櫃台」."""
    book = phrasebook(language)
    form = book.short if short else book.full
    return form.text.format(number=_shown(number_label, book), counter=_shown(counter_label, book))


def whole_sentence(tokens: tuple[Token, ...], book: Phrasebook, engine: str) -> str:
    """What a speech engine is fed to say these tokens in one go."""
    # espeak-ng reads "A1號" as the syllable a in the first tone: clips stand apart for it
    between = " " if engine == "espeak" else book.between
    text = ""
    for token in tokens:
        text += (", " if token.breath else between) if text else ""
        text += book.spelling(token.clip, engine)
    return text


def cardinal(number: int, book: Phrasebook, rules: str = "main") -> tuple[str, ...]:
    """The clips of a number by the rules of the language; Unspeakable where no rule reaches."""
    start, rule = next(((s, r) for s, r in book.cardinal[rules] if s <= number), (0, ""))
    quotient, rest = divmod(number, 10 ** (len(str(start)) - 1)) if start else (0, 0)
    # 25 by the rule of 20 leaves 5: what a rule's own words say is its start, unless it spells the quotient
    rest = rest if "<" in rule or not start else number - start
    clips: list[str] = []
    for word in rule.split():
        if word[0] == "<":
            clips += cardinal(quotient, book, word[1:] or "main")
        elif word[0] == ">":
            clips += cardinal(rest, book, word[1:] or "main") if rest else ()
        elif word[0] == "=":
            clips += cardinal(number, book, word[1:] or "main")
        else:
            clips.append(word)
    if not clips:
        raise Unspeakable(label=number)
    return tuple(clips)


@lru_cache(maxsize=65536)
def _label(label: str, language: str, breath: bool, code: bool) -> tuple[Token, ...]:
    book = phrasebook(language)
    if not _LABEL.fullmatch(label):
        raise Unspeakable(label=label)
    if _PLAIN.fullmatch(label):
        clips = cardinal(int(label), book)
    elif code:
        clips = tuple(book.signs.get(sign, sign) for sign in _signs(label))
    else:
        clips = tuple(_signs(label))
    if not all(clip in book.clips for clip in clips):
        raise Unspeakable(label=label)
    return tuple(
        Token(clip=clip, text=book.clips[clip], breath=breath and first == 0) for first, clip in enumerate(clips)
    )


@lru_cache(maxsize=1024)
def _clip(clip: str, language: str, breath: bool) -> tuple[Token, ...]:
    return (Token(clip=clip, text=phrasebook(language).clips[clip], breath=breath),)


def _signs(label: str) -> str:
    return label.upper().replace("-", "").replace(" ", "")


def _shown(label: str, book: Phrasebook) -> str:
    if _PLAIN.fullmatch(label) or not book.apart:
        return label
    return book.apart.join(_signs(label))
