"""What stands on a visitor's slip."""

from datetime import datetime
from typing import Final

from drivers.printing.slip import CaseText, SlipContent
from waitline.model.clock import local
from waitline.model.number_code import issued_text, qr_text
from waitline.model.office import OfficeSetup
from waitline.model.slip import CaseReceipt, Pending, PrintJob, SlipForm
from waitline.model.ticket import PriorityClass, TicketState
from waitline.model.words import Words, without_details

_WEEKDAYS: Final = "一二三四五六日"


def slip_of(job: PrintJob, office: OfficeSetup) -> SlipContent:
    """The slip of a print job, in its visitor's language; a copy is marked as one."""
    ticket, receipt = job.ticket, job.receipt
    service = None if ticket.service is None else office.service(ticket.service)
    case = _case(receipt or CaseReceipt(), office) if job.form is SlipForm.RECEIPT else None
    asks_papers = case is None or case.pending is Pending.PAPERS
    next_errand = job.form is SlipForm.NEXT_ERRAND
    to = ticket.for_counter if next_errand else None
    return SlipContent(
        office=office.names,
        label=ticket.label,
        service=None if service is None else without_details(service.names),
        issued=issued_text(ticket, office),
        language=ticket.language,
        love=ticket.priority is PriorityClass.LOVE and case is None,
        people_ahead=None if ticket.state is TicketState.SERVING else job.ahead,
        wait=job.wait,
        papers=service.papers if service is not None and asks_papers else None,
        house_text=office.slip_words if case is None else None,
        qr=qr_text(ticket, office),
        copy_of=job.id if job.copy else None,
        next_errand=next_errand,
        go_to=None if to is None else office.counter(to).names,
        case=case,
    )


def _case(receipt: CaseReceipt, office: OfficeSetup) -> CaseText:
    at = None if receipt.due_at is None else local(receipt.due_at, office.zone)
    when = None if at is None else when_words(at, whole_day=receipt.whole_day)
    return CaseText(pending=receipt.pending, words=receipt.words, when=when)


def when_words(at: datetime, *, whole_day: bool) -> Words:
    """A day, or a time of it, by the office's clock; digits alone are the same in every visitor's language."""
    zh, en = f"{at.month}/{at.day}", f"{at:%Y-%m-%d}"
    if whole_day:
        return Words(zh=f"{zh}（{_WEEKDAYS[at.weekday()]}）", en=en)
    return Words(zh=f"{zh} {at:%H:%M} ", en=f"{en} {at:%H:%M}")
