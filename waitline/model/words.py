"""Texts that people read, by language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SOURCE_LANGUAGE: Final = "zh-TW"

OWN_NAMES: Final = {
    "zh-TW": "中文",
    "en": "English",
    "vi": "Tiếng Việt",
    "id": "Bahasa Indonesia",
    "th": "ไทย",
}
"""The languages a visitor may choose, in the order of offering, each as those who speak it call it."""

VISITOR_LANGUAGES: Final = tuple(OWN_NAMES)

_BESIDE: Final = {SOURCE_LANGUAGE: "en"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One text in zh-TW (the source) and English, and in more languages where the office has them."""

    zh: str
    en: str
    more: tuple[tuple[str, str], ...] = ()

    def in_language(self, language: str) -> str:
        """The text in `language` (BCP 47 tag); English for strangers, zh-TW only for Chinese."""
        if language.startswith("zh"):
            return self.zh
        return dict(self.more).get(language, self.en)


def listed(items: Sequence[Words]) -> Words:
    """Several texts as one list, in every language that the first of them has; English where another lacks it."""
    more = tuple(
        (language, ", ".join(item.in_language(language) for item in items)) for language, _ in items[0].more
    )
    return Words(zh="、".join(item.zh for item in items), en=", ".join(item.en for item in items), more=more)


def own_name(language: str) -> str:
    """A language as those who speak it call it; the tag itself for one we do not offer."""
    return OWN_NAMES.get(language, language)


def second_of(language: str) -> str:
    """The language that stands beside a visitor's: English beside Chinese, Chinese beside every other."""
    return _BESIDE.get(language, SOURCE_LANGUAGE)


def name_and_detail(name: str) -> tuple[str, str]:
    """A name without its brackets, and what was in them: "Registration (birth, death)" is two things."""
    for opening, closing in ("\uff08\uff09", "()"):
        head, found, tail = name.partition(opening)
        if found and tail.rstrip().endswith(closing):
            detail = tail.rstrip().removesuffix(closing).strip()
            return head.strip(), detail.replace("\u30fb", " ")
    return name, ""


def without_details(names: Words) -> Words:
    """The names without what is in brackets."""
    more = tuple((language, name_and_detail(name)[0]) for language, name in names.more)
    return Words(zh=name_and_detail(names.zh)[0], en=name_and_detail(names.en)[0], more=more)
