"""The language that the staff chose for a day, kept on the disk over a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .day_language import Chosen
from .offline.kept_file import keep, kept

if TYPE_CHECKING:
    from pathlib import Path


class LanguageBook:
    """A small file that is whole at every moment. Reading and writing wait for the disk."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "language.json"

    def read(self) -> Chosen | None:
        """What an earlier life of this kiosk has left, whatever day that was."""
        found = kept(self._path) or {}
        language, day = found.get("language"), found.get("day")
        return Chosen(language=language, day=day) if isinstance(language, str) and isinstance(day, str) else None

    def write(self, chosen: Chosen | None, /) -> None:
        """On the disk when this returns; a disk that refuses is told in the log."""
        keep(self._path, {} if chosen is None else {"language": chosen.language, "day": chosen.day})
