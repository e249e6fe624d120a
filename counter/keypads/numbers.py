"""What a number typed behind a key is: minutes, a counter, a service, a visitor's number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from counter.actions import Action, Wish
from waitline.model.case_help import Team

from . import codes, meanings

if TYPE_CHECKING:
    from waitline.model.counter import CounterId
    from waitline.model.office import OfficeSetup
    from waitline.model.service import ServiceCode
    from waitline.views.counter_view import CounterView

MOST_MINUTES: Final = 600
FIGURES: Final = "0123456789"


def wish_of(action: Action, digits: str, view: CounterView) -> Wish | str:
    """The wish, or a code that says why it is none."""
    return _MEANT[action](digits, view)


def _pause(digits: str, _: CounterView) -> Wish | str:
    """``15``: for so many minutes; nothing: nobody knows until when."""
    minutes = _minutes(digits)
    if minutes is None:
        return codes.NOT_UNDERSTOOD
    return Wish(action=Action.PAUSE, reason=meanings.PAUSE_REASON.zh, minutes=minutes or None)


def _park(digits: str, _: CounterView) -> Wish | str:
    """The same, for a visitor who goes away for so long."""
    minutes = _minutes(digits)
    if minutes is None:
        return codes.NOT_UNDERSTOOD
    return Wish(action=Action.PARK, reason=meanings.PARK_REASON.zh, minutes=minutes or None)


def _minutes(digits: str) -> int | None:
    """0 where none are said; None: too many or too few."""
    if not digits:
        return 0
    return int(digits) if 1 <= int(digits) <= MOST_MINUTES else None


def _begin(digits: str, view: CounterView) -> Wish | str:
    """The visitor is here; ``4``: and came for the fourth service."""
    service = _service(view.setup, digits)
    if digits and service is None:
        return codes.NO_SUCH_PLACE
    return Wish(action=Action.BEGIN, service=service)


def _walk_in(digits: str, view: CounterView) -> Wish | str:
    """Somebody without a number, for the fourth service: ``4``."""
    return _for_service(Action.WALK_IN, digits, view)


def _continue(digits: str, view: CounterView) -> Wish | str:
    """The same visitor, here, for the fourth service: ``4``."""
    return _for_service(Action.CONTINUE, digits, view)


def _correct(digits: str, view: CounterView) -> Wish | str:
    """Whoever is served came for the fourth service: ``4``."""
    return _for_service(Action.CORRECT, digits, view)


def _for_service(action: Action, digits: str, view: CounterView) -> Wish | str:
    service = _service(view.setup, digits)
    return codes.NO_SUCH_PLACE if service is None else Wish(action=action, service=service)


def _transfer(digits: str, view: CounterView) -> Wish | str:
    """``3``: to counter 3; ``04``: to the fourth service."""
    if digits.startswith("0"):
        service = _service(view.setup, digits)
        return codes.NO_SUCH_PLACE if service is None else Wish(action=Action.TRANSFER, service=service)
    counter = _counter(view.setup, digits)
    return codes.NO_SUCH_PLACE if counter is None else Wish(action=Action.TRANSFER, to_counter=counter)


def _call(digits: str, view: CounterView) -> Wish | str:
    """Whoever waits, was set aside or was missed with these figures, leading zeros or not; only if it is one."""
    queued = (*(line.ticket for line in view.waiting), *view.parked, *view.missed)
    labels = {ticket.label for ticket in queued if digits and _figures(ticket.label) == _figures(digits)}
    if len(labels) != 1:
        return codes.SEVERAL_NUMBERS if labels else codes.NO_SUCH_NUMBER
    return Wish(action=Action.CALL_TICKET, label=labels.pop(), reason=meanings.CALL_REASON.zh)


def _help(digits: str, _: CounterView) -> Wish | str:
    """Nothing: from the review team; ``1``: from the supervisor."""
    team = {"": Team.REVIEW, "1": Team.SUPERVISOR}.get(digits)
    if team is None:
        return codes.NOT_UNDERSTOOD
    return Wish(action=Action.ASK_FOR_CASE_HELP, team=team, reason=meanings.QUESTION.zh)


_MEANT: Final[Mapping[Action, Callable[[str, CounterView], Wish | str]]] = {
    Action.PAUSE: _pause,
    Action.PARK: _park,
    Action.BEGIN: _begin,
    Action.WALK_IN: _walk_in,
    Action.CONTINUE: _continue,
    Action.CORRECT: _correct,
    Action.TRANSFER: _transfer,
    Action.CALL_TICKET: _call,
    Action.ASK_FOR_CASE_HELP: _help,
}


def _figures(label: str) -> str:
    return "".join(sign for sign in label if sign in FIGURES).lstrip("0")


def place_of(setup: OfficeSetup, service: str) -> int:
    """What is typed for that service."""
    return 1 + next(place for place, one in enumerate(setup.services) if one.code == service)


def _service(setup: OfficeSetup, typed: str) -> ServiceCode | None:
    """The service at that place of the office file, from 1; leading zeros do not count."""
    place = int(typed or "0")
    return setup.services[place - 1].code if 1 <= place <= len(setup.services) else None


def _counter(setup: OfficeSetup, typed: str) -> CounterId | None:
    """The counter with that number on its sign."""
    return next((one.id for one in setup.counters if one.id == typed), None)
