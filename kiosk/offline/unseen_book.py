"""Takes whose visitors left without a number, kept on the disk until the office has been asked about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .kept_file import keep, kept

if TYPE_CHECKING:
    from pathlib import Path

MOST: Final = 500
"""The newest of them: more visitors do not leave a kiosk between two mornings."""


class UnseenBook:
    """Request ids in a small file that is whole at every moment. Reading and writing wait for the disk."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "unseen.json"

    def read(self) -> tuple[str, ...]:
        """Those that an earlier life of this kiosk has left, oldest first."""
        found = (kept(self._path) or {}).get("takes")
        return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()

    def write(self, takes: tuple[str, ...], /) -> None:
        """On the disk when this returns; a disk that refuses is told in the log."""
        keep(self._path, {"takes": list(takes[-MOST:])})
