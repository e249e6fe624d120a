"""Beginning an office, and keeping the document that describes it."""

from hashlib import sha256

from sqlalchemy import insert, select

from waitline.model.clock import Instant
from waitline.model.journal import FIRST_HASH, Kind
from waitline.model.office import OfficeSetup

from . import statements as q
from . import tables as t
from .engine import Store
from .hall import Hall
from .troubles import named_errors


def begin_office(store: Store, *, turned_to: Instant | None = None) -> bool:
    """Give the office its head row; False when it has one. `turned_to`: a rehearsal, its clock turned by hand."""
    head = t.office_head
    with named_errors(), store.engine.begin() as connection:
        if connection.execute(select(head.c.seq).where(head.c.office_id == store.office)).first():
            return False
        connection.execute(
            insert(head).values(
                office_id=store.office,
                seq=0,
                hash=FIRST_HASH,
                last_at=turned_to or 0,
                turned_at=turned_to,
                day_seq=0,
                setup_seq=0,
            )
        )
    return True


def keep_document(hall: Hall, document: str, setup: OfficeSetup, *, by: str | None) -> None:
    """The office's file as it is from now on; a counter that is new in it gets its desk."""
    version = hall.note(
        Kind.OFFICE_SET_UP,
        staff=by,
        services=len(setup.services),
        counters=len(setup.counters),
        sha256=sha256(document.encode()).hexdigest(),
    )
    hall.link.send(q.ADD_SETUP, office_id=hall.office, setup_seq=version, document=document)
    hall.setup_seq = version
    hall.setup = setup
    known = {desk.counter for desk in hall.desks}
    for counter in setup.counters:
        if counter.id not in known:
            hall.add_desk(counter.id)


def turn_clock(store: Store, to: Instant) -> None:
    """Put the clock of a rehearsal office forward to `to`; every program sees the new time at once.

    Raises ValueError for an office that lives by the real clock, and for a time before its last event.
    """
    head = t.office_head
    with named_errors(), store.engine.begin() as connection:
        done = connection.execute(
            head.update()
            .where(head.c.office_id == store.office, head.c.turned_at.is_not(None), head.c.last_at <= to)
            .values(turned_at=to, last_at=to)
        )
    if done.rowcount != 1:
        raise ValueError("only a rehearsal office has a clock to turn, and only forward")
