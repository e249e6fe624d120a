"""What stands on a visitor's slip."""

from drivers.printing.slip import SlipContent
from waitline.model.office import OfficeSetup
from waitline.model.slip import PrintJob
from waitline.model.ticket import PriorityClass

from .names import short
from .qr_text import issued_text, qr_text


def slip_of(job: PrintJob, office: OfficeSetup) -> SlipContent:
    """The slip of a print job, in its visitor's language; a copy is marked as one."""
    ticket = job.ticket
    service = None if ticket.service is None else office.service(ticket.service)
    return SlipContent(
        office=office.names,
        label=ticket.label,
        service=None if service is None else short(service.names),
        issued=issued_text(ticket, office),
        language=ticket.language,
        love=ticket.priority is PriorityClass.LOVE,
        people_ahead=job.ahead,
        wait=job.wait,
        papers=None if service is None else service.papers,
        house_text=office.slip_words,
        qr=qr_text(ticket, office),
        copy_of=job.id if job.copy else None,
    )
