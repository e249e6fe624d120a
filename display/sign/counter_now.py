"""What the sign over one counter has to say: plain values from the board, no Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from waitline.model.clock import local
from waitline.model.counter import CounterState
from waitline.model.words import Words, listed, without_details

if TYPE_CHECKING:
    from waitline.model.counter import CounterId
    from waitline.model.office import OfficeSetup
    from waitline.views.board import BoardCall, BoardView, CounterSign


class Stands(Enum):
    """How it stands at the counter."""

    CALLING = auto()
    SERVING = auto()
    FREE = auto()
    PAUSED = auto()
    OPENING = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterNow:
    """`number`: who is called or served; `call`: the journal's number of that call. `back_at`: "14:00", where a
    break has an end. `services` None: all that the office does.
    """

    names: Words
    sign: str
    stands: Stands
    number: str = ""
    call: int = 0
    love: bool = False
    deaf: bool = False
    back_at: str = ""
    services: Words | None = None
    staff: str = ""
    deputy: str = ""


def counter_now(view: BoardView, counter: CounterId) -> CounterNow | None:
    """None for a counter that has been taken out of the office meanwhile."""
    sign = next((one for one in view.counters if one.counter == counter), None)
    if sign is None:
        return None
    called = next((call for call in view.calls if call.live and call.counter == counter), None)
    stands = _stands(sign, called)
    there = stands in {Stands.CALLING, Stands.SERVING}
    back = sign.back_at if stands is Stands.PAUSED else None
    staff, deputy = sign.people
    return CounterNow(
        names=sign.names,
        sign=counter,
        stands=stands,
        number=(sign.serving or "") if there else "",
        call=0 if called is None else called.seq,
        love=sign.love and there,
        deaf=called is not None and called.deaf,
        back_at="" if back is None else f"{local(back, view.setup.zone):%H:%M}",
        services=_services(view.setup, counter),
        staff="" if staff is None else staff.name,
        deputy="" if deputy is None else deputy.name,
    )


def _stands(sign: CounterSign, called: BoardCall | None) -> Stands:
    """Who is there counts before what the counter is set to: nobody is left out for a break that was begun."""
    if called is not None:
        return Stands.CALLING
    if sign.serving is not None:
        return Stands.SERVING
    if sign.opens_soon:
        return Stands.OPENING
    match sign.state:
        case CounterState.CLOSED:
            return Stands.CLOSED
        case CounterState.PAUSED:
            return Stands.PAUSED
        case _:
            return Stands.FREE


def _services(setup: OfficeSetup, counter: CounterId) -> Words | None:
    served = next(one.services for one in setup.counters if one.id == counter)
    names = [without_details(service.names) for service in setup.services if service.code in served]
    return None if len(names) == len(setup.services) or not names else listed(names)
