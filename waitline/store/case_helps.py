"""Questions about cases in the database: a small table that only their verbs, settling and the day's end touch."""

from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, null, select, update

from waitline.model.case_help import Answer, CaseHelp, Team

from . import help_tables as t
from .hall import Hall
from .link import Link, Row, Statement
from .statements import columns, inserting

_office: Final[Any] = bindparam("office")
_c: Final = t.case_help.c
_all: Final = columns(t.case_help)
ADD_CASE = inserting(t.case_help)
CASE = Statement(select(*_all).where(_c.office_id == _office, _c.id == bindparam("case_help_id")))
OPEN_CASES = Statement(
    select(*_all).where(_c.office_id == _office, t.CASE_HELP_OPEN), sqlite_index="ux_case_help_open"
)
FORGET_CASE_WORDS = Statement(
    update(t.case_help)
    .where(_c.office_id == _office, _c.id > bindparam("after"))
    .values(question=null(), message=null())
)


@cache
def keep_case(changed: tuple[str, ...]) -> Statement:
    return Statement(
        update(t.case_help)
        .where(_c.office_id == _office, _c.id == bindparam("case_help_id"))
        .values({name: bindparam(f"new_{name}") for name in changed})
    )


def all_open(link: Link, office: str) -> list[CaseHelp]:
    """Every question that was not ended, oldest first; its visitor may have gone meanwhile."""
    return sorted((_of(row) for row in link.all(OPEN_CASES, office=office)), key=lambda case: case.id)


def one(link: Link, office: str, number: int) -> CaseHelp | None:
    """By its id, also one that is over."""
    row = link.one(CASE, office=office, case_help_id=number)
    return None if row is None else _of(row)


def add(hall: Hall, case: CaseHelp) -> None:
    """A new question; its id is the journal entry just noted."""
    hall.link.send(ADD_CASE, office_id=hall.office, **_plain(case._asdict()))


def keep(hall: Hall, case: CaseHelp, **changes: Any) -> CaseHelp:
    """The question with `changes` as it is from now on."""
    new = {f"new_{name}": value for name, value in _plain(changes).items()}
    hall.link.send(keep_case(tuple(changes)), office=hall.office, case_help_id=case.id, **new)
    return case._replace(**changes)


def forget_words(hall: Hall, after: int) -> None:
    """What was said to each other since the journal position `after`."""
    hall.link.send(FORGET_CASE_WORDS, office=hall.office, after=after)


def _of(row: Row) -> CaseHelp:
    stored = CaseHelp._make(row)
    answer = None if stored.answer is None else Answer(stored.answer)
    return stored._replace(team=Team(stored.team), answer=answer)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, Team | Answer) else value for name, value in values.items()}
