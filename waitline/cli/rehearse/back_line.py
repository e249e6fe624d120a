"""The back line of a recorded day: they come when asked, after their way, and go back when released."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from waitline.model.counter import CounterId
from waitline.model.journal import Entry, Kind
from waitline.model.staff import StaffId
from waitline.verbs.back_line import BackLineSupport

from .office_of_day import clerk_at

if TYPE_CHECKING:
    from waitline.store.engine import Store

    from .recorded import WorldCounter

LUNCH_FROM_S: Final = 4 * 3600
LUNCH_UNTIL_S: Final = 5 * 3600
"""From 12:00 to 13:00 only the first of them is there, as the days' own page says."""

_COMES_NO_MORE: Final = frozenset({Kind.SUMMONS_ASKED, Kind.SUMMONS_ESCALATED, Kind.SUMMONS_ENDED})
"""Whoever was on the way for a summons turns back when another is asked, or nobody."""


class BackLineCrew:
    """Everybody of the back line in one rehearsal, and what the world lets them do."""

    def __init__(
        self,
        store: "Store",
        crew: "list[WorldCounter]",
        request: Callable[[], str],
        at: Callable[[float, Callable[[], None]], None],
    ) -> None:
        self._verbs = BackLineSupport(store)
        self._crew = {counter.id: counter for counter in crew}
        self._request, self._at = request, at
        self._released: set[str] = set()
        self._coming: dict[int, str] = {}

    def begin(self) -> None:
        """They stand by from the opening on, and go to lunch in turn."""
        for counter in self._crew:
            self._stands_by(counter)
        for counter in list(self._crew)[1:]:
            self._at(LUNCH_FROM_S, partial(self._stands_down, counter))
            self._at(LUNCH_UNTIL_S, partial(self._stands_by, counter))

    def is_released(self, counter: str) -> bool:
        """Whether whoever sits there goes as soon as nobody is at the counter."""
        return counter in self._released

    def went(self, counter: str) -> None:
        """They have left the counter."""
        self._released.discard(counter)

    def follow(self, entry: Entry, now: float, comes: Callable[[str], None], idle: Callable[[str], None]) -> None:
        """`comes(counter)` when somebody is at the counter, `idle(counter)` when who sits there was released."""
        if entry.counter is None or entry.counter not in self._crew:
            return
        if entry.kind in _COMES_NO_MORE:
            self._coming.pop(int(str(entry.facts["summons"])), None)
        if entry.kind is Kind.SUMMONS_ASKED:
            counter = self._crew[entry.counter]
            summons = int(str(entry.facts["summons"]))
            self._verbs.accept(request=self._request(), summons=summons, by=self._staff(counter.id))
            self._coming[summons] = counter.id
            self._at(now + counter.travel_s, partial(self._arrives, counter.id, summons, comes))
        elif entry.kind is Kind.BACK_LINE_RELEASED:
            self._released.add(entry.counter)
            idle(entry.counter)

    def _arrives(self, counter: str, summons: int, comes: Callable[[str], None]) -> None:
        """Unless they turned back on the way."""
        if self._coming.pop(summons, None) != counter:
            return
        self._verbs.arrive(request=self._request(), summons=summons, staff=self._staff(counter))
        comes(counter)

    def _stands_by(self, counter: str) -> None:
        self._verbs.stand_by(request=self._request(), staff=self._staff(counter))

    def _stands_down(self, counter: str) -> None:
        self._verbs.stand_down(request=self._request(), staff=self._staff(counter))

    def _staff(self, counter: str) -> StaffId:
        return StaffId(clerk_at(CounterId(counter)))
