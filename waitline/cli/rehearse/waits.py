"""What visitors were told of their wait, and what became of it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from waitline.model.clock import MINUTE
from waitline.model.forecast import WaitRange
from waitline.views.day_view import DayView

from .hall_then import HallThen

NAIVE_MINUTES: Final = 8.5
"""For each who waits, shared by the open counters: the guess that estimates are measured against."""


class Told(NamedTuple):
    """One visitor who was called, in minutes. `likely`: the estimate, None where none was given; `least` and
    `most`: the announced range, None where none was."""

    true: float
    naive: float
    likely: float | None
    least: int | None = None
    most: int | None = None

    @property
    def waited(self) -> bool:
        return self.true > 0

    @property
    def has_range(self) -> bool:
        return self.most is not None

    @property
    def kept(self) -> bool:
        """Whether the call came inside the range."""
        if self.least is None or self.most is None:
            return False
        return WaitRange(self.least, self.most).holds(self.true)


def told(view: DayView) -> Iterator[Told]:
    """Every visitor of a day who was called."""
    hall = HallThen(view.entries)
    for ticket in view.tickets:
        hall.go_before(ticket.id)
        if ticket.called_at is None:
            continue
        known = view.told.get(ticket.id)
        announced = None if known is None else known.announced
        yield Told(
            true=(ticket.called_at - ticket.issued_at) / MINUTE,
            naive=len(hall.waiting) * NAIVE_MINUTES / max(1, len(hall.open)),
            likely=None if known is None else known.likely / MINUTE,
            least=None if announced is None else announced.least,
            most=None if announced is None else announced.most,
        )


def mean_error(waits: Sequence[Told], guess: Callable[[Told], float | None]) -> float | None:
    """Mean of what the guess was off, in minutes; None where somebody was given none."""
    errors = [None if (one := guess(wait)) is None else abs(one - wait.true) for wait in waits]
    found = [error for error in errors if error is not None]
    return sum(found) / len(found) if found and len(found) == len(errors) else None
