"""Whether anybody still wants a slip by the time it can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from waitline.model.slip import SlipForm
from waitline.model.ticket import TicketState

if TYPE_CHECKING:
    from waitline.model.slip import PrintJob

ON_THE_WAY: Final = frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.PARKED, TicketState.NO_SHOW})
VOID: Final = frozenset({TicketState.CANCELLED, TicketState.EXPIRED})


def is_wanted(job: PrintJob, *, at_a_counter: bool) -> bool:
    """Whoever is served has no use for the number's slip, but where they sit at the printer itself. A receipt is
    wanted by a visitor who has gone from the counter, too.
    """
    state = job.ticket.state
    if job.form is SlipForm.RECEIPT:
        return state not in VOID
    served_here = at_a_counter and job.form is SlipForm.NUMBER and state is TicketState.SERVING
    return state in ON_THE_WAY or served_here
