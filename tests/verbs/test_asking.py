"""How a verb is asked: one request id for one wish, and only what every database can keep."""

import inspect
from typing import Any

import pytest

from tests.builders import Clerk
from tests.verbs import acts
from tests.verbs.actors import ACTORS
from tests.verbs.acts import ACTS
from waitline.model.clock import Instant
from waitline.model.counter import CounterState
from waitline.model.errors import BadText, OutOfRange, RequestNeeded, RequestReused, UnknownTicket
from waitline.model.ticket import LoveReason, Need, TicketState
from waitline.verbs.requests import LATEST, REQUEST_LENGTH, new_request
from waitline.verbs.settling import Settling

OTHERWISE = {"hand_over", "learn"}
"""Asked with one record instead of arguments: test_handing_over holds it to the same, test_learning to its day."""
every_act = pytest.mark.parametrize("act", [act for act in ACTS if act.verb not in OTHERWISE], ids=str)
FORGOTTEN = {"pin", "love_reason", "needs", "note", "told", "question", "message"}
"""What the journal must be able to forget is no part of what a repeat is compared by, nor what was foreseen."""


def overhear(act, hall, prepared, request):
    """Perform the act; the bare verb, who performed it, and all it was asked with, defaults filled in."""
    heard: dict[str, Any] = {}
    (actor,) = (a for a in ACTORS if hasattr(a, act.verb))
    real = getattr(actor, act.verb)

    def listen(self, *given, **named):
        bound = inspect.signature(real).bind(self, *given, **named)
        bound.apply_defaults()
        heard.update(bound.arguments)
        return real(self, *given, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actor, act.verb, listen)
        act.do(hall, prepared, request)
    return real, heard.pop("self"), heard


def otherwise(name, value):
    """Something else of the same kind."""
    if isinstance(value, bool):
        return not value
    if name in {"slot", "until", "turned_to", "job_id", "help_id"}:
        return Instant((value or 0) + 1)
    if name == "document":
        return f"{value}\n# another"
    return f"{value or ''}x"


def compared(act, facts):
    forgotten = FORGOTTEN | ({"reason"} if act.verb == "park" else set())
    return [name for name in facts if name not in forgotten | {"request"}]


@every_act
def test_a_request_answers_for_what_it_was_asked_with_and_for_nothing_else(act, make_hall):
    hall = make_hall(reserve="on")
    verb, actor, facts = overhear(act, hall, act.prepare(hall), "once")
    before = hall.everything()
    for name in compared(act, facts):
        with pytest.raises(RequestReused):
            verb(actor, **facts | {name: otherwise(name, facts[name])})
    verb(actor, **facts)
    assert hall.everything() == before


@every_act
@pytest.mark.parametrize("request_id", ["", "  ", "x" * (REQUEST_LENGTH + 1), "a\0b", "\ud800"], ids=repr)
def test_what_is_no_request_id_is_refused(act, sqlite_hall, request_id):
    hall = sqlite_hall(reserve="on")
    prepared = act.prepare(hall)
    before = hall.everything()
    with pytest.raises(BadText if request_id.strip() else RequestNeeded):
        overhear(act, hall, prepared, request_id)
    assert hall.everything() == before


@pytest.mark.parametrize("bad", ["a\0b", "\ud800", "名\udfff"], ids=["NUL", "half a pair", "the other half"])
@every_act
def test_a_text_that_no_database_keeps_is_refused_wherever_it_stands(act, bad, make_hall):
    hall = make_hall(reserve="on")
    verb, actor, facts = overhear(act, hall, act.prepare(hall), "once")
    before = hall.everything()
    for name, value in facts.items():
        if isinstance(value, str) or name in {"pin", "note", "deputy", "printer", "by", "service"}:
            with pytest.raises(BadText) as refused:
                verb(actor, **facts | {"request": new_request(), name: bad})
            assert refused.value.words.zh
    assert hall.everything() == before


@every_act
@pytest.mark.parametrize("far", [-1, LATEST + 1, 2**70])
def test_an_instant_or_a_number_out_of_range_is_refused(act, far, make_hall):
    hall = make_hall(reserve="on")
    verb, actor, facts = overhear(act, hall, act.prepare(hall), "once")
    before = hall.everything()
    for name in facts:
        if name in {"slot", "until", "turned_to", "job_id", "help_id"}:
            with pytest.raises(OutOfRange):
                verb(actor, **facts | {"request": new_request(), name: far})
    assert hall.everything() == before


