"""Pages that say when something is open again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale

from waitline.model.calendar import Opening
from waitline.model.words import second_of

from ..tongue import BESIDE, both, filled
from .page import Page

LONG: Final = {"zh": "M/d（dddd）", "en": "dddd d MMMM"}
SHORT: Final = {"zh": "M/d", "en": "ddd d MMM"}


class TimedPage(Page):
    """Words for a time to come, as the wall clock of the office will show it."""

    def when(self, opening: Opening) -> str:
        """Inside a sentence, in both languages: "tomorrow at 08:00"."""
        match opening.days_ahead:
            case 0:
                text = self.tr("今天 {time}")
            case 1:
                text = self.tr("明天 {time}")
            case _:
                text = self.tr("{date}{time}")
        date = BESIDE.join(date_text(opening.at, language, LONG) for language in self.two_languages)
        return filled(text, time=f"{opening.at:%H:%M}", date=date)

    def in_a_row(self, *texts: str) -> str:
        """Sentences one after the other, in both languages."""
        halves = zip(*(both(text) for text in texts if text), strict=True)
        return BESIDE.join(
            ("" if language.startswith("zh") else " ").join(half)
            for language, half in zip(self.two_languages, halves, strict=True)
        )

    @property
    def two_languages(self) -> tuple[str, str]:
        """The visitor's, and the one beside it."""
        return self.language, second_of(self.language)


def date_text(day: datetime, language: str, formats: Mapping[str, str]) -> str:
    """A date as a language writes it."""
    locale = QLocale(language.replace("-", "_"))
    return locale.toString(
        QDate(day.year, day.month, day.day), formats["zh" if language.startswith("zh") else "en"]
    )
