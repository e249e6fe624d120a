"""What a telephone reads from a number's code, on the glass and on the slip."""

from waitline.model.clock import local
from waitline.model.office import OfficeSetup
from waitline.model.ticket import Ticket


def issued_text(ticket: Ticket, office: OfficeSetup) -> str:
    """When the number was given, by the clock on the office's wall."""
    return f"{local(ticket.issued_at, office.zone):%Y-%m-%d %H:%M}"


def qr_text(ticket: Ticket, office: OfficeSetup) -> str:
    """The number and when it was given."""
    return f"{ticket.label} {issued_text(ticket, office)}"
