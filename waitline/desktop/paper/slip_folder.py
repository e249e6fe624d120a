"""The folder that slips come into: every new picture is read off the UI thread, in order."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from waitline.desktop.off_thread import OffThread

logger = logging.getLogger(__name__)
PATTERN: Final = "slip-*.png"
LOOK_AGAIN_MS: Final = 1_000
"""Where the system says nothing of a change (a network folder), looking now and then finds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One slip as it came out: the file's name and its picture."""

    name: str
    image: QImage


class SlipFolder(QObject):
    """Emits `came` once for each slip: those that lie there already, then every new one."""

    came = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._seen: set[str] = set()
        self._looking = self._again = False
        self._reader = OffThread("slips")
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._timer = QTimer(self, interval=LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._look()

    def close(self) -> None:
        """Stop looking."""
        self._timer.stop()
        self._reader.close()

    def _look(self) -> None:
        if self._looking:
            self._again = True
            return
        self._looking, self._again = True, False
        folder, seen = self._folder, frozenset(self._seen)
        self._reader.run(lambda: _new_slips(folder, seen), done=self._found, failed=self._failed)

    def _found(self, slips: Sequence[Slip]) -> None:
        self._looking = False
        for slip in slips:
            self._seen.add(slip.name)
            self.came.emit(slip)
        if self._again:
            self._look()

    def _failed(self, error: Exception) -> None:
        self._looking = False
        logger.warning("slips_unreadable", extra={"folder": str(self._folder), "reason": str(error)})


def _new_slips(folder: Path, seen: frozenset[str]) -> tuple[Slip, ...]:
    paths = sorted(path for path in folder.glob(PATTERN) if path.name not in seen)
    return tuple(Slip(name=path.name, image=QImage(str(path))) for path in paths)
