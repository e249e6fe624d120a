"""What somebody of the back line sees at their own desk: whether they are asked, and how full the hall is."""

from dataclasses import dataclass

from waitline.model.back_line import Summons
from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup
from waitline.model.staff import Staff, StaffId
from waitline.rules.back_line import fullness
from waitline.store.engine import Store
from waitline.store.look import Look

from .cases import NO_CASES, Cases, cases_of
from .lines import settle_at


@dataclass(frozen=True, slots=True, kw_only=True)
class StandByView:
    """`stands_by`: they may be asked. `at_counter`: where they are signed in. `summons`: all that are not over.

    `others`: who else stands by and is at no counter. `work_minutes`: waiting work for each counter, as the rule
    that summons reckons it; `waiting`: people in the line. `cases`: what they are asked about cases; whoever is
    at a counter reads it there.
    """

    seq: int
    at: Instant
    day: str
    setup: OfficeSetup
    staff: Staff
    stands_by: bool
    at_counter: CounterId | None
    others: tuple[StaffId, ...]
    summons: tuple[Summons, ...]
    waiting: int
    work_minutes: float
    settle_at: Instant | None
    cases: Cases = NO_CASES

    @property
    def own(self) -> Summons | None:
        """The summons under which this person is asked, is coming or is here."""
        return next((one for one in self.summons if self.staff.id in (one.asked, one.staff)), None)

    @property
    def may_accept(self) -> Summons | None:
        """What a yes would be for: their own question, or one they have let pass and nobody else has taken."""
        asking = [one for one in self.summons if one.is_asking]
        asked = next((one for one in asking if one.asked == self.staff.id), None)
        return asked or next((one for one in asking if self.staff.id in one.was_tried), None)


def read(store: Store, staff: StaffId) -> StandByView:
    """The back line as this person sees it now; raises `UnknownStaff`."""
    with store.reading() as look:
        return _seen(look, look.setup.somebody(staff))


def _seen(look: Look, somebody: Staff) -> StandByView:
    desks, back = look.desks(), look.back_line()
    line = list(look.line()) if look.day_is_open else []
    at = {desk.staff: desk.counter for desk in desks if desk.staff is not None}
    by = [one.staff for one in back.standing_by] if look.day_is_open else []
    full = fullness(look.setup, desks, back, line, look.now)
    return StandByView(
        seq=look.seq,
        at=look.now,
        day=look.day,
        setup=look.setup,
        staff=somebody,
        stands_by=somebody.id in by,
        at_counter=at.get(somebody.id),
        others=tuple(one for one in by if one != somebody.id and one not in at),
        summons=back.open if look.day_is_open else (),
        waiting=len(line),
        work_minutes=round(full.minutes, 1),
        settle_at=settle_at(look, desks),
        cases=NO_CASES if somebody.id in at else cases_of(look, somebody.id),
    )
