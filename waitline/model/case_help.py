"""Help with a case: a clerk asks the review team or the supervisor without leaving the visitor."""

from enum import StrEnum
from typing import NamedTuple

from .clock import Instant
from .counter import CounterId
from .staff import StaffId
from .ticket import TicketId


class Team(StrEnum):
    """Whose answer is awaited."""

    REVIEW = "review"
    SUPERVISOR = "supervisor"


class Answer(StrEnum):
    """How somebody helps: by words, by coming, or by taking the visitor over to a counter of their own."""

    MESSAGE = "message"
    COME = "come"
    TAKE_OVER = "take_over"


class CaseHelp(NamedTuple):
    """One question about the visitor of `ticket`, who sits at `counter` with `staff`.

    `id` is the journal position at which it was asked. `team` is asked since `team_since`: a question that
    nobody answers climbs to the supervisor. `question` and `message`, what they tell each other, die with
    the day. It ends when the clerk needs nobody any more, when the visitor is taken over or has gone, or
    with its day.
    """

    id: int
    ticket: TicketId
    counter: CounterId
    staff: StaffId
    team: Team
    team_since: Instant
    asked_at: Instant
    question: str | None = None
    answer: Answer | None = None
    answered_by: StaffId | None = None
    answered_at: Instant | None = None
    message: str | None = None
    ended_at: Instant | None = None

    @property
    def is_unanswered(self) -> bool:
        return self.ended_at is None and self.answer is None
