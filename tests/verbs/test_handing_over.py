"""Numbers given while a kiosk was out of touch: the paper in the hand wins, in every order of events."""

from dataclasses import replace

import pytest

from tests.builders import FRIDAY_NINE, LiveHall
from tests.verbs.soundness import check_hall
from waitline.model.clock import HOUR, MINUTE, Instant
from waitline.model.errors import (
    BadText,
    OutOfRange,
    RequestNeeded,
    RequestReused,
)
from waitline.model.journal import Kind
from waitline.model.office_errors import SeriesInUse
from waitline.model.service import SeriesCode
from waitline.model.slip import JobState
from waitline.model.ticket import LoveReason, Origin, PaperNumber, PriorityClass, Ticket, TicketState
from waitline.store.audit import audit
from waitline.verbs.floor import Floor
from waitline.verbs.handing_over import HandingOver
from waitline.verbs.printing import PrintDesk
from waitline.verbs.reception import Reception
from waitline.verbs.requests import LATEST, REQUEST_LENGTH, new_request


def paper(number: int = 1, *, minutes_ago: float = 20, **changes: object) -> PaperNumber:
    """A number of the series F that no service of the test's own visitors uses."""
    found = PaperNumber(
        request=new_request(),
        series=SeriesCode("F"),
        number=number,
        label=f"F{number:03d}",
        issued_at=Instant(FRIDAY_NINE - round(minutes_ago * MINUTE)),
        service="TRANS",
        printer="kiosk-1",
    )
    return replace(found, **changes)  # type: ignore[arg-type] # fields of a PaperNumber


def handed(hall: LiveHall, given: PaperNumber) -> Ticket:
    return HandingOver(hall.store).hand_over(given).ticket


def unheard(hall: LiveHall, **facts: object) -> tuple[PaperNumber, Ticket]:
    """The office gave a number and nobody heard of it; the visitor has another, for the same request."""
    given = paper()
    committed = hall.reception.take_ticket(request=given.request, service="TRANS", printer="kiosk-1")
    return given, committed.ticket


def test_it_is_a_ticket_with_its_true_time_and_its_place_by_it(hall):
    hall.take()
    ticket = handed(hall, paper())
    assert (ticket.label, ticket.origin, ticket.state) == ("F001", Origin.OFFLINE, TicketState.WAITING)
    assert ticket.issued_at == ticket.key_at == FRIDAY_NINE - 20 * MINUTE
    assert hall.clerk("3").calls().id == ticket.id
    check_hall(hall)


def test_who_was_given_a_number_first_is_called_first_whenever_it_is_handed_over(hall):
    for number, ago in ((2, 10), (1, 20), (3, 5)):
        handed(hall, paper(number, minutes_ago=ago))
    clerk = hall.clerk("3")
    called = []
    for _ in range(3):
        called.append(clerk.serves().label)
        clerk.do("finish")
    assert called == ["F001", "F002", "F003"]
    check_hall(hall)


def test_a_love_visitor_keeps_the_head_start_and_the_reason(hall):
    ticket = handed(hall, paper(service=None, love=True, love_reason=LoveReason.PREGNANT, language="en"))
    assert (ticket.priority, ticket.love_reason, ticket.language) == (
        PriorityClass.LOVE, LoveReason.PREGNANT, "en",
    )  # fmt: skip
    assert ticket.key_at == FRIDAY_NINE - 20 * MINUTE - 120 * MINUTE
    assert all("pregnant" not in entry.data + (entry.result or "") for entry in hall.journal())


def test_a_counter_that_waits_is_given_the_visitor_at_once(hall):
    clerk = hall.clerk("3")
    clerk.next()
    assert handed(hall, paper()).state is TicketState.CALLED


def test_handed_over_again_it_is_the_same_ticket_as_it_is_by_then(hall):
    given = paper()
    first = handed(hall, given)
    hall.clerk("3").serves()
    again = HandingOver(hall.store).hand_over(given)
    assert (again.ticket.id, again.ticket.state) == (first.id, TicketState.SERVING)
    assert len(hall.tickets()) == 1


def test_a_take_that_arrives_after_the_hand_over_is_refused(hall):
    """Its bytes stood in a line that was cut off and came back."""
    given = paper()
    handed(hall, given)
    with pytest.raises(RequestReused):
        hall.reception.take_ticket(request=given.request, service="TRANS", printer="kiosk-1")
    assert [ticket.label for ticket in hall.tickets()] == ["F001"]
    check_hall(hall)