@pytest.mark.parametrize("label", ["A" + "9" * 5_000, "9" * 5_000, "A" + "0" * 5_000])
def test_a_number_of_thousands_of_digits_is_no_number(hall, label):
    hall.take()
    with pytest.raises(UnknownTicket):
        hall.reception.cancel(request=new_request(), label=label)


def test_letters_beyond_the_first_plane_are_kept(hall):
    clerk = acts.serving(hall)
    assert clerk.do("park", reason="𠮷野家 🙂").park_reason == "𠮷野家 🙂"


# -- a repeat does nothing new ---------------------------------------------------------------------------------


def test_a_repeated_open_does_not_open_what_was_paused_since(hall):
    clerk = acts.clerk(hall)
    before = hall.seq
    clerk.do("open", request="op1")
    assert hall.kinds(before) == ["AlreadySo"]
    clerk.do("pause", reason="午休")
    assert clerk.do("open", request="op1").state is CounterState.PAUSED
    assert hall.desk("3").state is CounterState.PAUSED


def test_a_repeated_sign_in_does_not_take_a_counter_that_was_left_since(hall):
    hall.clerk("7")
    hall.clerk("7", request="in1")
    Clerk(hall=hall, counter="7", staff="c07").do("sign_out")
    hall.clerk("7", request="in1")
    assert hall.desk("7").staff is None


def test_a_repeated_close_does_not_close_what_was_opened_since(hall):
    clerk = acts.clerk(hall)
    clerk.do("close_counter")
    clerk.do("close_counter", request="cl1")
    clerk.do("open")
    clerk.do("close_counter", request="cl1")
    assert hall.desk("3").is_open


def test_time_that_changes_nothing_writes_nothing(hall):
    acts.clerk(hall)
    before = hall.everything()
    for _ in range(3):
        hall.settle()
        Settling(hall.store).settle(request="again")
    assert hall.everything() == before


def test_a_slip_told_twice_over_fills_no_journal(hall):
    desk, job = acts.slip(hall)
    desk.sent(job)
    before = hall.seq
    desk.sent(job)
    assert hall.seq == before


def test_a_repeated_call_names_the_visitor_it_called_even_after_they_have_left(hall):
    clerk = acts.clerk_and_waiting(hall)
    first = clerk.do("call_next", request="f9")
    hall.take()
    clerk.do("begin")
    clerk.do("finish")
    again = clerk.do("call_next", request="f9")
    assert (again.ticket.id, again.why) == (first.ticket.id, first.why)
    assert again.ticket.state is TicketState.DONE
    assert hall.console("3").current is None


def test_a_repeat_on_the_next_day_opens_nothing(hall):
    ticket = hall.reception.take_ticket(request="touch", service="TRANS")
    hall.turn(minutes=24 * 60)
    before = hall.seq
    assert hall.reception.take_ticket(request="touch", service="TRANS").ticket.id == ticket.ticket.id
    assert hall.seq == before


def test_the_journal_cannot_be_made_to_tell_what_it_must_forget(hall):
    """The digest of a wish is the same whatever the reason, so that no guess can be tried on it."""
    hall.reception.take_ticket(
        request="one", service="TRANS", love=True, love_reason=LoveReason.PREGNANT, needs=frozenset({Need.DEAF})
    )
    hall.reception.take_ticket(request="two", service="TRANS", love=True)
    one, two = (entry.result for entry in hall.journal() if entry.request_id in {"one", "two"})
    digest = one.split('"asked":"')[1][:16]
    assert digest in two


def test_entries_of_before_digests_were_kept_answer_their_repeats(hall):
    taken = hall.reception.take_ticket(request="old", service="TRANS")
    (entry,) = (entry for entry in hall.journal() if entry.request_id == "old")
    digest = entry.result.split('"asked":"')[1][:16]
    with hall.store.engine.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE journal SET result = replace(result, '\"asked\":\"{digest}\",', '')"
            f" WHERE office_id = '{hall.store.office}' AND seq = {entry.seq}"
        )
    assert hall.reception.take_ticket(request="old", service="TRANS").ticket.id == taken.ticket.id
