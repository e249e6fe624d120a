"""New calls flash together in one beat, a few times and gently, so that a wall never flickers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from waitline.look import Look


class Flashes(QObject):
    """Calls are known by their numbers in the journal; what is older than the newest so far flashes no more.

    `still`: nothing flashes; what is shown as new stands lit instead.
    """

    turned = Signal()
    """The light went on or off."""

    def __init__(self, look: Look, parent: QObject, *, still: bool = False) -> None:
        super().__init__(parent)
        self._still = still
        self._steady: frozenset[int] = frozenset()
        self._times = look.sizes.flashes
        self._newest = 0
        self._left: dict[int, int] = {}
        self._beat = QTimer(self)
        self._beat.setInterval(round(1000 / look.sizes.flash_hz / 2))
        self._beat.timeout.connect(self._next)

    @property
    def active(self) -> bool:
        """Whether a new call still flashes."""
        return self._beat.isActive()

    def show(self, calls: Iterable[int], *, newest: int) -> None:
        """These calls are shown as new; `newest` of all that are shown."""
        if self._still:
            self._steady = frozenset(calls)
            return
        for call in calls:
            if call > self._newest:
                self._left[call] = 2 * self._times
        self._newest = max(self._newest, newest)
        if self._left and not self._beat.isActive():
            self._beat.start()
            self._next()

    def lit(self, call: int) -> bool:
        """Whether a call is in the bright half of its flash, or stands lit."""
        return call in self._steady or self._left.get(call, 0) % 2 == 1

    def _next(self) -> None:
        self._left = {call: left - 1 for call, left in self._left.items() if left > 0}
        if not self._left:
            self._beat.stop()
        self.turned.emit()
