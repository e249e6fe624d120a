"""What a press means to a clerk at a counter, by what was on the screen when it came. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from waitline.model.errors import CounterEmpty, CounterNotOpen, CounterOccupied, Refused
from waitline.model.slip_errors import NoPrinterHere
from waitline.model.ticket import TO_CORRECT, Ticket, TicketState

from .actions import ABOUT_A_NUMBER, NEEDS_SOMEBODY, Action, Wish
from .face import live_of
from .refusals import NobodyAsks, NobodyAsksAboutACase, NobodyChosen, NothingPending

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView

    from .cases.news import CaseFace
    from .help_calls import HelpFace


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the clerk had before their eyes. `about`: whom paper would be for; `idle`: no press is under way."""

    view: CounterView | None
    about: Ticket | None
    help: HelpFace
    cases: CaseFace
    idle: bool = True

    def of(self, wish: Wish) -> Wish | Refused:
        """The wish with what it is about, or why there is nothing of the kind."""
        if wish.action is Action.ANSWER_HELP:
            call = self.help.open_call
            return NobodyAsks() if call is None else replace(wish, help_id=call.id)
        if wish.action is Action.REPRINT and self.view is not None:
            refused = self._no_paper(self.view, wish.action)
            return refused or replace(wish, label=self.about.label if self.about is not None else None)
        if wish.action is Action.WALK_IN and self.view is not None:
            # who sits there for certain is no reason to ask the hall, and to drop what is pressed meanwhile
            refused = _not_now(self.view, Action.CHOOSE_WALK_IN) if self.idle else None
            return refused or replace(wish, service=wish.service or self.view.walk_in)
        return self.cases.meant(wish)

    def nothing_to_ask(self, action: Action) -> Refused | None:
        """Why the questions of `action` are not opened."""
        view = self.view
        if view is not None and action in NEEDS_SOMEBODY and view.current is None:
            return CounterEmpty(counter=view.counter.id)
        if view is not None and action in ABOUT_A_NUMBER:
            return self._no_paper(view, action)
        if view is not None and action in {Action.CHOOSE_WALK_IN, Action.CORRECT}:
            return _not_now(view, action)
        if action is Action.HELP_NUMBER and self.help.front is None:
            return NobodyAsks()
        unasked = action is Action.ANSWER_CASE and self.cases.front is None
        return NobodyAsksAboutACase() if unasked else None

    def _no_paper(self, view: CounterView, action: Action) -> Refused | None:
        """Why nothing can be printed: no printer, or nobody whom its paper is for."""
        about = self.about
        if view.counter.printer is None:
            return NoPrinterHere(counter=view.counter.id)
        if about is None:
            return NobodyChosen()
        if action is Action.RECEIPT and action not in live_of(view, undo_seconds=0, about=about):
            return NothingPending(label=about.label)
        return None


def _not_now(view: CounterView, action: Action) -> Refused | None:
    """What the verb would say in the end: the clerk need not answer anything to hear it."""
    current = view.current
    if action is Action.CORRECT:
        served = current is None or current.state is TicketState.SERVING
        return None if served or current is None else current.cannot(TO_CORRECT)
    if not view.desk.is_open:
        return CounterNotOpen(counter=view.counter.id)
    return None if current is None else CounterOccupied(counter=view.counter.id, label=current.label)
