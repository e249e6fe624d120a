"""The paper for a visitor whose case is not finished: what is pending, and when to come back."""

from waitline.model.clock import Instant
from waitline.model.counter import CounterId
from waitline.model.errors import ReasonNeeded
from waitline.model.slip import CaseReceipt, Pending, PrintJob, SlipForm
from waitline.model.slip_errors import NoPrinterHere, PersonalNumber
from waitline.model.staff import StaffId
from waitline.model.ticket import AT_A_COUNTER, Ticket, TicketState
from waitline.rules.personal_numbers import has_personal_number
from waitline.store import jobs
from waitline.store.hall import Hall

from .performing import Actor, Facts, own_desk
from .requests import wish
from .slip_queue import queue_slip


class Receipts(Actor):
    """The verb of a clerk with a printer of their own."""

    def print_receipt(
        self,
        *,
        request: str,
        counter: CounterId,
        by: StaffId,
        label: str,
        pending: Pending | None = None,
        note: str | None = None,
        until: Instant | None = None,
        whole_day: bool = False,
    ) -> PrintJob:
        """For a visitor at this counter, or a parked one; at the counter's own printer, as often as asked for.

        What is `pending`, in the clerk's own words (`note`) beside or instead of it; when to come back, None: they
        will be told. `whole_day`: only the day of `until` is meant. Raises `NoPrinterHere`, `ReasonNeeded` where
        nothing is said to be pending, and `PersonalNumber` for a text with a number by which a person is known.
        """
        words = (note or "").strip()

        def body(hall: Hall) -> Facts:
            own_desk(hall, counter, by)
            _check_said(pending, words)
            ticket = hall.ticket_numbered(label)
            if not _is_pending(ticket, counter):
                raise ticket.cannot(("印案件收執聯", "have a case receipt"))
            receipt = CaseReceipt(pending=pending, words=words, due_at=until, whole_day=whole_day)
            number = queue_slip(
                hall, ticket, printer=_printer_at(hall, counter), by=by, copy=0, form=SlipForm.RECEIPT,
                receipt=receipt,
            )  # fmt: skip
            return {"job": number}

        asked = wish(
            "print_receipt", request, counter=counter, by=by, label=label, pending=pending, until=until,
            whole_day=whole_day, private=(note,),
        )  # fmt: skip
        return self._perform(asked, body, lambda hall, facts: jobs.job(hall, facts["job"]))


def _check_said(pending: Pending | None, words: str) -> None:
    if pending is None and not words:
        raise ReasonNeeded()
    if has_personal_number(words):
        raise PersonalNumber()


def _printer_at(hall: Hall, counter: CounterId) -> str:
    printer = hall.setup.counter(counter).printer
    if printer is None:
        raise NoPrinterHere(counter=counter)
    return printer


def _is_pending(ticket: Ticket, counter: CounterId) -> bool:
    here = ticket.state in AT_A_COUNTER and ticket.counter == counter
    return here or ticket.state is TicketState.PARKED
