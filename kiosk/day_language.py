"""The language that greets every visitor: the house's own, or what the staff chose for this day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A language of the staff's choice, and for which of the office's dates (ISO 8601)."""

    language: str
    day: str


class DayLanguage:
    """Goes back to the house's own language when the office's date is another one."""

    def __init__(self, languages: tuple[str, ...], own: str) -> None:
        self._languages = languages
        self._own = own
        self._day: str | None = None
        self._chosen: Chosen | None = None
        self._recalled: Chosen | None = None

    @property
    def language(self) -> str:
        return self._own if self._chosen is None else self._chosen.language

    @property
    def chosen(self) -> Chosen | None:
        """What has to be kept over a restart."""
        return self._chosen

    def choose(self, language: str) -> None:
        """For today; nobody is asked before the office's date is known."""
        if self._day is not None:
            self._chosen = Chosen(language=language, day=self._day)

    def recall(self, chosen: Chosen | None) -> None:
        """What an earlier life of this kiosk has kept: it holds once the office's date is known to be that day."""
        if chosen is not None and chosen.language in self._languages:
            self._recalled = chosen
            self._look()

    def is_day(self, day: str) -> None:
        """The office's date now."""
        self._day = day
        self._look()

    def _look(self) -> None:
        if self._recalled is not None and self._recalled.day == self._day and self._chosen is None:
            self._chosen = self._recalled
        if self._day is not None:
            self._recalled = None
        if self._chosen is not None and self._chosen.day != self._day:
            self._chosen = None
