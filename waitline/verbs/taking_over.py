"""A clerk who is still signed in at one counter goes on at another: the steps of it, part of `sign_in`."""

from waitline.model.clock import local
from waitline.model.counter import CounterId, Desk
from waitline.model.journal import Kind
from waitline.model.sign_in_errors import SignedInElsewhere, VisitorStays
from waitline.model.staff import Staff
from waitline.model.ticket import Need, Ticket, TicketState
from waitline.store import case_helps, undoing
from waitline.store.hall import Hall

from .case_steps import asked_about, end_stale
from .errands import send_back_to_line
from .settling import settle
from .summoning import somebody_moved


def check_may_move(
    hall: Hall, somebody: Staff, here: CounterId, counter: CounterId, leaving: CounterId | None
) -> None:
    """Refuse who is signed in `here`, unless that is the counter they said they leave, and nobody has to stay.

    Raises `SignedInElsewhere`, and `VisitorStays` for a visitor whom `counter` does not take.
    """
    visitor = hall.ticket_at(here)
    stays = visitor is not None and not _takes(hall, counter, visitor)
    if stays or leaving != here:
        facts = _facts(hall, somebody, here, visitor)
        raise VisitorStays(to=counter, **facts) if stays else SignedInElsewhere(**facts)


def _takes(hall: Hall, counter: CounterId, visitor: Ticket) -> bool:
    """Whether this visitor can be served there: what they came for is, and a wheelchair has room."""
    there = hall.setup.counter(counter)
    has_room = there.accessible or Need.WHEELCHAIR not in visitor.needs
    return has_room and (visitor.service is None or visitor.service in there.services)


def _facts(hall: Hall, somebody: Staff, here: CounterId, visitor: Ticket | None) -> dict[str, object]:
    label = None if visitor is None else visitor.label
    if visitor is None:
        zh, en = "目前沒有民眾", "with nobody there"
    elif visitor.state is TicketState.SERVING:
        zh, en = f"正在服務 {label}", f"serving {label}"
    else:
        zh, en = f"正在叫 {label}", f"calling {label}"
    since = f"{local(hall.signed_in_at(here), hall.setup.zone):%H:%M}"
    return {
        "staff": somebody.name,
        "counter": here,
        "since": since,
        "label": label,
        "doing_zh": zh,
        "doing_en": en,
    }


def leave_counter(hall: Hall, somebody: Staff, left: Desk, counter: CounterId) -> None:
    """Signed out there; nothing done there can be undone any more. A visitor is still to be brought along."""
    hall.note(Kind.SIGNED_OUT, counter=left.counter, staff=somebody.id, to=counter)
    hall.keep_desk(Desk(counter=left.counter, since=hall.now))
    undoing.forget(hall, left.counter)
    somebody_moved(hall, somebody.id, counter)


def bring_along(hall: Hall, somebody: Staff, left: CounterId, counter: CounterId) -> None:
    """Whoever is with them goes on at the new counter, with all times kept; a number being called is called
    there. What was asked about their case stays asked. Who waits for the old counter alone is in the line again.
    """
    visitor = hall.ticket_at(left)
    if visitor is not None:
        _move(hall, somebody, visitor, left, counter)
    send_back_to_line(hall, left)
    settle(hall)


def _move(hall: Hall, somebody: Staff, visitor: Ticket, left: CounterId, counter: CounterId) -> None:
    case = asked_about(hall, visitor)
    who, label = somebody.id, visitor.label
    hall.note(Kind.TICKET_MOVED, ticket=visitor.id, counter=counter, staff=who, label=label, came_from=left)
    if visitor.state is TicketState.SERVING:
        hall.move_errand(visitor, counter)
        hall.keep(visitor, counter=counter)
    else:
        n = visitor.calls + 1
        hall.note(Kind.TICKET_RECALLED, ticket=visitor.id, counter=counter, staff=who, label=label, n=n)
        hall.keep(visitor, counter=counter, calls=n, last_called_at=hall.now)
    if case is not None:
        end_stale(hall, counter)
        case_helps.keep(hall, case, counter=counter)
