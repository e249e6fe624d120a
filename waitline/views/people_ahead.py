"""Who would be ahead of a visitor who takes a number now, by the same rule as on their ticket."""

from collections.abc import Sequence

from waitline.model.counter import Desk
from waitline.model.service import ServiceCode
from waitline.model.ticket import PriorityClass, TicketId
from waitline.rules.dispatch import Waiting, ahead_of
from waitline.store.look import Look


def people_ahead(look: Look, desks: Sequence[Desk]) -> dict[ServiceCode, int]:
    """By service, for an ordinary visitor."""
    if not look.day_is_open:
        return dict.fromkeys((service.code for service in look.setup.services), 0)
    before = look.before_newcomers()
    found = {}
    for service in look.setup.services:
        one = Waiting(
            id=TicketId(look.seq + 1),
            service=service.code,
            priority=PriorityClass.ORDINARY,
            key_at=look.now,
            issued_at=look.now,
            slot=None,
            wheelchair=False,
            for_counter=None,
        )
        found[service.code] = ahead_of(look.setup, desks, one, before(one))
    return found
