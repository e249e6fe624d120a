"""A program that hangs ends: in front of the public an old picture that stands on would be wrong without a word.

The watch is the interpreter's own and needs no turn of any Python thread, so that nothing that hangs can hold
it up (`faulthandler`). It writes where every thread stood, also when the system's libraries crash (Windows adds
faults that its libraries mend themselves); the next start puts that into the log. Whoever started the program
starts it again: see the handbook.
"""

import faulthandler
import logging
import os
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QObject, QTimer

logger = logging.getLogger(__name__)

HANGS_S = 30.0
"""A window whose events have waited for so long is taken to stand still for good."""
BEATS = 6
"""So many signs of life in that time."""
LONGEST_NOTE = 20_000
"""Characters of a last note that go into the log."""


class HangGuard(QObject):
    """From its making until `close`. `note`: a file for what a program writes last; none: it is lost."""

    def __init__(self, note: Path | None, *, hangs_s: float = HANGS_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hangs_s = hangs_s
        self._file = _opened(note)
        faulthandler.enable(self._file)
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._again)
        self._beat.start(round(hangs_s * 1000 / BEATS))
        self._again()
        logger.info("hangs_are_watched", extra={"ends_after_s": hangs_s})

    def close(self) -> None:
        """Watch no longer; once is enough, twice does no harm."""
        self._beat.stop()
        if not self._file.closed:
            faulthandler.cancel_dump_traceback_later()
            faulthandler.disable()
            self._file.close()

    def _again(self) -> None:
        faulthandler.dump_traceback_later(self._hangs_s, exit=True, file=self._file)


def _opened(note: Path | None) -> TextIO:
    """The file, after what stood in it was logged."""
    if note is not None:
        try:
            note.parent.mkdir(parents=True, exist_ok=True)
            file = note.open("a+", encoding="utf-8", errors="replace")
            file.seek(0)
            if last := file.read(LONGEST_NOTE):
                logger.error("last_words", extra={"where": last})
                file.truncate(0)
        except OSError as error:
            logger.warning("last_words_are_lost", extra={"why": str(error)})
        else:
            return file
    return Path(os.devnull).open("w", encoding="utf-8")
