"""What a slip says beside the number: in the printer's queue for the day, never in the journal."""

from tests.verbs import acts
from waitline.model.clock import MINUTE
from waitline.model.slip import CaseReceipt, JobState, Pending, SlipForm
from waitline.store import jobs
from waitline.verbs.floor import Floor
from waitline.verbs.printing import PrintDesk
from waitline.verbs.requests import new_request


def at_the_desk(hall):
    with hall.store.reading() as look:
        return look.open_jobs("desk")


def test_a_receipt_comes_to_the_counters_own_printer_as_it_was_worded(hall):
    acts.receipt_given(hall)
    (job,) = at_the_desk(hall)
    assert (job.form, job.copy, job.state, job.ticket.label) == (SlipForm.RECEIPT, 0, JobState.QUEUED, "A001")
    assert job.receipt == CaseReceipt(
        pending=Pending.PAPERS, words="缺印章", due_at=acts.FRIDAY_NINE + 24 * 60 * MINUTE, whole_day=True
    )


def test_a_receipt_that_failed_is_copied_with_all_it_says(hall):
    first = acts.receipt_given(hall)
    desk = PrintDesk(hall.store, "desk")
    desk.sent(first.id, request=new_request())
    desk.failed(first.id, "paper_out", request=new_request())
    hall.reception.reprint(request=new_request(), label="A001", printer="desk", of=first.id)
    (copy,) = at_the_desk(hall)
    assert (copy.form, copy.receipt) == (SlipForm.RECEIPT, first.receipt)
    assert copy.copy > 0


def test_what_a_receipt_says_is_never_in_the_journal_and_dies_with_the_day(hall):
    given = acts.receipt_given(hall)
    said = "".join(entry.data + (entry.result or "") for entry in hall.journal())
    assert "缺印章" not in said
    Floor(hall.store).close_day(request=new_request())
    with hall.store.writing("look") as inside:
        kept = jobs.job(inside, given.id)
    assert (kept.form, kept.receipt) == (SlipForm.RECEIPT, None)
    assert "缺印章" not in (kept.detail or "")


def test_the_next_errand_elsewhere_has_a_slip_with_the_people_ahead_there(hall):
    clerk = acts.serving(hall)
    hall.take("CERT")
    hall.clerk("7")
    clerk.do("continue_with", service="CERT", to_counter="7", printer="desk")
    (job,) = at_the_desk(hall)
    assert (job.form, job.copy, job.ticket.service, job.ticket.for_counter) == (
        SlipForm.NEXT_ERRAND,
        0,
        "CERT",
        "7",
    )
    assert job.wait is None


def test_the_next_errand_at_the_same_counter_needs_no_slip(hall):
    acts.serving(hall).do("continue_with", service="SEAL", printer="desk")
    assert at_the_desk(hall) == []


def test_a_walk_in_taken_back_leaves_no_slip_to_print(hall):
    clerk = acts.clerk(hall)
    clerk.do("serve_walk_in", service="TRANS", printer="desk")
    (job,) = at_the_desk(hall)
    assert (job.form, job.copy, job.id) == (SlipForm.NUMBER, 0, job.ticket.id)
    clerk.do("undo")
    (job,) = at_the_desk(hall)
    assert job.ticket.state == "CANCELLED"
