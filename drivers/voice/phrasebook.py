"""One language's phrase file (`assets/phrases/<language>.toml`) as a frozen value, checked when it is read.

The file says: the sentences as shown and as said (`say`: names of clips, `{number}`, `{counter}` and a comma
for a breath), every clip with the words heard in it, how numbers are built (`[cardinal.<rules>]`, rules by
their smallest number), which clip reads a sign of a ticket's number where that is not the sign itself
(`[signs]`, for languages that read codes with other words than quantities and counters), and how each speech
engine is asked (`[voice.<engine>]`). Every letter and figure has a clip of its own name.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from waitline.model.words import Words

from .errors import BadPhraseFile, UnknownLanguage

PHRASES: Final = Path(str(files("assets"))) / "phrases"
BREATH: Final = ","
_SLOTS: Final = frozenset({"{number}", "{counter}", BREATH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One form of the call: `text` is shown, `say` lists clips, slots and breaths."""

    text: str
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineVoice:
    """How one speech engine speaks this language.

    `spelling`: what to feed for a clip instead of its words; `heard`: what its phonemes must match.
    """

    name: str
    rate: int
    spelling: Mapping[str, str]
    heard: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    language: str
    name: Words
    checked_by_native_speaker: bool
    full: Sentence
    short: Sentence
    apart: str
    between: str
    clips: Mapping[str, str]
    signs: Mapping[str, str]
    cardinal: Mapping[str, tuple[tuple[int, str], ...]]
    voices: Mapping[str, EngineVoice]

    def spelling(self, clip: str, engine: str) -> str:
        """What the engine is fed to say this clip."""
        voice = self.voices.get(engine)
        return self.clips[clip] if voice is None else voice.spelling.get(clip, self.clips[clip])


@cache
def phrasebook(language: str) -> Phrasebook:
    """The shipped phrases of a language (BCP 47 tag); UnknownLanguage, BadPhraseFile."""
    path = PHRASES / f"{language}.toml"
    if not re.fullmatch(r"[A-Za-z-]+", language) or not path.is_file():
        raise UnknownLanguage(language=language)
    return read_phrasebook(path)


def languages_with_phrases() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in PHRASES.glob("*.toml")))


def read_phrasebook(path: Path) -> Phrasebook:
    """Read and check one phrase file, so that no call meets a hole in it."""
    try:
        book = _book(tomllib.loads(path.read_text(encoding="utf-8")))
        _check(book)
    except KeyError as missing:
        raise BadPhraseFile(file=path.name, reason=f"missing {missing}") from missing
    except (ValueError, TypeError, AttributeError, re.error) as cause:
        raise BadPhraseFile(file=path.name, reason=cause) from cause
    return book


def _book(raw: dict[str, Any]) -> Phrasebook:
    sentence = raw["sentence"]
    return Phrasebook(
        language=raw["language"],
        name=Words(zh=raw["name"]["zh"], en=raw["name"]["en"]),
        checked_by_native_speaker=bool(raw["checked_by_native_speaker"]),
        full=Sentence(text=sentence["text"], say=tuple(sentence["say"].split())),
        short=Sentence(text=sentence["short_text"], say=tuple(sentence["short_say"].split())),
        apart=sentence["apart"],
        between=sentence["between"],
        clips=MappingProxyType(raw["clips"]),
        signs=MappingProxyType(raw.get("signs", {})),
        cardinal=MappingProxyType(
            {
                name: tuple(sorted(((int(start), rule) for start, rule in rules.items()), reverse=True))
                for name, rules in raw["cardinal"].items()
            }
        ),
        voices=MappingProxyType({engine: _voice(voice) for engine, voice in raw.get("voice", {}).items()}),
    )


def _voice(raw: dict[str, Any]) -> EngineVoice:
    return EngineVoice(
        name=raw["name"],
        rate=int(raw["rate"]),
        spelling=MappingProxyType(raw.get("spelling", {})),
        heard=MappingProxyType({clip: re.compile(heard) for clip, heard in raw.get("heard", {}).items()}),
    )


def _check(book: Phrasebook) -> None:
    """Every word that a sentence, a rule, a sign or a voice names must be a clip."""
    rules = (rule for starts in book.cardinal.values() for _, rule in starts)
    named = {
        word
        for say in (book.full.say, book.short.say, *(rule.split() for rule in rules))
        for word in say
        if word not in _SLOTS and word[0] not in "<>="
    }
    named.update(book.signs.values())
    for voice in book.voices.values():
        named.update(voice.spelling, voice.heard)
    if lost := sorted(named - set(book.clips)):
        raise ValueError(f"no clip {', '.join(lost)}")
    for rule in (rule for starts in book.cardinal.values() for _, rule in starts):
        for word in rule.split():
            if word[0] in "<>=" and word[1:] and word[1:] not in book.cardinal:
                raise ValueError(f"no rules {word[1:]}")
