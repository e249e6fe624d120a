"""Nouns: words in both languages, the table of moves, labels, the clock's zone, the chain."""

import re
import string
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waitline.model import errors
from waitline.model.clock import Instant, business_day, instant, local
from waitline.model.journal import FIRST_HASH, Entry, Kind, chain
from waitline.model.ticket import AT_A_COUNTER, IN_THE_HALL, MOVES, STATE_WORDS, TicketState
from waitline.model.words import Words

TAIPEI = ZoneInfo("Asia/Taipei")


def every_error(of=errors.WaitlineError):
    for kind in of.__subclasses__():
        yield kind
        yield from every_error(kind)


def blanks(words):
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("kind", list(every_error()), ids=lambda kind: kind.__name__)
def test_every_error_speaks_both_languages_of_the_same_facts(kind):
    assert kind.zh.strip()
    assert kind.en.strip()
    assert facts_in(kind.zh) == facts_in(kind.en)


def facts_in(words):
    """``{staff_zh}``, ``{staff_en}`` and ``{staff.names.zh}`` are all of ``staff``."""
    return {re.split(r"[_.]", name)[0] for name in blanks(words)}


def test_every_state_has_its_moves_and_its_words():
    assert set(MOVES) == set(STATE_WORDS) == set(TicketState)


def test_nothing_leaves_the_end_and_everything_in_the_hall_can_end():
    ended = set(TicketState) - IN_THE_HALL
    assert all(not MOVES[state] for state in ended)
    for state in IN_THE_HALL:
        reached, ahead = set(), [state]
        while ahead:
            for further in MOVES[ahead.pop()] - reached:
                reached.add(further)
                ahead.append(further)
        assert reached & ended


def test_every_state_can_be_reached_from_a_new_number():
    assert set().union(*MOVES.values()) == set(TicketState)
    assert AT_A_COUNTER <= IN_THE_HALL


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001 - made aware below
def test_an_instant_is_the_moment_to_the_millisecond(moment):
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
    assert local(instant(moment), ZoneInfo("UTC")) == moment


def test_the_business_day_is_the_date_at_the_office():
    before_midnight = instant(datetime(2026, 11, 20, 23, 59, 59, 999_000, tzinfo=TAIPEI))
    assert business_day(before_midnight, TAIPEI) == "2026-11-20"
    assert business_day(Instant(before_midnight + 1), TAIPEI) == "2026-11-21"


def test_an_instant_needs_a_zone():
    with pytest.raises(ValueError, match="time zone"):
        instant(datetime(2026, 11, 20))  # noqa: DTZ001 - that is the point


def test_strangers_read_english_and_only_chinese_readers_chinese():
    words = Words(zh="謄本", en="Transcript", more=(("vi", "Bản sao"),))
    assert [words.in_language(tag) for tag in ("zh-TW", "zh", "en", "vi", "th")] == [
        "謄本", "謄本", "Transcript", "Bản sao", "Transcript",
    ]  # fmt: skip


ENTRY = Entry(seq=7, at=Instant(1_795_136_400_000), kind=Kind.TICKET_CALLED, ticket=5, counter="3", staff="c03",
              data='{"label":"A001"}', request_id="r", verb="call_next", result="{}")  # fmt: skip
OTHER = {"seq": 8, "at": Instant(1), "kind": Kind.TICKET_TAKEN, "ticket": 6, "counter": "4", "staff": "c04",
         "data": "{}", "request_id": "s", "verb": "begin", "result": None}  # fmt: skip


@pytest.mark.parametrize("field", [name for name in Entry._fields if name != "hash"])
def test_the_chain_holds_every_field_of_an_entry(field):
    assert chain(FIRST_HASH, "office", ENTRY._replace(**{field: OTHER[field]})) != chain(
        FIRST_HASH, "office", ENTRY
    )


def test_the_chain_holds_what_came_before_and_whose_it_is():
    hashes = {
        chain(FIRST_HASH, "office", ENTRY),
        chain("1" * 64, "office", ENTRY),
        chain(FIRST_HASH, "other", ENTRY),
    }
    assert len(hashes) == 3


def test_fields_cannot_be_moved_across_their_borders():
    one = ENTRY._replace(counter="3", staff="c")
    other = ENTRY._replace(counter="3c", staff="")
    assert chain(FIRST_HASH, "office", one) != chain(FIRST_HASH, "office", other)
