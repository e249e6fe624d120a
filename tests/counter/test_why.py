"""The why line."""

import pytest

from counter.why import why_words
from tests.counter.builders import NINE, OFFICE, a_ticket
from waitline.model.clock import MINUTE, Instant
from waitline.rules.dispatch import Why


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_of_the_rule_has_words_in_both_languages(why):
    words = why_words(why, None, OFFICE.zone)

    assert words.zh
    assert words.en.isascii()


def test_a_booking_says_for_when_it_was_booked_in_the_office_own_time():
    booked = a_ticket(slot=Instant(NINE + 90 * MINUTE))

    assert why_words(Why.APPOINTMENT, booked, OFFICE.zone).zh == "預約 10:30"


def test_a_kept_counter_says_for_whom_it_is_kept():
    assert why_words(Why.RESERVED, None, OFFICE.zone).zh == "保留給愛心號"
