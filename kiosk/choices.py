"""What a visitor has chosen on the home page: kept for this visitor only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waitline.model.words import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from waitline.model.office import KioskSetup


class Choices:
    """Language, paper and manner. `paperless` None: there is nothing to choose."""

    def __init__(self, kiosk: KioskSetup) -> None:
        self._kiosk = kiosk
        self.house_language = kiosk.languages[0] if kiosk.languages else SOURCE_LANGUAGE
        self.forget()

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
