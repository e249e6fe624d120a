"""What is in the folder now."""

import os
from pathlib import Path
from typing import Final

_NOT_MEANT: Final = frozenset({"thumbs.db", "desktop.ini"})

Found = tuple[str, int, int]
"""Name, bytes, and a stamp that is another one once the file was changed, its permissions too."""


def look(folder: Path, names: list[str]) -> list[Found] | None:
    """The files of a folder by name, or of these names in their order. None: there is no such folder.

    What is hidden, and what Windows leaves in every folder, is not meant to be shown.
    """
    try:
        with os.scandir(folder) as there:
            meant = sorted(one.name for one in there if _is_meant(one))
    except OSError:
        return None
    return [found for name in names or meant if (found := _found(folder, name)) is not None]


def _is_meant(one: os.DirEntry[str]) -> bool:
    return not one.name.startswith(".") and one.name.lower() not in _NOT_MEANT and not one.is_dir()


def _found(folder: Path, name: str) -> Found | None:
    try:
        about = (folder / name).stat()
    except OSError:  # gone meanwhile, or a link to nothing
        return None
    return name, about.st_size, max(about.st_mtime_ns, about.st_ctime_ns)
