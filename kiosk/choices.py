"""What a visitor has chosen on the home page: kept for this visitor only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waitline.model.words import SOURCE_LANGUAGE

from .day_language import DayLanguage

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.office import KioskSetup


class Choices:
    """Language, paper and manner. `paperless` None: there is nothing to choose."""

    def __init__(self, kiosk: KioskSetup) -> None:
        self._kiosk = kiosk
        self.of_the_day = DayLanguage(kiosk.languages, kiosk.languages[0] if kiosk.languages else SOURCE_LANGUAGE)
        self.language: str = self.of_the_day.language
        self.forget()

    @property
    def house_language(self) -> str:
        """The language that greets every visitor today."""
        return self.of_the_day.language

    def greet_anew(self, turn: Callable[[DayLanguage], None]) -> None:
        """What greets visitors may change; whoever has chosen a language of their own keeps it."""
        before = self.house_language
        turn(self.of_the_day)
        if self.language == before:
            self.language = self.house_language

    def forget(self) -> None:
        """The next visitor finds everything as the house shows it."""
        self.language = self.house_language
        self.paperless = self._kiosk.paperless_at_first
        self.eased = False
        """Large, within reach, spoken and slow: the accessible profile."""

    @property
    def are_made(self) -> bool:
        """Whether something is not as the house shows it."""
        paper = self.paperless != self._kiosk.paperless_at_first
        return self.eased or paper or self.language != self.house_language

    def speak(self, language: str) -> bool:
        """Whether this kiosk speaks it."""
        known = language in self._kiosk.languages
        if known:
            self.language = language
        return known
