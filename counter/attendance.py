"""Whether the clerk is there: reminders, and a console that nobody touches is locked. No Qt here."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from waitline.model.clock import Instant

from .actions import Action, Wish
from .face import Message, Tone
from .lock import Lock
from .nudges import Nudge, Nudges
from .presses import Presses
from .refusals import NoPinToUnlock

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


class Attendance:
    """Of whoever sits at the console. `clock`: seconds that only run forward."""

    def __init__(self, presses: Presses, clock: Callable[[], float]) -> None:
        self._presses = presses
        self._is_taken = False
        self._lock = Lock(clock)
        self._nudges = Nudges(clock)

    @property
    def is_locked(self) -> bool:
        """Only the PIN is heard then."""
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
        """Whether this press, or another sign of the clerk's, is one to act on; then they are there."""
        if self.is_locked and (wish is None or wish.action is not Action.UNLOCK):
            return False
        self._lock.touched()
        self._nudges.touched()
        return True

    def live(self) -> frozenset[Action]:
        """What may be pressed of it."""
        return frozenset({Action.LOCK}) if self._lock.has_key else frozenset()

    def asked(self, action: Action) -> None:
        """To lock at once, or to be reminded later."""
        if not self._is_taken:
            return
        if action is Action.SNOOZE:
            self._nudges.later()
        elif self._lock.close():
            self._drop_words()
        else:
            self._presses.say(NoPinToUnlock().words, Tone.REFUSED)

    def _drop_words(self) -> None:
        """What was said or waits for its turn is not for whoever passes by."""
        self._presses.clear()
        self._presses.forget_waiting()

    def unlock(self) -> None:
        """The PIN was right."""
        self._lock.open()

    @property
    def nudge(self) -> Nudge | None:
        """What there is to remind of now, on a locked screen too: it names nobody."""
        return self._nudges.now

    def message(self) -> Message | None:
        """What is to be read beside the buttons: a reminder only where nothing else is."""
        said, nudge = self._presses.message, self.nudge
        if said is not None or nudge is None:
            return said
        return Message(words=nudge.words, tone=Tone.NUDGE, until=math.inf)

    def look(self, view: CounterView | None, now: Instant, *, quiet: bool) -> None:
        """Time passes: lock after so many minutes without a touch as the office has set, remind before that.

        `quiet`: no reminders; the hall cannot be seen.
        """
        if view is not None and self._lock.close_if_idle(view.setup.rules.lock_after):
            self._drop_words()
        untouched_s = self._lock.untouched_s
        self._nudges.look(view, now, untouched_s=untouched_s, quiet=quiet)
