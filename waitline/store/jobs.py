"""Print jobs: a small table that only a few verbs touch."""

from waitline.model.errors import UnknownTicket
from waitline.model.forecast import WaitRange
from waitline.model.slip import CaseReceipt, JobState, PrintJob, SlipForm
from waitline.model.ticket import Ticket, TicketId

from . import desk_statements as dq
from . import rows
from .forecasts import forecast_of
from .hall import Hall
from .slip_forms import ANY_RECEIPT, FORGOTTEN, form_json


def add_job(
    hall: Hall,
    job: int,
    ticket: Ticket,
    *,
    printer: str,
    ahead: int,
    copy: int,
    wait: WaitRange | None = None,
    form: SlipForm = SlipForm.NUMBER,
    receipt: CaseReceipt | None = None,
) -> PrintJob:
    """A new slip in the queue of `printer`; `job` is the journal entry just noted."""
    made = PrintJob(
        id=job,
        printer=printer,
        ticket=ticket,
        ahead=ahead,
        copy=copy,
        state=JobState.QUEUED,
        detail=form_json(form, receipt),
        queued_at=hall.now,
        wait=wait,
        form=form,
        receipt=receipt,
    )
    hall.new_jobs[job] = made
    _add(hall, made, ahead)
    return made


def _add(hall: Hall, made: PrintJob, ahead: int) -> None:
    hall.link.later(
        ("job", made.id),
        dq.ADD_JOB,
        office_id=hall.office,
        id=made.id,
        printer=made.printer,
        ticket=made.ticket.id,
        ahead=ahead,
        copy=made.copy,
        state=str(made.state),
        detail=made.detail,
        queued_at=hall.now,
        changed_at=hall.now,
    )


def job(hall: Hall, number: int) -> PrintJob:
    if number in hall.new_jobs:
        return hall.new_jobs[number]
    row = hall.link.one(dq.JOB, office=hall.office, job=number)
    if row is None:
        raise UnknownTicket(ticket=number)
    ticket = hall.ticket(TicketId(row[2]))
    return rows.job_of(row, ticket, forecast_of(hall.link, hall.office, ticket.id))


def keep_job(hall: Hall, job: PrintJob, state: JobState, cause: str | None) -> None:
    """What a form other than the number says stays beside it: a copy may follow. The journal has every cause."""
    hall.link.later(
        ("job", job.id),
        dq.KEEP_JOB,
        office=hall.office,
        job=job.id,
        new_state=str(state),
        new_detail=cause if job.form is SlipForm.NUMBER else job.detail,
        at=hall.now,
    )


def forget_receipts(hall: Hall, after: int) -> None:
    """What receipts have said since the journal position `after`."""
    hall.link.send(
        dq.FORGET_RECEIPTS, office=hall.office, after=after, like_a_receipt=ANY_RECEIPT, forgotten=FORGOTTEN
    )


def slips_of(hall: Hall, ticket: TicketId) -> int:
    """How many slips, originals and copies, this ticket has had."""
    row = hall.link.one(dq.COPIES, office=hall.office, ticket_id=ticket, after=ticket - 1)
    return row[0] if row else 0


def may_be_on_paper(hall: Hall, ticket: TicketId) -> bool:
    """Whether any slip of this ticket has ever been sent to a printer."""
    row = hall.link.one(dq.SENT_SLIPS, office=hall.office, ticket_id=ticket, after=ticket - 1)
    return bool(row and row[0])
