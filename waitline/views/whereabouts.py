"""Where a visitor goes next, for whoever has just given or brought back their number."""

from dataclasses import dataclass

from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup
from waitline.model.ticket import AT_A_COUNTER, PriorityClass, TicketId, TicketState
from waitline.rules.dispatch import serves
from waitline.store.engine import Store
from waitline.store.line import waiting_as_seen

from .foresight import Foreseer


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """`at`: called or served there now. While they wait: `likely`, the counter that will call a love visitor as
    things stand, and all open counters that may call them (`by`, in the office's order)."""

    setup: OfficeSetup
    at: CounterId | None = None
    likely: CounterId | None = None
    by: tuple[CounterId, ...] = ()


def read(store: Store, ticket: TicketId) -> Whereabouts | None:
    """As things stand now; None for a number that is neither at a counter nor waiting."""
    with store.reading() as look:
        found = look.ticket(ticket)
        if found is None or found.state not in AT_A_COUNTER | {TicketState.WAITING}:
            return None
        if found.state in AT_A_COUNTER:
            return Whereabouts(setup=look.setup, at=found.counter)
        desks, seen = look.desks(), waiting_as_seen(found)
        opened = {desk.counter for desk in desks if desk.is_open}
        by = tuple(one.id for one in look.setup.counters if one.id in opened and serves(one, seen, look.setup))
        likely = None
        if found.priority is PriorityClass.LOVE:
            line = [waiting_as_seen(one) for one in look.waiting()]
            likely = Foreseer(look, desks, line).goes_to(ticket)
        return Whereabouts(setup=look.setup, likely=likely, by=by)
