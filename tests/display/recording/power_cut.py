"""What a computer finds on its disk after a power cut, by what a program asked the system to write out.

A file's contents are there up to their last fsync; a removal is there at once; a new name is there since the
folder's last fsync, or already since it was given (`names_first`): the system is free to do either.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


class PowerCuts:
    """After each step that a program takes in `folder`, it is left in a folder of its own in `aside` as a power
    cut then leaves it, and `look` is called with that."""

    def __init__(self, folder: Path, aside: Path, look: Callable[[Path], None], *, names_first: bool) -> None:
        self._folder, self._aside, self._look, self._names_first = folder, aside, look, names_first
        self._written = {file.stat().st_ino: file.stat().st_size for file in folder.iterdir()}
        self.count = 0
        self._name()

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Around the system's own calls, which do what they always do."""
        fsync = os.fsync

        def fsynced(file: int) -> None:
            fsync(file)
            self._written[os.fstat(file).st_ino] = os.fstat(file).st_size
            if os.path.samestat(os.fstat(file), self._folder.stat()):
                self._name()
            self._cut()

        patch.setattr(os, "fsync", fsynced)
        for name in ("replace", "unlink"):
            patch.setattr(os, name, self._and_cut(getattr(os, name)))

    def _and_cut(self, step: Callable[..., Any]) -> Callable[..., None]:
        def taken(*paths: Any) -> None:
            step(*paths)
            self._cut()

        return taken

    def _name(self) -> None:
        """Links, so that a file lives on under its name here when it has lost it there."""
        self._named = self._aside / f"named-{self.count}"
        self._named.mkdir(parents=True)
        for file in self._folder.iterdir():
            (self._named / file.name).hardlink_to(file)

    def _cut(self) -> None:
        self.count += 1
        left = self._aside / str(self.count)
        left.mkdir()
        for file in (self._folder if self._names_first else self._named).iterdir():
            if (self._folder / file.name).exists():
                size = self._written.get(file.stat().st_ino, 0)
                (left / file.name).write_bytes(file.read_bytes()[:size])
        self._look(left)


def written_out(patch: pytest.MonkeyPatch) -> set[int]:
    """The inodes of files and folders that a program asks the system to write out from now on."""
    fsync, found = os.fsync, set[int]()

    def fsynced(file: int) -> None:
        fsync(file)
        found.add(os.fstat(file).st_ino)

    patch.setattr(os, "fsync", fsynced)
    return found
