"""Calls for help as one console shows them: which stands in front, which waits too long, when it rings. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from waitline.model.clock import SECOND, Instant
from waitline.model.device import DeviceReport
from waitline.model.help import HelpCall
from waitline.model.office import OfficeSetup

from .screen_face import ScreenFace

LATE: Final = 60 * SECOND
"""An unanswered call is said louder from then on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpFace:
    """`front` is what the keys and buttons are about; `rung` counts how often the console should have rung."""

    front: HelpCall | None = None
    others: tuple[HelpCall, ...] = ()
    late: bool = False
    rung: int = 0

    @property
    def open_call(self) -> HelpCall | None:
        """Whom the key for coming answers: the one in front, or the first that nobody answered."""
        calls = () if self.front is None else (self.front, *self.others)
        return next((call for call in calls if call.is_open), None)

    def holds(self, number: int) -> bool:
        """Whether that call is still ours to see to."""
        calls = () if self.front is None else (self.front, *self.others)
        return any(call.id == number for call in calls)


NO_HELP: Final = HelpFace()


class OfficeSeen(Protocol):
    """Any view: it knows the office and what is broken in it."""

    @property
    def setup(self) -> OfficeSetup: ...
    @property
    def troubles(self) -> tuple[DeviceReport, ...]: ...


class NewsFace(ScreenFace[OfficeSeen], Protocol):
    """Such a face that knows of calls for help."""

    @property
    def help(self) -> HelpFace: ...


class HelpCalls:
    """Remembers which call the clerk has chosen, and which ones have rung."""

    def __init__(self) -> None:
        self._chosen: HelpCall | None = None
        self._heard: set[tuple[int, bool]] = set()
        self._rung = 0

    def choose(self, call: HelpCall) -> None:
        """Put that call in front, as long as nothing becomes of it."""
        self._chosen = call

    def face(self, calls: Iterable[HelpCall], now: Instant) -> HelpFace:
        """Unanswered calls first, oldest first, unless the clerk chose another.

        It rings once for a new call and once more when that has waited too long.
        """
        matter = (call for call in calls if call.matters(now))
        ordered = sorted(matter, key=lambda call: (call != self._chosen, not call.is_open, call.id))
        self._listen(ordered, now)
        front = ordered[0] if ordered else None
        late = front is not None and _is_late(front, now)
        return HelpFace(front=front, others=tuple(ordered[1:]), late=late, rung=self._rung)

    def _listen(self, calls: Iterable[HelpCall], now: Instant) -> None:
        sounds = {(call.id, _is_late(call, now)) for call in calls if call.is_open}
        if sounds - self._heard:
            self._rung += 1
            self._heard |= sounds


def _is_late(call: HelpCall, now: Instant) -> bool:
    return call.is_open and now - call.asked_at >= LATE
