"""How the command speaks: zh-TW or English, on the terminal, in whole sentences."""

import locale
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from waitline.model.words import SOURCE_LANGUAGE, Words


class Language(StrEnum):
    """What the command can speak."""

    CHINESE = SOURCE_LANGUAGE
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Says things in one language: results to standard output, troubles to standard error."""

    language: Language

    def say(self, zh: str, en: str) -> None:
        print(self.word(zh, en), flush=True)

    def complain(self, words: Words) -> None:
        print(words.in_language(self.language), file=sys.stderr, flush=True)

    def word(self, zh: str, en: str) -> str:
        return zh if self.language is Language.CHINESE else en


def language_of_terminal(environment: Mapping[str, str] = os.environ) -> Language:
    """The language that the terminal's locale asks for; English for anything but Chinese."""
    told = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), None)
    if told is None and sys.platform == "win32":
        told = locale.getlocale()[0]
    chinese = (told or "").lower().startswith(("zh", "chinese"))
    return Language.CHINESE if chinese else Language.ENGLISH
