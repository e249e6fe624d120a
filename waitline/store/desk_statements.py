"""Statements on counters, undo, help calls, PINs and print jobs; see `statements`."""

from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, select, true, update

from waitline.model.slip import JobState

from . import tables as t
from .link import Statement
from .statements import columns, inserting, putting

_j: Final = t.journal.c
_d: Final = t.desk.c
_p: Final = t.print_job.c
_u: Final = t.undo.c
_h: Final = t.help_call.c
_office: Final[Any] = bindparam("office")

JOB_OPEN: Final = t.JOB_OPEN

# desks, undo, help
_asked = (
    select(_j.verb, _j.result)
    .where(_j.office_id == _office, _j.request_id == bindparam("request"), _j.request_id.is_not(None))
    .subquery("asked")
)
DESKS_AND_REQUEST = Statement(
    select(*columns(t.desk), _asked.c.verb, _asked.c.result)
    .select_from(t.desk.outerjoin(_asked, true()))
    .where(_d.office_id == _office)
)
"""Every counter, each row with what the request answered before (verb None: it is new)."""
ANSWERED = Statement(
    select(_j.verb, _j.result).where(
        _j.office_id == _office, _j.request_id == bindparam("request"), _j.request_id.is_not(None)
    )
)
"""What some request, not the one being performed, did and answered."""
DESKS = Statement(select(*columns(t.desk)).where(_d.office_id == _office))
ADD_DESK = inserting(t.desk)


@cache
def keep_desk(changed: tuple[str, ...]) -> Statement:
    """An update of these columns only: who is signed in has an index, which most verbs leave alone."""
    return Statement(
        update(t.desk)
        .where(_d.office_id == _office, _d.counter == bindparam("desk_counter"))
        .values({name: bindparam(f"new_{name}") for name in changed})
    )


SIGNED_IN_AT = Statement(
    select(_j.at)
    .where(_j.office_id == _office, _j.seq > bindparam("after"), _j.counter == bindparam("at_counter"))
    .where(_j.kind == "SignedIn")
    .order_by(_j.seq.desc())
    .limit(1)
)
"""The latest sign-in at a counter, looked for backwards through the day: only when somebody is refused for it."""

FORGET_UNDO = Statement(delete(t.undo).where(_u.office_id == _office, _u.counter == bindparam("at_counter")))
FORGET_ALL_UNDO = Statement(delete(t.undo).where(_u.office_id == _office))
KEEP_UNDO = putting(
    t.undo,
    {c.name: bindparam(c.name) for c in t.undo.c},
    key=["office_id", "counter"],
    new=["seq", "at", "staff", "verb", "images"],
)
UNDO = Statement(
    select(_u.seq, _u.at, _u.staff, _u.verb, _u.images).where(
        _u.office_id == _office, _u.counter == bindparam("at_counter")
    )
)
ADD_HELP = inserting(t.help_call)
_help = columns(t.help_call)
HELP = Statement(select(*_help).where(_h.office_id == _office, _h.id == bindparam("help_id")))
OPEN_HELP = Statement(select(*_help).where(_h.office_id == _office, t.HELP_OPEN), sqlite_index="ux_help_open")
OPEN_HELP_AT = Statement(
    select(*_help).where(_h.office_id == _office, _h.place == bindparam("at_place"), t.HELP_OPEN),
    sqlite_index="ux_help_open",
)
HELP_AFTER = Statement(select(*_help).where(_h.office_id == _office, _h.id > bindparam("after")).order_by(_h.id))
KEEP_HELP = Statement(
    update(t.help_call)
    .where(_h.office_id == _office, _h.id == bindparam("help_id"))
    .values({n: bindparam(f"new_{n}") for n in ("answered_at", "answered_by", "ended_at", "ticket", "ahead")})
)

# devices
_device = columns(t.device)
ADD_DEVICE = inserting(t.device)
DEVICE = Statement(
    select(*_device).where(t.device.c.office_id == _office, t.device.c.device == bindparam("of_device"))
)
KEEP_DEVICE = Statement(
    update(t.device)
    .where(t.device.c.office_id == _office, t.device.c.device == bindparam("of_device"))
    .values({n: bindparam(f"new_{n}") for n in ("place", "health", "causes", "since")})
)
DEVICES = Statement(select(*_device).where(t.device.c.office_id == _office).order_by(t.device.c.since))

# PINs
DOOR = Statement(
    select(t.staff_door.c.wrong_tries, t.staff_door.c.wrong_at).where(
        t.staff_door.c.office_id == _office, t.staff_door.c.place == bindparam("at_place")
    )
)
ADD_DOOR = inserting(t.staff_door)
KEEP_DOOR = Statement(
    update(t.staff_door)
    .where(t.staff_door.c.office_id == _office, t.staff_door.c.place == bindparam("at_place"))
    .values({n: bindparam(f"new_{n}") for n in ("wrong_tries", "wrong_at")})
)
PIN = Statement(
    select(t.pin.c.pin_hash, t.pin.c.failures, t.pin.c.locked_until).where(
        t.pin.c.office_id == _office, t.pin.c.staff == bindparam("who")
    )
)
FORGET_PIN = Statement(delete(t.pin).where(t.pin.c.office_id == _office, t.pin.c.staff == bindparam("who")))
ADD_PIN = inserting(t.pin)
WITH_PIN = Statement(select(t.pin.c.staff).where(t.pin.c.office_id == _office, t.pin.c.pin_hash.is_not(None)))

# print jobs
_job = columns(t.print_job)
ADD_JOB = inserting(t.print_job)
JOB = Statement(select(*_job).where(_p.office_id == _office, _p.id == bindparam("job")))
OPEN_JOBS = Statement(
    select(*_job).where(_p.office_id == _office, _p.printer == bindparam("on_printer"), JOB_OPEN).order_by(_p.id),
    sqlite_index="ix_job_open",
)
LATEST_JOBS = Statement(
    select(*_job)
    .where(_p.office_id == _office, _p.printer == bindparam("on_printer"), _p.id > bindparam("after"))
    .order_by(_p.id.desc())
    .limit(bindparam("most"))
)
KEEP_JOB = Statement(
    update(t.print_job)
    .where(_p.office_id == _office, _p.id == bindparam("job"))
    .values(state=bindparam("new_state"), detail=bindparam("new_detail"), changed_at=bindparam("at"))
)
FORGET_RECEIPTS = Statement(
    update(t.print_job)
    .where(_p.office_id == _office, _p.id > bindparam("after"), _p.detail.like(bindparam("like_a_receipt")))
    .values(detail=bindparam("forgotten"))
)
"""Copies of a ticket are counted here, under the office's lock."""
COPIES = Statement(
    select(func.count())
    .select_from(t.print_job)
    .where(_p.office_id == _office, _p.ticket == bindparam("ticket_id"), _p.id > bindparam("after"))
)
SENT_SLIPS = Statement(
    select(func.count())
    .select_from(t.print_job)
    .where(
        _p.office_id == _office,
        _p.ticket == bindparam("ticket_id"),
        _p.id > bindparam("after"),
        _p.state != str(JobState.QUEUED),
    )
)
"""Slips of a ticket that may be on paper, whole or in part."""
