"""Whether the clerk is there: reminders, and a console that nobody touches is locked. No Qt here."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from waitline.model.clock import Instant

from .actions import Action, Wish
from .face import Message, Tone
from .lock import Untouched
from .nudges import Nudge, Nudges
from .presses import Presses
from .seat import Seat

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


class Attendance(Seat):
    """The seat of a clerk at a counter, who is reminded of visitors as well."""

    def __init__(self, presses: Presses, clock: Callable[[], float], computer: Untouched) -> None:
        super().__init__(presses, clock, computer)
        self._nudges = Nudges(clock)

    def hears(self, wish: Wish | None = None) -> bool:
        """Whether this press, or another sign of the clerk's, is one to act on; then they are there."""
        if not super().hears(wish):
            return False
        self._nudges.touched()
        return True

    def asked(self, action: Action) -> None:
        """To lock at once, or to be reminded later."""
        if action is Action.LOCK:
            self.lock_now()
        elif self._is_taken:
            self._nudges.later()

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
        self.lock_if_left(view.setup if view is not None else None)
        untouched_s = self._lock.untouched_s
        self._nudges.look(view, now, untouched_s=untouched_s, quiet=quiet)
