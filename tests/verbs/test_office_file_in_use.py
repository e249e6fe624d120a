"""Changing the office file while people are in the hall."""

import pytest

from tests.builders import COUNTERS, STAFF, office_document
from tests.verbs.soundness import check_hall
from waitline.model.errors import UnknownTicket
from waitline.model.office_errors import DayWouldChange, SeriesInUse, StillInUse
from waitline.model.ticket import TicketState
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request


def apply(hall, **changes):
    document = office_document(**changes).replace('id = "office"', f'id = "{hall.store.office}"')
    Floor(hall.store).set_up_office(document, request=new_request())


def edit(hall, *changes):
    """The same file with some words replaced."""
    document = hall.document.replace('id = "office"', f'id = "{hall.store.office}"')
    for old, new in changes:
        assert old in document
        document = document.replace(old, new)
    Floor(hall.store).set_up_office(document, request=new_request())


A = 'code = "A"\nprefix = "A"\nfirst = 1\nlast = 999\ndigits = 3'
LOVE = 'code = "LOVE"\nprefix = ""\nfirst = 901\nlast = 999\ndigits = 3'
FOR_TRANS = 'series = "A"'
CHANGED_SERIES = {
    "renamed": [(A, A.replace('"A"\np', '"AA"\np')), (FOR_TRANS, 'series = "AA"')],
    "taken out": [("[[series]]\n" + A + "\n", ""), (FOR_TRANS, 'series = "B"')],
    "another prefix": [(A, A.replace('prefix = "A"', 'prefix = "H"'))],
    "more digits": [(A, A.replace("digits = 3", "digits = 4"))],
    "another first number": [(A, A.replace("first = 1", "first = 500"))],
    "fewer numbers": [(A, A.replace("999", "500"))],
    "love renamed": [(LOVE, LOVE.replace('"LOVE"', '"CARE"')), ('love_series = "LOVE"', 'love_series = "CARE"')],
    "love from elsewhere": [(LOVE, LOVE.replace("901", "951"))],
}


@pytest.mark.parametrize("left", [False, True], ids=["in the hall", "finished"])
@pytest.mark.parametrize("changes", CHANGED_SERIES.values(), ids=CHANGED_SERIES)
def test_a_series_that_gave_numbers_today_keeps_its_labels(hall, changes, left):
    hall.take(), hall.love()
    if left:
        hall.reception.cancel(request="left", label="A001")
        hall.reception.cancel(request="left too", label="901")
    before = hall.everything()
    with pytest.raises(SeriesInUse) as refused:
        edit(hall, *changes)
    series = "LOVE" if "LOVE" in str(changes) else "A"
    assert series in refused.value.words.zh
    assert series in refused.value.words.en
    assert hall.everything() == before
    assert [hall.take().label, hall.love().label] == ["A002", "902"]
    check_hall(hall)


@pytest.mark.parametrize("changes", CHANGED_SERIES.values(), ids=CHANGED_SERIES)
def test_before_the_first_number_and_on_the_next_day_a_series_changes_freely(hall, changes):
    hall.take("REG")
    edit(hall, *changes)
    edit(hall)
    hall.take(), hall.love()
    hall.turn(minutes=24 * 60)
    edit(hall, *changes)
    hall.take(), hall.love()
    check_hall(hall)


def test_a_series_may_grow_at_its_end_while_its_numbers_are_in_the_hall(hall):
    short = A.replace("999", "2")
    edit(hall, (A, short))
    assert [hall.take().label, hall.take().label] == ["A001", "A002"]
    edit(hall, (A, A.replace("999", "4")))
    assert [hall.take().label, hall.take().label] == ["A003", "A004"]
    check_hall(hall)


def test_a_number_is_found_by_what_the_visitor_holds_and_by_nothing_else(hall):
    """As a database may stand whose file was changed under its numbers before that was refused."""
    edit(hall, (A, A.replace('"A"\nf', '"H"\nf')))
    ticket = hall.take()
    assert ticket.label == "H001"
    hall.reception.cancel(request="known", label="h-1")
    with hall.store.engine.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE ticket SET label = 'A001', state = 'WAITING', ended_at = NULL WHERE id = {ticket.id}"
            f" AND office_id = '{hall.store.office}'"
        )
    with pytest.raises(UnknownTicket):
        hall.reception.cancel(request="another's", label="H001")
    assert hall.ticket(ticket).state is TicketState.WAITING


def without(facts, key):
    return {k: v for k, v in facts.items() if k != key}


def test_a_counter_somebody_is_at_cannot_be_taken_out_of_the_file(hall):
    hall.clerk("3")
    before = hall.everything()
    with pytest.raises(StillInUse, match="3 is still in use"):
        apply(hall, counters=without(COUNTERS, "3"))
    assert hall.everything() == before


def test_a_clerk_at_work_cannot_be_taken_out_of_the_file(hall):
    hall.clerk("3")
    with pytest.raises(StillInUse):
        apply(hall, staff=without(STAFF, "c03"))


def test_the_board_keeps_the_calls_of_a_counter_that_has_gone(hall):
    clerk = hall.clerk("3")
    ticket = hall.take()
    clerk.serves()
    clerk.do("finish")
    clerk.do("sign_out")
    apply(hall, counters=without(COUNTERS, "3"))
    assert [call.label for call in hall.board.calls] == [ticket.label]
    assert hall.board.calls[0].counter == "3"


@pytest.mark.parametrize(("minutes", "zone"), [(0, "America/New_York"), (12 * 60, "Pacific/Kiritimati")])
def test_a_time_zone_with_another_date_waits_until_nobody_has_a_number_of_today(hall, minutes, zone):
    hall.turn(minutes=minutes)
    hall.take()
    before = hall.everything()
    with pytest.raises(DayWouldChange, match=zone):
        edit(hall, ("Asia/Taipei", zone))
    assert hall.everything() == before
    edit(hall, ("Asia/Taipei", "Asia/Tokyo"))
    assert hall.take().label == "A002"
    check_hall(hall)
