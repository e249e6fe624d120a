"""A kiosk back in touch hands over the numbers it gave while the office could not be reached."""

from typing import Final

from waitline.model.clock import Instant, business_day
from waitline.model.counter import CounterState
from waitline.model.errors import RequestReused
from waitline.model.journal import Fact, Kind
from waitline.model.office import OfficeSetup
from waitline.model.service import ServiceCode
from waitline.model.slip import JobState, Taken
from waitline.model.ticket import Origin, PaperNumber, PriorityClass, Ticket, TicketId, TicketState
from waitline.store import jobs
from waitline.store.hall import Hall

from .issuing import Given, NewTicket, admit, taken
from .performing import Actor, Facts
from .requests import wish
from .settling import settle

HAND_OVER: Final = "hand_over"
"""The verb's name in the journal."""

WITHDRAWING: Final = "~withdrawing"
"""Behind the visitor's request it names the hand-over that takes back what the office gave for that request."""

_UNHEARD = "number_on_paper"


class HandingOver(Actor):
    """The verb of a kiosk that was out of touch."""

    def hand_over(self, paper: PaperNumber) -> Taken:
        """The number on the paper is the ticket, at its true time; repeated it is the same ticket.

        Its request is answered for good by this: a take of the same request that comes later is refused. One that
        had been committed unheard is withdrawn in the same transaction. What the office file has dropped
        meanwhile stops nothing: a printer is left out, a service becomes the one that most counters serve, with
        a note for the clerk. A number of an earlier day goes where that day's went when it ended.

        Raises `RequestReused` where the request was another wish, and what every verb raises of texts and times.
        """
        try:
            return self._hand_over(paper, paper.request, withdrawing=False)
        except RequestReused:
            return self._hand_over(paper, paper.request + WITHDRAWING, withdrawing=True)

    def _hand_over(self, paper: PaperNumber, request: str, *, withdrawing: bool) -> Taken:
        def body(hall: Hall) -> Facts:
            if withdrawing:
                _withdraw(hall, paper.request)
            return _admit(hall, paper)

        asked = wish(
            HAND_OVER, request, series=paper.series, number=paper.number, label=paper.label,
            issued_at=paper.issued_at, service=paper.service, love=paper.love, language=paper.language,
            printer=paper.printer, private=(paper.love_reason,),
        )  # fmt: skip
        return self._perform(asked, body, taken)


def _admit(hall: Hall, paper: PaperNumber) -> Facts:
    at = Instant(min(paper.issued_at, hall.now))
    day = business_day(at, hall.setup.zone)
    service, note = _service(hall.setup, paper)
    known = {printer.id for printer in hall.setup.printers}
    printer = paper.printer if paper.printer in known and day == hall.day else None
    facts: dict[str, Fact] = {} if printer is None else {"printer": printer}
    if note is not None:
        facts["asked_for"] = paper.service
    new = NewTicket(
        service=service,
        priority=PriorityClass.LOVE if paper.love else PriorityClass.ORDINARY,
        origin=Origin.OFFLINE,
        love_reason=paper.love_reason,
        language=paper.language,
    )
    lap = hall.number_given(day, paper.series, paper.number)
    given = Given(day, paper.series, paper.number, lap, paper.label, at)
    ticket, ahead = admit(hall, new, service, given, facts)
    if note is not None:
        ticket = hall.keep(ticket, note=note)
    if day != hall.day:
        _end_with_its_day(hall, ticket)
    elif printer is not None:
        jobs.add_job(hall, ticket.id, ticket, printer=printer, ahead=ahead, copy=0)
    settle(hall)
    return {"ticket": ticket.id, "ahead": ahead, "job": None if printer is None else ticket.id}


def _service(setup: OfficeSetup, paper: PaperNumber) -> tuple[ServiceCode | None, str | None]:
    """What the visitor came for, and a note for the clerk where the office has no such service any more."""
    codes = [service.code for service in setup.services]
    if paper.service is None and paper.love:
        return None, None
    if paper.service in codes:
        return ServiceCode(paper.service), None
    served = [sum(code in counter.services for counter in setup.counters) for code in codes]
    return codes[served.index(max(served))], f"取號時選的服務：{paper.service or '–'}"


def _end_with_its_day(hall: Hall, ticket: Ticket) -> None:
    hall.note(Kind.TICKET_EXPIRED, ticket=ticket.id, label=ticket.label, day_end=True)
    hall.keep(ticket, state=TicketState.EXPIRED, ended_at=hall.now, inaccurate=True)


def _withdraw(hall: Hall, request: str) -> None:
    """Take back the ticket that was committed for `request` and never shown. Raises `RequestReused` for no take.

    One that is at the counter already, or has ended, stays as it is: somebody has dealt with it.
    """
    found = hall.answered(request, "take_ticket")
    if found is None:
        raise RequestReused()
    ticket = hall.ticket(TicketId(found["ticket"]))
    if ticket.state is TicketState.CALLED:
        ticket = _call_back(hall, ticket)
    if ticket.state in {TicketState.WAITING, TicketState.PARKED}:
        hall.note(Kind.TICKET_CANCELLED, ticket=ticket.id, label=ticket.label, reason=_UNHEARD)
        hall.keep(ticket, state=TicketState.CANCELLED, ended_at=hall.now, due_at=None)
    elif ticket.state is TicketState.NO_SHOW:
        hall.note(Kind.TICKET_EXPIRED, ticket=ticket.id, label=ticket.label, reason=_UNHEARD)
        hall.keep(ticket, state=TicketState.EXPIRED, ended_at=hall.now, due_at=None)
    else:
        return
    job = None if found.get("job") is None else jobs.job(hall, found["job"])
    if job is not None and job.state is JobState.QUEUED:
        hall.note(Kind.SLIP_FAILED, ticket=ticket.id, label=ticket.label, job=job.id, cause=_UNHEARD)
        jobs.keep_job(hall, job, JobState.FAILED, _UNHEARD)


def _call_back(hall: Hall, ticket: Ticket) -> Ticket:
    """Nobody has heard this number: its call is taken from the board, and the clerk waits again for the next."""
    if ticket.counter is None:
        return ticket
    desk = hall.desk(ticket.counter)
    hall.note(
        Kind.CALL_WITHDRAWN, ticket=ticket.id, counter=ticket.counter, staff=desk.staff, label=ticket.label, n=0
    )
    hall.keep_desk(desk._replace(state=CounterState.READY, since=hall.now))
    return hall.keep(ticket.waiting_again(), called_at=None, last_called_at=None, calls=0)
