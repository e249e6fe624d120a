"""Every text in two languages at once: the visitor's first, then the one that stands beside it."""

from typing import Final

from PySide6.QtCore import QTranslator

from waitline.assets import asset
from waitline.model.words import SOURCE_LANGUAGE, Words, second_of

BESIDE: Final = "\u2028"
"""Between the two languages of a translated text; no text of ours holds this sign by itself."""

STOPS: Final = {"zh": "。", "th": " "}
"""What parts two sentences; in all other languages a full stop."""


class TranslationUnreadable(RuntimeError):
    """A compiled translation that Qt could not read."""


class Tongue(QTranslator):
    """Answers Qt's `tr` with both languages, parted by `BESIDE`; `both` takes them apart again."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        spoken = languages or (SOURCE_LANGUAGE,)
        wanted = {*spoken, *(second_of(language) for language in spoken)} - {SOURCE_LANGUAGE}
        self._books = {language: _book(language) for language in sorted(wanted)}
        self.spoken = SOURCE_LANGUAGE
        self.alone = False
        """The visitor's language only: for one who needs it large."""

    def turn(self, language: str, *, alone: bool) -> bool:
        """Speak a language from now on, alone or beside another; whether that is new."""
        before = self.spoken, self.alone
        self.spoken, self.alone = language, alone
        return before != (language, alone)

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1, /) -> str:
        """Both languages; nothing where the texts are not ours, so that Qt goes on to a base class or its own."""
        first = self._in_language(self.spoken, context, source, disambiguation, n)
        second = self._in_language(second_of(self.spoken), context, source, disambiguation, n)
        if self.alone and (first or second):
            return f"{first or source}{BESIDE}"
        if first or second:
            return f"{first or source}{BESIDE}{second or source}"
        return None  # type: ignore[return-value] # an empty text would be taken for a translation

    def isEmpty(self) -> bool:
        return False

    def _in_language(self, language: str, context: str, source: str, disambiguation: str | None, n: int) -> str:
        book = self._books.get(language)
        found = book.translate(context, source, disambiguation or "", n) if book is not None else None
        return found or ""


def both(text: str) -> tuple[str, str]:
    """A translated text taken apart: the visitor's language, and the one beside it."""
    first, _, second = text.partition(BESIDE)
    return first, second


def first(text: str) -> str:
    """A translated text in the visitor's language only."""
    return both(text)[0]


def on_one_line(text: str) -> str:
    """A translated text with both languages side by side."""
    return "　".join(part for part in both(text) if part)


def sentences(language: str, *parts: str) -> str:
    """Sentences one after the other, with the stops of their language."""
    return STOPS.get(language.partition("-")[0], ". ").join(parts)


def filled(text: str, **facts: str) -> str:
    """A text in two languages with facts filled in; a fact in two languages goes half by half."""
    halves = []
    for n, half in enumerate(both(text)):
        for name, fact in facts.items():
            said = both(fact)[n] if BESIDE in fact else fact
            half = half.replace("{" + name + "}", said)  # noqa: PLW2901 - filled one by one
        halves.append(half)
    return BESIDE.join(halves)


def both_words(words: Words, language: str) -> tuple[str, str]:
    """The office's own words, taken apart the same way."""
    return words.in_language(language), words.in_language(second_of(language))


def _book(language: str) -> QTranslator:
    path = asset("translations", f"kiosk_{language}.qm")
    book = QTranslator()
    if not book.load(str(path)):
        raise TranslationUnreadable(f"Qt cannot read {path}")
    return book
