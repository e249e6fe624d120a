"""Keeps what the display has shown beside its office while it runs, on a thread of its own."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from waitline.desktop import OffThread

if TYPE_CHECKING:
    from .flow import Flow
    from .showing import ShownSoFar
    from .shown_note import ShownNote

logger = logging.getLogger(__name__)

KEEP_MS: Final = 1_000
"""A killed display has shown a call for so much longer than it wrote down, at most: it has that time again."""


class Remembering(QObject):
    """Writes only what is another than was written, and one thing at a time: the latest."""

    def __init__(self, flow: Flow, note: ShownNote, parent: QObject) -> None:
        super().__init__(parent)
        self._flow = flow
        self._note = note
        self._off = OffThread("shown-note", self)
        self._written: ShownSoFar | None = None
        self._writing = self._changed = self._fails = False
        self._again = QTimer(self, interval=KEEP_MS)
        self._again.timeout.connect(self.keep)
        self._again.start()

    def keep(self) -> None:
        """Another call stands, or the same stand longer."""
        shown = self._flow.shown
        if shown is None or shown == self._written:
            return
        self._changed = self._writing
        if self._writing:
            return
        self._writing = True
        self._off.run(
            partial(self._note.write, shown),
            done=partial(self._well_written, shown),
            failed=self._not_written,
            owner=self,
        )

    def close(self) -> None:
        """Let another program have the note."""
        self._again.stop()
        self.keep()
        if self._off.close():
            self._note.give_back()

    def _well_written(self, shown: ShownSoFar, answer: object) -> None:
        del answer
        self._writing, self._fails, self._written = False, False, shown
        if self._changed:
            self.keep()

    def _not_written(self, error: Exception) -> None:
        """Said once: a full disk is no reason for a line a second."""
        if not self._fails:
            logger.warning("shown_note_unwritten", extra={"why": str(error)})
        self._writing, self._fails = False, True
