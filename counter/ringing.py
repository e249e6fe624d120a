"""When work comes to a counter that waited for it; never for what this console's own press called. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from waitline.model.counter import CounterState
from waitline.model.ticket import Ticket, TicketState

from .actions import Action

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView

RING_S: Final = 12.0


class Ringing:
    """`clock`: seconds that only run forward."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._awaits_work = False
        self._until = 0.0

    @property
    def is_on(self) -> bool:
        return self._clock() < self._until

    def stop(self) -> None:
        """The clerk is there."""
        self._until = 0.0

    def forget(self) -> None:
        """Somebody else sits here, or nobody."""
        self._awaits_work, self._until = False, 0.0

    def answered(self, action: Action, ticket: Ticket | None) -> None:
        """What came of the clerk's own press: a visitor, or the counter waits for one."""
        if ticket is not None:
            self._awaits_work = False
        elif action in {Action.CALL_NEXT, Action.OVERRIDE}:
            self._awaits_work = True

    def listen(self, view: CounterView) -> None:
        """The hall as just read, with no press under way."""
        if view.current is None:
            self._awaits_work = view.desk.state is CounterState.READY
            return
        if self._awaits_work and view.current.state is TicketState.CALLED:
            self._until = self._clock() + RING_S
        self._awaits_work = False
