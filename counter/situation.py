"""How it stands with what a refusal was about: once it stands otherwise, the refusal is over. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from waitline.model.errors import WaitlineError

from .presses import Presses
from .refusals import NobodyAsks, NobodyAsksAboutACase

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.model.counter import Desk
    from waitline.model.ticket import Ticket
    from waitline.views.counter_view import CounterView
    from waitline.views.service_desk import ServiceDeskView

SETTLES_S: Final = 2.0
"""The hall may have refused what it knew before us: until then what we see is only catching up."""


class Situation:
    """Looks a few times a second whether what was refused last is still so. `clock`: only runs forward."""

    def __init__(self, presses: Presses, clock: Callable[[], float]) -> None:
        self._presses, self._clock = presses, clock
        self._about: WaitlineError | None = None
        self._since = 0.0
        self._stood: object = None

    def look(self, stands: Callable[[WaitlineError], object]) -> None:
        """`stands`: how it is with what that refusal was about, as far as it is seen now."""
        about = self._presses.refused
        if about is not self._about:
            self._about, self._since = about, self._clock()
        if about is None:
            return
        now = stands(about)
        if self._clock() - self._since < SETTLES_S:
            self._stood = now
        elif now != self._stood:
            self._presses.refusal_is_over()


def of_this_counter(view: CounterView) -> tuple[object, ...]:
    """What a press at this counter would have changed."""
    return view.desk, view.current, view.undo, view.cases.own


def at_counter(view: CounterView | None, desks: Sequence[Desk], about: WaitlineError) -> object:
    """This counter, and the other one and the number that were named; before anybody is in, who sits there."""
    if view is None:
        found = _desk(desks, about)
        return None if found is None else found.staff
    if isinstance(about, NobodyAsks):
        return bool(view.help)
    if isinstance(about, NobodyAsksAboutACase):
        return bool(view.cases.asked)
    everybody = [*(line.ticket for line in view.waiting), *view.parked, *view.missed]
    if view.current is not None:
        everybody.append(view.current)
    named = _number(everybody, about)
    return view.desk, view.current, view.cases.own, _desk(view.desks, about), named


def at_service_desk(view: ServiceDeskView, about: WaitlineError) -> object:
    """The number that was named."""
    if isinstance(about, NobodyAsks):
        return bool(view.help)
    return _number(view.everybody, about)


def _desk(desks: Sequence[Desk], about: WaitlineError) -> Desk | None:
    named = about.facts.get("counter")
    return next((desk for desk in desks if desk.counter == named), None)


def _number(everybody: Sequence[Ticket], about: WaitlineError) -> object:
    """How it is with that number; None for whoever is not in the hall."""
    named = about.facts.get("label")
    found = next((ticket for ticket in everybody if ticket.label == named), None)
    return None if found is None else (found.id, found.state, found.counter)
