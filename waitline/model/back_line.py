"""Back-line support: who is on stand-by, and each summons from the first question to going back."""

from typing import NamedTuple

from .clock import Instant
from .counter import CounterId
from .staff import StaffId


class Watch(NamedTuple):
    """What the hall remembers of its fullness. `filled_at`: since when the work per counter is high;
    `quiet_at`: since when one counter fewer would do; `looked_at`: when one of these changed last."""

    filled_at: Instant | None = None
    quiet_at: Instant | None = None
    summoned_at: Instant | None = None
    looked_at: Instant | None = None


class StandBy(NamedTuple):
    """Somebody of the back line who may be asked, and since when."""

    staff: StaffId
    since: Instant


class Summons(NamedTuple):
    """One call for a back-line person to open `counter`. `id` is the journal position at which it began.

    `asked` is whose answer is awaited since `asked_at`; None: everybody was asked, and the supervisor is told.
    `tried` are those who were asked before, joined by commas. `wanted_by` and `reason`: who wanted it and why;
    both None: the rule did. `staff` is who accepted, came at `arrived_at`, and may go back since `released_at`.
    """

    id: int
    counter: CounterId
    begun_at: Instant
    wanted_by: StaffId | None = None
    reason: str | None = None
    asked: StaffId | None = None
    asked_at: Instant | None = None
    tried: str = ""
    staff: StaffId | None = None
    accepted_at: Instant | None = None
    arrived_at: Instant | None = None
    released_at: Instant | None = None
    ended_at: Instant | None = None

    @property
    def is_asking(self) -> bool:
        """Nobody has accepted yet."""
        return self.ended_at is None and self.staff is None

    @property
    def is_coming(self) -> bool:
        """Somebody is on the way."""
        return self.ended_at is None and self.staff is not None and self.arrived_at is None

    @property
    def is_here(self) -> bool:
        """Somebody came and sits at the counter, released or not."""
        return self.ended_at is None and self.arrived_at is not None

    @property
    def was_tried(self) -> frozenset[StaffId]:
        """Who declined or did not answer."""
        return frozenset(StaffId(one) for one in self.tried.split(",") if one)
