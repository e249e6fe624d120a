"""The office as this kiosk last knew it, for the time when it cannot ask."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from waitline.model.office_errors import BadOfficeFile
from waitline.settings.office_file import parse_office

from .kept_file import keep, kept

if TYPE_CHECKING:
    from pathlib import Path

    from waitline.model.office import OfficeSetup
    from waitline.views.kept_office import KeptOffice

logger = logging.getLogger(__name__)


class Memory:
    """Kept in `path`. For one thread at a time to keep; any may read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        found = kept(path) or {}
        self._document = str(found.get("document", ""))
        self._day = str(found.get("day", ""))
        self._last_number = int(found.get("last_number") or 0)
        self.setup: OfficeSetup | None = _parsed(self._document)
        """The office file that was in use, None where this program has never seen one it can read."""

    def keep(self, office: KeptOffice) -> None:
        """Written only when something in it is new."""
        new = (office.document, office.day, office.last_number or 0)
        if new == (self._document, self._day, self._last_number):
            return
        if office.document != self._document:
            self.setup = _parsed(office.document) or self.setup
        self._document, self._day, self._last_number = new
        facts = {"document": self._document, "day": self._day, "last_number": self._last_number}
        keep(self._path, facts)

    def last_number(self, day: str) -> int:
        """How far the kiosk's own series had come on `day`, as the office knew it; 0: not begun."""
        return self._last_number if day == self._day else 0


def _parsed(document: str) -> OfficeSetup | None:
    if not document:
        return None
    try:
        return parse_office(document, "office.toml")
    except BadOfficeFile as error:
        logger.warning("kept_office_unreadable", extra={"why": error.words.en})
        return None
