"""Questions about cases as one screen shows them: which stands in front, what rings, what keys mean. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from waitline.model.case_help import Answer, CaseHelp, Team
from waitline.model.case_help_errors import CaseHelpOver
from waitline.model.clock import MINUTE, Instant
from waitline.model.errors import Refused
from waitline.model.office import OfficeSetup
from waitline.model.staff import StaffId
from waitline.rules.case_help import team_of

from ..actions import Action, Wish
from ..refusals import NobodyAsksAboutACase

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.cases import Cases
    from waitline.views.counter_view import CounterView

STAYS: Final = 2 * MINUTE
"""So long somebody reads what they have answered in words; whoever comes reads where to as long as it is open."""

ABOUT_A_CASE: Final = frozenset(
    {Action.ANSWER_CASE, Action.COME_TO_CASE, Action.TAKE_OVER_CASE, Action.END_CASE_HELP}
)
"""Actions that answer or end a question that was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFace:
    """`own`: what is asked about the visitor here. `front`: what keys and buttons answer; `rung` counts how often
    it should have rung. `held`: every question that whoever sits here may still answer."""

    own: CaseHelp | None = None
    front: CaseHelp | None = None
    others: tuple[CaseHelp, ...] = ()
    rung: int = 0
    held: frozenset[int] = frozenset()

    @property
    def to_come_to(self) -> CaseHelp | None:
        """Whom the key for coming answers: what stands in front, unless they come to it already."""
        return None if self.front is None or self.front.answer is Answer.COME else self.front

    def meant(self, wish: Wish) -> Wish | Refused:
        """The wish with the question it is about."""
        if wish.case is not None or wish.action not in ABOUT_A_CASE:
            return wish
        if wish.action is Action.END_CASE_HELP:
            return CaseHelpOver() if self.own is None else replace(wish, case=self.own.id)
        case = self.to_come_to if wish.action is Action.COME_TO_CASE else self.front
        return NobodyAsksAboutACase() if case is None else replace(wish, case=case.id)

    @property
    def live(self) -> frozenset[Action]:
        """What can be answered, wherever somebody works."""
        answers = frozenset() if self.front is None else frozenset({Action.ANSWER_CASE})
        return answers if self.to_come_to is None else answers | {Action.COME_TO_CASE}


NO_CASE_NEWS: Final = CaseFace()


def live_at_counter(view: CounterView, cases: CaseFace) -> frozenset[Action]:
    """Which actions about cases the hall would not refuse as things stand."""
    asks = view.current is not None and any(askable(view.setup, team, view.desk.staff) for team in Team)
    answers = {
        Action.ASK_FOR_CASE_HELP: asks,
        Action.END_CASE_HELP: cases.own is not None,
        Action.TAKE_OVER_CASE: cases.front is not None and view.desk.is_open and view.current is None,
    }
    return cases.live | {action for action, live in answers.items() if live}


def askable(setup: OfficeSetup, team: Team, who: str | None) -> int:
    """How many of that team `who` may ask."""
    return sum(1 for one in team_of(setup, team) if one != who)


def has_climbed(case: CaseHelp) -> bool:
    """Whether the review team let it pass, so that it was the supervisor's to answer."""
    return case.team_since > case.asked_at


class CaseNews:
    """Remembers which question was chosen, and which ones have rung."""

    def __init__(self) -> None:
        self._chosen: int | None = None
        self._heard: set[tuple[int, Team]] = set()
        self._rung = 0

    def choose(self, number: int) -> None:
        """Put that question in front, as long as nothing becomes of it."""
        self._chosen = number

    def face(self, cases: Cases, who: StaffId, now: Instant) -> CaseFace:
        """Unanswered questions first, oldest first, unless another was chosen; what a colleague answers is theirs.

        It rings once for a new question, and once more when it climbs.
        """
        ours = [case for case in cases.asked if case.is_unanswered or case.answered_by == who]
        shown = [case for case in ours if not _is_told(case, now)]
        shown.sort(key=lambda case: (case.id != self._chosen, not case.is_unanswered, case.id))
        self._listen(ours)
        return CaseFace(
            own=cases.own,
            front=shown[0] if shown else None,
            others=tuple(shown[1:]),
            rung=self._rung,
            held=frozenset(case.id for case in ours),
        )

    def _listen(self, cases: Iterable[CaseHelp]) -> None:
        sounds = {(case.id, case.team) for case in cases if case.is_unanswered}
        if sounds - self._heard:
            self._rung += 1
            self._heard |= sounds


def _is_told(case: CaseHelp, now: Instant) -> bool:
    """Answered in words, and long enough ago."""
    return case.answer is Answer.MESSAGE and now - (case.answered_at or now) >= STAYS
