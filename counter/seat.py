"""The seat at a screen, wherever somebody works with this program: once left, it is found locked. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from .actions import Action, Wish
from .lock import Lock, Untouched, tells_nothing
from .presses import Presses
from .refusals import NoPinToUnlock

if TYPE_CHECKING:
    from waitline.model.office import OfficeSetup

NOTHING_ELSE: Final = frozenset[Action]()


class Seat:
    """Of whoever signed in here. `clock`: seconds that only run forward; `computer`: since when nobody touched it.

    `open_to_all`: what a locked screen still hears.
    """

    def __init__(
        self,
        presses: Presses,
        clock: Callable[[], float],
        computer: Untouched = tells_nothing,
        *,
        open_to_all: frozenset[Action] = NOTHING_ELSE,
    ) -> None:
        self._presses = presses
        self._is_taken = False
        self._lock = Lock(clock, computer)
        self._open_to_all = open_to_all | {Action.UNLOCK}

    @property
    def is_locked(self) -> bool:
        """Little more than the PIN is heard then."""
        return self._lock.is_closed

    def begin(self, *, has_pin: bool) -> None:
        """Somebody sits down. Without a PIN nothing is ever locked."""
        self._is_taken = True
        self._lock.begin(has_key=has_pin)

    def end(self) -> None:
        """They have gone."""
        self._is_taken = False
        self._lock.begin(has_key=False)

    def hears(self, wish: Wish | None = None) -> bool:
        """Whether this press, or another sign of somebody's, is one to act on; then they are there."""
        if self.is_locked and (wish is None or wish.action not in self._open_to_all):
            return False
        self._lock.touched()
        return True

    def live(self, elsewise: frozenset[Action]) -> frozenset[Action]:
        """What may be pressed, where it would be `elsewise` without a lock."""
        if self.is_locked:
            return elsewise & self._open_to_all | {Action.UNLOCK}
        return elsewise | {Action.LOCK} if self._lock.has_key else elsewise

    def lock_now(self) -> None:
        """As was asked for, unless there is no PIN to open it again."""
        if not self._is_taken:
            return
        if self._lock.close():
            self._drop_words()
        else:
            self._presses.refuse(NoPinToUnlock())

    def unlock(self) -> None:
        """The PIN was right."""
        self._lock.open()

    def lock_if_left(self, setup: OfficeSetup | None) -> None:
        """Time passes: lock after so many minutes without a touch as the office has set."""
        if setup is not None and self._lock.close_if_idle(setup.rules.lock_after):
            self._drop_words()

    def _drop_words(self) -> None:
        """What was said or waits for its turn is not for whoever passes by."""
        self._presses.clear()
        self._presses.forget_waiting()
