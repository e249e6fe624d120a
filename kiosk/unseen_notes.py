"""Carries the list of numbers that nobody saw between the flow and the disk, on a thread of its own."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from waitline.desktop import OffThread

if TYPE_CHECKING:
    from .flow import Flow
    from .offline.unseen_book import UnseenBook

logger = logging.getLogger(__name__)


class UnseenNotes(QObject):
    """Everything here runs on the UI thread and waits for nothing."""

    def __init__(self, flow: Flow, book: UnseenBook | None) -> None:
        super().__init__()
        self._flow = flow
        self._book = book
        self._written: tuple[str, ...] | None = None
        self._off = OffThread("kiosk notes")

    def begin(self) -> None:
        """What an earlier life has left is asked about first; nothing is written before it has been read."""
        if self._book is not None:
            self._off.run(self._book.read, done=self._recall, failed=self._failed, owner=self)

    def look(self) -> None:
        """Write the list when it has changed."""
        takes = self._flow.unseen_takes
        if self._book is None or self._written is None or takes == self._written:
            return
        self._written = takes
        self._off.run(partial(self._book.write, takes), done=_written, failed=self._failed, owner=self)

    def close(self) -> None:
        """What was given to write is written."""
        self.look()
        self._off.close()

    def _recall(self, takes: tuple[str, ...]) -> None:
        self._written = takes
        self._flow.recall_unseen(takes)

    def _failed(self, error: Exception) -> None:
        logger.warning("unseen_not_kept", extra={"why": type(error).__name__})


def _written(_: object) -> None:
    """Nothing follows from it."""
