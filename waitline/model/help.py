"""A visitor's call for a person: who asked where, who is coming, and the number that came of it."""

from typing import Final, NamedTuple

from .clock import MINUTE, Instant
from .staff import StaffId
from .ticket import TicketId

STAYS: Final = 5 * MINUTE
"""So long an answered call stays with whoever answered: a number may come of it once they have talked."""


class HelpCall(NamedTuple):
    """`id` is the journal position at which help was asked for; `place` a kiosk's id; `language` the visitor's.

    Open until somebody answers. It ends when the visitor withdraws it, when a number was given through it
    (`ticket`, with so many `ahead` at issue), or with its day.
    """

    id: int
    place: str
    language: str
    asked_at: Instant
    answered_at: Instant | None = None
    answered_by: StaffId | None = None
    ended_at: Instant | None = None
    ticket: TicketId | None = None
    ahead: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody comes yet."""
        return self.answered_at is None and self.ended_at is None

    def matters(self, now: Instant) -> bool:
        """Whether somebody has to see to it: nobody comes yet, or it was answered a short while ago."""
        return self.ended_at is None and (self.answered_at is None or now - self.answered_at < STAYS)
