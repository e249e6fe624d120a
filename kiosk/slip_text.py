"""What stands on a visitor's slip, and what a visitor is told of a printer in trouble."""

from typing import Final

from drivers.printing.slip import SlipContent
from drivers.printing.status import ONLY_A_WARNING, Cause, PrinterStatus
from waitline.model.office import OfficeSetup
from waitline.model.slip import PrintJob
from waitline.model.ticket import PriorityClass
from waitline.model.words import Words

from .names import short
from .qr_text import issued_text, qr_text

NO_PAPER: Final = Words(zh="印表機缺紙", en="The printer is out of paper")
NOT_NOW: Final = Words(zh="印表機暫時不能列印", en="The printer cannot print at the moment")
WANTED_OF_THE_STAFF: Final = frozenset({Cause.ONE_WAY}) | ONLY_A_WARNING
"""Causes that are none for a visitor: the slip comes all the same."""


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
        papers=None if service is None else service.papers,
        house_text=office.slip_words,
        qr=qr_text(ticket, office),
        copy_of=job.id if job.copy else None,
    )


def trouble_words(status: PrinterStatus) -> Words | None:
    """What a visitor needs to know of a printer, None while slips come: how to mend it is for the staff."""
    causes = set(status.causes) - WANTED_OF_THE_STAFF
    if not causes:
        return None
    return NO_PAPER if Cause.PAPER_OUT in causes else NOT_NOW
