"""Tells the office's staff how a device of this display's is: the latest, until the hall has heard it."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from waitline.desktop import OffThread
from waitline.model.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

RETRY_MS: Final = 5_000
UNKNOWN_RETRY_MS: Final = 60_000
"""A database that does not know this display has another office file; `waitline init` may bring it any day."""


class DeviceTold(QObject):
    """Tells what is another than was told; the latest again and again while the hall is out of reach.

    `tell` has the causes of trouble, none where all is well, and may take its time.
    """

    def __init__(
        self,
        name: str,
        tell: Callable[[tuple[str, ...]], object],
        parent: QObject | None = None,
        *,
        retry_ms: int = RETRY_MS,
        unknown_retry_ms: int = UNKNOWN_RETRY_MS,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tell = tell
        self._off = OffThread(f"{name}-told", self)
        self._causes: tuple[str, ...] | None = None
        self._told: tuple[str, ...] | None = None
        self._retry_ms, self._unknown_retry_ms = retry_ms, unknown_retry_ms
        self._refused = ""
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._look)
        self._telling = False

    def causes(self, causes: tuple[str, ...]) -> None:
        """How it is now."""
        self._causes = causes
        self._look()

    def close(self) -> None:
        self._again.stop()
        self._off.close()

    def _look(self) -> None:
        causes = self._causes
        if causes is None or self._telling or self._again.isActive() or causes == self._told:
            return
        self._telling = True
        self._off.run(
            partial(self._tell, causes),
            done=partial(self._well_told, causes),
            failed=self._not_told,
            owner=self,
        )

    def _well_told(self, causes: tuple[str, ...], answer: object) -> None:
        del answer
        self._telling, self._told, self._refused = False, causes, ""
        self._look()

    def _not_told(self, error: Exception) -> None:
        """A refusal is logged once, however long it lasts."""
        refused = str(error) if isinstance(error, Refused) else ""
        if not refused or refused != self._refused:
            logger.warning("device_not_told", extra={"device": self._name, "why": str(error)})
        self._telling, self._refused = False, refused
        self._again.start(self._unknown_retry_ms if refused else self._retry_ms)
