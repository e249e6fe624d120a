"""A slip about a number that the visitor holds already: a copy, the next errand, a receipt."""

from typing import Any

from waitline.model.journal import Kind
from waitline.model.slip import CaseReceipt, SlipForm
from waitline.model.ticket import Ticket, TicketState
from waitline.store import jobs
from waitline.store.hall import Hall
from waitline.store.line import waiting_as_seen


def queue_slip(
    hall: Hall,
    ticket: Ticket,
    *,
    printer: str,
    by: str | None,
    copy: int,
    form: SlipForm = SlipForm.NUMBER,
    receipt: CaseReceipt | None = None,
) -> int:
    """Noted and queued; the job's number. What a receipt says is never in the journal."""
    waits = ticket.state is TicketState.WAITING
    ahead = hall.ask_waiting_before(waiting_as_seen(ticket))() if waits else 0
    facts: dict[str, Any] = {"label": ticket.label, "printer": printer, "copy": copy}
    if form is not SlipForm.NUMBER:
        facts["form"] = str(form)
    number = hall.note(Kind.SLIP_QUEUED, ticket=ticket.id, staff=by, **facts)
    jobs.add_job(hall, number, ticket, printer=printer, ahead=ahead, copy=copy, form=form, receipt=receipt)
    return number
