"""A small hall to show a clerk, with defaults that are all valid."""

from dataclasses import replace
from typing import Any

from waitline.model.clock import MINUTE, Instant
from waitline.model.counter import Counter, CounterId, CounterKind, CounterState, Desk
from waitline.model.office import OfficeSetup
from waitline.model.service import NumberSeries, SeriesCode, Service, ServiceCode
from waitline.model.staff import Role, Staff, StaffId
from waitline.model.ticket import Origin, PriorityClass, Ticket, TicketId, TicketState
from waitline.model.words import Words
from waitline.views.counter_view import Allowed, CounterView

NINE = Instant(1_795_222_800_000)
"""2026-11-21 09:00 in Taipei."""

TRANS = Service(
    code=ServiceCode("TRANS"),
    names=Words(zh="戶籍謄本", en="Household transcript"),
    series=SeriesCode("A"),
    mean_minutes=4,
)
COUNTER = Counter(
    id=CounterId("3"),
    names=Words(zh="3 號櫃台", en="Counter 3"),
    kind=CounterKind.GENERAL,
    services=(TRANS.code,),
)
CLERK = Staff(id=StaffId("clerk3"), name="三號同仁", roles=frozenset({Role.CLERK}))
OFFICE = OfficeSetup(
    id="sample",
    names=Words(zh="範例戶政事務所", en="Sample office"),
    time_zone="Asia/Taipei",
    series=(NumberSeries(code=SeriesCode("A"), prefix="A", first=1, last=999, digits=3),),
    services=(TRANS,),
    counters=(COUNTER,),
    staff=(CLERK,),
    love_series=SeriesCode("A"),
)


def a_ticket(number: int = 1, **changes: Any) -> Ticket:
    ticket = Ticket(
        id=TicketId(number),
        day="2026-11-21",
        series=SeriesCode("A"),
        number=number,
        lap=0,
        label=f"A{number:03d}",
        service=TRANS.code,
        priority=PriorityClass.ORDINARY,
        state=TicketState.WAITING,
        origin=Origin.KIOSK,
        language="zh-TW",
        issued_at=Instant(NINE - 12 * MINUTE),
        key_at=Instant(NINE - 12 * MINUTE),
    )
    return ticket._replace(**changes)


def a_called_ticket(number: int = 1, **changes: Any) -> Ticket:
    facts: dict[str, Any] = {
        "state": TicketState.CALLED,
        "counter": COUNTER.id,
        "called_at": NINE,
        "last_called_at": NINE,
    }
    return a_ticket(number, **(facts | changes))


def a_desk(state: CounterState = CounterState.OPEN, **changes: Any) -> Desk:
    desk = Desk(counter=COUNTER.id, state=state, since=NINE, staff=CLERK.id)
    return desk._replace(**changes)


def a_view(seq: int = 10, *, desk: Desk | None = None, **changes: Any) -> CounterView:
    desk = desk or a_desk()
    view = CounterView(
        seq=seq,
        at=NINE,
        day="2026-11-21",
        setup=OFFICE,
        counter=COUNTER,
        desk=desk,
        staff=CLERK,
        current=None,
        why=None,
        next=None,
        next_why=None,
        waiting=(),
        parked=(),
        missed=(),
        allowed=Allowed(pause=True, close=True, call_next=True),
        undo=None,
        served_today=0,
        desks=(desk,),
        settle_at=None,
    )
    return replace(view, **changes)
