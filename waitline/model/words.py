"""Texts that people read, by language."""

from dataclasses import dataclass
from typing import Final

SOURCE_LANGUAGE: Final = "zh-TW"


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
