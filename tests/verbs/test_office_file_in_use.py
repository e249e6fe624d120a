"""Changing the office file while people are in the hall."""

import pytest

from tests.builders import COUNTERS, STAFF, office_document
from waitline.model.errors import StillInUse
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request


def apply(hall, **changes):
    document = office_document(**changes).replace('id = "office"', f'id = "{hall.store.office}"')
    Floor(hall.store).set_up_office(document, request=new_request())


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
