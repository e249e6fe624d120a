"""What a locked screen still says, wherever it stands: the place, the number, how many wait. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from .cases.news import CaseFace
from .face import Face, served
from .help_calls import NewsFace
from .message_line import SaysSomething
from .words import ClerkWords, stopwatch

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.service_desk import ServiceDeskView


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """No names, no words of anybody's. `stage`, `number`, `served`: of whoever is at the counter; `rings`: it was
    called while nobody looked.
    """

    place: str
    stage: str = ""
    number: str | None = None
    served: str = ""
    waiting: int
    rings: bool = False


class LockedFace(NewsFace, SaysSomething, Protocol):
    """Any face that knows what the hall wants and what was said of the PIN."""

    @property
    def cases(self) -> CaseFace: ...


def signs_at_counter(face: Face, words: ClerkWords) -> Signs | None:
    """None before anything is known."""
    view = face.view
    if view is None:
        return None
    ticket = view.current
    return Signs(
        place=words.of(view.counter.names),
        stage=words.stage(face.stage),
        number=None if ticket is None else ticket.label,
        served="" if ticket is None else stopwatch(served(ticket, face.now)),
        waiting=sum(1 for line in view.waiting if line.ours),
        rings=face.ringing,
    )


def signs_at_desk(view: ServiceDeskView | None, place: str) -> Signs | None:
    """Nobody sits before whoever works there; the whole hall waits."""
    return None if view is None else Signs(place=place, waiting=len(view.waiting))