def test_a_take_committed_unheard_is_withdrawn_with_its_slip(hall):
    given, committed = unheard(hall)
    for _ in range(2):
        ticket = handed(hall, given)
    states = {one.label: one.state for one in hall.tickets()}
    assert states == {committed.label: TicketState.CANCELLED, "F001": TicketState.WAITING}
    (job,) = PrintDesk(hall.store, "kiosk-1").unfinished() or [PrintDesk(hall.store, "kiosk-1").next_job()]
    assert job.ticket.id == ticket.id
    reasons = [e.facts.get("reason") for e in hall.journal() if e.kind is Kind.TICKET_CANCELLED]
    assert reasons == ["number_on_paper"]
    check_hall(hall)


def test_one_that_was_called_already_is_called_back_and_the_paper_called_instead(hall):
    clerk = hall.clerk("3")
    clerk.next()
    given, committed = unheard(hall)
    assert committed.state is TicketState.CALLED
    ticket = handed(hall, given)
    assert (ticket.state, ticket.counter) == (TicketState.CALLED, "3")
    board = hall.board
    assert [call.label for call in board.calls] == ["F001"]
    withdrawn = next(one for one in hall.tickets() if one.id == committed.id)
    assert (withdrawn.state, withdrawn.called_at) == (TicketState.CANCELLED, None)
    assert clerk.do("begin").label == "F001"
    check_hall(hall)


def test_one_that_was_missed_already_expires(hall):
    clerk = hall.clerk("3")
    given, committed = unheard(hall)
    assert clerk.calls().id == committed.id
    clerk.do("no_show")
    handed(hall, given)
    assert next(one for one in hall.tickets() if one.id == committed.id).state is TicketState.EXPIRED
    check_hall(hall)


@pytest.mark.parametrize("end", ["serving", "finished"])
def test_one_that_somebody_has_dealt_with_stays_as_it_is(hall, end):
    clerk = hall.clerk("3")
    given, committed = unheard(hall)
    assert clerk.serves().id == committed.id
    if end == "finished":
        clerk.do("finish")
    ticket = handed(hall, given)
    assert ticket.state is TicketState.WAITING
    still = next(one for one in hall.tickets() if one.id == committed.id).state
    assert still is (TicketState.SERVING if end == "serving" else TicketState.DONE)
    check_hall(hall)


def test_a_parked_one_is_withdrawn(hall):
    clerk = hall.clerk("3")
    given, committed = unheard(hall)
    clerk.serves()
    clerk.do("park", reason="拍照", until=Instant(hall.now + HOUR))
    handed(hall, given)
    assert next(one for one in hall.tickets() if one.id == committed.id).state is TicketState.CANCELLED
    check_hall(hall)


def test_a_request_that_was_no_take_is_refused_and_nothing_happens(hall):
    given = paper()
    hall.reception.ask_for_help(request=given.request, place="kiosk-1")
    before = hall.everything()
    with pytest.raises(RequestReused):
        handed(hall, given)
    assert hall.everything() == before


def test_the_same_request_with_another_number_is_refused(hall):
    given = paper()
    handed(hall, given)
    before = hall.everything()
    with pytest.raises(RequestReused):
        handed(hall, replace(given, number=2, label="F002"))
    assert hall.everything() == before


def test_a_text_that_no_database_keeps_is_refused(hall):
    with pytest.raises(BadText):
        handed(hall, paper(label="F\0"))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"request": " "}, RequestNeeded),
        ({"request": "x" * (REQUEST_LENGTH + 1)}, BadText),
        ({"request": "\ud800"}, BadText),
        ({"label": "F\x00"}, BadText),
        ({"language": "half \udc00"}, BadText),
        ({"number": -1}, OutOfRange),
        ({"issued_at": Instant(LATEST + 1)}, OutOfRange),
    ],
    ids=str,
)
def test_what_no_database_could_keep_is_refused_and_nothing_happens(hall, changes, refusal):
    before = hall.everything()
    with pytest.raises(refusal):
        handed(hall, paper(**changes))
    assert hall.everything() == before


