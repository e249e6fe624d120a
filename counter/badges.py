"""What a clerk should know of a visitor before the first word is said."""

from enum import StrEnum
from typing import Final

from waitline.model.ticket import Need, PriorityClass, Ticket


class Badge(StrEnum):
    """One thing to know; LANGUAGE is told apart by the ticket's own language."""

    LOVE = "love"
    BOOKED = "booked"
    DEAF = "deaf"
    BLIND = "blind"
    WHEELCHAIR = "wheelchair"
    SLOW = "slow"
    LANGUAGE = "language"
    PRECHECKED = "prechecked"
    AGAIN = "again"


_OF_NEED: Final = {
    Need.DEAF: Badge.DEAF,
    Need.BLIND: Badge.BLIND,
    Need.WHEELCHAIR: Badge.WHEELCHAIR,
    Need.SLOW: Badge.SLOW,
}


def badges_of(ticket: Ticket) -> tuple[Badge, ...]:
    """The badges of a ticket, the most urgent to know first."""
    found: list[Badge] = []
    if ticket.priority is PriorityClass.LOVE:
        found.append(Badge.LOVE)
    if ticket.priority is PriorityClass.APPOINTMENT:
        found.append(Badge.BOOKED)
    found.extend(badge for need, badge in _OF_NEED.items() if need in ticket.needs)
    if not ticket.language.startswith("zh"):
        found.append(Badge.LANGUAGE)
    if ticket.prechecked:
        found.append(Badge.PRECHECKED)
    if ticket.errands > 1:
        found.append(Badge.AGAIN)
    return tuple(found)
