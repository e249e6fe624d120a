"""Back-line support in the database: the watch over the hall, who stands by, and every summons."""

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, delete, select, update

from waitline.model.back_line import StandBy, Summons, Watch
from waitline.model.staff import StaffId
from waitline.rules.back_line import Picture

from . import back_line_tables as t
from .hall import Hall
from .link import Link, Row, Statement
from .statements import columns, inserting

_office: Final[Any] = bindparam("office")
_s: Final = t.summons.c
WATCH = Statement(select(*columns(t.back_line)).where(t.back_line.c.office_id == _office))
ADD_WATCH = inserting(t.back_line)
FORGET_WATCH = Statement(delete(t.back_line).where(t.back_line.c.office_id == _office))
STAND_BY = Statement(select(*columns(t.stand_by)).where(t.stand_by.c.office_id == _office))
ADD_STAND_BY = inserting(t.stand_by)
END_STAND_BY = Statement(
    delete(t.stand_by).where(t.stand_by.c.office_id == _office, t.stand_by.c.staff == bindparam("who"))
)
OPEN_SUMMONS = Statement(
    select(*columns(t.summons)).where(_s.office_id == _office, t.SUMMONS_OPEN), sqlite_index="ux_summons_counter"
)
SUMMONS = Statement(select(*columns(t.summons)).where(_s.office_id == _office, _s.id == bindparam("summons_id")))
SUMMONS_AFTER = Statement(
    select(*columns(t.summons)).where(_s.office_id == _office, _s.id > bindparam("after")).order_by(_s.id)
)
ADD_SUMMONS = inserting(t.summons)


@cache
def keep_summons(changed: tuple[str, ...]) -> Statement:
    return Statement(
        update(t.summons)
        .where(_s.office_id == _office, _s.id == bindparam("summons_id"))
        .values({name: bindparam(f"new_{name}") for name in changed})
    )


def watch_of(link: Link, office: str) -> Watch:
    """What is remembered; nothing in an office that was never watched."""
    row = link.one(WATCH, office=office)
    return Watch() if row is None else Watch._make(row)


def standing_by(link: Link, office: str) -> list[StandBy]:
    """Who may be asked, in no order that matters."""
    return sorted(StandBy._make(row) for row in link.all(STAND_BY, office=office))


def open_summons(link: Link, office: str) -> list[Summons]:
    """Every summons that is not over, oldest first."""
    return sorted(_summons(link.all(OPEN_SUMMONS, office=office)))


def summons_of(link: Link, office: str, number: int) -> Summons | None:
    """By its id, also one that is over."""
    row = link.one(SUMMONS, office=office, summons_id=number)
    return None if row is None else Summons._make(row)


def summons_after(link: Link, office: str, seq: int) -> list[Summons]:
    """Those that began after a journal position, oldest first."""
    return list(_summons(link.all(SUMMONS_AFTER, office=office, after=seq)))


def _summons(found: Iterable[Row]) -> Iterable[Summons]:
    return (Summons._make(row) for row in found)


def picture(link: Link, office: str) -> Picture:
    """All three, for the rule."""
    return Picture(
        standing_by=tuple(standing_by(link, office)),
        open=tuple(open_summons(link, office)),
        watch=watch_of(link, office),
    )


class BackLine:
    """The back line as one verb sees and changes it."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._link, self._office = hall.link, hall.office
        self.watch = watch_of(self._link, self._office)
        self.standing_by = standing_by(self._link, self._office)
        self.open = open_summons(self._link, self._office)

    @property
    def picture(self) -> Picture:
        """As the rule sees it."""
        return Picture(standing_by=tuple(self.standing_by), open=tuple(self.open), watch=self.watch)

    def keep_watch(self, watch: Watch) -> None:
        self._link.send(FORGET_WATCH, office=self._office)
        self._link.send(ADD_WATCH, office_id=self._office, **watch._asdict())
        self.watch = watch

    def stands_by(self, staff: StaffId) -> bool:
        return any(one.staff == staff for one in self.standing_by)

    def begin_stand_by(self, staff: StaffId) -> None:
        begun = StandBy(staff=staff, since=self._hall.now)
        self._link.send(ADD_STAND_BY, office_id=self._office, **begun._asdict())
        self.standing_by = [*self.standing_by, begun]

    def end_stand_by(self, staff: StaffId) -> None:
        self._link.send(END_STAND_BY, office=self._office, who=staff)
        self.standing_by = [one for one in self.standing_by if one.staff != staff]

    def add(self, one: Summons) -> Summons:
        """A new summons; its id is the journal entry just noted."""
        self._link.send(ADD_SUMMONS, office_id=self._office, **one._asdict())
        self.open = [*self.open, one]
        return one

    def keep(self, one: Summons, **changes: Any) -> Summons:
        """The summons with `changes` as it is from now on."""
        new = {f"new_{name}": value for name, value in changes.items()}
        self._link.send(keep_summons(tuple(changes)), office=self._office, summons_id=one.id, **new)
        kept = one._replace(**changes)
        others = [kept if each.id == one.id else each for each in self.open]
        self.open = [each for each in others if each.ended_at is None]
        return kept

    def summons(self, number: int) -> Summons | None:
        """By its id, also one that is over."""
        return summons_of(self._link, self._office, number)

    def of(self, staff: StaffId | str | None) -> Summons | None:
        """The open summons that this person has accepted."""
        return next((one for one in self.open if one.staff is not None and one.staff == staff), None)