def test_a_number_of_yesterday_is_recorded_under_its_day_and_has_ended_with_it(hall):
    given = paper(minutes_ago=20 * 60)
    done = HandingOver(hall.store).hand_over(given)
    ticket = done.ticket
    assert (ticket.day, ticket.state, ticket.inaccurate) == ("2026-11-19", TicketState.EXPIRED, True)
    assert (done.job, hall.now) == (None, ticket.ended_at)
    assert handed(hall, paper()).day == "2026-11-20", "the same number of today is another ticket"
    check_hall(hall)


def test_a_kiosk_whose_clock_ran_ahead_gave_it_now_and_not_in_the_future(hall):
    assert handed(hall, paper(minutes_ago=-3)).issued_at == hall.now
    check_hall(hall)


def test_a_number_given_twice_on_paper_is_two_tickets_of_two_laps(hall):
    """A spool that was lost with its disk began again."""
    first, second = handed(hall, paper()), handed(hall, paper(minutes_ago=5))
    assert (first.lap, second.lap, first.label) == (0, 1, second.label)
    assert audit(hall.store).good


def test_a_printer_or_service_that_the_office_has_dropped_stops_no_number(hall):
    done = HandingOver(hall.store).hand_over(paper(service="VISA", printer="gone"))
    assert done.job is None
    assert done.ticket.service == "TRANS", "what most counters serve"
    assert done.ticket.note == "取號時選的服務：VISA"
    check_hall(hall)


def test_its_slip_stands_in_the_office_s_queue_to_be_told_what_became_of_it(hall):
    done = HandingOver(hall.store).hand_over(paper())
    assert done.job is not None
    assert (done.job.state, done.job.printer) == (JobState.QUEUED, "kiosk-1")
    PrintDesk(hall.store, "kiosk-1").confirmed(done.job.id, request=new_request())
    assert PrintDesk(hall.store, "kiosk-1").next_job() is None


def test_a_series_that_gave_numbers_out_of_touch_is_in_use(hall):
    handed(hall, paper(7))
    smaller = hall.document.replace('code = "F"\nprefix = "F"', 'code = "F"\nprefix = "G"')
    assert smaller != hall.document
    with pytest.raises(SeriesInUse):
        Floor(hall.store).set_up_office(smaller, request=new_request())


def test_the_audit_names_a_number_whose_true_time_was_changed(hall):
    ticket = handed(hall, paper())
    with hall.store.engine.begin() as connection:
        where = f"WHERE office_id = '{hall.store.office}' AND id = {ticket.id}"
        connection.exec_driver_sql(f"UPDATE ticket SET issued_at = issued_at + 1 {where}")
    assert audit(hall.store).first_bad == ticket.id


def test_two_takes_and_two_hand_overs_of_one_request_in_any_order_are_one_live_ticket(hall):
    for order in ("tht", "hth", "tth", "hht", "thh"):
        given = paper(ord(order[0]) + ord(order[1]) * 2 + ord(order[2]) * 3 - 600)
        for step in order:
            try:
                if step == "h":
                    handed(hall, given)
                else:
                    Reception(hall.store).take_ticket(request=given.request, service="TRANS", printer="kiosk-1")
            except RequestReused:
                assert step == "t"
        live = [one for one in hall.tickets() if one.state is TicketState.WAITING]
        assert [one.label for one in live] == [given.label]
        hall.reception.cancel(request=new_request(), label=given.label)
    check_hall(hall)


@pytest.mark.parametrize("committed_unheard", [False, True])
def test_a_number_handed_over_whose_visitor_had_left_is_withdrawn(hall, committed_unheard):
    given = unheard(hall)[0] if committed_unheard else paper()
    handed(hall, given)
    withdrawn = hall.reception.withdraw_unseen(request=new_request(), take=given.request)
    assert (withdrawn.label, withdrawn.state) == ("F001", TicketState.CANCELLED)
    assert [ticket.state for ticket in hall.tickets()] == [TicketState.CANCELLED] * (1 + committed_unheard)
    check_hall(hall)


def test_one_whose_paper_came_out_is_kept_though_nobody_saw_it_on_the_glass(hall):
    given = paper()
    job = HandingOver(hall.store).hand_over(given).job
    PrintDesk(hall.store, "kiosk-1").confirmed(job.id, request=new_request())
    assert hall.reception.withdraw_unseen(request=new_request(), take=given.request) is None
    assert hall.tickets()[0].state is TicketState.WAITING
