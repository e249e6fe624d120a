"""Carries what has to outlive the program between the flow and the disk, on a thread of its own."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from waitline.desktop import OffThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from .flow import Flow
    from .hall import Hall

logger = logging.getLogger(__name__)
V = TypeVar("V")


class Book(Protocol[V]):
    """A small file. Both wait for the disk."""

    def read(self) -> V:
        """What an earlier life has left."""

    def write(self, noted: V, /) -> None:
        """In place of what was there."""


class KeptNotes(QObject, Generic[V]):
    """Everything here runs on the UI thread and waits for nothing. Without a `book` nothing is kept."""

    def __init__(
        self, name: str, book: Book[V] | None, *, noted: Callable[[], V], recall: Callable[[V], None]
    ) -> None:
        super().__init__()
        self._name = name
        self._book = book
        self._noted = noted
        self._recall = recall
        self._is_read = False
        self._written: V | None = None
        self._off = OffThread(f"kiosk {name}")

    def begin(self) -> None:
        """What an earlier life has left comes first; nothing is written before it has been read."""
        if self._book is not None:
            self._off.run(self._book.read, done=self._read, failed=self._failed, owner=self)

    def look(self) -> None:
        """Write what has changed."""
        noted = self._noted()
        if self._book is None or not self._is_read or noted == self._written:
            return
        self._written = noted
        self._off.run(partial(self._book.write, noted), done=_written, failed=self._failed, owner=self)

    def close(self) -> None:
        """What was given to write is written."""
        self.look()
        self._off.close()

    def _read(self, left: V) -> None:
        self._is_read, self._written = True, left
        self._recall(left)

    def _failed(self, error: Exception) -> None:
        logger.warning("not_noted", extra={"what": self._name, "why": type(error).__name__})


def notes_of(flow: Flow, hall: Hall) -> tuple[KeptNotes[Any], ...]:
    """All that one kiosk keeps of its flow."""
    return (
        KeptNotes("unseen", hall.unseen_book, noted=lambda: flow.unseen_takes, recall=flow.recall_unseen),
        KeptNotes("day", hall.language_book, noted=lambda: flow.day_language, recall=flow.recall_day_language),
    )


def _written(_: object) -> None:
    """Nothing follows from it."""
