"""What is typed or scanned: a number, or the code on a slip, which holds its number and its time."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from waitline.model.clock import local
from waitline.model.ticket import Ticket

_CODE = re.compile(r"(\S+)\s+(\d{4}-\d{2}-\d{2} \d{2}:\d{2})")
ISSUED = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """`issued`: when the slip says that the number was given, by the clock on the office's wall; None: typed."""

    label: str
    issued: datetime | None = None

    def is_of(self, ticket: Ticket, zone: ZoneInfo) -> bool:
        """Whether it is this ticket, and not one of the same number of another day or lap."""
        if ticket.label.upper() != self.label:
            return False
        given = local(ticket.issued_at, zone).replace(tzinfo=None, second=0, microsecond=0)
        return self.issued is None or self.issued == given


def read_scanned(text: str) -> Scanned | None:
    """None where nothing stands there. A scanner types as a keyboard does, some in small letters."""
    text = text.strip()
    if not text:
        return None
    code = _CODE.fullmatch(text)
    if code is None:
        return Scanned(label=text.upper())
    try:
        issued = datetime.strptime(code[2], ISSUED)  # noqa: DTZ007 - the office's own clock, compared with the same
    except ValueError:
        return Scanned(label=text.upper())
    return Scanned(label=code[1].upper(), issued=issued)
